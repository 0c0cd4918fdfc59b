import { describe, expect, it } from 'vitest';
import { type KnownType, parse, type TypeCatalogue } from '../../../src/parser/index.ts';

const parents: Readonly<Record<string, string | undefined>> = {
  'System.Exception': undefined,
  'System.ArgumentException': 'System.Exception',
  'System.Int32': undefined,
  'System.ParameterAttribute': undefined,
  'System.IDisposable': undefined,
};

function typeOf(fullName: string): KnownType {
  return {
    fullName,
    isSimple: fullName === 'System.Int32',
    isSealed: fullName === 'System.Int32',
    isInterface: /\.I[A-Z][a-z]+able$/.test(fullName),
    isSubclassOf: (other) => {
      const parent = parents[fullName];
      return parent !== undefined && (parent === other.fullName || typeOf(parent).isSubclassOf(other));
    },
  };
}

const types: TypeCatalogue = {
  resolve: ({ fullName }, use, namespaces) => {
    const suffixes = use === 'attribute' ? ['', 'Attribute'] : [''];
    const names = ['', 'System.', ...namespaces.map((n) => `${n}.`)].flatMap((prefix) =>
      suffixes.map((suffix) => prefix + (fullName === 'int' ? 'Int32' : fullName) + suffix),
    );
    const found = names.find((name) => name in parents);
    return found === undefined ? undefined : typeOf(found);
  },
};

const cases: readonly (readonly [source: string, errors: string])[] = [
  ['class C { [nope]$x; [int]$y; [C]$z }', 'TypeNotFound 11..15'],
  [
    'class C { [nope[]]$x; m([nope2]$y) { [nope3]1 } }',
    'TypeNotFound 11..15; TypeNotFound 25..30; TypeNotFound 38..43',
  ],
  ['class C { [Nope()]$x; [Parameter()]$y }', 'CustomAttributeTypeNotFound 11..15'],
  ['class C : Nope { }', 'TypeNotFound 10..14'],
  ['[nope]1; function f([nope]$x) { }', ''],
  ["using module 'm'\nclass C { [nope]$x }", ''],
  ['class C : int { }', 'SealedBaseClass 10..13'],
  ['class C : Exception, ArgumentException { }', 'InterfaceNameExpected 21..38'],
  ['class C : Exception, IDisposable { }', ''],
  ['try { } catch [Exception] { } catch [ArgumentException] { }', 'ExceptionTypeAlreadyCaught 36..55'],
  ['try { } catch [ArgumentException] { } catch [Exception] { }', ''],
  ['data { [int]1; [Exception]2; [nope]3 }', 'TypeNotAllowedInDataSection 15..26; TypeNotAllowedInDataSection 29..35'],
];

describe('checks that ask for types', () => {
  it.each(cases)('%s', (source, expected) => {
    const { errors, definitionErrors } = parse(source, { types });
    const all = [...errors, ...definitionErrors].map(
      (e) => `${e.errorId} ${e.extent.startOffset}..${e.extent.endOffset}`,
    );
    expect(all.join('; ')).toBe(expected);
  });
});
