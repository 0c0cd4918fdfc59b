import type { Extent } from '../source.ts';

/** What every node has: the name of its PowerShell class and the stretch of source it covers. */
export interface AstNode<Kind extends string> {
  readonly kind: Kind;
  readonly extent: Extent;
}

/**
 * A number of a script in a form independent of any runtime: integers up to 32 bits and doubles as `number`, wider
 * integers as `bigint`, decimals as a 96-bit mantissa (with sign) and the number of digits after the point.
 */
export type ConstantValue =
  | { readonly type: 'byte' | 'sbyte' | 'short' | 'ushort' | 'int' | 'uint' | 'double'; readonly value: number }
  | { readonly type: 'long' | 'ulong' | 'bigint'; readonly value: bigint }
  | { readonly type: 'decimal'; readonly value: DecimalConstant }
  | { readonly type: 'bool'; readonly value: boolean };

/** A decimal as written: `1.10d` has mantissa 110 and scale 2. */
export interface DecimalConstant {
  readonly mantissa: bigint;
  /** Digits after the point, 0 to 28. */
  readonly scale: number;
}

/** How a string was written. */
export type StringConstantType =
  | 'SingleQuoted'
  | 'SingleQuotedHereString'
  | 'DoubleQuoted'
  | 'DoubleQuotedHereString'
  | 'BareWord';

/** One of the numbered output streams; `All` is `*`. */
export type RedirectionStream = 'All' | 'Output' | 'Error' | 'Warning' | 'Verbose' | 'Debug' | 'Information';
