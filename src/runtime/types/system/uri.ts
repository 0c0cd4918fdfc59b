import { Char } from '../../values/char.ts';
import type { EnumValue } from '../../values/enum-value.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { punycode } from '../../values/punycode.ts';
import { Uri, UriKind } from '../../values/uri.ts';
import { escapeData, escapeUriString, unescapeText } from '../../values/uri-escape.ts';
import { HostNameType, hostOf } from '../../values/uri-parts.ts';
import { coreTypes } from '../core-types.ts';
import { defineType, type MemberTable, type RefSlot } from '../define-type.ts';
import { argumentNull, badArgument, outOfRange } from '../net-error.ts';
import { compareStrings, modeOf } from './string-comparison.ts';
import { uriComponents } from './uri-components.ts';

type Text = string | null;

function needed<T>(value: T | null, name: string): T {
  if (value === null) throw argumentNull(name);
  return value;
}

const kindOf = (kind: EnumValue): number => {
  const number = Number(kind.value);
  if (number < 0 || number > 2) throw badArgument('There is no such kind of URI.', 'uriKind');
  return number;
};

/** A URI from a base and a reference. @throws ArgumentOutOfRangeException when the base is relative */
function resolve(base: Uri | null, reference: string): Uri {
  if (!needed(base, 'baseUri').parts) throw outOfRange('baseUri', 'The base URI must be absolute.');
  return needed(base, 'baseUri').resolve(reference);
}

function answer(slot: RefSlot, make: () => Uri | undefined): boolean {
  try {
    slot.value = make() ?? null;
  } catch {
    slot.value = null;
  }
  return slot.value !== null;
}

function idnHost({ absolute }: Uri): string {
  if (absolute.hostType === HostNameType.IPv6) return absolute.host.slice(1, -1);
  return absolute.host
    .split('.')
    .map((label) => (/^[\x20-\x7f]*$/.test(label) ? label : `xn--${punycode(label)}`))
    .join('.');
}

