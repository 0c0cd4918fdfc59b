import { describe, expect, it } from 'vitest';
import { constantText, isSafeValue, parse, type SafeValueBuilder, safeValue } from '../../../src/parser/index.ts';

const builder: SafeValueBuilder<unknown> = {
  text: (text) => text,
  number: (constant) => Number(constantText(constant)),
  array: (items) => [...items],
  hashtable: (entries) => Object.fromEntries(entries.map(([key, value]) => [String(key), value])),
  spread: (value) => (Array.isArray(value) ? value : [value]),
  variable: ({ variablePath }) => ({ true: true, false: false, null: null })[variablePath.userPath.toLowerCase()],
  expand: (parts) => parts.join(''),
  index: (target, index) => (target as Record<string, unknown>)[String(index)],
  scriptBlock: ({ extent }) => extent.text,
  evaluate: ({ extent }) => `evaluated ${extent.text}`,
};

function expressionOf(source: string) {
  const [statement] = parse(source).ast.endBlock?.statements ?? [];
  const [element] = statement?.kind === 'PipelineAst' ? statement.pipelineElements : [];
  if (element?.kind !== 'CommandExpressionAst') throw new Error('not an expression');
  return element.expression;
}

const values: readonly (readonly [source: string, value: unknown])[] = [
  ['1', 1],
  ["'a'", 'a'],
  ['$true', true],
  ['1, 2, "x"', [1, 2, 'x']],
  ['@()', []],
  ['@(1; 2, 3)', [1, 2, 3]],
  ['@{ a = 1; b = @{ c = $null } }', { a: 1, b: { c: null } }],
  ['@{ a = 1 }["a"]', 1],
  ['-1', -1],
  ['[int]"1"', 'evaluated [int]"1"'],
  ['$true ? 1 : 2', 'evaluated $true ? 1 : 2'],
  ['{ f }', '{ f }'],
  ['"a$true"', 'atrue'],
  ['(1)', 1],
];

describe('values known without running anything', () => {
  it.each(values)('%s', (source, expected) => {
    const node = expressionOf(source);
    expect(isSafeValue(node)).toBe(true);
    expect(safeValue(node, builder)).toEqual(expected);
  });

  it.each(['$x', 'f', '(f)', '$(f)', '@{ a = f }', '[guid]"x"', '$x.y', '[int]::MaxValue', '1 + 1', '"$x"'])(
    'not %s',
    (source) => {
      const [statement] = parse(source).ast.endBlock?.statements ?? [];
      expect(statement && isSafeValue(statement)).toBe(false);
    },
  );
});
