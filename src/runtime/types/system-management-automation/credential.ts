import { NetException } from '../../errors/net-exception.ts';
import type { Char } from '../../values/char.ts';
import { NetworkCredential } from '../../values/network-credential.ts';
import { PSCredential, SecureString } from '../../values/secure-string.ts';
import { defineType, type TypeSpec } from '../define-type.ts';
import { invalidOperation, outOfRange } from '../net-error.ts';

type Text = string | null;

function writable(s: SecureString): SecureString {
  if (s.isReadOnly) throw invalidOperation('The secure string is read-only.');
  return s;
}

/** `DOMAIN\user` and `user@domain` apart. */
function partsOf(userName: string): readonly [string, string] {
  const slash = userName.indexOf('\\');
  if (slash >= 0) return [userName.slice(slash + 1), userName.slice(0, slash)];
  const at = userName.lastIndexOf('@');
  return at > 0 && userName.indexOf('@') === at ? [userName.slice(0, at), userName.slice(at + 1)] : [userName, ''];
}

/** PSArgumentException and its kin. */
function psArgument(type: string, message: string, name: string): NetException {
  const error = new NetException(`System.Management.Automation.${type}`, message);
  error.properties.set('ParamName', name);
  return error;
}

/** PSCredential, SecureString and NetworkCredential. */
export const credentialTypes: readonly TypeSpec[] = [
  defineType({
    name: 'System.Security.SecureString',
    jsClass: SecureString,
    interfaces: 'IDisposable',
    members: {
      'new()': () => new SecureString(''),
      'prop Length int get': (s: SecureString) => s.text.length,
      'AppendChar(char c) void': (s: SecureString, c: Char) => {
        writable(s).text += c.text;
      },
      'Clear() void': (s: SecureString) => {
        writable(s).text = '';
      },
      'Copy() SecureString': (s: SecureString) => new SecureString(s.text),
      'Dispose() void': (s: SecureString) => {
        s.text = '';
      },
      'InsertAt(int index, char c) void': (s: SecureString, at: number, c: Char) => {
        if (at < 0 || at > s.text.length) throw outOfRange('index');
        writable(s).text = s.text.slice(0, at) + c.text + s.text.slice(at);
      },
      'IsReadOnly() bool': (s: SecureString) => s.isReadOnly,
      'MakeReadOnly() void': (s: SecureString) => {
        s.isReadOnly = true;
      },
      'SetAt(int index, char c) void': (s: SecureString, at: number, c: Char) => {
        if (at < 0 || at >= s.text.length) throw outOfRange('index');
        writable(s).text = s.text.slice(0, at) + c.text + s.text.slice(at + 1);
      },
      'RemoveAt(int index) void': (s: SecureString, at: number) => {
        if (at < 0 || at >= s.text.length) throw outOfRange('index');
        writable(s).text = s.text.slice(0, at) + s.text.slice(at + 1);
      },
    },
  }),
  defineType({
    name: 'System.Management.Automation.PSCredential',
    jsClass: PSCredential,
    isSealed: true,
    interfaces: 'ISerializable',
    members: {
      'new(string userName, SecureString password)': (name: Text, password: SecureString | null) => {
        if (!name) throw psArgument('PSArgumentException', 'The user name is empty.', 'userName');
        if (!password) throw psArgument('PSArgumentNullException', 'The password must not be null.', 'password');
        return new PSCredential(name, password);
      },
      'prop UserName string get': (c: PSCredential) => c.userName,
      'prop Password SecureString get': (c: PSCredential) => c.password,
      'static prop Empty PSCredential get': () => null,
      'GetNetworkCredential() NetworkCredential': (c: PSCredential) => {
        const [user, domain] = partsOf(c.userName);
        return new NetworkCredential(user, c.password.text, domain);
      },
    },
  }),
  defineType({
    name: 'System.Net.NetworkCredential',
    jsClass: NetworkCredential,
    members: {
      'new()': () => new NetworkCredential('', '', ''),
      'new(string userName, string password)': (user: Text, password: Text) =>
        new NetworkCredential(user ?? '', password ?? '', ''),
      'new(string userName, string password, string domain)': (user: Text, password: Text, domain: Text) =>
        new NetworkCredential(user ?? '', password ?? '', domain ?? ''),
      'new(string userName, SecureString password)': (user: Text, password: SecureString | null) =>
        new NetworkCredential(user ?? '', password?.text ?? '', ''),
      'prop UserName string get set': {
        get: (c: NetworkCredential) => c.userName,
        set: (c: NetworkCredential, v: Text) => {
          c.userName = v ?? '';
        },
      },
      'prop Password string get set': {
        get: (c: NetworkCredential) => c.password,
        set: (c: NetworkCredential, v: Text) => {
          c.password = v ?? '';
        },
      },
      'prop SecurePassword SecureString get': (c: NetworkCredential) => new SecureString(c.password),
      'prop Domain string get set': {
        get: (c: NetworkCredential) => c.domain,
        set: (c: NetworkCredential, v: Text) => {
          c.domain = v ?? '';
        },
      },
    },
  }),
];
