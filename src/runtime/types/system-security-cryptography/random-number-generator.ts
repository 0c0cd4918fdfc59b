import type { EngineContext } from '../../engine.ts';
import { NetObject } from '../../values/net-object.ts';
import type { TypedArray } from '../../values/typed-array.ts';
import { defineType } from '../define-type.ts';
import { argumentNull, badArgument, outOfRange } from '../net-error.ts';

/** System.Security.Cryptography.RandomNumberGenerator */
class RandomNumberGenerator extends NetObject {}

/** An even number from 0 up to a limit: bytes that would favour some are thrown away. */
function below(engine: EngineContext, limit: number): number {
  const bound = 0x1_0000_0000 - (0x1_0000_0000 % limit);
  for (;;) {
    const bytes = engine.random.bytes(4);
    const number = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0);
    if (number < bound) return number % limit;
  }
}

function between(engine: EngineContext, from: number, to: number): number {
  if (from >= to) throw badArgument('The range is empty.');
  return from + below(engine, to - from);
}

function fill(engine: EngineContext, data: TypedArray | null, offset = 0, count?: number, nonZero = false): void {
  if (!data?.bytes) throw argumentNull('data');
  const size = count ?? data.bytes.length - offset;
  if (offset < 0 || size < 0 || offset + size > data.bytes.length) throw outOfRange(offset < 0 ? 'offset' : 'count');
  const bytes = engine.random.bytes(size);
  data.bytes.set(nonZero ? bytes.map((byte) => (byte === 0 ? 1 + below(engine, 255) : byte)) : bytes, offset);
}

function text(engine: EngineContext, choices: string, length: number): string {
  if (length < 0) throw outOfRange('length');
  if (choices === '') throw badArgument('There is nothing to choose from.', 'choices');
  return Array.from({ length }, () => choices.charAt(below(engine, choices.length))).join('');
}

/** System.Security.Cryptography.RandomNumberGenerator */
export const randomNumberGeneratorType = defineType({
  name: 'System.Security.Cryptography.RandomNumberGenerator',
  interfaces: 'IDisposable',
  jsClass: RandomNumberGenerator,
  isAbstract: true,
  members: {
    'static Create() RandomNumberGenerator': () => new RandomNumberGenerator(),
    'static Create(string rngName) RandomNumberGenerator': (name: string | null) =>
      /^(System\.Security\.Cryptography\.)?RandomNumberGenerator$/i.test(name ?? '')
        ? new RandomNumberGenerator()
        : null,
    'Dispose() void': () => undefined,
    'static Fill(byte[] data) void'(data: TypedArray | null) {
      fill(this, data);
    },
    'GetBytes(byte[] data) void'(_self, data: TypedArray | null) {
      fill(this, data);
    },
    'GetBytes(byte[] data, int offset, int count) void'(_self, data: TypedArray | null, offset: number, count: number) {
      fill(this, data, offset, count);
    },
    'static GetBytes(int count) byte[]'(count: number) {
      if (count < 0) throw outOfRange('count');
      return this.random.bytes(count);
    },
    'static GetHexString(int stringLength, bool lowercase = False) string'(length: number, lower: boolean) {
      return text(this, lower ? '0123456789abcdef' : '0123456789ABCDEF', length);
    },
    'static GetInt32(int fromInclusive, int toExclusive) int'(from: number, to: number) {
      return between(this, from, to);
    },
    'static GetInt32(int toExclusive) int'(to: number) {
      if (to <= 0) throw outOfRange('toExclusive');
      return between(this, 0, to);
    },
    'static GetString(string choices, int length) string'(choices: string | null, length: number) {
      return text(this, choices ?? '', length);
    },
    'GetNonZeroBytes(byte[] data) void'(_self, data: TypedArray | null) {
      fill(this, data, 0, undefined, true);
    },
  },
});
