import { describe, expect, it } from 'vitest';
import { find, parse } from '../../src/parser/index.ts';

const deep = 5_000;
/** Ways to nest one thing in another: opening and closing text. */
const nestings: readonly (readonly [open: string, close: string])[] = [
  ['(', ')'],
  ['$(', ')'],
  ['@(', ')'],
  ['{', '}'],
  ['@{ a = ', '}'],
  ['if (1) {', '}'],
  ['"$(', ')"'],
  ['[a[', ']]'],
  ['!', ''],
  ['f (', ')'],
  ['$a[', ']'],
  ['$a.b(', ')'],
  ['$a = ', ''],
  ['function f {', '}'],
  ['1 + (', ')'],
  ['$a ? ', ' : 1'],
  ['while (1) { switch (1) { 1 {', '} } }'],
];

describe('parse', () => {
  it.each(nestings)('gives up politely on too many %s', (open, close) => {
    const { errors, ast } = parse(open.repeat(deep) + close.repeat(deep));
    expect(ast.kind).toBe('ScriptBlockAst');
    expect(errors.length).toBeGreaterThan(0);
  });

  it.each(nestings)('takes a hundred levels of %s', (open, close) => {
    const { errors } = parse(`${open.repeat(100)}1${close.repeat(100)}`);
    expect(errors.map(({ errorId }) => errorId)).not.toContain('ScriptTooComplicated');
  });

  it.each([
    ['1 + ', '1'],
    ['f | ', 'f'],
    ['f && ', 'f'],
    ['1, ', '1'],
    ['$a.b', ''],
    ['f; ', ''],
    ['"x" -replace "y" ', ''],
    ['else', ''],
  ])('takes any number of %s', (part, end) => {
    expect(
      parse((part.startsWith('$') ? '$a' : '') + (part.startsWith('$') ? '.b' : part).repeat(deep) + end).ast.kind,
    ).toBe('ScriptBlockAst');
  });

  it('gives up on a script after some hundred errors', () => {
    const { errors } = parse('if;\n'.repeat(10_000));
    expect(errors.length).toBeGreaterThan(100);
    expect(errors.length).toBeLessThan(2000);
  });

  it('keeps what stands behind an error', () => {
    const { ast, errors } = parse('if ($a { 1 }\nfunction f { 2 }');
    expect(errors.length).toBeGreaterThan(0);
    expect(find(ast, ({ kind }) => kind === 'VariableExpressionAst', true)).toBeDefined();
  });

  it.each(['\u0000', '\uFEFF1', '\uD800', '\u2028', '\u0085f', '\u001A', 'f \u0000 g'])('takes %j', (source) => {
    expect(parse(source).ast.kind).toBe('ScriptBlockAst');
  });

  it('stops at a signature block', () => {
    const { tokens, errors } = parse('1\r\n# SIG # Begin signature block\r\n# x\r\n# SIG # End signature block\r\n');
    expect(errors).toEqual([]);
    expect(tokens.some(({ kind }) => kind === 'Comment')).toBe(true);
  });
});
