import type { EngineContext } from '../../engine.ts';
import type { Random } from '../../host/clock.ts';
import { NetRandom, type RandomSource, SeededSource } from '../../values/net-random.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { TypedArray } from '../../values/typed-array.ts';
import { defineType, withTypes } from '../define-type.ts';
import { argumentNull, badArgument, outOfRange } from '../net-error.ts';
import { itemsOf, writeItems } from '../sequence.ts';

/** A source that draws on the host's random numbers. */
function hostSource(random: Random): RandomSource {
  return {
    next: () => Math.floor(random.next() * 2_147_483_647),
    below: (max) => Math.floor(random.next() * max),
    double: () => random.next(),
    bytes: (count) => random.bytes(count),
  };
}

const shared = new WeakMap<Random, NetRandom>();

/** Random.Shared of an engine. */
function sharedRandom(engine: EngineContext): NetRandom {
  let found = shared.get(engine.random);
  if (!found) shared.set(engine.random, (found = new NetRandom(hostSource(engine.random))));
  return found;
}

function between({ source }: NetRandom, min: number, max: number): number {
  if (min > max) throw outOfRange('minValue', 'The minimum must not be above the maximum.');
  const range = max - min;
  if (range <= 2_147_483_647) return source.below(range) + min;
  const wide = source instanceof SeededSource ? source.wideDouble() : source.double();
  return Math.trunc(wide * range) + min;
}

function bits64(source: RandomSource): bigint {
  const low = BigInt(source.below(1 << 22));
  const middle = BigInt(source.below(1 << 22));
  return low | (middle << 22n) | (BigInt(source.below(1 << 20)) << 44n);
}

function longBetween({ source }: NetRandom, min: bigint, max: bigint): bigint {
  if (min > max) throw outOfRange('minValue', 'The minimum must not be above the maximum.');
  const range = max - min;
  if (range <= 1n) return min;
  const shift = BigInt(64 - (range - 1n).toString(2).length);
  for (;;) {
    const value = bits64(source) >> shift;
    if (value < range) return value + min;
  }
}

function nextLong({ source }: NetRandom): bigint {
  for (;;) {
    const value = bits64(source) >> 1n;
    if (value !== 0x7fff_ffff_ffff_ffffn) return value;
  }
}

function nextSingle({ source }: NetRandom): number {
  for (;;) {
    const value = Math.fround(source.double());
    if (value < 1) return value;
  }
}

function chosen(self: NetRandom, choices: readonly PSValue[], length: number): PSValue[] {
  if (choices.length === 0) throw badArgument('There is nothing to choose from.', 'choices');
  if (length < 0) throw outOfRange('length');
  return Array.from({ length }, () => choices[self.source.below(choices.length)] ?? null);
}

const text = (self: NetRandom, choices: string, length: number): string =>
  chosen(self, choices.split(''), length).join('');

function shuffle(self: NetRandom, values: PSValue): void {
  if (!values) throw argumentNull('values');
  const items = [...itemsOf(values, 'values')];
  for (let i = 0; i < items.length - 1; i++) {
    const j = between(self, i, items.length);
    [items[i], items[j]] = [items[j], items[i]];
  }
  writeItems(values, items);
}

/** System.Random */
export const randomType = defineType({
  name: 'System.Random',
  jsClass: NetRandom,
  members: {
    'new()'() {
      return new NetRandom(hostSource(this.random));
    },
    'new(int Seed)': (seed: number) => new NetRandom(new SeededSource(seed)),
    'static prop Shared Random get'() {
      return sharedRandom(this);
    },
    'GetHexString(int stringLength, bool lowercase = False) string': (
      self: NetRandom,
      length: number,
      lower: boolean,
    ) => text(self, lower ? '0123456789abcdef' : '0123456789ABCDEF', length),
    'GetItems<T>(T[] choices, int length) T[]': withTypes((types) => (self: NetRandom, choices, length: number) => {
      const element = types.get('T');
      const items = chosen(self, itemsOf(choices, 'choices'), length);
      return element ? new TypedArray(element, items) : items;
    }),
    'GetString(string choices, int length) string': (self: NetRandom, choices: string, length: number) =>
      text(self, choices, length),
    'Next() int': (self: NetRandom) => self.source.next(),
    'Next(int maxValue) int': (self: NetRandom, max: number) => {
      if (max < 0) throw outOfRange('maxValue', 'The maximum must not be negative.');
      return self.source.below(max);
    },
    'Next(int minValue, int maxValue) int': between,
    'NextBytes(byte[] buffer) void': (self: NetRandom, buffer: TypedArray | null) => {
      if (!buffer?.bytes) throw argumentNull('buffer');
      buffer.bytes.set(self.source.bytes(buffer.bytes.length));
    },
    'NextDouble() double': (self: NetRandom) => self.source.double(),
    'NextInt64() long': nextLong,
    'NextInt64(long maxValue) long': (self: NetRandom, max: bigint) => {
      if (max < 0n) throw outOfRange('maxValue', 'The maximum must not be negative.');
      return longBetween(self, 0n, max);
    },
    'NextInt64(long minValue, long maxValue) long': longBetween,
    'NextSingle() float': nextSingle,
    'Shuffle<T>(T[] values) void': shuffle,
  },
});
