import type { EngineContext } from '../../engine.ts';
import { NetException } from '../../errors/net-exception.ts';
import { textEncodings } from '../../text/text-encoding.ts';
import { NetObject } from '../../values/net-object.ts';
import type { TypedArray } from '../../values/typed-array.ts';
import { defineType, type MemberTable } from '../define-type.ts';
import { argumentNull, outOfRange } from '../net-error.ts';
import { bytesOf } from '../sequence.ts';
import { type HashAlgorithm, hmac } from './hash.ts';
import { findHashAlgorithm } from './hash-types.ts';

type Text = string | null;
type Bytes = TypedArray | null;

/** System.Security.Cryptography.HashAlgorithmName */
class HashAlgorithmName extends NetObject {
  readonly name: string | null;

  constructor(name: string | null) {
    super();
    this.name = name;
  }

  equalityText(): string {
    return this.name ?? '';
  }
}

function algorithmOf({ name }: HashAlgorithmName): HashAlgorithm {
  const found = name === null ? undefined : findHashAlgorithm(name);
  if (found) return found;
  const type = 'System.Security.Cryptography.CryptographicException';
  throw new NetException(type, `There is no hash algorithm '${name ?? ''}'.`);
}

/** System.Security.Cryptography.Rfc2898DeriveBytes: PBKDF2, whose bytes are given out piece by piece. */
class Rfc2898DeriveBytes extends NetObject {
  readonly #password: Uint8Array;
  readonly algorithm: HashAlgorithm;
  salt: Uint8Array;
  iterations: number;
  #block = 0;
  #rest: Uint8Array = new Uint8Array();

  constructor(password: Uint8Array, salt: Uint8Array, iterations: number, algorithm: HashAlgorithm) {
    super();
    if (iterations < 1) throw outOfRange('iterations');
    this.#password = password;
    this.salt = salt;
    this.iterations = iterations;
    this.algorithm = algorithm;
  }

  reset(): void {
    this.#block = 0;
    this.#rest = new Uint8Array();
  }

