import { NetException } from '../../errors/net-exception.ts';
import { Int16 } from '../../values/int16.ts';
import { ipv4Text, ipv6Text, parseIPv4, parseIPv6 } from '../../values/ip-text.ts';
import { NetObject } from '../../values/net-object.ts';
import type { TypedArray } from '../../values/typed-array.ts';
import { defineType, type RefSlot } from '../define-type.ts';
import { argumentNull, badArgument, outOfRange } from '../net-error.ts';
import { bytesOf } from '../sequence.ts';

const INTER_NETWORK = 2;
const INTER_NETWORK_V6 = 23;

/** System.Net.IPAddress: 4 or 16 bytes in network order. */
export class IPAddress extends NetObject {
  readonly bytes: Uint8Array;
  scopeId: bigint;

  constructor(bytes: Uint8Array, scopeId = 0n) {
    super();
    this.bytes = bytes;
    this.scopeId = scopeId;
  }

  static v4(address: number): IPAddress {
    return new IPAddress(Uint8Array.of(address >>> 24, (address >>> 16) & 255, (address >>> 8) & 255, address & 255));
  }

  static v6(groups: readonly number[], scopeId = 0n): IPAddress {
    return new IPAddress(Uint8Array.from(groups.flatMap((group) => [group >> 8, group & 255])), scopeId);
  }

  /** Reads an address; IPv4 also in the short and hexadecimal forms. */
  static tryParse(text: string): IPAddress | undefined {
    if (text.includes(':')) {
      const match = /^\[?([^\]%/]*)(?:%(\w+))?\]?$/.exec(text);
      const groups = match && parseIPv6(match[1] ?? '');
      const scope = match?.[2];
      return groups ? IPAddress.v6(groups, scope !== undefined && /^\d+$/.test(scope) ? BigInt(scope) : 0n) : undefined;
    }
    const v4 = parseIPv4(text);
    return v4 === undefined ? undefined : IPAddress.v4(v4);
  }

  get isV6(): boolean {
    return this.bytes.length === 16;
  }

  get groups(): number[] {
    return Array.from({ length: 8 }, (_, i) => ((this.bytes[i * 2] ?? 0) << 8) | (this.bytes[i * 2 + 1] ?? 0));
  }

  /** The four bytes as a number, the first one highest. */
  get number(): number {
    return new DataView(this.bytes.buffer, this.bytes.byteOffset).getUint32(0);
  }

  override toString(): string {
    if (!this.isV6) return ipv4Text(this.number);
    return ipv6Text(this.groups) + (this.scopeId === 0n ? '' : `%${this.scopeId}`);
  }

  equalityText(): string {
    return `ip ${this.toString()}`;
  }

  get isLoopback(): boolean {
    return this.isV6 ? /^(::1|::ffff:127\.)/.test(this.toString()) : this.bytes[0] === 127;
  }

  get isMapped(): boolean {
    return this.isV6 && this.groups.slice(0, 5).every((g) => g === 0) && this.groups[5] === 0xffff;
  }
}

function parse(text: string | null): IPAddress {
  if (text === null) throw argumentNull('ipString');
  const found = IPAddress.tryParse(text);
  if (!found) throw new NetException('System.FormatException', `'${text}' is no IP address.`);
  return found;
}

function fromBytes(array: TypedArray | null, scopeId = 0n): IPAddress {
  const bytes = bytesOf(array, 'address');
  if (bytes.length !== 4 && bytes.length !== 16) throw badArgument('An address has 4 or 16 bytes.', 'address');
  return new IPAddress(bytes.slice(), scopeId);
}

/** The number `Address` shows: the bytes as they lie in memory, the first one lowest. */
const fromNumber = (address: bigint): IPAddress => {
  if (address < 0n || address > 0xffff_ffffn) throw outOfRange('newAddress');
  return new IPAddress(Uint8Array.from({ length: 4 }, (_, i) => Number((address >> BigInt(8 * i)) & 0xffn)));
};

