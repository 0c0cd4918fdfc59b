import type { View } from '../view.ts';
import { commandViews } from './command-views.ts';
import { dotNetViews } from './dot-net-views.ts';
import { fileSystemViews } from './file-system-views.ts';
import { helpViews } from './help-views.ts';
import { moduleViews } from './module-views.ts';
import { objectViews } from './object-views.ts';
import { providerViews } from './provider-views.ts';
import { psStyleViews } from './ps-style-views.ts';
import { recordViews } from './record-views.ts';
import { sessionViews } from './session-views.ts';
import { webViews } from './web-views.ts';

/** The built-in views, in the order in which they are tried. */
export const builtInViews: readonly View[] = [
  ...dotNetViews,
  ...fileSystemViews,
  ...objectViews,
  ...providerViews,
  ...commandViews,
  ...helpViews,
  ...recordViews,
  ...sessionViews,
  ...moduleViews,
  ...webViews,
  ...psStyleViews,
];
