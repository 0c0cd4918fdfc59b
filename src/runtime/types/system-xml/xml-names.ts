import { NetException } from '../../errors/net-exception.ts';
import { coreTypes } from '../core-types.ts';
import { defineType, type TypeSpec } from '../define-type.ts';

/** Names of the XML classes with their bases, so that scripts can name them; a star marks abstract ones. */
const table = `XmlNode* Object|XmlLinkedNode* XmlNode|XmlCharacterData* XmlLinkedNode|XmlElement XmlLinkedNode
XmlAttribute XmlNode|XmlText XmlCharacterData|XmlCDataSection XmlCharacterData|XmlComment XmlCharacterData
XmlDeclaration XmlLinkedNode|XmlProcessingInstruction XmlLinkedNode|XmlDocumentFragment XmlNode|XmlNodeList* Object
XmlNamedNodeMap Object|XmlAttributeCollection XmlNamedNodeMap|XmlNamespaceManager Object`;

function unsupported(): never {
  throw new NetException(
    'System.PlatformNotSupportedException',
    'XML documents ([xml], System.Xml.XmlDocument) are not supported here yet.',
  );
}

/** The names of System.Xml; using them says that XML is not there. */
export const xmlTypes: readonly TypeSpec[] = [
  ...table.split(/[|\n]/).map((row) => {
    const [name = '', base = ''] = row.split(' ');
    return defineType({
      name: `System.Xml.${name.replace('*', '')}`,
      base: base === 'Object' ? 'System.Object' : `System.Xml.${base}`,
      isAbstract: name.endsWith('*'),
    });
  }),
  defineType({
    name: 'System.Xml.XmlDocument',
    base: 'System.Xml.XmlNode',
    convertFrom: {
      accepts: (from) => from === coreTypes().string,
      convert: unsupported,
      errorId: 'InvalidCastToXmlDocument',
    },
    members: { 'new()': unsupported },
  }),
];
