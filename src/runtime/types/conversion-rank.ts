/**
 * How good a conversion is, for overload resolution: the larger the better. The order is PowerShell's; `s2a` forms
 * (one object into an array) stand just below the plain ones.
 */
export const conversionRank = {
  none: 0,
  unrelatedArraysToArray: 0x07,
  unrelatedArrays: 0x0f,
  toString: 0x1f,
  custom: 0x2f,
  convertible: 0x3f,
  implicitCast: 0x4f,
  explicitCast: 0x5f,
  constructor: 0x6f,
  create: 0x73,
  parse: 0x7f,
  psObject: 0x8f,
  language: 0x9f,
  nullToValue: 0xaf,
  nullToRef: 0xbf,
  numericExplicit: 0xcf,
  numericExplicitBetter: 0xdf,
  numericString: 0xef,
  numericImplicit: 0xff,
  assignable: 0x10f,
  stringToCharArray: 0x11a,
  identity: 0x11f,
} as const;

/** The rank of a conversion that also wraps its result into an array. */
export function toArrayRank(rank: number): number {
  return rank & 0xfff7;
}
