/** Codes of the characters that the scanner treats specially. */
export const Char = {
  Null: 0,
  Tab: 9,
  LineFeed: 10,
  VerticalTab: 11,
  FormFeed: 12,
  Return: 13,
  Space: 32,
  Exclaim: 33,
  DoubleQuote: 34,
  Hash: 35,
  Dollar: 36,
  Percent: 37,
  Ampersand: 38,
  SingleQuote: 39,
  LParen: 40,
  RParen: 41,
  Star: 42,
  Plus: 43,
  Comma: 44,
  Minus: 45,
  Dot: 46,
  Slash: 47,
  Zero: 48,
  Nine: 57,
  Colon: 58,
  Semi: 59,
  Less: 60,
  Equals: 61,
  Greater: 62,
  Question: 63,
  At: 64,
  LBracket: 91,
  Backslash: 92,
  RBracket: 93,
  Caret: 94,
  Underscore: 95,
  Backtick: 96,
  LCurly: 123,
  Pipe: 124,
  RCurly: 125,
} as const;

/** What charCode-like functions answer past the end of the text. */
export const endOfText = -1;

const Trait = {
  identifierStart: 1,
  digit: 2,
  hexDigit: 4,
  whitespace: 8,
  variableStart: 16,
  endsToken: 32,
  endsAssemblyToken: 64,
  endsNumber: 128,
} as const;

const traits = traitTable();

function traitTable(): Uint8Array {
  const table = new Uint8Array(128);
  const add = (characters: string, trait: number): void => {
    for (const c of characters) table[c.charCodeAt(0)] = (table[c.charCodeAt(0)] ?? 0) | trait;
  };
  const lower = 'abcdefghijklmnopqrstuvwxyz';
  const letters = lower + lower.toUpperCase();
  const digits = '0123456789';
  add(`${letters}_`, Trait.identifierStart);
  add(digits, Trait.digit);
  add(`${digits}abcdefABCDEF`, Trait.hexDigit);
  add('\t\v\f ', Trait.whitespace);
  add(`${letters}${digits}_$:?^`, Trait.variableStart);
  add('\0\t\n\v\f\r &(),;{|}', Trait.endsToken);
  add('\0\t\n\v\f\r ,=]', Trait.endsAssemblyToken);
  add('!#%*+-./<=>]', Trait.endsNumber);
  return table;
}

function has(c: number, trait: number): boolean {
  // Asking an array for a negative index, that of the text's end, would be slow.
  return c >= 0 && c < 128 && ((traits[c] ?? 0) & trait) !== 0;
}

const letter = /^\p{L}$/u;
const letterOrDigit = /^[\p{L}\p{Nd}]$/u;
const separator = /^\p{Z}$/u;

function matches(c: number, pattern: RegExp): boolean {
  return pattern.test(String.fromCharCode(c));
}

/** Whether a character is blank; line ends are not. */
export function isWhitespace(c: number): boolean {
  if (c < 128) return has(c, Trait.whitespace);
  if (c <= 256) return c === 0xa0 || c === 0x85;
  return matches(c, separator);
}

/** Whether a character counts as blank for .NET, line ends included; a backtick before it is dropped. */
export function isDotNetWhitespace(c: number): boolean {
  if (c < 128) return c === Char.Space || (c >= Char.Tab && c <= Char.Return);
  return c === 0x85 || c === 0xa0 || matches(c, separator);
}

/** `\r` or `\n` */
export function isLineEnd(c: number): boolean {
  return c === Char.LineFeed || c === Char.Return;
}

/** Any letter of any script. */
export function isLetter(c: number): boolean {
  if (c < 128) return has(c, Trait.identifierStart) && c !== Char.Underscore;
  return matches(c, letter);
}

/** Any letter or decimal digit of any script. */
export function isLetterOrDigit(c: number): boolean {
  if (c < 128) return has(c, Trait.identifierStart | Trait.digit) && c !== Char.Underscore;
  return matches(c, letterOrDigit);
}

/** Whether a character can begin an identifier or label. */
export function isIdentifierStart(c: number): boolean {
  return c < 128 ? has(c, Trait.identifierStart) : matches(c, letter);
}

/** Whether a character can go on an identifier or label. */
export function isIdentifierPart(c: number): boolean {
  return c < 128 ? has(c, Trait.identifierStart | Trait.digit) : matches(c, letterOrDigit);
}

/** Whether a character can begin the name of a variable without braces. */
export function isVariableStart(c: number): boolean {
  return c < 128 ? has(c, Trait.variableStart) : matches(c, letterOrDigit);
}

/** 0 to 9 */
export function isDigit(c: number): boolean {
  return c >= Char.Zero && c <= Char.Nine;
}

/** 0 to 9, a to f, A to F */
export function isHexDigit(c: number): boolean {
  return has(c, Trait.hexDigit);
}

/** The dash and its typographic relatives: en dash, em dash, horizontal bar. */
export function isDash(c: number): boolean {
  return c === Char.Minus || (c >= 0x2013 && c <= 0x2015);
}

/** The apostrophe and the curly single quotes. */
export function isSingleQuote(c: number): boolean {
  return c === Char.SingleQuote || (c >= 0x2018 && c <= 0x201b);
}

/** The double quote and the curly double quotes. */
export function isDoubleQuote(c: number): boolean {
  return c === Char.DoubleQuote || (c >= 0x201c && c <= 0x201e);
}

/** Whether a character (or the end of the text) ends a bare word; `a#b` goes on, `a{` does not. */
export function endsWord(c: number): boolean {
  return c < 128 ? c < 0 || has(c, Trait.endsToken) : isWhitespace(c);
}

/** Whether a character ends a number in an expression; `?` and `:` do where a ternary operator may follow. */
export function endsNumber(c: number, ternary: boolean): boolean {
  if (c >= 128) return isDash(c);
  return has(c, Trait.endsNumber) || (ternary && (c === Char.Question || c === Char.Colon));
}

/** Whether a character (or the end of the text) ends a word of an assembly name. */
export function endsAssemblyWord(c: number): boolean {
  return c < 128 ? c < 0 || has(c, Trait.endsAssemblyToken) : isWhitespace(c);
}
