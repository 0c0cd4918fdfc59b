import type { FunctionDefinitionAst, ParameterAst } from './ast/definitions.ts';
import type { ScriptBlockAst } from './ast/script-block.ts';
import { rootOf, tokensOf } from './ast/tree.ts';
import type { Extent } from './source.ts';
import type { Token } from './tokens/token.ts';

/** Help written in comments (about_Comment_Based_Help); texts keep their line ends, lists are in the order written. */
export interface CommentHelp {
  readonly synopsis: string | undefined;
  readonly description: string | undefined;
  readonly notes: string | undefined;
  /** The `.PARAMETER` sections, by name in upper case. */
  readonly parameters: ReadonlyMap<string, string>;
  /** The comments above, in or beside parameters, by name in upper case: for those without a section. */
  readonly parameterComments: ReadonlyMap<string, string>;
  readonly links: readonly string[];
  readonly examples: readonly string[];
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly component: string | undefined;
  readonly role: string | undefined;
  readonly functionality: string | undefined;
  readonly forwardHelpTargetName: string | undefined;
  readonly forwardHelpCategory: string | undefined;
  readonly remoteHelpRunspace: string | undefined;
  readonly externalHelp: string | undefined;
}

/** Sections whose text follows on the lines below, and whether they may stand several times. */
const sections: ReadonlyMap<string, TextKey | ListKey> = new Map<string, TextKey | ListKey>([
  ['SYNOPSIS', 'synopsis'],
  ['DESCRIPTION', 'description'],
  ['NOTES', 'notes'],
  ['LINK', 'links'],
  ['EXAMPLE', 'examples'],
  ['INPUTS', 'inputs'],
  ['OUTPUTS', 'outputs'],
  ['COMPONENT', 'component'],
  ['ROLE', 'role'],
  ['FUNCTIONALITY', 'functionality'],
]);
type ListKey = 'links' | 'examples' | 'inputs' | 'outputs';
type TextKey = Exclude<keyof CommentHelp, ListKey | 'parameters' | 'parameterComments'>;
const trimmed: ReadonlySet<string> = new Set(['links', 'component', 'role', 'functionality']);

/** Sections whose value stands on the same line. */
const values: ReadonlyMap<string, TextKey> = new Map<string, TextKey>([
  ['FORWARDHELPTARGETNAME', 'forwardHelpTargetName'],
  ['FORWARDHELPCATEGORY', 'forwardHelpCategory'],
  ['REMOTEHELPRUNSPACE', 'remoteHelpRunspace'],
  ['EXTERNALHELP', 'externalHelp'],
]);

const directive = /^\s*\.(\w+)(\s+(\S.*))?\s*$/;
const blank = /^\s*$/;
/** How many lines a help comment may stand above its function. */
const proximity = 2;

/** The help that comments give to a function, script or script block; undefined when there is none. */
export function helpOf(node: FunctionDefinitionAst | ScriptBlockAst): CommentHelp | undefined {
  const tokens = tokensOf(node);
  const found = findHelp(node, tokens);
  if (found === undefined) return undefined;
  const help = readHelp(found.comments);
  if (help === undefined) return undefined;
  return { ...help, parameterComments: parameterComments(parametersOf(node), tokens, found.start) };
}

interface Found {
  readonly comments: readonly Token[];
  /** Index of the first token that belongs to the node. */
  readonly start: number;
}

function findHelp(node: FunctionDefinitionAst | ScriptBlockAst, tokens: readonly Token[]): Found | undefined {
  const isScript = node === rootOf(node);
  const start = isScript ? 0 : firstTokenIn(tokens, node.extent, 0);
  let inside = start;
  let last = tokens.length - 1;
  if (node.kind === 'FunctionDefinitionAst') {
    const above = commentsBefore(tokens, start, proximity);
    if (readHelp(above) !== undefined) return { comments: above, start };
    inside = firstTokenIn(tokens, node.body.extent, 0) + 1;
    last = lastTokenIn(tokens, node.extent, start);
  } else if (!isScript) {
    inside = start + 1;
    last = lastTokenIn(tokens, node.extent, inside);
  }
  return helpInside(node, isScript, tokens, inside, last, start);
}

function helpInside(
  node: FunctionDefinitionAst | ScriptBlockAst,
  isScript: boolean,
  tokens: readonly Token[],
  inside: number,
  last: number,
  start: number,
): Found | undefined {
  let at = inside;
  for (;;) {
    const block = commentsFrom(tokens, at);
    if (block.comments.length === 0) break;
    at = block.next;
    if (readHelp(block.comments) === undefined) continue;
    if (isScript && node.kind === 'ScriptBlockAst' && belongsToFirstFunction(node, block.comments)) break;
    return { comments: block.comments, start };
  }
  const closing = tokens[last];
  if (closing === undefined) return undefined;
  const below = commentsBefore(tokens, last, closing.extent.startLineNumber);
  return readHelp(below) === undefined ? undefined : { comments: below, start };
}

/** A comment right above the first function of a script is that function's. */
function belongsToFirstFunction({ endBlock }: ScriptBlockAst, comments: readonly Token[]): boolean {
  const statement = endBlock?.unnamed === true ? endBlock.statements[0] : undefined;
  if (statement?.kind !== 'FunctionDefinitionAst') return false;
  const end = comments.at(-1)?.extent.endLineNumber ?? 0;
  return statement.extent.startLineNumber - end <= proximity;
}

