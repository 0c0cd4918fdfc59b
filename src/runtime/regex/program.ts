import type { CharSet } from './char-set.ts';

/** Instructions of the matcher; the operands that follow each one in the code are named behind it. */
export const Op = {
  /** code */
  Char: 0,
  CharBack: 1,
  /** set */
  Set: 2,
  SetBack: 3,
  /** text: index of a literal */
  Text: 4,
  /** target: try what follows first, then the target */
  Split: 5,
  /** target: try the target first, then what follows */
  SplitJump: 6,
  /** target */
  Jump: 7,
  /** set, min, max: as many as possible, then fewer */
  SetLoop: 8,
  SetLoopBack: 9,
  /** set, min, max: as few as possible, then more */
  SetLazy: 10,
  SetLazyBack: 11,
  /** set, min, max: as many as possible and no fewer */
  SetAtomic: 12,
  SetAtomicBack: 13,
  /** Everything matched. */
  Match: 14,
  /** loop */
  LoopInit: 15,
  /** loop, min, max, lazy, exit */
  LoopTest: 16,
  /** loop */
  LoopEnter: 17,
  /** mark */
  Mark: 18,
  /** mark, slot, slot to take from (or -1) */
  Capture: 19,
  /** register */
  LookStart: 20,
  /** register: keep the captures, drop the choices, go back */
  LookEnd: 21,
  /** register, target when the inside does not match */
  NegativeStart: 22,
  /** register */
  NegativeEnd: 23,
  /** register */
  AtomicStart: 24,
  /** register */
  AtomicEnd: 25,
  /** register, target of the no branch */
  ConditionStart: 26,
  /** slot, target when the group has not matched */
  IfGroup: 27,
  /** slot, ignore case */
  Back: 28,
  BackBack: 29,
  /** index of the kind in {@link ANCHORS} */
  Anchor: 30,
} as const;

/** Instead of Infinity in the code. */
export const UNLIMITED = 0x7fffffff;

/** Anchor kinds by their operand. */
export const ANCHORS = [
  'lineStart',
  'lineEnd',
  'start',
  'end',
  'endOrNewline',
  'scanStart',
  'boundary',
  'notBoundary',
  'ecmaBoundary',
  'notEcmaBoundary',
] as const;

/** A pattern compiled for the matcher. */
export interface Program {
  readonly code: Int32Array;
  readonly sets: readonly CharSet[];
  readonly texts: readonly string[];
  readonly slots: number;
  readonly marks: number;
  readonly loops: number;
  readonly registers: number;
  readonly rightToLeft: boolean;
  readonly ecmaScript: boolean;
  readonly cultureInvariant: boolean;
  /** Where forward matches can start: only at 0, at this text, or at one of these characters. */
  readonly anchored: boolean;
  readonly prefix: string;
  readonly first: CharSet | undefined;
  readonly minLength: number;
}
