/** The nil GUID: the session itself where a packet or message names a pipeline. */
export const NIL_GUID = '00000000-0000-0000-0000-000000000000';

/** Positions of .NET's mixed-endian layout: the first three fields are little-endian, the last two as written. */
const byteOrder = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15] as const;
const hyphens = new Set([4, 6, 8, 10]);

/** Writes a GUID in its `D` form as 16 bytes at `at` (MS-PSRP 2.2.1, RPID and PID). */
export function writeGuid(guid: string, target: Uint8Array, at: number): void {
  const digits = guid.replaceAll('-', '');
  byteOrder.forEach((from, i) => {
    target[at + i] = Number.parseInt(digits.slice(from * 2, from * 2 + 2), 16);
  });
}

/** The lower-case `D` form of the GUID in the 16 bytes at `at`. */
export function readGuid(source: Uint8Array, at: number): string {
  let text = '';
  byteOrder.forEach((from, i) => {
    if (hyphens.has(i)) text += '-';
    text += (source[at + from] ?? 0).toString(16).padStart(2, '0');
  });
  return text;
}
