import { describe, expect, test } from 'vitest';
import { getMember } from '../../../src/runtime/members/get-member.ts';
import { getIndex, setIndex } from '../../../src/runtime/members/index-access.ts';
import { construct, invokeMethod } from '../../../src/runtime/members/invoke-method.ts';
import { listMembers } from '../../../src/runtime/members/member-list.ts';
import { NativeCode } from '../../../src/runtime/members/native-code.ts';
import { setMember } from '../../../src/runtime/members/set-member.ts';
import { Hashtable } from '../../../src/runtime/values/hashtable.ts';
import { OrderedDictionary } from '../../../src/runtime/values/ordered-dictionary.ts';
import { ExtendedEntry, PSObject } from '../../../src/runtime/values/ps-object.ts';
import type { PSValue } from '../../../src/runtime/values/ps-value.ts';
import { named, outcome, plainEngine, shown, typesOf } from '../types/plain-engine.ts';

const engine = plainEngine();
const strict = plainEngine({ strictMode: 2 });
const object = (entries: Record<string, PSValue>): PSObject => PSObject.fromEntries(Object.entries(entries));
const table = (entries: Record<string, PSValue>): Hashtable => Hashtable.from(Object.entries(entries));
const read = (target: PSValue, name: PSValue, on = engine): string => outcome(on, () => getMember(on, target, name));
const make = (type: string, ...args: PSValue[]): PSValue => construct(engine, named(engine, type), args) as PSValue;

describe('reading', () => {
  test.each<[PSValue, PSValue, string]>([
    [object({ Name: 'n' }), 'name', 'String n'],
    [object({}), 'missing', 'null'],
    [table({ Count: 99 }), 'Count', 'Int32 99'],
    [Hashtable.from([[4, 'four']]), 4, 'String four'],
    ['abc', 'Length', 'Int32 3'],
    [5, 'Count', 'Int32 1'],
    [null, 'Count', 'Int32 0'],
    [[object({ n: 1 }), object({ m: 2 }), 'str'], 'n', 'Object[] 1 '],
    [[table({ a: 1 }), table({ b: 2 })], 'a', 'Int32 1'],
    [[1, 2], 'Length', 'Int32 2'],
    [[object({ l: [1, 2] }), object({ l: 3 })], 'l', 'Object[] 1 2 3'],
  ])('%o.%s -> %s', (target, name, expected) => expect(read(target, name)).toBe(expected));

  test('strict mode refuses what is not there', () => {
    expect(read('abc', 'nope', strict)).toBe('!PropertyNotFoundStrict');
    expect(read(null, 'nope', strict)).toBe('!PropertyNotFoundStrict');
    expect(read(5, 'Count', strict)).toBe('!PropertyNotFoundStrict');
    expect(read('abc', 'Length', strict)).toBe('Int32 3');
  });

  test('psbase shows the .NET members of a table', () => {
    expect(read(getMember(engine, table({ Count: 1, b: 2 }), 'psbase') as PSValue, 'Count')).toBe('Int32 2');
  });

  test('a method without a call shows its overloads', () => {
    expect(read('abc', 'Substring')).toBe(
      'PSMethod string Substring(int startIndex), string Substring(int startIndex, int length)',
    );
  });
});

describe('writing', () => {
  const write = (target: PSValue, name: string, value: PSValue): string =>
    outcome(engine, () => {
      setMember(engine, target, name, value);
      return getMember(engine, target, name);
    });
  test.each<[PSValue, string, PSValue, string]>([
    [object({ a: 1 }), 'A', 2, 'Int32 2'],
    [object({ a: 1 }), 'b', 2, '!ExceptionWhenSetting'],
    [table({}), 'Count', 5, 'Int32 5'],
    ['abc', 'Length', 5, '!PropertyAssignmentException'],
    ['abc', 'Nope', 5, '!PropertyAssignmentException'],
    [null, 'Nope', 5, '!PropertyNotFound'],
  ])('%o.%s = %o -> %s', (target, name, value, expected) => expect(write(target, name, value)).toBe(expected));

  test('setters convert', () => {
    const list = make('Collections.Generic.List[int]');
    expect(write(list, 'Capacity', '16')).toBe('Int32 16');
    expect(write(list, 'Capacity', 'x')).toBe('!ExceptionWhenSetting');
    expect(write(list, 'Count', 1)).toBe('!PropertyAssignmentException');
  });

  test('typed dictionaries convert keys and values', () => {
    const map = make('Collections.Generic.Dictionary[string,int]');
    expect(write(map, 'a', '7')).toBe('Int32 7');
    expect(write(map, 'a', 'x')).toBe('!PropertyAssignmentException');
  });
});

