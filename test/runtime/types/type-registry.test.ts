import { describe, expect, test } from 'vitest';
import { displayTypeName, typeNamesOf } from '../../../src/runtime/types/type-names.ts';
import { typeTable } from '../../../src/runtime/types/type-table.ts';
import { named, plainEngine, typesOf } from './plain-engine.ts';

const engine = plainEngine();

describe('names of types', () => {
  test.each([
    ['int', 'System.Int32'],
    ['INT32', 'System.Int32'],
    ['Collections.ArrayList', 'System.Collections.ArrayList'],
    ['system.string', 'System.String'],
    ['string[]', 'System.String[]'],
    ['int[,]', 'System.Int32[,]'],
    ['Collections.Generic.List[int]', 'System.Collections.Generic.List`1[System.Int32]'],
    [
      'Collections.Generic.Dictionary[string,Collections.Generic.List[int]]',
      'System.Collections.Generic.Dictionary`2[System.String,System.Collections.Generic.List`1[System.Int32]]',
    ],
    ['Collections.Generic.List`1', 'System.Collections.Generic.List`1[T]'],
    ['nullable[int]', 'System.Nullable`1[System.Int32]'],
    ['Environment+SpecialFolder', 'System.Environment+SpecialFolder'],
  ])('[%s]', (name, expected) => expect(named(engine, name).toString()).toBe(expected));

  test('unknown ones are not found', () => {
    for (const name of ['No.Such', 'Collections.Generic.List[nope]', 'Collections.Generic.List[int,int]', '[']) {
      expect(typesOf(engine).findType(name)).toBeUndefined();
    }
  });

  test('namespaces of using statements are searched', () => {
    const found = typesOf(engine).registry.resolve('ArrayList', { namespaces: ['System.Collections'] });
    expect(found?.fullName).toBe('System.Collections.ArrayList');
  });

  test('are written as PowerShell writes them', () => {
    for (const text of ['int', 'string[]', 'System.Collections.Generic.List[int]', 'System.DayOfWeek', 'hashtable']) {
      expect(displayTypeName(named(engine, text))).toBe(text);
    }
  });

  test('full names carry assemblies of type arguments', () => {
    expect(named(engine, 'Collections.Generic.List[int]').fullName).toBe(
      'System.Collections.Generic.List`1[[System.Int32, System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e]]',
    );
    expect(typeNamesOf(named(engine, 'int'))).toEqual(['System.Int32', 'System.ValueType', 'System.Object']);
  });
});

describe('assignability', () => {
  test.each([
    ['object', 'int', true],
    ['valuetype', 'int', true],
    ['Collections.IEnumerable', 'string', true],
    ['Collections.IEnumerable', 'int[]', true],
    ['object[]', 'string[]', true],
    ['object[]', 'int[]', false],
    ['Collections.Generic.IEnumerable[object]', 'Collections.Generic.List[string]', true],
    ['Collections.Generic.IEnumerable[object]', 'Collections.Generic.List[int]', false],
    ['Collections.IDictionary', 'hashtable', true],
    ['exception', 'ArgumentNullException', true],
    ['int', 'object', false],
  ])('[%s] <- [%s]: %s', (to, from, expected) => {
    expect(named(engine, to).isAssignableFrom(named(engine, from))).toBe(expected);
  });

  test('types are the same object however they are named', () => {
    expect(named(engine, 'Collections.Generic.List[int]')).toBe(
      typeTable().instantiate(typeTable().get('System.Collections.Generic.List`1'), [named(engine, 'int')]),
    );
    expect(named(engine, 'int[]')).toBe(typeTable().arrayOf(named(engine, 'System.Int32')));
  });
});

describe('declarations', () => {
  test('every declared type can be made and its members read', async () => {
    const { membersOf } = await import('../../../src/runtime/types/members-of.ts');
    for (const spec of typeTable().specs()) {
      const type = typeTable().typeOf(spec);
      const members = membersOf(type);
      expect(
        () => [members.all(true), members.all(false), members.constructors, type.interfaces],
        spec.name,
      ).not.toThrow();
    }
  });
});
