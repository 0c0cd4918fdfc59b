import { createToken, Lexer, type TokenType } from 'chevrotain';
import { TokenFlags, type TokenKind, tokenKinds, tokenTraits } from './token-kinds.ts';

/** Families of kinds that grammar rules accept as one. */
export const categories = {
  /** May follow an operand: `+`, `-eq`, `..`, `??` and so on. */
  BinaryOperator: category('BinaryOperator'),
  /** May stand between operands: a binary operator or the comma of an array. */
  Infix: category('Infix'),
  /** May stand before an operand; the comma too. */
  UnaryOperator: category('UnaryOperator'),
  AssignmentOperator: category('AssignmentOperator'),
  /** A name of a named block: `begin`, `process`, `end`, `clean`, `dynamicparam`. */
  BlockName: category('BlockName'),
  /** What a command may begin with when no invocation operator stands before it. */
  CommandStart: category('CommandStart'),
  /** What may follow inside a command. */
  CommandPart: category('CommandPart'),
  /** What is a bare word where an argument is expected. */
  Word: category('Word'),
  /** What may name a function. */
  FunctionName: category('FunctionName'),
  /** What may name a member of a class. */
  MemberName: category('MemberName'),
  /** Strings with something to expand. */
  ExpandableString: category('ExpandableString'),
  /** Strings taken as they are. */
  LiteralString: category('LiteralString'),
  /** `$name` and `@name` */
  AnyVariable: category('AnyVariable'),
  /** Redirections of any kind. */
  AnyRedirection: category('AnyRedirection'),
  /** Any kind at all. */
  Any: category('Any'),
};

/** Name of a family of kinds. */
export type Category = keyof typeof categories;

function category(name: string): TokenType {
  return createToken({ name, pattern: Lexer.NA });
}

/** Kinds that end a command. */
const commandEnds: readonly TokenKind[] = [
  'Pipe',
  'RCurly',
  'RParen',
  'EndOfInput',
  'NewLine',
  'Semi',
  'AndAnd',
  'OrOr',
  'Ampersand',
];

/** Kinds that begin an expression also where an argument is expected. */
const argumentExpressions: readonly TokenKind[] = [
  'SplattedVariable',
  'Variable',
  'Number',
  'HereStringExpandable',
  'StringExpandable',
  'HereStringLiteral',
  'StringLiteral',
  'LParen',
  'DollarParen',
  'AtParen',
  'AtCurly',
  'LCurly',
];

/** Kinds that are neither words nor expressions where an argument is expected. */
const noArgument: readonly TokenKind[] = [...commandEnds, 'Redirection', 'RedirectInStd', 'MinusMinus', 'Comma'];

/** Punctuation that cannot name a function; nor can variables and quoted strings. */
const noFunctionName: readonly TokenKind[] = [
  'Pipe',
  'LParen',
  'LCurly',
  'AtParen',
  'AtCurly',
  'RCurly',
  'RParen',
  'EndOfInput',
  'Semi',
  'Redirection',
  'RedirectInStd',
  'AndAnd',
  'OrOr',
  'Ampersand',
  'Variable',
  'SplattedVariable',
  'HereStringExpandable',
  'HereStringLiteral',
  'StringLiteral',
  'StringExpandable',
];

function categoriesOf(kind: TokenKind): TokenType[] {
  const flags = tokenTraits[kind].flags;
  const table: readonly (readonly [Category, boolean])[] = [
    ['BinaryOperator', (flags & TokenFlags.BinaryOperator) !== 0],
    ['Infix', (flags & TokenFlags.BinaryOperator) !== 0 || kind === 'Comma'],
    ['UnaryOperator', (flags & TokenFlags.UnaryOperator) !== 0],
    ['AssignmentOperator', (flags & TokenFlags.AssignmentOperator) !== 0],
    ['BlockName', (flags & TokenFlags.ScriptBlockBlockName) !== 0],
    ['CommandStart', !commandEnds.includes(kind) && kind !== 'Dot'],
    ['CommandPart', !commandEnds.includes(kind)],
    ['Word', !noArgument.includes(kind) && !argumentExpressions.includes(kind)],
    ['FunctionName', !noFunctionName.includes(kind)],
    ['MemberName', kind === 'Identifier' || kind === 'DynamicKeyword' || (flags & TokenFlags.Keyword) !== 0],
    ['ExpandableString', kind === 'StringExpandable' || kind === 'HereStringExpandable'],
    ['LiteralString', kind === 'StringLiteral' || kind === 'HereStringLiteral'],
    ['AnyVariable', kind === 'Variable' || kind === 'SplattedVariable'],
    ['AnyRedirection', kind === 'Redirection' || kind === 'RedirectInStd'],
    ['Any', true],
  ];
  return table.filter(([, holds]) => holds).map(([name]) => categories[name]);
}

/** The grammar's token types by kind. */
export const tokenTypes: Readonly<Record<TokenKind, TokenType>> = Object.fromEntries(
  tokenKinds.map((kind) => [kind, createToken({ name: kind, pattern: Lexer.NA, categories: categoriesOf(kind) })]),
) as Record<TokenKind, TokenType>; // built from every kind just above

/** Everything the parser can be asked to consume. */
export const vocabulary: readonly TokenType[] = [...Object.values(categories), ...Object.values(tokenTypes)];
