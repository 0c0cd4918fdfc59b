import { writeContentCmdlet } from './write-content.ts';

/** Add-Content: adds to the content of items. */
export const addContent = writeContentCmdlet('Add-Content', 'Adds to the content of items.');
