import { ByteCollection } from '../../values/byte-collection.ts';
import { UInt64 } from '../../values/uint64.ts';
import { defineType } from '../define-type.ts';

/** Microsoft.PowerShell.Commands.ByteCollection */
export const byteCollection = defineType({
  name: 'Microsoft.PowerShell.Commands.ByteCollection',
  jsClass: ByteCollection,
  assembly: 'Microsoft.PowerShell.Commands.Utility',
  members: {
    'prop Offset64 UInt64 get': (self: ByteCollection) => UInt64.of(BigInt(self.offset)),
    'prop Bytes byte[] get': (self: ByteCollection) => self.bytes,
    'prop Path string get': (self: ByteCollection) => self.path,
    'prop HexOffset string get': (self: ByteCollection) => self.hexOffset,
    'prop Label string get': (self: ByteCollection) => self.label,
    'prop HexBytes string get': (self: ByteCollection) => self.hexBytes,
    'prop Ascii string get': (self: ByteCollection) => self.ascii,
    'ToString() string': (self: ByteCollection) => `${self.hexOffset}   ${self.hexBytes.padEnd(48)} ${self.ascii}`,
  },
});