function numberOf(self: IPAddress): bigint {
  if (self.isV6) {
    throw new NetException('System.Net.Sockets.SocketException', 'An IPv6 address is too long for this property.');
  }
  return self.bytes.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}

function swap(value: bigint, bytes: number): bigint {
  let result = 0n;
  for (let i = 0; i < bytes; i++) result = (result << 8n) | ((value >> BigInt(8 * i)) & 0xffn);
  return BigInt.asIntN(bytes * 8, result);
}

const swap64 = (value: bigint): bigint => swap(value, 8);
const swap32 = (value: number): number => Number(swap(BigInt(value), 4));
const swap16 = (value: Int16): Int16 => Int16.of(Number(swap(BigInt(value.value), 2)));

const zeros = [0, 0, 0, 0, 0, 0, 0];

/** System.Net.IPAddress */
export const ipAddressType = defineType({
  name: 'System.Net.IPAddress',
  jsClass: IPAddress,
  interfaces: 'IFormattable, ISpanFormattable',
  members: {
    'new(long newAddress)': fromNumber,
    'new(byte[] address, long scopeid)': fromBytes,
    'new(byte[] address)': (bytes: TypedArray | null) => fromBytes(bytes),
    'prop AddressFamily AddressFamily get': (self: IPAddress) => (self.isV6 ? INTER_NETWORK_V6 : INTER_NETWORK),
    'prop ScopeId long get set': {
      get: (self: IPAddress) => {
        if (self.isV6) return self.scopeId;
        throw new NetException('System.Net.Sockets.SocketException', 'An IPv4 address has no scope.');
      },
      set: (self: IPAddress, scope: bigint) => {
        self.scopeId = scope;
      },
    },
    'prop IsIPv6Multicast bool get': (self: IPAddress) => self.isV6 && self.bytes[0] === 0xff,
    'prop IsIPv6LinkLocal bool get': (self: IPAddress) => self.isV6 && ((self.groups[0] ?? 0) & 0xffc0) === 0xfe80,
    'prop IsIPv6SiteLocal bool get': (self: IPAddress) => self.isV6 && ((self.groups[0] ?? 0) & 0xffc0) === 0xfec0,
    'prop IsIPv6Teredo bool get': (self: IPAddress) => self.isV6 && self.groups[0] === 0x2001 && self.groups[1] === 0,
    'prop IsIPv6UniqueLocal bool get': (self: IPAddress) => self.isV6 && ((self.groups[0] ?? 0) & 0xfe00) === 0xfc00,
    'prop IsIPv4MappedToIPv6 bool get': (self: IPAddress) => self.isMapped,
    'prop Address long get': numberOf,
    'static field Any IPAddress': () => IPAddress.v4(0),
    'static field Broadcast IPAddress': () => IPAddress.v4(0xffff_ffff),
    'static field IPv6Any IPAddress': () => IPAddress.v6([...zeros, 0]),
    'static field IPv6Loopback IPAddress': () => IPAddress.v6([...zeros, 1]),
    'static field IPv6None IPAddress': () => IPAddress.v6([...zeros, 0]),
    'static field Loopback IPAddress': () => IPAddress.v4(0x7f00_0001),
    'static field None IPAddress': () => IPAddress.v4(0xffff_ffff),
    'Equals(object comparand) bool': (self: IPAddress, other) =>
      other instanceof IPAddress && other.equalityText() === self.equalityText(),
    'GetAddressBytes() byte[]': (self: IPAddress) => self.bytes.slice(),
    'static HostToNetworkOrder(long host) long': swap64,
    'static HostToNetworkOrder(int host) int': swap32,
    'static HostToNetworkOrder(short host) short': swap16,
    'static IsLoopback(IPAddress address) bool': (address: IPAddress | null) => {
      if (!address) throw argumentNull('address');
      return address.isLoopback;
    },
    'MapToIPv4() IPAddress': (self: IPAddress) => (self.isV6 ? new IPAddress(self.bytes.slice(12)) : self),
    'MapToIPv6() IPAddress': (self: IPAddress) =>
      self.isV6 ? self : IPAddress.v6([0, 0, 0, 0, 0, 0xffff, self.number >>> 16, self.number & 0xffff]),
    'static NetworkToHostOrder(long network) long': swap64,
    'static NetworkToHostOrder(int network) int': swap32,
    'static NetworkToHostOrder(short network) short': swap16,
    'static Parse(string ipString) IPAddress': parse,
    'ToString() string': (self: IPAddress) => self.toString(),
    'static TryParse(string ipString, ref IPAddress address) bool': (text: string | null, slot: RefSlot) => {
      slot.value = (text === null ? undefined : IPAddress.tryParse(text)) ?? null;
      return slot.value !== null;
    },
  },
});

