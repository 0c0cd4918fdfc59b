// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the strings are of the script language.
import { describe, expect, it } from 'vitest';
import { type Ast, findAll, parse } from '../../../src/parser/index.ts';
import { tokenText } from '../token-text.ts';

const literals: readonly (readonly [source: string, token: string])[] = [
  [`'a'`, 'StringLiteral "a"'],
  [`'it''s'`, `StringLiteral "it's"`],
  [`'$x \`n'`, 'StringLiteral "$x `n"'],
  ['"a"', 'StringExpandable "a"'],
  ['"`a`b`e`f`n`r`t`v`0"', 'StringExpandable "\\u0007\\b\\u001b\\f\\n\\r\\t\\u000b\\u0000"'],
  ['"`u{41}`u{1F600}"', 'StringExpandable "A😀"'],
  ['"``"', 'StringExpandable "`"'],
  ['"`$x"', 'StringExpandable "$x"'],
  ['"`q"', 'StringExpandable "q"'],
  ['"a""b"', 'StringExpandable "a\\"b"'],
  [`"it's"`, `StringExpandable "it's"`],
  ['"a\nb"', 'StringExpandable "a\\nb"'],
  ['‘it’’s’', 'StringLiteral "it’s"'],
  ['“a””b”', 'StringExpandable "a”b"'],
  [`'a‘'b`, `StringLiteral "a'b"`],
  [`@'\na\nb\n'@`, 'HereStringLiteral "a\\nb"'],
  ['@"\na`tb\n"@', 'HereStringExpandable "a\\tb"'],
  [`@'\n'@`, 'HereStringLiteral ""'],
  [`@'\n\n'@`, 'HereStringLiteral ""'],
  [`@'  \na\n'@`, 'HereStringLiteral "a"'],
  [`@'\r\na\r\nb\r\n'@`, 'HereStringLiteral "a\\r\\nb"'],
  [`@"\n"a" 'b'\n"@`, `HereStringExpandable "\\"a\\" 'b'"`],
  ['"$"', 'StringExpandable "$"'],
  ['"$ x"', 'StringExpandable "$ x"'],
  ['"$5"', 'StringExpandable "$5"'],
  ['"a$"', 'StringExpandable "a$"'],
  ['"$-"', 'StringExpandable "$-"'],
];

describe('strings without anything to expand', () => {
  it.each(literals)('%j', (source, expected) => {
    expect(parse(source).tokens.slice(0, -1).map(tokenText).join(' | ')).toBe(expected);
  });
});

const expandable: readonly (readonly [source: string, parts: string])[] = [
  ['"$x"', '<$x>'],
  ['"a$x b"', '"a" <$x> " b"'],
  ['"$x.y"', '<$x> ".y"'],
  ['"$x[0]"', '<$x> "[0]"'],
  ['"${a b}c"', '<${a b}> "c"'],
  ['"${x}y"', '<${x}> "y"'],
  ['"$env:A"', '<$env:A>'],
  ['"$a:b"', '<$a:b>'],
  ['"$a::b"', '<$a> "::b"'],
  ['"$(1)"', '<$(1)>'],
  ['"$(1;2)x$(f)"', '<$(1;2)> "x" <$(f)>'],
  ['"$$ $? $^ $_"', '<$$> " " <$?> " " <$^> " " <$_>'],
  ['"$x$y"', '<$x> <$y>'],
  ['"`$x$y"', '"$x" <$y>'],
  ['"$("a")"', '<$("a")>'],
  ['"a""$x"', '"a\\"" <$x>'],
  ['@"\n$x\n`$y\n"@', '<$x> "\\n$y"'],
  ['"$global:x:y"', '<$global:x:y>'],
  ['"$x?y"', '<$x?y>'],
  ['"$this.$x"', '<$this> "." <$x>'],
];

describe('parts of expandable strings, in order', () => {
  it.each(expandable)('%j', (source, expected) => {
    const [node] = findAll(parse(source).ast, ({ kind }) => kind === 'ExpandableStringExpressionAst', false);
    expect(node && partsOf(node)).toBe(expected);
  });

  it('gives nested expressions their place in the script', () => {
    const [node] = findAll(parse('"a ""$x"" $(f)"').ast, ({ kind }) => kind === 'ExpandableStringExpressionAst', false);
    const nested = node?.kind === 'ExpandableStringExpressionAst' ? node.nestedExpressions : [];
    expect(nested.map(({ extent }) => [extent.startOffset, extent.text])).toEqual([
      [5, '$x'],
      [10, '$(f)'],
    ]);
  });
});

function partsOf(node: Ast): string {
  if (node.kind !== 'ExpandableStringExpressionAst') return '';
  return node.parts
    .map((part) => (typeof part === 'string' ? JSON.stringify(part) : `<${part.extent.text}>`))
    .join(' ');
}
