import type { XmlNode } from '../xml-node.ts';
import { xpathError } from './xpath-tokens.ts';
import { booleanOf, numberOf, parentOf, stringOf, textOf, type XPathValue } from './xpath-values.ts';

/** What an expression is evaluated for. */
export interface XPathContext {
  readonly node: XmlNode;
  /** From 1. */
  readonly position: number;
  readonly size: number;
}

type Code = (context: XPathContext, args: readonly XPathValue[]) => XPathValue;

interface XPathFunction {
  readonly least: number;
  readonly most: number;
  readonly code: Code;
}

const define = (least: number, most: number, code: Code): XPathFunction => ({ least, most, code });

function nodesOf(value: XPathValue | undefined): readonly XmlNode[] {
  if (Array.isArray(value)) return value as readonly XmlNode[];
  throw xpathError('A node set is expected here.');
}

/** The first node of an argument, or the context node without one. */
const subject = (c: XPathContext, args: readonly XPathValue[]): XmlNode | undefined =>
  args.length === 0 ? c.node : nodesOf(args[0])[0];
const text = (c: XPathContext, args: readonly XPathValue[], at = 0): string =>
  args.length === 0 ? textOf(c.node) : stringOf(args[at] ?? '');
/** The name XPath gives a node: none for text, comments and documents. */
const nameOf = (node: XmlNode | undefined, name: string): string =>
  node === undefined || name.startsWith('#') ? '' : name;
const round = (n: number): number => (Number.isFinite(n) ? Math.floor(n + 0.5) : n);

function substring(args: readonly XPathValue[]): string {
  const from = round(numberOf(args[1] ?? 0));
  const to = args.length > 2 ? from + round(numberOf(args[2] ?? 0)) : Number.POSITIVE_INFINITY;
  return Array.from(stringOf(args[0] ?? ''))
    .filter((_, i) => i + 1 >= from && i + 1 < to)
    .join('');
}

function translate(args: readonly XPathValue[]): string {
  const [from, to] = [Array.from(stringOf(args[1] ?? '')), Array.from(stringOf(args[2] ?? ''))];
  return Array.from(stringOf(args[0] ?? ''))
    .map((c) => (from.includes(c) ? (to[from.indexOf(c)] ?? '') : c))
    .join('');
}

function isInLanguage(node: XmlNode, wanted: string): boolean {
  for (let above: XmlNode | null = node; above; above = parentOf(above)) {
    const language = above.attributes?.find('xml:lang')?.value.toLowerCase();
    if (language !== undefined) return language === wanted || language.startsWith(`${wanted}-`);
  }
  return false;
}

const functions: Readonly<Record<string, XPathFunction>> = {
  last: define(0, 0, (c) => c.size),
  position: define(0, 0, (c) => c.position),
  count: define(1, 1, (_, args) => nodesOf(args[0]).length),
  // Only a document type could tell which attributes are identifiers.
  id: define(1, 1, () => []),
  'local-name': define(0, 1, (c, args) => nameOf(subject(c, args), subject(c, args)?.localName ?? '')),
  'namespace-uri': define(0, 1, (c, args) => subject(c, args)?.namespace ?? ''),
  name: define(0, 1, (c, args) => nameOf(subject(c, args), subject(c, args)?.name ?? '')),
  string: define(0, 1, (c, args) => text(c, args)),
  concat: define(2, Number.POSITIVE_INFINITY, (_, args) => args.map(stringOf).join('')),
  'starts-with': define(2, 2, (c, args) => text(c, args).startsWith(text(c, args, 1))),
  contains: define(2, 2, (c, args) => text(c, args).includes(text(c, args, 1))),
  'substring-before': define(2, 2, (c, args) => {
    const at = text(c, args).indexOf(text(c, args, 1));
    return at < 0 ? '' : text(c, args).slice(0, at);
  }),
  'substring-after': define(2, 2, (c, args) => {
    const at = text(c, args).indexOf(text(c, args, 1));
    return at < 0 ? '' : text(c, args).slice(at + text(c, args, 1).length);
  }),
  substring: define(2, 3, (_, args) => substring(args)),
  'string-length': define(0, 1, (c, args) => Array.from(text(c, args)).length),
  'normalize-space': define(0, 1, (c, args) =>
    text(c, args)
      .trim()
      .replace(/[ \t\r\n]+/g, ' '),
  ),
  translate: define(3, 3, (_, args) => translate(args)),
  boolean: define(1, 1, (_, [value = '']) => booleanOf(value)),
  not: define(1, 1, (_, [value = '']) => !booleanOf(value)),
  true: define(0, 0, () => true),
  false: define(0, 0, () => false),
  lang: define(1, 1, (c, args) => isInLanguage(c.node, text(c, args).toLowerCase())),
  number: define(0, 1, (c, args) => numberOf(args[0] ?? [c.node])),
  sum: define(1, 1, (_, args) => nodesOf(args[0]).reduce((sum, n) => sum + numberOf(textOf(n)), 0)),
  floor: define(1, 1, (_, [value = '']) => Math.floor(numberOf(value))),
  ceiling: define(1, 1, (_, [value = '']) => Math.ceil(numberOf(value))),
  round: define(1, 1, (_, [value = '']) => round(numberOf(value))),
};

/** A function of the core library. @throws XPathException for an unknown one or a wrong number of arguments */
export function xpathFunction(name: string, count: number): Code {
  const found = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (!found) throw xpathError(`There is no function '${name}'.`);
  if (count < found.least || count > found.most)
    throw xpathError(`The function '${name}' does not take ${count} argument(s).`);
  return found.code;
}
