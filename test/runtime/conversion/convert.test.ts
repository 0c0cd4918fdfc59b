import { describe, expect, test } from 'vitest';
import { toCustomObject } from '../../../src/runtime/conversion/object-rules.ts';
import { getMember } from '../../../src/runtime/members/get-member.ts';
import { Char } from '../../../src/runtime/values/char.ts';
import { Decimal } from '../../../src/runtime/values/decimal.ts';
import { toDouble } from '../../../src/runtime/values/double.ts';
import { Hashtable } from '../../../src/runtime/values/hashtable.ts';
import { OrderedDictionary } from '../../../src/runtime/values/ordered-dictionary.ts';
import { PSObject } from '../../../src/runtime/values/ps-object.ts';
import type { PSValue } from '../../../src/runtime/values/ps-value.ts';
import { SwitchParameter } from '../../../src/runtime/values/switch-parameter.ts';
import { named, outcome, plainEngine, shown, typesOf } from '../types/plain-engine.ts';

const engine = plainEngine();
const types = typesOf(engine);
const cast = (type: string, value: PSValue): string => outcome(engine, () => types.convert(value, named(engine, type)));
const table = (entries: Record<string, PSValue>): Hashtable => Hashtable.from(Object.entries(entries));
const object = (entries: Record<string, PSValue>): PSObject => PSObject.fromEntries(Object.entries(entries));

describe('casts of scalars', () => {
  test.each<[string, PSValue, string]>([
    ['int', '5', 'Int32 5'],
    ['int', 2.5, 'Int32 2'],
    ['int', '0x1F', 'Int32 31'],
    ['int', '', 'Int32 0'],
    ['int', null, 'Int32 0'],
    ['int', true, 'Int32 1'],
    ['int', Char.from('5'), 'Int32 53'],
    ['int', 'x', '!InvalidCastFromStringToInteger'],
    ['int', [1, 2], '!ConvertToFinalInvalidCastException'],
    ['byte', 300, '!InvalidCastIConvertible'],
    ['double', '1.5', 'Double 1.5'],
    ['double', 'x', '!InvalidCastFromStringToDoubleOrSingle'],
    ['decimal', Decimal.of(110n, 2), 'Decimal 1.10'],
    ['bool', 'false', 'Boolean True'],
    ['bool', '', 'Boolean False'],
    ['bool', [0], 'Boolean False'],
    ['bool', [0, 0], 'Boolean True'],
    ['bool', SwitchParameter.absent, 'Boolean False'],
    ['char', 65, 'Char A'],
    ['char', 'ab', '!InvalidCastParseTargetInvocation'],
    ['string', null, 'String '],
    ['string', [1, 2], 'String 1 2'],
    ['string', toDouble(1), 'String 1'],
    ['version', '1.2.3', 'Version 1.2.3'],
    ['version', 'x', '!InvalidCastParseTargetInvocation'],
    ['guid', 'x', '!InvalidCastParseTargetInvocationWithFormatProvider'],
    ['timespan', 5, 'TimeSpan 00:00:00.0000005'],
    ['datetime', null, '!nullToObjectInvalidCast'],
    ['switch', 1, '!ConvertToFinalInvalidCastException'],
    ['nullable[int]', '5', 'Int32 5'],
    ['nullable[int]', null, 'null'],
    ['type', 'int', 'RuntimeType int'],
    ['type', 'nope', '!InvalidCastFromStringToType'],
  ])('[%s] %o -> %s', (type, value, expected) => expect(cast(type, value)).toBe(expected));
});

describe('casts to enums', () => {
  test.each<[string, PSValue, string]>([
    ['DayOfWeek', 'friday', 'DayOfWeek Friday'],
    ['DayOfWeek', 'mon', 'DayOfWeek Monday'],
    ['DayOfWeek', 't', '!SubstringDisambiguationEnumParseThrewAnException'],
    ['DayOfWeek', 5, 'DayOfWeek Friday'],
    ['DayOfWeek', toDouble(5), 'DayOfWeek Friday'],
    ['DayOfWeek', 99, '!UndefinedIntegerToEnum'],
    ['DayOfWeek', null, '!nullToEnumInvalidCast'],
    ['IO.FileAttributes', 'Hidden, System', 'FileAttributes Hidden, System'],
    ['IO.FileAttributes', ['Hidden', 'System'], 'FileAttributes Hidden, System'],
    ['IO.FileAttributes', 3, 'FileAttributes ReadOnly, Hidden'],
  ])('[%s] %o -> %s', (type, value, expected) => expect(cast(type, value)).toBe(expected));
});

describe('casts of collections', () => {
  test.each<[string, PSValue, string]>([
    ['int[]', '1', 'Int32[] 1'],
    ['int[]', ['1', 2.6], 'Int32[] 1 3'],
    ['int[]', ['x'], '!InvalidCastFromStringToInteger'],
    ['int[]', 'x', '!InvalidCastExceptionScalarToArray'],
    ['int[]', null, 'null'],
    ['char[]', 'ab', 'Char[] a b'],
    ['array', 5, 'Object[] 5'],
    ['Collections.Generic.List[int]', ['1', 3.6], 'List`1 1 4'],
    ['Collections.Generic.List[int]', 5, 'List`1 5'],
    ['Collections.Generic.HashSet[string]', ['a', 'a'], 'HashSet`1 a'],
    ['Collections.ArrayList', [1, 'a'], 'ArrayList 1 a'],
    ['Collections.ArrayList', 5, '!ConvertToFinalInvalidCastException'],
    ['hashtable', 5, '!ConvertToFinalInvalidCastException'],
    ['Collections.Generic.Dictionary[string,int]', table({ a: 1 }), '!ObjectCreationError'],
  ])('[%s] %o -> %s', (type, value, expected) => expect(cast(type, value)).toBe(expected));
});

describe('casts to objects', () => {
  test('tables set properties', () => {
    const made = types.convert(table({ HelpLink: 5 }), named(engine, 'exception'));
    expect(shown(engine, getMember(engine, made as PSValue, 'HelpLink') as PSValue)).toBe('String 5');
    expect(cast('exception', table({ Nope: 1 }))).toBe('!ObjectCreationError');
  });

  test('custom objects do, with an id of their own', () => {
    expect(cast('exception', object({ Nope: 1 }))).toBe('!InvalidCastConstructorException');
  });

  test('a table becomes a custom object in its order', () => {
    const made = toCustomObject(
      engine,
      OrderedDictionary.from([
        ['b', 1],
        ['a', 2],
      ]),
    );
    expect(types.toText(made)).toBe('@{b=1; a=2}');
    const typed = toCustomObject(engine, table({ PSTypeName: 'My.Type', n: 1 }));
    expect((typed as PSObject).typeNames?.[0]).toBe('My.Type');
    expect(types.toText(typed)).toBe('@{n=1}');
  });
});

describe('text', () => {
  test.each<[PSValue, string]>([
    [[1, [2, 3]], '1 System.Object[]'],
    [object({ a: 1, b: object({ n: 1 }), c: null }), '@{a=1; b=; c=}'],
    [table({ a: 1 }), 'System.Collections.Hashtable'],
    [true, 'True'],
    [0.1 + 0.2, '0.3'],
    [null, ''],
  ])('%o -> %s', (value, expected) => expect(types.toText(value)).toBe(expected));

  test('.NET text follows the culture', () => {
    expect(typesOf(plainEngine({ culture: 'de-DE' })).netText(1.5)).toBe('1,5');
    expect(types.netText(255, 'x4')).toBe('00ff');
  });
});
