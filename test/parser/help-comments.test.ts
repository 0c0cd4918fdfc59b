import { describe, expect, it } from 'vitest';
import { type CommentHelp, findAll, helpOf, parse } from '../../src/parser/index.ts';

function helpOfFunction(source: string): CommentHelp | undefined {
  const [node] = findAll(parse(source).ast, ({ kind }) => kind === 'FunctionDefinitionAst', true);
  return node?.kind === 'FunctionDefinitionAst' ? helpOf(node) : undefined;
}

describe('help in comments', () => {
  it('reads the sections', () => {
    const help = helpOfFunction(`<#
.SYNOPSIS
  Does it.
.DESCRIPTION
  Long.

  Lines.
.PARAMETER Name
  The name.
.EXAMPLE
  f 1
.EXAMPLE
  f 2
.INPUTS
  None
.LINK
  about_x
.NOTES
  N
.COMPONENT
  c
#>
function f($Name) { }`);
    expect(help?.synopsis?.trim()).toBe('Does it.');
    expect(help?.description).toMatch(/^\s*Long\.\s+Lines\.\s*$/);
    expect(help?.parameters.get('NAME')?.trim()).toBe('The name.');
    expect(help?.examples.map((text) => text.trim())).toEqual(['f 1', 'f 2']);
    expect(help?.inputs.map((text) => text.trim())).toEqual(['None']);
    expect(help?.links).toEqual(['about_x']);
    expect(help?.notes?.trim()).toBe('N');
    expect(help?.component).toBe('c');
  });

  it.each([
    ['above', '# .SYNOPSIS\n# S\nfunction f { }', 'S'],
    ['a blank line above', '# .SYNOPSIS\n# S\n\nfunction f { }', 'S'],
    ['too far above', '# .SYNOPSIS\n# S\n\n\n\nfunction f { }', undefined],
    ['at the start of the body', 'function f {\n<# .SYNOPSIS\nS #>\n1 }', 'S'],
    ['at the end of the body', 'function f { 1\n<# .SYNOPSIS\nS #>\n}', 'S'],
    ['other comments', '# about f\nfunction f { }', undefined],
    ['behind a statement', '1\n# .SYNOPSIS\n# S\nfunction f { }', 'S'],
  ])('%s', (_where, source, expected) => {
    expect(helpOfFunction(source)?.synopsis?.trim()).toBe(expected);
  });

  it('of a script stands at its start', () => {
    expect(helpOf(parse('<#\n.SYNOPSIS\nS\n#>\nparam($x)\n1').ast)?.synopsis?.trim()).toBe('S');
    expect(helpOf(parse('1\n2').ast)).toBeUndefined();
  });

  it('takes comments of parameters, and names of other help', () => {
    const help = helpOfFunction(
      '<#\n.SYNOPSIS\nS\n.EXTERNALHELP f.xml\n#>\nfunction f {\nparam(\n# The a.\n$a,\n$b # The b.\n) }',
    );
    expect(help?.externalHelp).toBe('f.xml');
    expect(help?.parameterComments.get('A')?.trim()).toBe('The a.');
  });
});
