import { nodeType } from './node-types.ts';
import type { XmlDocument } from './xml-document.ts';
import { isBlank } from './xml-names.ts';
import { XmlNode } from './xml-node.ts';
import type { XmlOutput } from './xml-output.ts';

/** A node whose value is one text of its own. */
abstract class XmlDataNode extends XmlNode {
  data: string;

  constructor(document: XmlDocument, data: string) {
    super(document);
    this.data = data;
  }

  override get value(): string {
    return this.data;
  }

  override set value(text: string | null) {
    this.data = text ?? '';
  }

  override get text(): string {
    return this.data;
  }

  override set text(text: string) {
    this.value = text;
  }
}

/** Text, CDATA, comments and white space. */
export abstract class XmlCharacters extends XmlDataNode {}

export class XmlText extends XmlCharacters {
  readonly nodeType = nodeType.text;
  readonly name = '#text';

  writeTo(out: XmlOutput): void {
    out.text(this.data);
  }

  clone(): XmlText {
    return new XmlText(this.owner, this.data);
  }

  /** Cuts the text; what is behind becomes a node of its own. */
  split(at: number): XmlText {
    const rest = new XmlText(this.owner, this.data.slice(at));
    this.data = this.data.slice(0, at);
    this.parent?.link(rest, this.next);
    return rest;
  }
}

export class XmlCDataSection extends XmlCharacters {
  readonly nodeType = nodeType.cdata;
  readonly name = '#cdata-section';

  writeTo(out: XmlOutput): void {
    out.cdata(this.data);
  }

  clone(): XmlCDataSection {
    return new XmlCDataSection(this.owner, this.data);
  }
}

export class XmlComment extends XmlCharacters {
  readonly nodeType = nodeType.comment;
  readonly name = '#comment';

  writeTo(out: XmlOutput): void {
    out.comment(this.data);
  }

  clone(): XmlComment {
    return new XmlComment(this.owner, this.data);
  }
}

/** White space between tags: kept as it is. */
export class XmlWhitespace extends XmlCharacters {
  readonly nodeType: number;
  readonly name: string;

  constructor(document: XmlDocument, data: string, isSignificant: boolean) {
    super(document, data);
    this.nodeType = isSignificant ? nodeType.significantWhitespace : nodeType.whitespace;
    this.name = isSignificant ? '#significant-whitespace' : '#whitespace';
  }

  writeTo(out: XmlOutput): void {
    if (isBlank(this.data)) out.whitespace(this.data);
    else out.text(this.data);
  }

  clone(): XmlWhitespace {
    return new XmlWhitespace(this.owner, this.data, this.nodeType === nodeType.significantWhitespace);
  }
}

export class XmlProcessingInstruction extends XmlDataNode {
  readonly nodeType = nodeType.processingInstruction;
  readonly name: string;

  constructor(document: XmlDocument, target: string, data: string) {
    super(document, data);
    this.name = target;
  }

  writeTo(out: XmlOutput): void {
    out.instruction(this.name, this.data);
  }

  clone(): XmlProcessingInstruction {
    return new XmlProcessingInstruction(this.owner, this.name, this.data);
  }
}

/** `<?xml …?>` */
export class XmlDeclaration extends XmlNode {
  readonly nodeType = nodeType.xmlDeclaration;
  readonly name = 'xml';
  readonly version: string;
  encoding: string;
  standalone: string;

  constructor(document: XmlDocument, version: string, encoding: string, standalone: string) {
    super(document);
    this.version = version;
    this.encoding = encoding;
    this.standalone = standalone;
  }

  override get value(): string {
    let text = `version="${this.version}"`;
    if (this.encoding !== '') text += ` encoding="${this.encoding}"`;
    if (this.standalone !== '') text += ` standalone="${this.standalone}"`;
    return text;
  }

  override set value(text: string | null) {
    for (const [, name, double, single] of (text ?? '').matchAll(/(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
      if (name === 'encoding') this.encoding = double ?? single ?? '';
      if (name === 'standalone') this.standalone = double ?? single ?? '';
    }
  }

  override get text(): string {
    return this.value;
  }

  override set text(text: string) {
    this.value = text;
  }

  writeTo(out: XmlOutput): void {
    out.instruction('xml', this.value);
  }

  clone(): XmlDeclaration {
    return new XmlDeclaration(this.owner, this.version, this.encoding, this.standalone);
  }
}

/** `<!DOCTYPE …>` */
export class XmlDocumentType extends XmlNode {
  readonly nodeType = nodeType.documentType;
  readonly name: string;
  readonly publicId: string | null;
  readonly systemId: string | null;
  readonly internalSubset: string | null;

  constructor(
    document: XmlDocument,
    name: string,
    publicId: string | null,
    systemId: string | null,
    internalSubset: string | null,
  ) {
    super(document);
    this.name = name;
    this.publicId = publicId;
    this.systemId = systemId;
    this.internalSubset = internalSubset;
  }

  writeTo(out: XmlOutput): void {
    out.documentType(this.name, this.publicId, this.systemId, this.internalSubset);
  }

  clone(): XmlDocumentType {
    return new XmlDocumentType(this.owner, this.name, this.publicId, this.systemId, this.internalSubset);
  }
}

/** `&name;` made by CreateEntityReference; texts that are loaded have their entities resolved. */
export class XmlEntityReference extends XmlNode {
  readonly nodeType = nodeType.entityReference;
  readonly name: string;

  constructor(document: XmlDocument, name: string) {
    super(document);
    this.name = name;
  }

  writeTo(out: XmlOutput): void {
    out.entityReference(this.name);
  }

  clone(): XmlEntityReference {
    return new XmlEntityReference(this.owner, this.name);
  }
}
