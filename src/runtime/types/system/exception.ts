import { ErrorRecord } from '../../errors/error-record.ts';
import { NetException } from '../../errors/net-exception.ts';
import { Hashtable } from '../../values/hashtable.ts';
import { ReadOnlyCollection } from '../../values/net-list.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { defineType, type MemberTable, type TypeSpec } from '../define-type.ts';
import { itemsOf } from '../sequence.ts';
import { exceptionBases } from './exception-bases.ts';

type Inner = NetException | null;
type Text = string | null;

/** A new exception; without a message it says its type. */
function make(
  typeName: string,
  message: Text,
  inner: Inner = null,
  properties: readonly (readonly [string, PSValue])[] = [],
): NetException {
  const e = new NetException(typeName, message ?? `An exception of type '${typeName}' was thrown.`, inner);
  for (const [name, value] of properties) e.properties.set(name, value);
  return e;
}

/** A property kept under its name. */
const kept = (name: string) => (e: NetException) => e.properties.get(name) ?? null;

const withParameter = (message: Text, name: Text): string =>
  `${message ?? 'The argument is not valid.'}${name ? ` (Parameter '${name}')` : ''}`;

/** Constructors of exceptions that differ from the usual three, and their own properties. */
const special: Readonly<Record<string, (type: string) => MemberTable>> = {
  'System.ArgumentException': (type) => ({
    ...usual(type),
    'new(string message, string paramName)': (m: Text, p: Text) =>
      make(type, withParameter(m, p), null, [['ParamName', p]]),
    'new(string message, string paramName, Exception innerException)': (m: Text, p: Text, i: Inner) =>
      make(type, withParameter(m, p), i, [['ParamName', p]]),
    'prop ParamName string get': kept('ParamName'),
  }),
  'System.ArgumentNullException': (type) => ({
    'new()': () => make(type, 'The argument must not be null.'),
    'new(string paramName)': (p: Text) =>
      make(type, withParameter('The argument must not be null.', p), null, [['ParamName', p]]),
    'new(string message, Exception innerException)': (m: Text, i: Inner) => make(type, m, i),
    'new(string paramName, string message)': (p: Text, m: Text) =>
      make(type, withParameter(m, p), null, [['ParamName', p]]),
  }),
  'System.ArgumentOutOfRangeException': (type) => ({
    'new()': () => make(type, 'The argument is out of range.'),
    'new(string paramName)': (p: Text) =>
      make(type, withParameter('The argument is out of range.', p), null, [['ParamName', p]]),
    'new(string message, Exception innerException)': (m: Text, i: Inner) => make(type, m, i),
    'new(string paramName, string message)': (p: Text, m: Text) =>
      make(type, withParameter(m, p), null, [['ParamName', p]]),
    'new(string paramName, object actualValue, string message)': (p: Text, v, m: Text) =>
      make(type, withParameter(m, p), null, [
        ['ParamName', p],
        ['ActualValue', v],
      ]),
    'prop ActualValue object get': kept('ActualValue'),
  }),
  'System.ObjectDisposedException': (type) => ({
    'new(string objectName)': (name: Text) =>
      make(type, `The object '${name}' is closed.`, null, [['ObjectName', name]]),
    'new(string message, Exception innerException)': (m: Text, i: Inner) => make(type, m, i),
    'new(string objectName, string message)': (name: Text, m: Text) =>
      make(type, `${m}\nObject name: '${name}'.`, null, [['ObjectName', name]]),
    'prop ObjectName string get': kept('ObjectName'),
  }),
  'System.AggregateException': (type) => ({
    'new()': () => aggregate(type, null, []),
    'new(string message)': (m: Text) => aggregate(type, m, []),
    'new(params Exception[] innerExceptions)': (all) => aggregate(type, null, itemsOf(all)),
    'new(string message, params Exception[] innerExceptions)': (m: Text, all) => aggregate(type, m, itemsOf(all)),
    'new(string message, Exception innerException)': (m: Text, i: Inner) => aggregate(type, m, [i]),
    'prop InnerExceptions ReadOnlyCollection<Exception> get': (e: NetException) =>
      new ReadOnlyCollection({ items: itemsOf(e.properties.get('InnerExceptions') ?? []) }),
    'Flatten() AggregateException': (e: NetException) => e,
  }),
  'System.IO.FileNotFoundException': (type) => ({
    ...usual(type),
    'new(string message, string fileName)': (m: Text, f: Text) => make(type, m, null, [['FileName', f]]),
    'new(string message, string fileName, Exception innerException)': (m: Text, f: Text, i: Inner) =>
      make(type, m, i, [['FileName', f]]),
    'prop FileName string get': kept('FileName'),
  }),
  'System.Management.Automation.RuntimeException': (type) => ({
    ...usual(type),
    'new(string message, Exception innerException, ErrorRecord errorRecord)': (
      m: Text,
      i: Inner,
      record: ErrorRecord,
    ) => {
      const e = make(type, m, i);
      e.errorRecord = record;
      return e;
    },
    'prop ErrorRecord ErrorRecord get': (e: NetException) =>
      (e.errorRecord ??= new ErrorRecord(e, 'RuntimeException', 'NotSpecified')),
    'prop WasThrownFromThrowStatement bool get set': {
      get: (e: NetException) => e.wasThrown,
      set: (e: NetException, v: boolean) => {
        e.wasThrown = v;
      },
    },
  }),
  'System.Management.Automation.ParseException': (type) => ({
    ...usual(type),
    'prop Errors ParseError[] get': kept('Errors'),
  }),
  'System.Management.Automation.CommandNotFoundException': (type) => ({
    ...usual(type),
    'prop CommandName string get set': {
      get: kept('CommandName'),
      set: (e: NetException, v) => {
        e.properties.set('CommandName', v);
      },
    },
  }),
  'System.Management.Automation.ParameterBindingException': (type) => ({
    ...usual(type),
    'prop ParameterName string get': kept('ParameterName'),
    'prop ParameterType Type get': kept('ParameterType'),
    'prop TypeSpecified Type get': kept('TypeSpecified'),
    'prop ErrorId string get': kept('ErrorId'),
    'prop CommandInvocation InvocationInfo get': kept('CommandInvocation'),
  }),
  'System.Management.Automation.SessionStateException': (type) => ({
    ...usual(type),
    'prop ItemName string get': kept('ItemName'),
  }),
  'System.Management.Automation.NativeCommandExitException': (type) => ({
    ...usual(type),
    'prop ExitCode int get': kept('ExitCode'),
    'prop ProcessId int get': kept('ProcessId'),
    'prop Path string get': kept('Path'),
  }),
  'System.Management.Automation.RemoteException': (type) => ({
    ...usual(type),
    'prop SerializedRemoteException PSObject get': kept('SerializedRemoteException'),
    'prop SerializedRemoteInvocationInfo PSObject get': kept('SerializedRemoteInvocationInfo'),
  }),
  'System.Text.RegularExpressions.RegexParseException': (type) => ({
    ...usual(type),
    'prop Error RegexParseError get': kept('Error'),
    'prop Offset int get': (e: NetException) => e.properties.get('Offset') ?? 0,
  }),
  'System.Xml.XmlException': (type) => ({
    ...usual(type),
    'prop LineNumber int get': (e: NetException) => e.properties.get('LineNumber') ?? 0,
    'prop LinePosition int get': (e: NetException) => e.properties.get('LinePosition') ?? 0,
  }),
};

