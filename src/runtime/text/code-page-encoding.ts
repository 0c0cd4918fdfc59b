import type { TextEncoding } from './text-encoding.ts';

/** A code page of a script or country. */
interface CodePage {
  readonly page: number;
  /** .NET's name, which is also the label by which the host decodes it unless `table` is given. */
  readonly name: string;
  readonly title: string;
  readonly label?: string;
  /** The characters from 0x80 on, for pages that hosts do not know. */
  readonly table?: string;
}

const dos437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';
const dos850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';

const pages: readonly CodePage[] = [
  { page: 437, name: 'ibm437', title: 'OEM United States', table: dos437 },
  { page: 850, name: 'ibm850', title: 'Western European (DOS)', table: dos850 },
  { page: 866, name: 'cp866', title: 'Cyrillic (DOS)', label: 'ibm866' },
  { page: 874, name: 'windows-874', title: 'Thai (Windows)' },
  { page: 932, name: 'shift_jis', title: 'Japanese (Shift-JIS)' },
  { page: 936, name: 'gb2312', title: 'Chinese Simplified (GB2312)' },
  { page: 949, name: 'ks_c_5601-1987', title: 'Korean' },
  { page: 950, name: 'big5', title: 'Chinese Traditional (Big5)' },
  { page: 1250, name: 'windows-1250', title: 'Central European (Windows)' },
  { page: 1251, name: 'windows-1251', title: 'Cyrillic (Windows)' },
  { page: 1252, name: 'windows-1252', title: 'Western European (Windows)' },
  { page: 1253, name: 'windows-1253', title: 'Greek (Windows)' },
  { page: 1254, name: 'windows-1254', title: 'Turkish (Windows)' },
  { page: 1255, name: 'windows-1255', title: 'Hebrew (Windows)' },
  { page: 1256, name: 'windows-1256', title: 'Arabic (Windows)' },
  { page: 1257, name: 'windows-1257', title: 'Baltic (Windows)' },
  { page: 1258, name: 'windows-1258', title: 'Vietnamese (Windows)' },
  { page: 10000, name: 'macintosh', title: 'Western European (Mac)' },
  { page: 20866, name: 'koi8-r', title: 'Cyrillic (KOI8-R)' },
  { page: 21866, name: 'koi8-u', title: 'Cyrillic (KOI8-U)' },
  { page: 28592, name: 'iso-8859-2', title: 'Central European (ISO)' },
  { page: 28593, name: 'iso-8859-3', title: 'Latin 3 (ISO)' },
  { page: 28594, name: 'iso-8859-4', title: 'Baltic (ISO)' },
  { page: 28595, name: 'iso-8859-5', title: 'Cyrillic (ISO)' },
  { page: 28596, name: 'iso-8859-6', title: 'Arabic (ISO)' },
  { page: 28597, name: 'iso-8859-7', title: 'Greek (ISO)' },
  { page: 28598, name: 'iso-8859-8', title: 'Hebrew (ISO-Visual)' },
  { page: 28603, name: 'iso-8859-13', title: 'Estonian (ISO)' },
  { page: 28605, name: 'iso-8859-15', title: 'Latin 9 (ISO)' },
  { page: 51932, name: 'euc-jp', title: 'Japanese (EUC)' },
  { page: 51949, name: 'euc-kr', title: 'Korean (EUC)' },
  { page: 54936, name: 'gb18030', title: 'Chinese Simplified (GB18030)' },
];

/** Other names of pages. */
const aliases: Readonly<Record<string, number>> = {
  cp437: 437,
  cp850: 850,
  ibm866: 866,
  sjis: 932,
  'shift-jis': 932,
  gbk: 936,
  cp1250: 1250,
  'x-cp1250': 1250,
  cp1251: 1251,
  cp1252: 1252,
  'x-ansi': 1252,
  'iso-8859-9': 1254,
  'latin-9': 28605,
};

const question = 0x3f;
const multiByte = new Set([932, 936, 949, 950, 51932, 51949, 54936]);
const made = new Map<number, TextEncoding>();

/** The numbers of all code pages that are here. */
export function codePageNumbers(): number[] {
  return pages.map((entry) => entry.page);
}

/** Whether each character of a page is one byte. */
export function isSingleBytePage(page: number): boolean {
  return pages.some((entry) => entry.page === page) && !multiByte.has(page);
}

/** The encoding of a code page by number or name; undefined for pages that are not here. */
export function codePageEncoding(nameOrPage: string | number): TextEncoding | undefined {
  const wanted = typeof nameOrPage === 'number' ? nameOrPage : aliases[nameOrPage.toLowerCase()];
  const entry = pages.find((p) => p.page === wanted || p.name === String(nameOrPage).toLowerCase());
  if (!entry) return undefined;
  let found = made.get(entry.page);
  if (!found) made.set(entry.page, (found = makeEncoding(entry)));
  return found;
}

function makeEncoding(entry: CodePage): TextEncoding {
  const decode = entry.table === undefined ? hostDecoder(entry.label ?? entry.name) : tableDecoder(entry.table);
  let map: Map<string, readonly number[]> | undefined;
  return {
    name: entry.name,
    webName: entry.name,
    encodingName: entry.title,
    codePage: entry.page,
    preamble: new Uint8Array(),
    encode(text) {
      map ??= encodingMap(decode, multiByte.has(entry.page));
      const bytes: number[] = [];
      for (const char of text) bytes.push(...(map.get(char) ?? [question]));
      return Uint8Array.from(bytes);
    },
    decode,
  };
}

function hostDecoder(label: string): (bytes: Uint8Array) => string {
  return (bytes) => new TextDecoder(label).decode(bytes);
}

function tableDecoder(table: string): (bytes: Uint8Array) => string {
  const high = Array.from(table);
  return (bytes) => {
    let text = '';
    for (const byte of bytes) text += byte < 0x80 ? String.fromCharCode(byte) : (high[byte - 0x80] ?? '\ufffd');
    return text;
  };
}

/** From characters to bytes, found by decoding every byte and, for pages that have them, every pair. */
function encodingMap(decode: (bytes: Uint8Array) => string, hasPairs: boolean): Map<string, readonly number[]> {
  const map = new Map<string, readonly number[]>();
  const note = (bytes: readonly number[]): void => {
    const text = decode(Uint8Array.from(bytes));
    if (Array.from(text).length === 1 && text !== '\ufffd' && !map.has(text)) map.set(text, bytes);
  };
  for (let byte = 0; byte < 256; byte++) note([byte]);
  if (!hasPairs) return map;
  for (let lead = 0x81; lead < 0xff; lead++) for (let trail = 0x40; trail < 0xff; trail++) note([lead, trail]);
  return map;
}