/** Whether a text is already in the form it would be escaped to. */
function isWellFormed(text: string, parts: Uri['parts']): boolean {
  if (parts && (parts.dosPath || parts.unc) && !/^file:\/\//i.test(text.trim())) return false;
  return !/[\s"<>\\^`{|}]|%(?![0-9a-fA-F]{2})/.test(text.trim());
}

/** Properties of an absolute URI: name, type, value. */
const properties: MemberTable = {
  'prop AbsolutePath string get': (self: Uri) => self.absolute.path,
  'prop AbsoluteUri string get': (self: Uri) => self.absoluteUri,
  'prop LocalPath string get': (self: Uri) => self.localPath,
  'prop Authority string get': (self: Uri) => self.authority,
  'prop HostNameType UriHostNameType get': (self: Uri) => self.absolute.hostType,
  'prop IsDefaultPort bool get': (self: Uri) => self.isDefaultPort,
  'prop IsFile bool get': (self: Uri) => self.absolute.scheme === 'file',
  'prop IsLoopback bool get': (self: Uri) => self.isLoopback,
  'prop PathAndQuery string get': (self: Uri) => self.absolute.path + self.absolute.query,
  'prop Segments string[] get': (self: Uri) => self.segments,
  'prop IsUnc bool get': (self: Uri) => self.absolute.unc,
  'prop Host string get': (self: Uri) => self.absolute.host,
  'prop Port int get': (self: Uri) => self.absolute.port,
  'prop Query string get': (self: Uri) => self.absolute.query,
  'prop Fragment string get': (self: Uri) => self.absolute.fragment,
  'prop Scheme string get': (self: Uri) => self.absolute.scheme,
  'prop OriginalString string get': (self: Uri) => self.originalString,
  'prop DnsSafeHost string get': (self: Uri) =>
    self.absolute.hostType === HostNameType.IPv6 ? self.absolute.host.slice(1, -1) : self.absolute.host,
  'prop IdnHost string get': idnHost,
  'prop IsAbsoluteUri bool get': (self: Uri) => self.parts !== undefined,
  'prop UserEscaped bool get': () => false,
  'prop UserInfo string get': (self: Uri) => self.absolute.userInfo,
};

const schemes: MemberTable = Object.fromEntries(
  [
    ['File', 'file'],
    ['Ftp', 'ftp'],
    ['Ftps', 'ftps'],
    ['Gopher', 'gopher'],
    ['Http', 'http'],
    ['Https', 'https'],
    ['Mailto', 'mailto'],
    ['NetPipe', 'net.pipe'],
    ['NetTcp', 'net.tcp'],
    ['News', 'news'],
    ['Nntp', 'nntp'],
    ['Sftp', 'sftp'],
    ['Ssh', 'ssh'],
    ['Telnet', 'telnet'],
    ['Ws', 'ws'],
    ['Wss', 'wss'],
  ].map(([name, scheme]) => [`static field UriScheme${name} string`, () => scheme]),
);

function hexValue(digit: Char): number {
  if (!/^[0-9a-fA-F]$/.test(digit.text)) throw badArgument('The character is no hexadecimal digit.', 'digit');
  return Number.parseInt(digit.text, 16);
}

const escaping: MemberTable = {
  'static EscapeDataString(string stringToEscape) string': (text: Text) => escapeData(needed(text, 'stringToEscape')),
  'static EscapeUriString(string stringToEscape) string': (text: Text) =>
    escapeUriString(needed(text, 'stringToEscape')),
  'static FromHex(char digit) int': hexValue,
  'static HexEscape(char character) string': (char: Char) => {
    if (char.code > 255) throw outOfRange('character');
    return `%${char.code.toString(16).toUpperCase().padStart(2, '0')}`;
  },
  'static HexUnescape(string pattern, ref int index) char': (text: string, slot: RefSlot) => {
    const at = Number(slot.value);
    if (at < 0 || at >= text.length) throw outOfRange('index');
    const isEscape = /^%[0-9a-fA-F]{2}/.test(text.slice(at));
    slot.value = at + (isEscape ? 3 : 1);
    return isEscape ? Char.of(Number.parseInt(text.slice(at + 1, at + 3), 16)) : Char.of(text.charCodeAt(at));
  },
  'static IsHexDigit(char character) bool': (char: Char) => /^[0-9a-fA-F]$/.test(char.text),
  'static IsHexEncoding(string pattern, int index) bool': (text: string, at: number) =>
    /^%[0-9a-fA-F]{2}/.test(text.slice(at)),
  'static UnescapeDataString(string stringToUnescape) string': (text: Text) =>
    unescapeText(needed(text, 'stringToUnescape')),
};

const factories: MemberTable = {
  'new(string uriString)': (text: Text) => Uri.create(needed(text, 'uriString')),
  'new(string uriString, UriKind uriKind)': (text: Text, kind: EnumValue) =>
    Uri.create(needed(text, 'uriString'), kindOf(kind)),
  'new(string uriString, bool dontEscape)': (text: Text) => Uri.create(needed(text, 'uriString')),
  'new(Uri baseUri, string relativeUri)': (base: Uri | null, text: Text) => resolve(base, text ?? ''),
  'new(Uri baseUri, string relativeUri, bool dontEscape)': (base: Uri | null, text: Text) => resolve(base, text ?? ''),
  'new(Uri baseUri, Uri relativeUri)': (base: Uri | null, reference: Uri | null) =>
    resolve(base, needed(reference, 'relativeUri').originalString),
  'static TryCreate(string uriString, UriKind uriKind, ref Uri result) bool': (
    text: Text,
    kind: EnumValue,
    slot: RefSlot,
  ) => answer(slot, () => (text === null ? undefined : Uri.tryCreate(text, kindOf(kind)))),
  'static TryCreate(Uri baseUri, string relativeUri, ref Uri result) bool': (
    base: Uri | null,
    text: Text,
    slot: RefSlot,
  ) => answer(slot, () => resolve(base, text ?? '')),
  'static TryCreate(Uri baseUri, Uri relativeUri, ref Uri result) bool': (
    base: Uri | null,
    reference: Uri | null,
    slot: RefSlot,
  ) => answer(slot, () => resolve(base, needed(reference, 'relativeUri').originalString)),
};

function leftPart(self: Uri, part: EnumValue): string {
  const { scheme, userInfo, path, query, hasAuthority } = self.absolute;
  const start = hasAuthority ? `${scheme}://` : `${scheme}:`;
  const user = userInfo === '' ? '' : `${userInfo}@`;
  const authority = hasAuthority ? start + user + self.authority : '';
  const texts = [start, authority, (authority || start) + path, (authority || start) + path + query];
  return texts[Number(part.value)] ?? '';
}

function checkHostName(name: Text): number {
  if (name === null || name === '') return HostNameType.Unknown;
  if (name.includes(':')) return hostOf(`[${name}]`) ? HostNameType.IPv6 : HostNameType.Unknown;
  return hostOf(name)?.type ?? HostNameType.Unknown;
}

/** Whether another URI lies below the folder of this one. */
function isBaseOf(self: Uri, other: Uri): boolean {
  if (!self.parts || !other.parts) return self.parts !== undefined;
  const [a, b] = [self.absolute, other.absolute];
  if (a.scheme !== b.scheme || a.host !== b.host || a.port !== b.port) return false;
  return b.path.startsWith(a.path.slice(0, a.path.lastIndexOf('/') + 1));
}

/** System.Uri */
export const uriType = defineType({
  name: 'System.Uri',
  jsClass: Uri,
  interfaces: 'IEquatable<Uri>, IFormattable, System.Runtime.Serialization.ISerializable, ISpanFormattable',
  convertFrom: {
    accepts: (from) => from === coreTypes().string,
    convert: (text: PSValue) => Uri.create(String(text), UriKind.RelativeOrAbsolute),
    errorId: 'InvalidCastFromStringToUri',
    hidesInner: true,
  },
  members: {
    ...factories,
    ...properties,
    'static field SchemeDelimiter string': () => '://',
    ...schemes,
    'static CheckHostName(string name) UriHostNameType': checkHostName,
    'static CheckSchemeName(string schemeName) bool': (name: Text) => /^[A-Za-z][A-Za-z0-9+.-]*$/.test(name ?? ''),
    'static Compare(Uri uri1, Uri uri2, UriComponents partsToCompare, UriFormat compareFormat, StringComparison comparisonType) int':
      (a: Uri | null, b: Uri | null, parts: EnumValue, format: EnumValue, comparison: EnumValue) => {
        if (!a || !b) return Number(a !== null) - Number(b !== null);
        const text = (uri: Uri) => uriComponents(uri, Number(parts.value), Number(format.value));
        return compareStrings(text(a), text(b), modeOf(comparison));
      },
    'Equals(object comparand) bool': (self: Uri, other) => {
      const uri = typeof other === 'string' ? Uri.tryCreate(other, UriKind.RelativeOrAbsolute) : other;
      return uri instanceof Uri && uri.equalityText() === self.equalityText();
    },
    'Equals(Uri other) bool': (self: Uri, other: Uri | null) => other?.equalityText() === self.equalityText(),
    ...escaping,
    'GetComponents(UriComponents components, UriFormat format) string': (
      self: Uri,
      parts: EnumValue,
      format: EnumValue,
    ) => uriComponents(self, Number(parts.value), Number(format.value)),
    'GetLeftPart(UriPartial part) string': leftPart,
    'IsBaseOf(Uri uri) bool': (self: Uri, other: Uri | null) => isBaseOf(self, needed(other, 'uri')),
    'IsWellFormedOriginalString() bool': (self: Uri) => isWellFormed(self.originalString, self.parts),
    'static IsWellFormedUriString(string uriString, UriKind uriKind) bool': (text: Text, kind: EnumValue) => {
      const uri = text === null ? undefined : Uri.tryCreate(text, kindOf(kind));
      return uri !== undefined && isWellFormed(uri.originalString, uri.parts);
    },
    'MakeRelative(Uri toUri) string': (self: Uri, other: Uri | null) =>
      self.relativeTo(needed(other, 'toUri')).toString(),
    'MakeRelativeUri(Uri uri) Uri': (self: Uri, other: Uri | null) => self.relativeTo(needed(other, 'uri')),
    'ToString() string': (self: Uri) => self.toString(),
  },
});
