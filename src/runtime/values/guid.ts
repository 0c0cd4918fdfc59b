import { NetException } from '../errors/net-exception.ts';

/** Byte order of the canonical text in System.Guid's byte array: the first three groups are little-endian. */
const BYTE_ORDER = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];

const HEX_FORM =
  /^\{0x([0-9a-f]{1,8}),0x([0-9a-f]{1,4}),0x([0-9a-f]{1,4}),\{((?:0x[0-9a-f]{1,2},){7}0x[0-9a-f]{1,2})\}\}$/;

/** System.Guid, held as its canonical lower-case text (32 digits, four hyphens); immutable. */
export class Guid {
  static readonly empty: Guid = new Guid('00000000-0000-0000-0000-000000000000');
  static readonly allBitsSet: Guid = new Guid('ffffffff-ffff-ffff-ffff-ffffffffffff');

  /** The "D" form: `00112233-4455-6677-8899-aabbccddeeff`. */
  readonly text: string;

  /** `text` must be canonical; {@link parse} takes the other forms. */
  constructor(text: string) {
    this.text = text;
  }

  /** A random (version 4) one from 16 random bytes. */
  static fromRandomBytes(random: Uint8Array): Guid {
    const bytes = Uint8Array.from(random);
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
    return new Guid(hyphenate(toHex(bytes)));
  }

  /** From System.Guid's 16 bytes; ArgumentException for another length. */
  static fromBytes(bytes: Uint8Array): Guid {
    if (bytes.length !== 16) throw new NetException('System.ArgumentException', 'A GUID has 16 bytes.');
    return new Guid(hyphenate(toHex(Uint8Array.from(BYTE_ORDER, (index) => bytes[index] ?? 0))));
  }

  /** Reads the N, D, B, P and X forms; `undefined` when it is none of them. */
  static tryParse(text: string): Guid | undefined {
    const trimmed = text.trim().toLowerCase();
    const digits =
      /^[0-9a-f]{32}$/.exec(trimmed)?.[0] ??
      (/^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}|\([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\))$/.test(
        trimmed,
      )
        ? trimmed.replace(/[{}()-]/g, '')
        : parseHexForm(trimmed));
    return digits === undefined ? undefined : new Guid(hyphenate(digits));
  }

  /** As {@link tryParse}, with a FormatException. */
  static parse(text: string): Guid {
    const guid = Guid.tryParse(text);
    if (guid === undefined) throw new NetException('System.FormatException', `'${text}' is not a GUID.`);
    return guid;
  }

  /** Reads exactly one form, N, D, B, P or X. */
  static tryParseExact(text: string, format: string): Guid | undefined {
    const guid = Guid.tryParse(text);
    if (guid === undefined) return undefined;
    const same =
      format.toUpperCase() === 'X' ? text.trim().startsWith('{0') : text.trim().toLowerCase() === guid.toText(format);
    return same ? guid : undefined;
  }

  /** Guid.ToString(format): N, D (also ''), B, P or X in either case. */
  toText(format = 'D'): string {
    switch (format === '' ? 'D' : format.toUpperCase()) {
      case 'D':
        return this.text;
      case 'N':
        return this.text.replaceAll('-', '');
      case 'B':
        return `{${this.text}}`;
      case 'P':
        return `(${this.text})`;
      case 'X': {
        const hex = this.text.replaceAll('-', '');
        const tail = (hex.slice(16).match(/../g) ?? []).map((pair) => `0x${pair}`).join(',');
        return `{0x${hex.slice(0, 8)},0x${hex.slice(8, 12)},0x${hex.slice(12, 16)},{${tail}}}`;
      }
      default:
        throw new NetException(
          'System.FormatException',
          `A GUID has the formats D, N, B, P and X, but not '${format}'.`,
        );
    }
  }

  /** System.Guid's byte order. */
  toBytes(): Uint8Array {
    const hex = this.text.replaceAll('-', '');
    return Uint8Array.from(BYTE_ORDER, (index) => Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16));
  }

  compareTo(other: Guid): number {
    return this.text < other.text ? -1 : this.text > other.text ? 1 : 0;
  }

  equals(other: Guid): boolean {
    return this.text === other.text;
  }

  toString(): string {
    return this.text;
  }
}

function parseHexForm(text: string): string | undefined {
  const match = HEX_FORM.exec(text.replace(/\s/g, ''));
  if (match === null) return undefined;
  const [, a = '', b = '', c = '', rest = ''] = match;
  const tail = rest.split(',').map((part) => part.slice(2).padStart(2, '0'));
  return a.padStart(8, '0') + b.padStart(4, '0') + c.padStart(4, '0') + tail.join('');
}

function toHex(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0');
  return hex;
}

function hyphenate(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
