import { describe, expect, it } from 'vitest';
import {
  type Ast,
  ancestorOf,
  childrenOf,
  find,
  findAll,
  isRethrow,
  parentOf,
  parse,
  rootOf,
  tokensOf,
  visit,
} from '../../../src/parser/index.ts';

const text = 'function f { 1 }; { 2 }; trap { 3 }; 4';
const isNumber = ({ kind }: Ast) => kind === 'ConstantExpressionAst';

describe('visit', () => {
  it('goes through the text in order and says what is around a node', () => {
    const seen: string[] = [];
    visit(parse('1 + 2').ast, (node, around) => {
      seen.push(`${around.length} ${node.kind}`);
      return 'continue';
    });
    expect(seen).toEqual([
      '0 ScriptBlockAst',
      '1 NamedBlockAst',
      '2 PipelineAst',
      '3 CommandExpressionAst',
      '4 BinaryExpressionAst',
      '5 ConstantExpressionAst',
      '5 ConstantExpressionAst',
    ]);
  });

  it('leaves out children, stops, and calls back behind children', () => {
    const { ast } = parse('(1); 2');
    const left: string[] = [];
    const whole = visit(
      ast,
      ({ kind }) => (kind === 'ParenExpressionAst' ? 'skipChildren' : 'continue'),
      ({ kind, extent }) => left.push(`${kind} ${extent.text}`),
    );
    expect(whole).toBe(true);
    expect(left).not.toContain('ConstantExpressionAst 1');
    expect(left.at(-1)).toBe('ScriptBlockAst (1); 2');
    expect(visit(ast, ({ kind }) => (kind === 'ParenExpressionAst' ? 'stopVisit' : 'continue'))).toBe(false);
  });
});

describe('findAll', () => {
  it('looks into nested scripts only when asked', () => {
    const { ast } = parse(text);
    expect(findAll(ast, isNumber, false).map(({ extent }) => extent.text)).toEqual(['4']);
    expect(findAll(ast, isNumber, true).map(({ extent }) => extent.text)).toEqual(['3', '1', '2', '4']);
  });

  it('gives the first with find', () => {
    expect(find(parse(text).ast, isNumber, false)?.extent.text).toBe('4');
    expect(find(parse(text).ast, ({ kind }) => kind === 'IfStatementAst', true)).toBeUndefined();
  });
});

describe('the tree of a node', () => {
  it('knows parents, root and tokens', () => {
    const { ast, tokens } = parse('if ($a) { f $b }');
    const node = find(ast, (n) => n.extent.text === '$b', true);
    const chain: string[] = [];
    for (let at = node; at !== undefined; at = parentOf(at)) chain.push(at.kind);
    expect(chain).toEqual([
      'VariableExpressionAst',
      'CommandAst',
      'PipelineAst',
      'StatementBlockAst',
      'IfStatementAst',
      'NamedBlockAst',
      'ScriptBlockAst',
    ]);
    expect(node && rootOf(node)).toBe(ast);
    expect(node && ancestorOf(node, 'IfStatementAst')?.clauses).toHaveLength(1);
    expect(tokensOf(ast)).toBe(tokens);
  });

  it('has every node as a child of its parent', () => {
    const { ast } = parse(
      'class C : B { [int]$x = 1; C($y) : base($y) { } }; foreach ($i in 1..2) { "$i" } data d { 1 }',
    );
    visit(ast, (node) => {
      for (const child of childrenOf(node)) expect(parentOf(child)).toBe(node);
      return 'continue';
    });
  });

  it.each([
    ['try { } catch { throw }', true],
    ['try { } catch { throw 1 }', false],
    ['throw', false],
    ['try { } catch { if ($x) { throw } }', true],
    ['try { } catch { & { throw } }', false],
  ])('%s throws again: %s', (source, expected) => {
    const node = find(parse(source).ast, ({ kind }) => kind === 'ThrowStatementAst', true);
    expect(node?.kind === 'ThrowStatementAst' && isRethrow(node)).toBe(expected);
  });
});
