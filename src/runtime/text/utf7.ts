const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Characters that .NET's UTF7Encoding writes as they are (RFC 2152: set D, blanks and line ends). */
const direct = /[\t\n\r A-Za-z0-9'(),\-./:?]/;

/** UTF-7 of a text (RFC 2152): what is not direct stands as base64 of its UTF-16 between `+` and `-`. */
export function encodeUtf7(text: string): Uint8Array {
  let out = '';
  for (let i = 0; i < text.length; ) {
    const char = text.charAt(i);
    if (direct.test(char)) {
      out += char;
      i++;
    } else if (char === '+') {
      out += '+-';
      i++;
    } else {
      const start = i;
      while (i < text.length && !direct.test(text.charAt(i))) i++;
      out += `+${base64Of(text.slice(start, i))}-`;
    }
  }
  return Uint8Array.from(out, (char) => char.charCodeAt(0));
}

function base64Of(text: string): string {
  let bits = 0;
  let count = 0;
  let out = '';
  for (let i = 0; i < text.length; i++) {
    bits = (bits << 16) | text.charCodeAt(i);
    count += 16;
    while (count >= 6) {
      count -= 6;
      out += alphabet.charAt((bits >> count) & 63);
    }
    bits &= (1 << count) - 1;
  }
  return count === 0 ? out : out + alphabet.charAt((bits << (6 - count)) & 63);
}

/** The text of UTF-7 bytes. */
export function decodeUtf7(bytes: Uint8Array): string {
  let out = '';
  for (let i = 0; i < bytes.length; i++) {
    const char = String.fromCharCode(bytes[i] ?? 0);
    if (char !== '+') {
      out += char;
      continue;
    }
    if (bytes[i + 1] === 0x2d) {
      out += '+';
      i++;
      continue;
    }
    let bits = 0;
    let count = 0;
    for (i++; i < bytes.length; i++) {
      const value = alphabet.indexOf(String.fromCharCode(bytes[i] ?? 0));
      if (value < 0) break;
      bits = (bits << 6) | value;
      count += 6;
      if (count >= 16) {
        count -= 16;
        out += String.fromCharCode((bits >> count) & 0xffff);
        bits &= (1 << count) - 1;
      }
    }
    // The closing hyphen belongs to the run; any other character stands for itself.
    if (i < bytes.length && bytes[i] !== 0x2d) i--;
  }
  return out;
}
