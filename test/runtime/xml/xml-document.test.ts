import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NetException } from '../../../src/runtime/errors/net-exception.ts';
import { XmlDocument } from '../../../src/runtime/xml/xml-document.ts';
import type { XmlElement } from '../../../src/runtime/xml/xml-element.ts';
import { XmlOutput, type XmlOutputSettings } from '../../../src/runtime/xml/xml-output.ts';

function load(text: string): XmlDocument {
  const document = new XmlDocument();
  document.load(text);
  return document;
}

function place(text: string): string {
  try {
    load(text);
    return 'fine';
  } catch (thrown) {
    if (!(thrown instanceof NetException)) throw thrown;
    return `${thrown.properties.get('LineNumber')}:${thrown.properties.get('LinePosition')}`;
  }
}

function write(document: XmlDocument, settings: XmlOutputSettings): string {
  let text = '';
  const out = new XmlOutput((piece) => {
    text += piece;
  }, settings);
  document.save(out);
  return text;
}

describe('documents', () => {
  test.each([
    ['<a/>', '<a />'],
    ['<a></a>', '<a></a>'],
    ["<a b='1&#10;&lt;\"'>&amp;&gt;</a>", '<a b="1&#xA;&lt;&quot;">&amp;&gt;</a>'],
    ['<a> <b/> </a>', '<a><b /></a>'],
    ["<a xml:space='preserve'> <b/> </a>", '<a xml:space="preserve"> <b /> </a>'],
    ['<!DOCTYPE a [<!ENTITY e "E">]><a>&e;</a>', '<!DOCTYPE a[<!ENTITY e "E">]><a>E</a>'],
    [
      '<?xml version="1.0"?><!--c--><a><![CDATA[<]]><?p d?></a>',
      '<?xml version="1.0"?><!--c--><a><![CDATA[<]]><?p d?></a>',
    ],
    ['<a xmlns:p="u"><p:b p:c="1"/></a>', '<a xmlns:p="u"><p:b p:c="1" /></a>'],
  ])('%s', (text, expected) => expect(load(text).outerXml).toBe(expected));

  test.each([
    ['<a></b>', '1:6'],
    ['<a b>', '1:5'],
    ['<a b=c/>', '1:6'],
    ['<a b="1" b="2"/>', '1:10'],
    ['a', '1:1'],
    ['<a/><b/>', '1:6'],
    ['<a>&x;</a>', '1:5'],
    ['<1/>', '1:2'],
    ['<a><!-- -- --></a>', '1:9'],
    ['', '0:0'],
    ['<a b="<"/>', '1:7'],
    ['<a>]]></a>', '1:4'],
    ['<a>\n  <b>\n</a>', '3:3'],
    ['<x:a/>', '1:2'],
    [' <?xml version="1.0"?><a/>', '1:4'],
  ])('%j is not well-formed at %s', (text, expected) => expect(place(text)).toBe(expected));

  test('entities may not explode', () => {
    const bombs = Array.from({ length: 9 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(20)}">`).join('');
    expect(() => load(`<!DOCTYPE a [<!ENTITY e0 "xxxxxxxxxx">${bombs}]><a>&e9;</a>`)).toThrow();
  });

  test('text and attributes survive', () => {
    const chars = fc.string({ unit: 'grapheme' }).filter((s) => !/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(s));
    fc.assert(
      fc.property(chars, chars, (text, value) => {
        const document = load('<a/>');
        const root = document.root as XmlElement;
        root.text = text;
        root.setAttribute('k', value);
        const again = load(document.outerXml).root as XmlElement;
        expect([again.attributes.find('k')?.value, text.trim() === '' ? text : again.text]).toEqual([value, text]);
      }),
    );
  });
});

describe('writing', () => {
  const text = '<r><e></e><m>t<b/><c><d/></c></m><h><?p d?></h></r>';
  test.each<[XmlOutputSettings, string]>([
    [
      { style: 'classic', isIndented: true },
      '<?xml version="1.0"?>\n<r>\n  <e>\n  </e>\n  <m>t<b /><c><d /></c></m>\n  <h>\n    <?p d?>\n  </h>\n</r>',
    ],
    [
      { style: 'created', isIndented: true, omitsDeclaration: true, indentText: '\t' },
      '<r>\n\t<e></e>\n\t<m>t<b /><c><d /></c></m>\n\t<h>\n\t\t<?p d?>\n\t</h>\n</r>',
    ],
    [
      { style: 'created', encodingName: 'utf-8' },
      `<?xml version="1.0" encoding="utf-8"?>${text.replace(/\/>/g, ' />')}`,
    ],
  ])('%o', (settings, expected) => expect(write(load(text), settings)).toBe(expected));

  test('prefixes are declared where they are needed', () => {
    let text = '';
    const out = new XmlOutput((piece) => (text += piece), { style: 'created' });
    out.startElement('p', 'n', 'urn:p');
    out.attribute(null, 'q', 'urn:q', 'v');
    out.startElement(null, 'inner', 'urn:p');
    out.endElement();
    out.endElement();
    out.flush();
    expect(text).toBe('<p:n p2:q="v" xmlns:p2="urn:q" xmlns:p="urn:p"><p:inner /></p:n>');
  });
});

describe('changing', () => {
  test('nodes of other documents must be imported', () => {
    const document = load('<a/>');
    const other = load('<b><c/></b>').root as XmlElement;
    const root = document.root as XmlElement;
    expect(() => root.append(other)).toThrow();
    root.append(document.import(other, true));
    expect(document.outerXml).toBe('<a><b><c /></b></a>');
  });

  test('a node cannot hang below itself, and a document has one root', () => {
    const document = load('<a><b/></a>');
    const root = document.root as XmlElement;
    expect(() => root.first?.append(root)).toThrow();
    expect(() => document.append(document.createElement('c'))).toThrow();
  });

  test('content set as XML knows the prefixes around it', () => {
    const document = load('<a xmlns:p="u"/>');
    const root = document.root as XmlElement;
    root.innerXml = '<p:b/>t';
    expect(document.outerXml).toBe('<a xmlns:p="u"><p:b />t</a>');
  });

  test('names show as properties, attributes first', () => {
    const root = load('<r v="1"><i>t</i><i k="2">u</i><V/></r>').root as XmlElement;
    const shown = [...root.adaptedProperties()].map((p) => [p.name, Array.isArray(p.value) ? p.value.length : p.value]);
    expect(shown).toEqual([
      ['v', 2],
      ['i', 2],
    ]);
    expect(root.adaptedProperty('I')?.restriction?.id).toBe('XmlNodeSetRestrictionsMoreThanOneNode');
  });
});
