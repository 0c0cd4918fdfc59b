/** Values of UnicodeCategory with the general category they stand for. */
const categories: readonly (readonly [RegExp, number])[] = [
  [/\p{Lu}/u, 0],
  [/\p{Ll}/u, 1],
  [/\p{Lt}/u, 2],
  [/\p{Lm}/u, 3],
  [/\p{Lo}/u, 4],
  [/\p{Mn}/u, 5],
  [/\p{Mc}/u, 6],
  [/\p{Me}/u, 7],
  [/\p{Nd}/u, 8],
  [/\p{Nl}/u, 9],
  [/\p{No}/u, 10],
  [/\p{Zs}/u, 11],
  [/\p{Zl}/u, 12],
  [/\p{Zp}/u, 13],
  [/\p{Cc}/u, 14],
  [/\p{Cf}/u, 15],
  [/\p{Cs}/u, 16],
  [/\p{Co}/u, 17],
  [/\p{Pc}/u, 18],
  [/\p{Pd}/u, 19],
  [/\p{Ps}/u, 20],
  [/\p{Pe}/u, 21],
  [/\p{Pi}/u, 22],
  [/\p{Pf}/u, 23],
  [/\p{Po}/u, 24],
  [/\p{Sm}/u, 25],
  [/\p{Sc}/u, 26],
  [/\p{Sk}/u, 27],
  [/\p{So}/u, 28],
];

/** The number of the UnicodeCategory of a UTF-16 unit or code point; OtherNotAssigned (29) where it has none. */
export function categoryOf(code: number): number {
  if (code >= 0xd800 && code <= 0xdfff) return 16;
  const text = String.fromCodePoint(code);
  return categories.find(([pattern]) => pattern.test(text))?.[1] ?? 29;
}

const fractions: Readonly<Record<string, number>> = {
  '½': 0.5,
  '¼': 0.25,
  '¾': 0.75,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
  '⅛': 0.125,
};
const zeros = [
  0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0xff10,
];
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** `Char.GetNumericValue`: -1 where the character is no number. */
export function numericValueOf(text: string): number {
  const code = text.charCodeAt(0);
  const zero = zeros.find((z) => code >= z && code <= z + 9);
  if (zero !== undefined) return code - zero;
  const at = superscripts.indexOf(text);
  return at >= 0 ? at : (fractions[text] ?? -1);
}
