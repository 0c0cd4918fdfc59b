import { describe, expect, it } from 'vitest';
import { findAll, parse, Source } from '../../src/parser/index.ts';

describe('Extent', () => {
  it('counts lines and columns from 1, for each kind of line end', () => {
    const { ast } = parse('a\nbb\r\n  ccc\rd', { file: 'x.ps1' });
    const places = findAll(ast, ({ kind }) => kind === 'CommandAst', true).map(({ extent }) => [
      extent.text,
      extent.startLineNumber,
      extent.startColumnNumber,
      extent.endLineNumber,
      extent.endColumnNumber,
      extent.file,
    ]);
    expect(places).toEqual([
      ['a', 1, 1, 1, 2, 'x.ps1'],
      ['bb', 2, 1, 2, 3, 'x.ps1'],
      ['ccc', 3, 3, 3, 6, 'x.ps1'],
      ['d', 4, 1, 4, 2, 'x.ps1'],
    ]);
  });

  it('spans lines', () => {
    const { ast } = parse('if (1) {\n2\n}');
    const [node] = findAll(ast, ({ kind }) => kind === 'IfStatementAst', true);
    expect([node?.extent.endLineNumber, node?.extent.endColumnNumber]).toEqual([3, 2]);
  });

  it('is empty for an empty text', () => {
    const { ast, tokens, errors } = parse('');
    expect(ast.extent.text).toBe('');
    expect(tokens.map(({ kind }) => kind)).toEqual(['EndOfInput']);
    expect(errors).toEqual([]);
    expect(new Source('x', undefined).empty.text).toBe('');
  });
});
