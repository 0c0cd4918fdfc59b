/** The parts of the Encoding standard used here; every host of ours (Node, browsers, workers) has them as globals. */
declare const TextEncoder: new () => { encode(text: string): Uint8Array };
declare const TextDecoder: new (
  label: string,
  options?: { fatal?: boolean; ignoreBOM?: boolean },
) => { decode(bytes: Uint8Array): string };

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8');
const latin1 = new TextDecoder('latin1');

/** UTF-8 bytes of a text; lone surrogates become U+FFFD (CLIXML escapes every surrogate before this). */
export function encodeUtf8(text: string): Uint8Array {
  return encoder.encode(text);
}

/** The text of UTF-8 bytes, without a byte order mark at its start; malformed bytes become U+FFFD. */
export function decodeUtf8(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

/** The text of bytes that are known to be ASCII. */
export function decodeAscii(bytes: Uint8Array): string {
  return latin1.decode(bytes);
}
