import {
  FormatEndData,
  FormatEntryData,
  FormatPacket,
  FormatStartData,
  GroupEndData,
  GroupStartData,
} from '../../values/format-packets.ts';
import { defineType, type TypeSpec } from '../define-type.ts';

const prefix = 'Microsoft.PowerShell.Commands.Internal.Format';

const packetClasses = [
  ['FormatStartData', FormatStartData],
  ['FormatEndData', FormatEndData],
  ['GroupStartData', GroupStartData],
  ['GroupEndData', GroupEndData],
  ['FormatEntryData', FormatEntryData],
] as const;

const formatInfoData = defineType({
  name: `${prefix}.FormatInfoData`,
  jsClass: FormatPacket,
  isAbstract: true,
  assembly: 'System.Management.Automation',
  members: { 'prop ClassId2e4f51ef21dd47e99d3c952918aff9cd string get': () => '' },
});

/** The objects that Format-* commands write. */
export const formatDataTypes: readonly TypeSpec[] = [
  formatInfoData,
  ...packetClasses.map(([name, jsClass]) =>
    defineType({
      name: `${prefix}.${name}`,
      jsClass,
      base: `${prefix}.FormatInfoData`,
      isSealed: true,
      assembly: 'System.Management.Automation',
    }),
  ),
];
