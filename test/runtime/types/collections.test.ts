import { describe, expect, test } from 'vitest';
import { construct, invokeMethod } from '../../../src/runtime/members/invoke-method.ts';
import { NetDelegate } from '../../../src/runtime/values/net-delegate.ts';
import type { PSValue } from '../../../src/runtime/values/ps-value.ts';
import { named, outcome, plainEngine, typesOf } from './plain-engine.ts';

const engine = plainEngine();
const make = (type: string, ...args: PSValue[]): PSValue =>
  construct(engine, named(engine, `Collections.${type}`), args) as PSValue;
const call = (target: PSValue, name: string, ...args: PSValue[]): string =>
  outcome(engine, () => invokeMethod(engine, target, name, args));
const ints = (...values: number[]): PSValue => typesOf(engine).convert(values, named(engine, 'int[]')) as PSValue;
const text = (value: PSValue): string => typesOf(engine).toText(value);
const delegate = (type: string, run: (...args: PSValue[]) => PSValue): NetDelegate =>
  new NetDelegate(named(engine, type), (args) => run(...args));

describe('List<T>', () => {
  test('keeps its element type', () => {
    const list = make('Generic.List[int]', ints(1, 4));
    expect(call(list, 'Add', '5')).toBe('undefined');
    expect(text(list)).toBe('1 4 5');
    expect(call(list, 'Add', 'x')).toBe('!MethodArgumentConversionInvalidCastArgument');
  });

  test('finds, sorts and removes', () => {
    const list = make('Generic.List[int]', ints(3, 1, 2));
    expect(call(list, 'IndexOf', 2)).toBe('Int32 2');
    expect(
      call(
        list,
        'Find',
        delegate('Predicate[int]', (n) => (n as number) > 1),
      ),
    ).toBe('Int32 3');
    expect(
      call(
        list,
        'Find',
        delegate('Predicate[int]', () => false),
      ),
    ).toBe('Int32 0');
    call(list, 'Sort');
    expect(text(list)).toBe('1 2 3');
    call(
      list,
      'Sort',
      delegate('Comparison[int]', (a, b) => (b as number) - (a as number)),
    );
    expect(text(list)).toBe('3 2 1');
    expect(
      call(
        list,
        'RemoveAll',
        delegate('Predicate[int]', (n) => n === 2),
      ),
    ).toBe('Int32 1');
    expect(call(list, 'RemoveAt', 9)).toBe('!ArgumentOutOfRangeException');
  });

  test('sorts by a comparison that has to wait', async () => {
    const list = make('Generic.List[int]', ints(3, 1, 2));
    const slow = new NetDelegate(named(engine, 'Comparison[int]'), ([a, b]) =>
      Promise.resolve((a as number) - (b as number)),
    );
    await invokeMethod(engine, list, 'Sort', [slow]);
    expect(text(list)).toBe('1 2 3');
  });

  test('notices changes while it is enumerated', () => {
    const list = make('Generic.List[int]', ints(1, 2));
    const iterator = (list as Iterable<PSValue>)[Symbol.iterator]();
    iterator.next();
    call(list, 'Add', 3);
    expect(outcome(engine, () => iterator.next().value)).toBe('!System.InvalidOperationException');
  });
});

describe('dictionaries', () => {
  test('Dictionary<K,V> refuses a second key and tells a missing one', () => {
    const map = make('Generic.Dictionary[string,int]');
    call(map, 'Add', 'a', '1');
    expect(call(map, 'Add', 'a', 2)).toBe('!ArgumentException');
    expect(call(map, 'get_Item', 'q')).toBe('!KeyNotFoundException');
    expect(call(map, 'ContainsKey', 'a')).toBe('Boolean True');
  });

  test('keys compare as asked', () => {
    const comparers = named(engine, 'StringComparer');
    const ignoring = invokeMethod(engine, comparers, 'GetType', []);
    expect(ignoring).toBeDefined();
    const hash = make('Hashtable');
    call(hash, 'Add', 'a', 1);
    expect(call(hash, 'ContainsKey', 'A')).toBe('Boolean False');
  });

  test('sorted ones sort', () => {
    const map = make('Generic.SortedDictionary[string,int]');
    for (const key of ['b', 'C', 'a']) call(map, 'Add', key, 1);
    expect(call(map, 'get_Keys')).toBe('KeyCollection a b C');
  });
});

describe('other collections', () => {
  test.each<[string, PSValue[], [string, ...PSValue[]][], string]>([
    ['Generic.Queue[int]', [], [['Enqueue', '5'], ['Enqueue', 6], ['Dequeue']], '6'],
    [
      'Generic.Stack[int]',
      [],
      [
        ['Push', 1],
        ['Push', 2],
      ],
      '2 1',
    ],
    [
      'Generic.HashSet[string]',
      [typesOf(engine).convert(['a', 'b'], named(engine, 'string[]')) as PSValue],
      [
        ['Add', 'b'],
        ['Add', 'c'],
      ],
      'a b c',
    ],
    ['Generic.SortedSet[int]', [ints(3, 1)], [['Add', 2]], '1 2 3'],
    [
      'Generic.LinkedList[string]',
      [],
      [
        ['AddLast', 'b'],
        ['AddFirst', 'a'],
      ],
      'a b',
    ],
    [
      'ArrayList',
      [[1]],
      [
        ['Add', 'x'],
        ['Insert', 0, 'y'],
      ],
      'y 1 x',
    ],
    ['BitArray', [3], [['Set', 1, true]], 'False True False'],
  ])('%s', (type, args, calls, expected) => {
    const made = make(type, ...args);
    for (const [name, ...given] of calls) call(made, name, ...given);
    expect(text(made)).toBe(expected);
  });

  test('a priority queue gives the smallest priority first', () => {
    const queue = make('Generic.PriorityQueue[string,int]');
    for (const [item, priority] of [
      ['c', 3],
      ['a', 1],
      ['b', 2],
    ] as const)
      call(queue, 'Enqueue', item, priority);
    expect([call(queue, 'Dequeue'), call(queue, 'Dequeue'), call(queue, 'Dequeue')]).toEqual([
      'String a',
      'String b',
      'String c',
    ]);
    expect(call(queue, 'Dequeue')).toBe('!InvalidOperationException');
  });
});
