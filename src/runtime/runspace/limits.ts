/** Upper bounds of one run. What is left out is not limited, except the call depth. */
export interface Limits {
  /** Calls, loop rounds and units of work inside commands. */
  readonly steps?: number;
  /** Nested calls of functions, blocks and class methods; {@link defaultCallDepth} if left out. */
  readonly callDepth?: number;
  /** Objects that leave the run through its output. */
  readonly outputObjects?: number;
  /** UTF-16 units of the largest string. */
  readonly stringLength?: number;
  /** Elements of the largest array or collection made at once. */
  readonly arrayLength?: number;
  /** Wall-clock time of one run, in milliseconds. */
  readonly milliseconds?: number;
}

/** What a run has spent. */
export interface Usage {
  readonly steps: number;
  readonly outputObjects: number;
  readonly milliseconds: number;
}

/** Nested calls allowed when no limit says otherwise. */
export const defaultCallDepth = 10_000;
/** No string of the JS engine can be longer; larger ones fail as .NET's do, with OutOfMemoryException. */
export const largestString = 536_870_888;
/** Largest array that can be made at once when no limit says otherwise. */
export const largestArray = 134_217_728;
