import { describe, expect, test } from 'vitest';
import { XmlDocument } from '../../../src/runtime/xml/xml-document.ts';
import { XPathExpression } from '../../../src/runtime/xml/xpath/xpath.ts';

const document = new XmlDocument();
document.load(
  '<r xmlns:k="urn:k"><a id="1" v="5">one</a><a id="2" v="15">two<b>in</b></a><k:c k:z="q">3</k:c><d/><!--n--><e lang="x"><a id="3">deep</a></e></r>',
);
const prefixes = (prefix: string): string | undefined => (prefix === 'kk' ? 'urn:k' : undefined);

function shown(xpath: string): unknown {
  const value = new XPathExpression(xpath, prefixes).evaluate(document);
  return typeof value === 'object'
    ? value.map((n) => n.attributes?.find('id')?.value ?? n.value ?? n.name).join()
    : value;
}

describe('XPath', () => {
  test.each<[string, unknown]>([
    ['//a', '1,2,3'],
    ['/r/a[2]', '2'],
    ['//a[@id=3]', '3'],
    ['//a[last()]', '2,3'],
    ['(//a)[last()]', '3'],
    ['//a[position()<2]', '1,3'],
    ['//a/text()', 'one,two,deep'],
    ['r/*', '1,2,k:c,d,e'],
    ['//a[not(b)]/@v', '5'],
    ["//a[starts-with(@id,'1') or @v>10]", '1,2'],
    ['//b/ancestor::*', 'r,2'],
    ['//e/preceding-sibling::*[1]', 'd'],
    ['//d | //a', '1,2,d,3'],
    ['//kk:c', 'k:c'],
    ["//*[name()='k:c']/@*", 'q'],
    ["//a[@id='1']/following::*", '2,b,k:c,d,e,3'],
    ['//a[@v*2=10]', '1'],
    ['//a[count(preceding-sibling::a)=1]', '2'],
    ['//node()[self::d]', 'd'],
  ])('%s selects %s', (xpath, expected) => expect(shown(xpath)).toBe(expected));

  test.each<[string, unknown]>([
    ['1 div 0', Number.POSITIVE_INFINITY],
    ['-5 mod 2', -1],
    ['string(1000000)', '1000000'],
    ['substring("12345",1.5,2.6)', '234'],
    ['substring-after("a-b","-")', 'b'],
    ['translate("bar","abc","AB")', 'BAr'],
    ['round(-2.5)', -2],
    ['sum(//a/@v)', 20],
    ['number(" 12 ")', 12],
    ['//a/@v>10', true],
    ['true()+1', 2],
    ['normalize-space("  a   b ")', 'a b'],
    ['2*3+1', 7],
    ['-(3)', -3],
  ])('%s is %j', (xpath, expected) => expect(shown(xpath)).toBe(expected));

  test.each(['//a[', 'foo()', '//x:a', '$v', 'concat("a")', ']'])('%s is no expression', (xpath) =>
    expect(() => shown(xpath)).toThrow(),
  );

  test('only nodes can be selected', () => expect(() => new XPathExpression('1+1').select(document)).toThrow());
});
