import type { XmlNode } from '../xml/xml-node.ts';
import { INPUT_STREAM } from './match-info.ts';
import { NetObject } from './net-object.ts';

/** Microsoft.PowerShell.Commands.SelectXmlInfo: a node that Select-Xml found. */
export class SelectXmlInfo extends NetObject {
  node: XmlNode | null;
  path: string;
  pattern: string;

  constructor(node: XmlNode | null = null, path: string = INPUT_STREAM, pattern = '') {
    super();
    this.node = node;
    this.path = path;
    this.pattern = pattern;
  }

  /** The content of the node, with the path of its file behind it where it came from one. */
  get text(): string {
    const content = (this.node?.value ?? this.node?.innerXml ?? '').trim();
    return this.path === INPUT_STREAM ? content : `${content}:${this.path}`;
  }
}
