import type { Eventually } from '../values/ps-value.ts';
import type { DisplayStyle } from './display-style.ts';

/** What the writers of tables, lists and custom text need. */
export interface LineWriter {
  /** Writes one finished line. */
  line(text: string): Eventually<void>;
  readonly style: DisplayStyle;
  /** Name of the culture, for breaking lines. */
  readonly culture: string;
}
