import { NetObject } from './net-object.ts';

/** Microsoft.PowerShell.Commands.ByteCollection: up to 16 bytes that Format-Hex shows in one line. */
export class ByteCollection extends NetObject {
  readonly offset: number;
  readonly bytes: Uint8Array;
  readonly label: string;
  readonly path: string | null;

  constructor(offset: number, bytes: Uint8Array, label: string, path: string | null = null) {
    super();
    this.offset = offset;
    this.bytes = bytes;
    this.label = label;
    this.path = path;
  }

  get hexOffset(): string {
    return this.offset.toString(16).toUpperCase().padStart(16, '0');
  }

  get hexBytes(): string {
    return Array.from(this.bytes, (byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ');
  }

  get ascii(): string {
    return Array.from(this.bytes, (byte) => {
      if (byte === 0) return ' ';
      return byte < 32 || (byte >= 127 && byte < 160) ? '\ufffd' : String.fromCharCode(byte);
    }).join('');
  }
}
