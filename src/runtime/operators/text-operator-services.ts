import type { RegexMatch } from '../regex/regex-match.ts';
import type { RegexRun } from '../regex/regex-run.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import type { ScriptBlock } from '../values/script-block.ts';
import type { CollectionServices, SizeLimits, ValueText } from './operator-services.ts';

/** What the text operators need of the layers above them. */
export interface TextOperatorServices extends ValueText, Pick<CollectionServices, 'elementsOf'> {
  readonly limits: SizeLimits;
  /** The budget that stops a hostile regular expression. */
  readonly regexRun: RegexRun;
  /** An element as -join writes it: engine digits, current culture, collections not taken apart. */
  joinText(value: PSValue): string;
  /** An argument of -f: `value.ToString(format)` in the current culture. */
  formatText(value: PSValue, format: string | null): string;
  /** `[int]value` for the limit of -split; throws the error of a failed cast. */
  toInt(value: PSValue): number;
  isTrue(value: PSValue): boolean;
  /** A `string[]`. */
  stringArray(items: string[]): PSValue;
  /** Runs a separator block of -split with `$_` and two arguments, in a scope of its own. */
  callSeparator(block: ScriptBlock, character: string, text: string, position: number): Eventually<PSValue>;
  /**
   * What the replacement of -replace does for a match when it is a script block (run in the current scope with `$_`)
   * or a delegate; undefined when it is text.
   */
  evaluatorOf(replacement: PSValue): ((match: RegexMatch) => Eventually<PSValue>) | undefined;
  /** Sets `$Matches`. */
  setMatches(entries: readonly MatchEntry[]): void;
}

/** An entry of `$Matches`: the name or number of a group and its text. */
export type MatchEntry = readonly [key: string | number, text: string];