describe('extended members', () => {
  test('of type data come before those of the type', () => {
    const own = plainEngine();
    const { typeData } = typesOf(own);
    typeData.ensure('System.Int32').members.set('twice', {
      kind: 'ScriptProperty',
      name: 'Twice',
      value: new NativeCode((_engine, self) => (self as number) * 2),
    });
    expect(read(4, 'twice', own)).toBe('Int32 8');
    expect(read(4, 'twice')).toBe('null');
  });

  test('aliases, code and failing getters', () => {
    const it = object({ a: 5 });
    it.properties.set('b', new ExtendedEntry({ kind: 'AliasProperty', name: 'b', value: 'a' }));
    const fails = new NativeCode(() => {
      throw new Error('no');
    });
    it.properties.set('c', new ExtendedEntry({ kind: 'ScriptProperty', name: 'c', value: fails }));
    it.properties.set('d', new ExtendedEntry({ kind: 'ScriptMethod', name: 'd', value: fails }));
    expect(read(it, 'b')).toBe('Int32 5');
    setMember(engine, it, 'b', 6);
    expect(read(it, 'a')).toBe('Int32 6');
    expect(read(it, 'c')).toBe('null');
    expect(outcome(engine, () => invokeMethod(engine, it, 'd', []))).toBe('!InvalidOperationException');
    expect(typesOf(engine).toText(it)).toBe('@{a=6; b=6; c=System.Management.Automation.PSScriptProperty}');
  });

  test('are listed: own ones, type data, then the type', () => {
    expect(
      listMembers(engine, [1, 2])
        .filter((m) => m.kind === 'Property')
        .map((m) => m.name),
    ).toEqual(['Length', 'LongLength', 'Rank', 'SyncRoot', 'IsReadOnly', 'IsFixedSize', 'IsSynchronized', 'Count']);
  });
});

describe('indexes', () => {
  const at = (target: PSValue, index: PSValue): string => outcome(engine, () => getIndex(engine, target, index));
  test.each<[PSValue, PSValue, string]>([
    [[1, 2, 3], -1, 'Int32 3'],
    [[1, 2, 3], 9, 'null'],
    [[1, 2, 3], [0, 9, 2], 'Object[] 1 3'],
    [[1], 'a', 'null'],
    [[1], null, '!NullArrayIndex'],
    [null, 0, '!NullArray'],
    ['abc', 1, 'Char b'],
    [5, 0, 'Int32 5'],
    [5, 1, 'null'],
    [table({ a: 1 }), 'A', 'Int32 1'],
    [table({ a: 1 }), ['a', 'b'], 'Object[] 1 '],
    [Hashtable.from([[5, 1]]), '5', 'null'],
    [
      OrderedDictionary.from([
        ['k', 'v'],
        [5, 'five'],
      ]),
      1,
      'String five',
    ],
    [OrderedDictionary.from([['k', 'v']]), -1, 'String v'],
  ])('%o[%o] -> %s', (target, index, expected) => expect(at(target, index)).toBe(expected));

  test('writing checks bounds and converts', () => {
    const put = (target: PSValue, index: PSValue, value: PSValue): string =>
      outcome(engine, () => {
        setIndex(engine, target, index, value);
        return getIndex(engine, target, index);
      });
    expect(put([1], 5, 1)).toBe('!System.IndexOutOfRangeException');
    expect(put([1], 'x', 1)).toBe('!InvalidCastFromStringToInteger');
    expect(put('abc', 0, 'x')).toBe('!CannotIndex');
    expect(put(make('int[]', 2), 0, '7')).toBe('Int32 7');
    expect(put(make('int[,]', 2, 2), [1, 1], 7)).toBe('Int32 7');
    expect(put(make('Collections.Generic.List[int]'), 3, 1)).toBe('!System.ArgumentOutOfRangeException');
  });
});

test('values show what they are', () => {
  expect(shown(engine, make('Collections.Generic.Dictionary[string,int]'))).toBe(
    'Dictionary`2 System.Collections.Generic.Dictionary`2[System.String,System.Int32]',
  );
});
