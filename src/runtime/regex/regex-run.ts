/** What counts the work of an engine and throws its limit error when there has been too much. */
export interface StepBudget {
  charge(steps: number): void;
}

/** The surroundings of one use of a regular expression. */
export interface RegexRun {
  readonly budget?: StepBudget | undefined;
  /** Milliseconds of a clock, for matchTimeout; without one there is no timeout. */
  readonly now?: (() => number) | undefined;
  /** Throws when the time given to the match is over. */
  readonly checkTime?: (() => void) | undefined;
}

/** Without any limit. */
export const FREE_RUN: RegexRun = {};
