import type { TypeSpec } from '../define-type.ts';
import { documentTypes } from './document.ts';
import { nameTypes } from './linq/x-name.ts';
import { xTypes } from './linq/x-types.ts';
import { namespaceTypes } from './namespace-manager.ts';
import { navigatorTypes } from './navigator.ts';
import { nodeListTypesAll } from './node-lists.ts';
import { nodeTypes } from './node-types.ts';
import { readerTypes } from './reader-members.ts';
import { writerTypes } from './writer.ts';
import { convertTypes } from './xml-convert.ts';
import { xmlEnums } from './xml-enums.ts';

/** System.Xml with XPath and Linq. */
export const xmlTypes: readonly TypeSpec[] = [
  ...xmlEnums,
  ...nodeTypes,
  ...nodeListTypesAll,
  ...documentTypes,
  ...namespaceTypes,
  ...readerTypes,
  ...writerTypes,
  ...navigatorTypes,
  ...convertTypes,
  ...nameTypes,
  ...xTypes,
];
