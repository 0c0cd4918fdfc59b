import { defineEnum } from '../define-enum.ts';
import type { TypeSpec } from '../define-type.ts';

const xml = (name: string, names: string): TypeSpec => defineEnum(`System.Xml.${name}`, names);

/** Enums of System.Xml and its namespaces. */
export const xmlEnums: readonly TypeSpec[] = [
  xml(
    'XmlNodeType',
    'None Element Attribute Text CDATA EntityReference Entity ProcessingInstruction Comment Document DocumentType DocumentFragment Notation Whitespace SignificantWhitespace EndElement EndEntity XmlDeclaration',
  ),
  xml('WriteState', 'Start Prolog Element Attribute Content Closed Error'),
  xml('Formatting', 'None Indented'),
  xml('NewLineHandling', 'Replace Entitize None'),
  xml('XmlSpace', 'None Default Preserve'),
  xml('ReadState', 'Initial Interactive Error EndOfFile Closed'),
  xml('DtdProcessing', 'Prohibit Ignore Parse'),
  xml('WhitespaceHandling', 'All Significant None'),
  defineEnum('System.Xml.NamespaceHandling', 'Default OmitDuplicates', { flags: true }),
  xml('XmlDateTimeSerializationMode', 'Local Utc Unspecified RoundtripKind'),
  xml('XmlNodeOrder', 'Before After Same Unknown'),
  xml('EntityHandling', 'ExpandEntities=1 ExpandCharEntities'),
  xml('ValidationType', 'None Auto DTD XDR Schema'),
  xml('XmlOutputMethod', 'Xml Html Text AutoDetect'),
  xml('XmlNamespaceScope', 'All ExcludeXml Local'),
  xml(
    'XPath.XPathNodeType',
    'Root Element Attribute Namespace Text SignificantWhitespace Whitespace ProcessingInstruction Comment All',
  ),
  xml('XPath.XPathResultType', 'Number String Navigator=1 Boolean NodeSet Any=5 Error'),
  xml('XPath.XPathNamespaceScope', 'All ExcludeXml Local'),
  xml('XPath.XmlSortOrder', 'Ascending=1 Descending'),
  defineEnum('System.Xml.Linq.SaveOptions', 'None DisableFormatting OmitDuplicateNamespaces', { flags: true }),
  defineEnum('System.Xml.Linq.LoadOptions', 'None PreserveWhitespace SetBaseUri SetLineInfo=4', { flags: true }),
  defineEnum('System.Xml.Linq.ReaderOptions', 'None OmitDuplicateNamespaces', { flags: true }),
];
