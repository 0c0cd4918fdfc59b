import type { EngineContext } from '../../engine.ts';
import { NetException } from '../../errors/net-exception.ts';
import { joinBytes } from '../../text/join-bytes.ts';
import { NetObject } from '../../values/net-object.ts';
import { disposed, type NetStream } from '../../values/net-stream.ts';
import type { TypedArray } from '../../values/typed-array.ts';
import { defineType, type MemberTable, type TypeSpec } from '../define-type.ts';
import { argumentNull, badArgument, outOfRange } from '../net-error.ts';
import { bytesOf } from '../sequence.ts';
import { type HashAlgorithm, hashAlgorithms, hmac } from './hash.ts';

/** The hash function with a name, case and hyphens ignored. */
export function findHashAlgorithm(name: string): HashAlgorithm | undefined {
  const plain = name
    .toUpperCase()
    .replace('-', '')
    .replace(/^SYSTEM\.SECURITY\.CRYPTOGRAPHY\./, '');
  return hashAlgorithms.find((algorithm) => algorithm.name === plain);
}

/** System.Security.Cryptography.HashAlgorithm: a hash function with its state. */
class HashObject extends NetObject {
  readonly algorithm: HashAlgorithm;
  /** The key of a keyed hash. */
  key: Uint8Array | undefined;
  isOpen = true;
  #parts: Uint8Array[] = [];
  #result: Uint8Array | undefined;

  constructor(algorithm: HashAlgorithm, key?: Uint8Array) {
    super();
    this.algorithm = algorithm;
    this.key = key;
  }

  update(bytes: Uint8Array): void {
    this.#check();
    if (bytes.length > 0) this.#parts.push(bytes.slice());
  }

  finish(): Uint8Array {
    this.#check();
    const message = joinBytes(this.#parts);
    this.#parts = [];
    this.#result = this.key ? hmac(this.algorithm, this.key, message) : this.algorithm.digest(message);
    return this.#result;
  }

  compute(bytes: Uint8Array): Uint8Array {
    this.reset();
    this.update(bytes);
    return this.finish().slice();
  }

  get result(): Uint8Array | null {
    this.#check();
    if (this.#parts.length > 0) {
      const type = 'System.Security.Cryptography.CryptographicUnexpectedOperationException';
      throw new NetException(type, 'The hash is not finished yet.');
    }
    return this.#result?.slice() ?? null;
  }

  reset(): void {
    this.#parts = [];
  }

  #check(): void {
    if (!this.isOpen) throw disposed('hash');
  }
}

const classes = new Map<string, typeof HashObject>();

/** One JS class per type, so that each has its own name. */
function classOf(name: string): typeof HashObject {
  let found = classes.get(name);
  if (!found) classes.set(name, (found = class extends HashObject {}));
  return found;
}

function piece(buffer: TypedArray | null, offset: number, count: number, name = 'buffer'): Uint8Array {
  const bytes = bytesOf(buffer, name);
  if (offset < 0) throw outOfRange('offset');
  if (count < 0 || count > bytes.length) throw badArgument('The count is not within the array.');
  if (offset + count > bytes.length) throw badArgument('The piece goes beyond the end of the array.');
  return bytes.subarray(offset, offset + count);
}

function streamBytes(stream: NetStream | null): Uint8Array {
  if (!stream) throw argumentNull('inputStream');
  return stream.readToEnd();
}

const baseType = defineType({
  name: 'System.Security.Cryptography.HashAlgorithm',
  interfaces: 'IDisposable',
  isAbstract: true,
  jsClass: HashObject,
  members: {
    'prop CanReuseTransform bool get': () => true,
    'prop CanTransformMultipleBlocks bool get': () => true,
    'prop Hash byte[] get': (self: HashObject) => self.result,
    'prop HashSize int get': (self: HashObject) => self.algorithm.size * 8,
    'prop InputBlockSize int get': () => 1,
    'prop OutputBlockSize int get': () => 1,
    'Clear() void': (self: HashObject) => {
      self.isOpen = false;
    },
    'ComputeHash(byte[] buffer) byte[]': (self: HashObject, buffer: TypedArray | null) =>
      self.compute(bytesOf(buffer, 'buffer')),
    'ComputeHash(byte[] buffer, int offset, int count) byte[]': (
      self: HashObject,
      buffer: TypedArray | null,
      offset: number,
      count: number,
    ) => self.compute(piece(buffer, offset, count)),
    'ComputeHash(Stream inputStream) byte[]': (self: HashObject, stream: NetStream | null) =>
      self.compute(streamBytes(stream)),
    'static Create(string hashName) HashAlgorithm': (name: string | null) => make(name),
    'Dispose() void': (self: HashObject) => {
      self.isOpen = false;
    },
    'Initialize() void': (self: HashObject) => self.reset(),
    'TransformBlock(byte[] inputBuffer, int inputOffset, int inputCount, byte[] outputBuffer, int outputOffset) int': (
      self: HashObject,
      input: TypedArray | null,
      offset: number,
      count: number,
      output: TypedArray | null,
      at: number,
    ) => {
      const bytes = piece(input, offset, count, 'inputBuffer');
      self.update(bytes);
      if (output?.bytes && output !== input) output.bytes.set(bytes, at);
      return count;
    },
    'TransformFinalBlock(byte[] inputBuffer, int inputOffset, int inputCount) byte[]': (
      self: HashObject,
      input: TypedArray | null,
      offset: number,
      count: number,
    ) => {
      const bytes = piece(input, offset, count, 'inputBuffer');
      self.update(bytes);
      self.finish();
      return bytes.slice();
    },
  },
});

