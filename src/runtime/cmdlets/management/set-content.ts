import { writeContentCmdlet } from './write-content.ts';

/** Set-Content: replaces the content of items. */
export const setContent = writeContentCmdlet('Set-Content', 'Replaces the content of items.');
