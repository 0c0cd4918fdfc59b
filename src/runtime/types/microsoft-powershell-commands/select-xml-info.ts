import { INPUT_STREAM } from '../../values/match-info.ts';
import { SelectXmlInfo } from '../../values/select-xml-info.ts';
import type { XmlNode } from '../../xml/xml-node.ts';
import { defineType } from '../define-type.ts';

/** Microsoft.PowerShell.Commands.SelectXmlInfo */
export const selectXmlInfoType = defineType({
  name: 'Microsoft.PowerShell.Commands.SelectXmlInfo',
  jsClass: SelectXmlInfo,
  isSealed: true,
  assembly: 'Microsoft.PowerShell.Commands.Utility',
  members: {
    'new()': () => new SelectXmlInfo(),
    'prop Node XmlNode get set': {
      get: (self: SelectXmlInfo) => self.node,
      set: (self: SelectXmlInfo, node: XmlNode | null) => {
        self.node = node;
      },
    },
    'prop Path string get set': {
      get: (self: SelectXmlInfo) => self.path,
      set: (self: SelectXmlInfo, path: string | null) => {
        self.path = path || INPUT_STREAM;
      },
    },
    'prop Pattern string get set': {
      get: (self: SelectXmlInfo) => self.pattern,
      set: (self: SelectXmlInfo, pattern: string | null) => {
        self.pattern = pattern ?? '';
      },
    },
    'ToString() string': (self: SelectXmlInfo) => self.text,
  },
});