function make(name: string | null): HashObject | null {
  if (name === null) throw argumentNull('hashName');
  const algorithm = findHashAlgorithm(name);
  return algorithm ? new (classOf(`${algorithm.name}CryptoServiceProvider`))(algorithm) : null;
}

const hashOf = (algorithm: HashAlgorithm, bytes: Uint8Array, key?: Uint8Array): Uint8Array =>
  new HashObject(algorithm, key).compute(bytes);

function sizes(algorithm: HashAlgorithm): MemberTable {
  return {
    'static field HashSizeInBits int': () => algorithm.size * 8,
    'static field HashSizeInBytes int': () => algorithm.size,
  };
}

function hashType(algorithm: HashAlgorithm): TypeSpec {
  const { name } = algorithm;
  return defineType({
    name: `System.Security.Cryptography.${name}`,
    base: 'HashAlgorithm',
    isAbstract: true,
    members: {
      ...sizes(algorithm),
      [`static Create() ${name}`]: () => new (classOf(`${name}+Implementation`))(algorithm),
      [`static Create(string hashName) ${name}`]: make,
      'static HashData(byte[] source) byte[]': (source: TypedArray | null) =>
        hashOf(algorithm, bytesOf(source, 'source')),
      'static HashData(Stream source) byte[]': (source: NetStream | null) => hashOf(algorithm, streamBytes(source)),
    },
  });
}

/** What `Create()` answers. */
function implementationType({ name }: HashAlgorithm): TypeSpec {
  return defineType({
    name: `System.Security.Cryptography.${name}+Implementation`,
    base: `System.Security.Cryptography.${name}`,
    jsClass: classOf(`${name}+Implementation`),
  });
}

function managedType(algorithm: HashAlgorithm, suffix: string): TypeSpec {
  const { name } = algorithm;
  const own = `${name}${suffix}`;
  return defineType({
    name: `System.Security.Cryptography.${own}`,
    base: `System.Security.Cryptography.${name}`,
    jsClass: classOf(own),
    members: { 'new()': () => new (classOf(own))(algorithm) },
  });
}

function hmacType(algorithm: HashAlgorithm): TypeSpec {
  const name = `HMAC${algorithm.name}`;
  return defineType({
    name: `System.Security.Cryptography.${name}`,
    base: 'HMAC',
    jsClass: classOf(name),
    members: {
      'new()'(this: EngineContext) {
        return new (classOf(name))(algorithm, this.random.bytes(algorithm.blockSize));
      },
      'new(byte[] key)': (key: TypedArray | null) => new (classOf(name))(algorithm, bytesOf(key, 'key').slice()),
      ...sizes(algorithm),
      'static HashData(byte[] key, byte[] source) byte[]': (key: TypedArray | null, source: TypedArray | null) =>
        hashOf(algorithm, bytesOf(source, 'source'), bytesOf(key, 'key')),
      'static HashData(byte[] key, Stream source) byte[]': (key: TypedArray | null, source: NetStream | null) =>
        hashOf(algorithm, streamBytes(source), bytesOf(key, 'key')),
    },
  });
}

const keyedBases = [
  defineType({
    name: 'System.Security.Cryptography.KeyedHashAlgorithm',
    base: 'HashAlgorithm',
    isAbstract: true,
    members: {
      'prop Key byte[] get set': {
        get: (self: HashObject) => self.key?.slice() ?? null,
        set: (self: HashObject, key: TypedArray | null) => {
          self.key = bytesOf(key, 'value').slice();
          self.reset();
        },
      },
    },
  }),
  defineType({
    name: 'System.Security.Cryptography.HMAC',
    base: 'KeyedHashAlgorithm',
    isAbstract: true,
    members: { 'prop HashName string get': (self: HashObject) => self.algorithm.name },
  }),
];

/** The hash functions of System.Security.Cryptography. */
export const hashTypes: readonly TypeSpec[] = [
  baseType,
  ...keyedBases,
  ...hashAlgorithms.map(hashType),
  ...hashAlgorithms.map(implementationType),
  ...hashAlgorithms.map(hmacType),
  ...hashAlgorithms.map((algorithm) => managedType(algorithm, 'CryptoServiceProvider')),
  ...hashAlgorithms
    .filter((algorithm) => algorithm.name !== 'MD5')
    .map((algorithm) => managedType(algorithm, 'Managed')),
];