  /** The next block: iterated keyed hashes, put together by exclusive or. */
  #next(): Uint8Array {
    this.#block++;
    const first = new Uint8Array(this.salt.length + 4);
    first.set(this.salt);
    new DataView(first.buffer).setUint32(this.salt.length, this.#block);
    let hash = hmac(this.algorithm, this.#password, first);
    const block = hash.slice();
    for (let i = 1; i < this.iterations; i++) {
      hash = hmac(this.algorithm, this.#password, hash);
      for (let at = 0; at < block.length; at++) block[at] = (block[at] ?? 0) ^ (hash[at] ?? 0);
    }
    return block;
  }

  bytes(engine: EngineContext, count: number): Uint8Array {
    if (count < 1) throw outOfRange('cb');
    const bytes = new Uint8Array(count);
    let at = 0;
    while (at < count) {
      if (this.#rest.length === 0) {
        engine.budget.charge(this.iterations);
        this.#rest = this.#next();
      }
      const piece = this.#rest.subarray(0, count - at);
      bytes.set(piece, at);
      at += piece.length;
      this.#rest = this.#rest.slice(piece.length);
    }
    return bytes;
  }
}

const utf8 = (text: Text): Uint8Array => {
  if (text === null) throw argumentNull('password');
  return textEncodings.utf8.encode(text);
};

const sha1 = new HashAlgorithmName('SHA1');

function derive(
  password: Uint8Array,
  salt: Bytes,
  iterations: number,
  name: HashAlgorithmName = sha1,
): Rfc2898DeriveBytes {
  return new Rfc2898DeriveBytes(password, bytesOf(salt, 'salt').slice(), iterations, algorithmOf(name));
}

function salted(engine: EngineContext, password: Text, size: number, iterations: number, name = sha1) {
  if (size < 0) throw outOfRange('saltSize');
  return new Rfc2898DeriveBytes(utf8(password), engine.random.bytes(size), iterations, algorithmOf(name));
}

const constructors: MemberTable = {
  'new(string password, byte[] salt)': (password: Text, salt: Bytes) => derive(utf8(password), salt, 1000),
  'new(string password, byte[] salt, int iterations)': (password: Text, salt: Bytes, iterations: number) =>
    derive(utf8(password), salt, iterations),
  'new(byte[] password, byte[] salt, int iterations)': (password: Bytes, salt: Bytes, iterations: number) =>
    derive(bytesOf(password, 'password').slice(), salt, iterations),
  'new(string password, byte[] salt, int iterations, HashAlgorithmName hashAlgorithm)': (
    password: Text,
    salt: Bytes,
    iterations: number,
    name: HashAlgorithmName,
  ) => derive(utf8(password), salt, iterations, name),
  'new(byte[] password, byte[] salt, int iterations, HashAlgorithmName hashAlgorithm)': (
    password: Bytes,
    salt: Bytes,
    iterations: number,
    name: HashAlgorithmName,
  ) => derive(bytesOf(password, 'password').slice(), salt, iterations, name),
  'new(string password, int saltSize)'(password: Text, size: number) {
    return salted(this, password, size, 1000);
  },
  'new(string password, int saltSize, int iterations)'(password: Text, size: number, iterations: number) {
    return salted(this, password, size, iterations);
  },
  'new(string password, int saltSize, int iterations, HashAlgorithmName hashAlgorithm)'(
    password: Text,
    size: number,
    iterations: number,
    name: HashAlgorithmName,
  ) {
    return salted(this, password, size, iterations, name);
  },
};

function names(): MemberTable {
  const members: Record<string, MemberTable[string]> = {};
  for (const name of ['MD5', 'SHA1', 'SHA256', 'SHA384', 'SHA512'])
    members[`static prop ${name} HashAlgorithmName get`] = () => new HashAlgorithmName(name);
  return members;
}

/** HashAlgorithmName and Rfc2898DeriveBytes. */
export const keyDerivationTypes = [
  defineType({
    name: 'System.Security.Cryptography.HashAlgorithmName',
    kind: 'struct',
    jsClass: HashAlgorithmName,
    defaultValue: () => new HashAlgorithmName(null),
    members: {
      'new(string name)': (name: Text) => new HashAlgorithmName(name),
      ...names(),
      'prop Name string get': (self: HashAlgorithmName) => self.name,
      'Equals(object obj) bool': (self: HashAlgorithmName, other) =>
        other instanceof HashAlgorithmName && other.name === self.name,
      'static op_Equality(HashAlgorithmName left, HashAlgorithmName right) bool': (
        a: HashAlgorithmName,
        b: HashAlgorithmName,
      ) => a.name === b.name,
      'ToString() string': (self: HashAlgorithmName) => self.name ?? '',
    },
  }),
  defineType({
    name: 'System.Security.Cryptography.DeriveBytes',
    interfaces: 'IDisposable',
    isAbstract: true,
    members: { 'Dispose() void': () => undefined },
  }),
  defineType({
    name: 'System.Security.Cryptography.Rfc2898DeriveBytes',
    base: 'System.Security.Cryptography.DeriveBytes',
    jsClass: Rfc2898DeriveBytes,
    members: {
      ...constructors,
      'prop HashAlgorithm HashAlgorithmName get': (self: Rfc2898DeriveBytes) =>
        new HashAlgorithmName(self.algorithm.name),
      'prop IterationCount int get set': {
        get: (self: Rfc2898DeriveBytes) => self.iterations,
        set: (self: Rfc2898DeriveBytes, value: number) => {
          if (value < 1) throw outOfRange('value');
          self.iterations = value;
          self.reset();
        },
      },
      'prop Salt byte[] get set': {
        get: (self: Rfc2898DeriveBytes) => self.salt.slice(),
        set: (self: Rfc2898DeriveBytes, value: Bytes) => {
          self.salt = bytesOf(value, 'value').slice();
          self.reset();
        },
      },
      'GetBytes(int cb) byte[]'(self: Rfc2898DeriveBytes, count: number) {
        return self.bytes(this, count);
      },
      'static Pbkdf2(string password, byte[] salt, int iterations, HashAlgorithmName hashAlgorithm, int outputLength) byte[]'(
        password: Text,
        salt: Bytes,
        iterations: number,
        name: HashAlgorithmName,
        length: number,
      ) {
        return derive(utf8(password), salt, iterations, name).bytes(this, length);
      },
      'static Pbkdf2(byte[] password, byte[] salt, int iterations, HashAlgorithmName hashAlgorithm, int outputLength) byte[]'(
        password: Bytes,
        salt: Bytes,
        iterations: number,
        name: HashAlgorithmName,
        length: number,
      ) {
        return derive(bytesOf(password, 'password'), salt, iterations, name).bytes(this, length);
      },
      'Reset() void': (self: Rfc2898DeriveBytes) => self.reset(),
    },
  }),
];
