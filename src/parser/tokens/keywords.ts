import type { TokenKind } from './token-kinds.ts';

/** The words that are keywords where a statement or a member of a class may begin (about_Reserved_Words). */
export const keywords: ReadonlyMap<string, TokenKind> = new Map<string, TokenKind>([
  ['assembly', 'Assembly'],
  ['base', 'Base'],
  ['begin', 'Begin'],
  ['break', 'Break'],
  ['catch', 'Catch'],
  ['class', 'Class'],
  ['clean', 'Clean'],
  ['command', 'Command'],
  ['configuration', 'Configuration'],
  ['continue', 'Continue'],
  ['data', 'Data'],
  ['default', 'Default'],
  ['define', 'Define'],
  ['do', 'Do'],
  ['dynamicparam', 'Dynamicparam'],
  ['else', 'Else'],
  ['elseif', 'ElseIf'],
  ['end', 'End'],
  ['enum', 'Enum'],
  ['exit', 'Exit'],
  ['filter', 'Filter'],
  ['finally', 'Finally'],
  ['for', 'For'],
  ['foreach', 'Foreach'],
  ['from', 'From'],
  ['function', 'Function'],
  ['hidden', 'Hidden'],
  ['if', 'If'],
  ['in', 'In'],
  ['inlinescript', 'InlineScript'],
  ['interface', 'Interface'],
  ['module', 'Module'],
  ['namespace', 'Namespace'],
  ['parallel', 'Parallel'],
  ['param', 'Param'],
  ['private', 'Private'],
  ['process', 'Process'],
  ['public', 'Public'],
  ['return', 'Return'],
  ['sequence', 'Sequence'],
  ['static', 'Static'],
  ['switch', 'Switch'],
  ['throw', 'Throw'],
  ['trap', 'Trap'],
  ['try', 'Try'],
  ['type', 'Type'],
  ['until', 'Until'],
  ['using', 'Using'],
  ['var', 'Var'],
  ['while', 'While'],
  ['workflow', 'Workflow'],
]);

const longest = Math.max(...Array.from(keywords.keys(), (word) => word.length));

/** The keyword a word is, in any letter case, or undefined. */
export function keywordOf(word: string): TokenKind | undefined {
  return word.length > longest ? undefined : keywords.get(word.toLowerCase());
}
