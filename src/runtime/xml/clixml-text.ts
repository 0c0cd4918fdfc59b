// Text of CLIXML (MS-PSRP 2.2.5.3.2): control characters, every surrogate half and the `_` of what could be read as an
// escape become `_xHHHH_`; then the markup characters are escaped as in any XML.

const special = /[\u0000-\u001f\u007f-\u009f\ud800-\udfff<>&]|_(?=[xX])/;
const specials = /[\u0000-\u001f\u007f-\u009f\ud800-\udfff<>&]|_(?=[xX])/g;
const escape = /_x([0-9A-Fa-f]{4})_/g;
const entity = /&(?:#x([0-9A-Fa-f]+)|#([0-9]+)|(lt|gt|amp|quot|apos));/g;

const markup: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function escapeOne(unit: string): string {
  return markup[unit] ?? `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}

/** Element content for a text. */
export function encodeText(text: string): string {
  return special.test(text) ? text.replace(specials, escapeOne) : text;
}

/** Attribute value (in double quotes) for a text. */
export function encodeAttribute(text: string): string {
  return encodeText(text).replaceAll('"', '&quot;');
}

/** Element content for text that is XML itself or otherwise free of `_x` escapes (XD): only markup is escaped. */
export function encodeMarkup(text: string): string {
  return text.replace(/[<>&]/g, (unit) => markup[unit] ?? unit);
}

/** Resolves the entities of XML; unknown ones stay as they are. */
export function decodeMarkup(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(entity, (_, hex: string | undefined, decimal: string | undefined, name: string | undefined) =>
    name === undefined
      ? String.fromCodePoint(Number.parseInt(hex ?? decimal ?? '0', hex ? 16 : 10))
      : (entities[name] ?? ''),
  );
}

/** Resolves `_xHHHH_`; anything not well-formed stays as it is. */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(escape, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
