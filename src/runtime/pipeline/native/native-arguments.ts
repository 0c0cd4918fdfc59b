import type { ArrayLiteralAst, CommandElementAst, CommandParameterAst } from '../../../parser/index.ts';
import type { Argument } from '../../commands/argument.ts';
import type { CallFrame } from '../../commands/call-frame.ts';
import { absolutePath } from '../../commands/discovery/file-lookup.ts';
import type { Flow } from '../../commands/flow.ts';
import { hasWildcards } from '../../commands/wildcard-name.ts';
import { enumerableOf } from '../../members/enumerate.ts';
import { typeSystemOf } from '../../types/type-system.ts';
import { baseOf, PSObject } from '../../values/ps-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { expandGlob } from './glob.ts';

/**
 * The argument vector of a program (about_Parsing, "Passing arguments to native commands"): collections give one
 * argument per element, `$null` none, numbers keep their source text, unquoted wildcards and `~` expand.
 */
export function* nativeArguments(frame: CallFrame, args: readonly Argument[]): Flow<string[]> {
  const list: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const argument = args[i];
    if (!argument) continue;
    if (isVerbatimMark(argument)) {
      const rest = args[i + 1];
      if (rest) list.push(...verbatimWords(typeSystemOf(frame.engine).toText(rest.value)));
      i++;
      continue;
    }
    list.push(...(yield* wordsOf(frame, argument)));
  }
  return list;
}

function isVerbatimMark({ name, ast }: Argument): boolean {
  if (name !== undefined) return name === '-%';
  return ast?.kind === 'StringConstantExpressionAst' && ast.stringConstantType === 'BareWord' && ast.value === '--%';
}

function verbatimWords(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

function* wordsOf(frame: CallFrame, argument: Argument): Flow<string[]> {
  const { name, hasValue, ast } = argument;
  if (name === undefined) return yield* valueWords(frame, argument.value, ast, '');
  if (!hasValue) return [name === '-' ? '--' : `-${name}`];
  const parameter = ast?.kind === 'CommandParameterAst' ? ast : undefined;
  if (parameter && hasBlankBehindColon(parameter)) {
    return [`-${name}:`, ...(yield* valueWords(frame, argument.value, parameter.argument, ''))];
  }
  return yield* valueWords(frame, argument.value, parameter?.argument, `-${name}:`);
}

function hasBlankBehindColon({ errorPosition, argument }: CommandParameterAst): boolean {
  return argument !== undefined && argument.extent.startOffset > errorPosition.endOffset;
}

function* valueWords(
  frame: CallFrame,
  value: PSValue,
  ast: CommandElementAst | undefined,
  prefix: string,
): Flow<string[]> {
  if (ast?.kind === 'ArrayLiteralAst' && Array.isArray(value))
    return literalWords(frame, ast, value as PSValue[], prefix);
  const base = baseOf(value);
  if (base === null || base === undefined) return prefix === '' ? [] : [prefix];
  const items = typeof base === 'string' ? undefined : enumerableOf(base);
  if (!items) return yield* expand(frame, prefix + textOf(frame, value), ast);
  const words: string[] = [];
  let lead = prefix;
  for (const item of items) {
    if (baseOf(item) === null || item === undefined) continue;
    words.push(...(yield* expand(frame, lead + textOf(frame, item), ast)));
    lead = '';
  }
  return words;
}

/** The text of one value: what was written for a number, else as in a string. */
function textOf(frame: CallFrame, value: PSValue): string {
  if (typeof value === 'string') return value;
  if (value instanceof PSObject && value.tokenText !== undefined) return value.tokenText;
  return typeSystemOf(frame.engine).toText(value);
}

/** `a, b` is split where the source has blanks; `a,b` is one word. */
function literalWords(frame: CallFrame, ast: ArrayLiteralAst, values: readonly PSValue[], prefix: string): string[] {
  const { source } = ast.extent;
  let text = prefix;
  values.forEach((value, i) => {
    const element = ast.elements[i];
    const before = ast.elements[i - 1];
    if (element && before)
      text += source.text.slice(before.extent.endOffset, element.extent.startOffset).replace(/\s+/g, '\u0000');
    const written = element?.kind === 'ConstantExpressionAst' ? element.extent.text : textOf(frame, value ?? '');
    text += written;
  });
  return text.split('\u0000').filter((word) => word !== '');
}

function* expand(frame: CallFrame, text: string, ast: CommandElementAst | undefined): Flow<string[]> {
  if (isQuoted(ast)) return [text];
  if (text === '~' || text.startsWith('~/')) return [absolutePath(frame, text)];
  if (!hasWildcards(text)) return [text];
  const found = yield* expandGlob(frame, text);
  return found.length > 0 ? found : [text];
}

function isQuoted(ast: CommandElementAst | undefined): boolean {
  if (ast?.kind === 'StringConstantExpressionAst') return ast.stringConstantType !== 'BareWord';
  return ast?.kind === 'ExpandableStringExpressionAst' && ast.stringConstantType !== 'BareWord';
}
