const isHex = /^[0-9a-fA-F]{2}$/;
const unreserved = /^[A-Za-z0-9\-._~]$/;

function percent(byte: number): string {
  return `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}

/** UTF-8 bytes of a character; a lone surrogate is U+FFFD. */
function utf8(char: string): Uint8Array {
  return new TextEncoder().encode(char);
}

/** Escapes all but unreserved characters (RFC 3986): `Uri.EscapeDataString`. */
export function escapeData(text: string): string {
  let result = '';
  for (const char of text) result += unreserved.test(char) ? char : Array.from(utf8(char), percent).join('');
  return result;
}

/** `Uri.EscapeUriString`: reserved characters stay too; a percent sign is escaped. */
export function escapeUriString(text: string): string {
  let result = '';
  for (const char of text) {
    result += /^[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]$/.test(char) ? char : Array.from(utf8(char), percent).join('');
  }
  return result;
}

/**
 * A part of an absolute URI as AbsoluteUri shows it: escapes of unreserved characters are taken away, other escapes stay
 * as they are, what may not stand there is escaped.
 */
export function canonicalPart(text: string): string {
  let result = '';
  for (let i = 0; i < text.length; i++) {
    const char = String.fromCodePoint(text.codePointAt(i) ?? 0);
    if (char === '%') {
      const digits = text.slice(i + 1, i + 3);
      if (isHex.test(digits)) {
        const decoded = String.fromCharCode(Number.parseInt(digits, 16));
        result += unreserved.test(decoded) ? decoded : `%${digits}`;
        i += 2;
      } else result += '%25';
      continue;
    }
    result += /^[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]$/.test(char) ? char : Array.from(utf8(char), percent).join('');
    i += char.length - 1;
  }
  return result;
}

/** Takes escapes away where `keeps` does not want them; bytes that are no UTF-8 stay escaped. */
export function unescapeText(text: string, keeps: (char: string) => boolean = () => false): string {
  return text.replace(/(?:%[0-9a-fA-F]{2})+/g, (run) => {
    const bytes = Uint8Array.from(run.match(/[0-9a-fA-F]{2}/g) ?? [], (digits) => Number.parseInt(digits, 16));
    let result = '';
    for (let i = 0; i < bytes.length; ) {
      const length = sequenceLength(bytes, i);
      const raw = run.slice(i * 3, (i + Math.max(length, 1)) * 3);
      if (length === 0) result += raw;
      else {
        const char = new TextDecoder('utf-8').decode(bytes.subarray(i, i + length));
        result += keeps(char) ? raw : char;
      }
      i += Math.max(length, 1);
    }
    return result;
  });
}

/** Length of the UTF-8 sequence that starts at a byte; 0 when there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length = first >= 0xf0 && first < 0xf5 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
  if (length === 0 || first >= 0xf5 || at + length > bytes.length) return 0;
  for (let i = 1; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0;
  const text = new TextDecoder('utf-8').decode(bytes.subarray(at, at + length));
  return text.includes('\ufffd') && length !== 3 ? 0 : length;
}

/** What `Uri.ToString()` leaves escaped: reserved and control characters, percent and backslash. */
export function staysEscaped(char: string): boolean {
  const code = char.charCodeAt(0);
  return code < 0x20 || (code >= 0x7f && code < 0xa0) || ":/?#[]@!$&'()*+,;=%\\".includes(char);
}