/** System.Net.IPEndPoint: an address and a port. */
export class IPEndPoint extends NetObject {
  address: IPAddress;
  port: number;

  constructor(address: IPAddress, port: number) {
    super();
    if (port < 0 || port > 65_535) throw outOfRange('port', 'A port is between 0 and 65535.');
    this.address = address;
    this.port = port;
  }

  static tryParse(text: string): IPEndPoint | undefined {
    const match = /^(\[[^\]]+\]|[^:]+|[^[\]]*:[^[\]]*:[^[\]]*)(?::(\d+))?$/.exec(text);
    const address = match && IPAddress.tryParse((match[1] ?? '').replace(/^\[|\]$/g, ''));
    const port = Number(match?.[2] ?? 0);
    return address && port <= 65_535 ? new IPEndPoint(address, port) : undefined;
  }

  override toString(): string {
    return this.address.isV6 ? `[${this.address}]:${this.port}` : `${this.address}:${this.port}`;
  }

  equalityText(): string {
    return `end ${this.toString()}`;
  }
}

/** System.Net.IPEndPoint */
export const ipEndPointTypes = [
  defineType({ name: 'System.Net.EndPoint', isAbstract: true }),
  defineType({
    name: 'System.Net.IPEndPoint',
    base: 'System.Net.EndPoint',
    jsClass: IPEndPoint,
    members: {
      'new(long address, int port)': (address: bigint, port: number) => new IPEndPoint(fromNumber(address), port),
      'new(IPAddress address, int port)': (address: IPAddress | null, port: number) => {
        if (!address) throw argumentNull('address');
        return new IPEndPoint(address, port);
      },
      'static field MaxPort int': () => 65_535,
      'static field MinPort int': () => 0,
      'prop AddressFamily AddressFamily get': (self: IPEndPoint) =>
        self.address.isV6 ? INTER_NETWORK_V6 : INTER_NETWORK,
      'prop Address IPAddress get set': {
        get: (self: IPEndPoint) => self.address,
        set: (self: IPEndPoint, address: IPAddress) => {
          self.address = address;
        },
      },
      'prop Port int get set': {
        get: (self: IPEndPoint) => self.port,
        set: (self: IPEndPoint, port: number) => {
          if (port < 0 || port > 65_535) throw outOfRange('value');
          self.port = port;
        },
      },
      'static Parse(string s) IPEndPoint': (text: string | null) => {
        if (text === null) throw argumentNull('s');
        const found = IPEndPoint.tryParse(text);
        if (!found) throw new NetException('System.FormatException', `'${text}' is no address with a port.`);
        return found;
      },
      'ToString() string': (self: IPEndPoint) => self.toString(),
      'static TryParse(string s, ref IPEndPoint result) bool': (text: string | null, slot: RefSlot) => {
        slot.value = (text === null ? undefined : IPEndPoint.tryParse(text)) ?? null;
        return slot.value !== null;
      },
    },
  }),
];
