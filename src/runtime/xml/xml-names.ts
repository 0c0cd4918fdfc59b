const start =
  ':A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C-\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';
const rest = `${start}\\-.0-9\\u00B7\\u0300-\\u036F\\u203F-\\u2040`;

/** An XML name where the text stands. */
export const nameAt = new RegExp(`[${start}][${rest}]*`, 'yu');
const wholeName = new RegExp(`^[${start}][${rest}]*$`, 'u');
const startCharacter = new RegExp(`^[${start}]$`, 'u');
const nameCharacter = new RegExp(`^[${rest}]$`, 'u');

/** Namespace of the `xml` prefix. */
export const xmlUri = 'http://www.w3.org/XML/1998/namespace';
/** Namespace of `xmlns` attributes. */
export const xmlnsUri = 'http://www.w3.org/2000/xmlns/';

/** Whether a text is an XML name, colons allowed. */
export function isName(text: string): boolean {
  return wholeName.test(text);
}

/** Whether a character can begin a name, colons not. */
export function isNameStart(char: string): boolean {
  return char !== ':' && startCharacter.test(char);
}

/** Whether a character can stand in a name, colons not. */
export function isNameCharacter(char: string): boolean {
  return char !== ':' && nameCharacter.test(char);
}

/** `prefix:local` taken apart; no prefix is ''. */
export function splitName(name: string): { prefix: string; localName: string } {
  const colon = name.indexOf(':');
  return colon <= 0
    ? { prefix: '', localName: name }
    : { prefix: name.slice(0, colon), localName: name.slice(colon + 1) };
}

/** `prefix:local` put together. */
export function joinName(prefix: string, localName: string): string {
  return prefix === '' ? localName : `${prefix}:${localName}`;
}

/** Whether a text is nothing but XML white space. */
export function isBlank(text: string): boolean {
  return /^[ \t\r\n]*$/.test(text);
}

/** A character that no XML text can hold, if there is one. */
export function invalidCharacter(text: string): string | undefined {
  return /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.exec(
    text,
  )?.[0];
}