function aggregate(type: string, message: Text, all: readonly PSValue[]): NetException {
  const [first] = all;
  const inner = first instanceof NetException ? first : null;
  const texts = all.map((e) => (e instanceof NetException ? ` (${e.message})` : '')).join('');
  return make(type, `${message ?? 'One or more errors occurred.'}${texts}`, inner, [['InnerExceptions', [...all]]]);
}

function usual(type: string): MemberTable {
  return {
    'new()': () => make(type, null),
    'new(string message)': (m: Text) => make(type, m),
    'new(string message, Exception innerException)': (m: Text, i: Inner) => make(type, m, i),
  };
}

/** `Exception.ToString()`: type, message, inner ones, stack. */
export function exceptionText(e: NetException): string {
  const name = e.netType?.toString() ?? e.typeName;
  const inner = e.innerException
    ? `\n ---> ${exceptionText(e.innerException)}\n   --- End of inner exception stack trace ---`
    : '';
  return `${e.message ? `${name}: ${e.message}` : name}${inner}${e.stackTrace ? `\n${e.stackTrace}` : ''}`;
}

function deepest(e: NetException): NetException {
  let at = e;
  while (at.innerException) at = at.innerException;
  return at;
}

const root = defineType({
  name: 'System.Exception',
  jsClass: NetException,
  typeNameOf: (e: NetException) => e.typeName,
  interfaces: 'ISerializable',
  members: {
    ...usual('System.Exception'),
    'prop TargetSite MethodBase get': () => null,
    'prop Message string get': (e: NetException) => e.message,
    'prop Data IDictionary get': (e: NetException) => (e.data ??= new Hashtable()),
    'prop InnerException Exception get': (e: NetException) => e.innerException,
    'prop HelpLink string get set': {
      get: (e: NetException) => e.helpLink,
      set: (e: NetException, v: Text) => {
        e.helpLink = v;
      },
    },
    'prop Source string get set': {
      get: (e: NetException) => e.source,
      set: (e: NetException, v: Text) => {
        e.source = v;
      },
    },
    'prop HResult int get set': {
      get: (e: NetException) => e.hResult,
      set: (e: NetException, v: number) => {
        e.hResult = v;
      },
    },
    'prop StackTrace string get': (e: NetException) => e.stackTrace,
    'GetBaseException() Exception': deepest,
    'ToString() string': exceptionText,
  },
});

function declare(namespace: string, words: string): TypeSpec[] {
  return words.split(/\s+/).map((word) => {
    const [name = '', base = 'Exception'] = word.split(':');
    const full = `${namespace}.${name}`;
    return defineType({ name: full, base, members: special[full]?.(full) ?? usual(full) });
  });
}

/** System.Exception and all that derive from it. */
export const exceptionTypes: readonly TypeSpec[] = [
  root,
  ...Object.entries(exceptionBases).flatMap(([ns, words]) => declare(ns, words)),
];
