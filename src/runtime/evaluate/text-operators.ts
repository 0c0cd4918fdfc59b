import type { TokenKind } from '../../parser/index.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import type { Frame } from './frame.ts';
import type { BinaryOperation } from './operator-table.ts';

/** `-like`, `-match`, `-replace`, `-split`, `-join` and `-f`. */
export const textOperators: Readonly<Partial<Record<TokenKind, BinaryOperation>>> = {};

/** `-join list` and `-split text`. */
export const unaryTextOperators: Readonly<
  Partial<Record<TokenKind, (frame: Frame, operand: PSValue) => Eventually<PSValue>>>
> = {};
