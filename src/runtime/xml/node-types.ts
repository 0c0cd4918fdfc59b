/** XmlNodeType. */
export const nodeType = {
  none: 0,
  element: 1,
  attribute: 2,
  text: 3,
  cdata: 4,
  entityReference: 5,
  processingInstruction: 7,
  comment: 8,
  document: 9,
  documentType: 10,
  documentFragment: 11,
  whitespace: 13,
  significantWhitespace: 14,
  endElement: 15,
  xmlDeclaration: 17,
} as const;