/** Comments on lines without a gap from a token on, and where to look further. */
function commentsFrom(tokens: readonly Token[], from: number): { readonly comments: Token[]; readonly next: number } {
  const comments: Token[] = [];
  let lastLine = Number.POSITIVE_INFINITY;
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined) break;
    if (token.extent.startLineNumber > lastLine) return { comments, next: i };
    if (token.kind === 'Comment') {
      comments.push(token);
      lastLine = token.extent.endLineNumber + 1;
    } else if (token.kind !== 'NewLine') {
      return { comments, next: i };
    }
  }
  return { comments, next: tokens.length };
}

/** Comments on lines without a gap that end at most so many lines above a token. */
function commentsBefore(tokens: readonly Token[], index: number, lines: number): Token[] {
  const comments: Token[] = [];
  let firstLine = (tokens[index]?.extent.startLineNumber ?? 0) - lines;
  for (let i = index - 1; i >= 0; i--) {
    const token = tokens[i];
    if (token === undefined || token.extent.endLineNumber < firstLine) break;
    if (token.kind === 'Comment') {
      comments.unshift(token);
      firstLine = token.extent.startLineNumber - 1;
    } else if (token.kind !== 'NewLine') {
      break;
    }
  }
  return comments;
}

function firstTokenIn(tokens: readonly Token[], extent: Extent, from: number): number {
  let index = from;
  while (index < tokens.length && (tokens[index]?.endOffset ?? 0) <= extent.startOffset) index++;
  return index;
}

function lastTokenIn(tokens: readonly Token[], extent: Extent, from: number): number {
  let index = from;
  while (index < tokens.length && (tokens[index]?.startOffset ?? 0) < extent.endOffset) index++;
  return index - 1;
}

/** The lines of comments without their marks. */
function linesOf(comments: readonly Token[]): string[] {
  return comments.flatMap(({ text }) =>
    text.startsWith('<') ? text.slice(2, -2).split(/\r\n|\r|\n/) : [text.replace(/^#*/, '')],
  );
}

/** What the sections of a comment say; undefined when it is no help comment. */
function readHelp(comments: readonly Token[]): CommentHelp | undefined {
  const lines = linesOf(comments);
  const texts: Partial<Record<TextKey, string>> = {};
  const found: Record<ListKey, string[]> = { links: [], examples: [], inputs: [], outputs: [] };
  const parameters = new Map<string, string>();
  let isHelp = false;
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    at++;
    const match = directive.exec(line);
    if (match === null) {
      if (blank.test(line)) continue;
      return undefined;
    }
    isHelp = true;
    const name = (match[1] ?? '').toUpperCase();
    const value = match[3]?.trim();
    const valueKey = value === undefined ? undefined : values.get(name);
    if (valueKey !== undefined && value !== undefined) {
      texts[valueKey] = value;
      continue;
    }
    const key = value === undefined ? sections.get(name) : undefined;
    if (key === undefined && (name !== 'PARAMETER' || value === undefined)) return undefined;
    const section = sectionAt(lines, at);
    at = section.next;
    const text = key !== undefined && trimmed.has(key) ? section.text.trim() : section.text;
    if (key === undefined) addMissing(parameters, value?.toUpperCase() ?? '', text);
    else if (isList(key)) found[key].push(text);
    else texts[key] = text;
  }
  return isHelp ? { ...noHelp, ...texts, ...found, parameters } : undefined;
}

function isList(key: TextKey | ListKey): key is ListKey {
  return Object.hasOwn(noHelp, key) && Array.isArray(noHelp[key]);
}

function addMissing(map: Map<string, string>, key: string, text: string): void {
  if (!map.has(key)) map.set(key, text);
}

const noHelp: CommentHelp = {
  synopsis: undefined,
  description: undefined,
  notes: undefined,
  parameters: new Map(),
  parameterComments: new Map(),
  links: [],
  examples: [],
  inputs: [],
  outputs: [],
  component: undefined,
  role: undefined,
  functionality: undefined,
  forwardHelpTargetName: undefined,
  forwardHelpCategory: undefined,
  remoteHelpRunspace: undefined,
  externalHelp: undefined,
};

/** The text of a section from a line on: blank lines before it and its first line's indentation are dropped. */
function sectionAt(lines: readonly string[], from: number): { readonly text: string; readonly next: number } {
  let text = '';
  let indent: number | undefined;
  let at = from;
  for (; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (indent === undefined && blank.test(line)) continue;
    if (directive.test(line)) break;
    const leading = /^[ \t\u00a0]*/.exec(line)?.[0].length ?? 0;
    indent ??= leading;
    text += `${line.slice(Math.min(indent, leading))}\n`;
  }
  return { text, next: at };
}

function parametersOf(node: FunctionDefinitionAst | ScriptBlockAst): readonly ParameterAst[] {
  if (node.kind === 'ScriptBlockAst') return node.paramBlock?.parameters ?? [];
  return node.parameters ?? node.body.paramBlock?.parameters ?? [];
}

/** The comments above, in and beside parameters. */
function parameterComments(
  parameters: readonly ParameterAst[],
  tokens: readonly Token[],
  start: number,
): ReadonlyMap<string, string> {
  const all = new Map<string, string>();
  for (const { name, extent } of parameters) {
    const first = firstTokenIn(tokens, extent, start);
    const last = lastTokenIn(tokens, extent, first);
    const within = tokens.slice(first, last).filter(({ kind }) => kind === 'Comment');
    const beside = commentsFrom(tokens, last + 1).comments;
    const lines = linesOf([...commentsBefore(tokens, first, proximity), ...within, ...beside]);
    const { text } = sectionAt(lines, 0);
    if (text !== '') addMissing(all, name.variablePath.userPath.toUpperCase(), text);
  }
  return all;
}
