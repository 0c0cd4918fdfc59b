import type { EngineContext } from '../../engine.ts';
import { ErrorRecord } from '../../errors/error-record.ts';
import { NetException } from '../../errors/net-exception.ts';
import { Hashtable } from '../../values/hashtable.ts';
import { ReadOnlyCollection } from '../../values/net-list.ts';
import type { NetType } from '../../values/net-type.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { defineType, type MemberTable, type PropertyFunctions, type TypeSpec } from '../define-type.ts';
import { itemsOf } from '../sequence.ts';
import { exceptionCode } from './exception-codes.ts';
import { netExceptions, powerShellExceptions } from './exception-table.ts';
import { throwHelpers } from './exception-throw-helpers.ts';

type Text = string | null;
type Inner = NetException | null;
/** Makes an exception of the type whose constructors are declared. */
type Make = (message: Text | undefined, inner?: Inner, properties?: Record<string, PSValue>) => NetException;

/** What an exception says that was given no message. */
function defaultMessage(typeName: string): string {
  return `An exception of type '${typeName}' was thrown.`;
}

const withParameter = (message: string, name: Text): string => (name ? `${message} (Parameter '${name}')` : message);

const standard = (make: Make): MemberTable => ({
  'new()': () => make(undefined),
  'new(string message)': (message: Text) => make(message),
  'new(string message, Exception innerException)': (message: Text, inner: Inner) => make(message, inner),
});

const argument = (make: Make): MemberTable => ({
  ...standard(make),
  'new(string message, string paramName, Exception innerException)': (message: string, name: Text, inner: Inner) =>
    make(withParameter(message, name), inner, { ParamName: name }),
  'new(string message, string paramName)': (message: string, name: Text) =>
    make(withParameter(message, name), null, { ParamName: name }),
});

const argumentNull = (make: Make): MemberTable => ({
  'new()': () => make(undefined),
  'new(string paramName)': (name: Text) =>
    make(withParameter('The argument must not be null.', name), null, { ParamName: name }),
  'new(string message, Exception innerException)': (message: Text, inner: Inner) => make(message, inner),
  'new(string paramName, string message)': (name: Text, message: string) =>
    make(withParameter(message, name), null, { ParamName: name }),
});

const argumentRange = (make: Make): MemberTable => ({
  'new()': () => make(undefined),
  'new(string paramName)': (name: Text) =>
    make(withParameter('The argument is out of range.', name), null, { ParamName: name }),
  'new(string paramName, string message)': (name: Text, message: string) =>
    make(withParameter(message, name), null, { ParamName: name }),
  'new(string message, Exception innerException)': (message: Text, inner: Inner) => make(message, inner),
  'new(string paramName, object actualValue, string message)': (name: Text, value, message: string) =>
    make(withParameter(message, name), null, { ParamName: name, ActualValue: value }),
});

const file = (make: Make): MemberTable => ({
  ...standard(make),
  'new(string message, string fileName)': (message: Text, name: Text) => make(message, null, { FileName: name }),
  'new(string message, string fileName, Exception innerException)': (message: Text, name: Text, inner: Inner) =>
    make(message, inner, { FileName: name }),
});

function coded(exception: NetException, code: number): NetException {
  exception.hResult = code;
  exception.properties.set('ErrorCode', code);
  return exception;
}

const code = (make: Make): MemberTable => ({
  ...standard(make),
  'new(string message, int errorCode)': (message: Text, value: number) => coded(make(message), value),
});

const disposed = (make: Make): MemberTable => ({
  'new(string objectName)': (name: Text) =>
    make(`The object '${name}' has been disposed.`, null, { ObjectName: name ?? '' }),
  'new(string message, Exception innerException)': (message: Text, inner: Inner) =>
    make(message, inner, { ObjectName: '' }),
  'new(string objectName, string message)': (name: Text, message: string) =>
    make(name ? `${message} (Object '${name}')` : message, null, { ObjectName: name ?? '' }),
});

const cancelled = (make: Make): MemberTable => ({
  ...standard(make),
  'new(CancellationToken token)': (token) => make(undefined, null, { CancellationToken: token }),
  'new(string message, CancellationToken token)': (message: Text, token) =>
    make(message, null, { CancellationToken: token }),
  'new(string message, Exception innerException, CancellationToken token)': (message: Text, inner: Inner, token) =>
    make(message, inner, { CancellationToken: token }),
});

function aggregated(make: Make, message: Text | undefined, inner: readonly PSValue[]): NetException {
  const all = inner.filter((e) => e instanceof NetException);
  const texts = all.map((e) => ` (${e.message})`).join('');
  const first = all[0] ?? null;
  const head = message ?? 'Several errors happened.';
  return make(head + texts, first, { InnerExceptions: new ReadOnlyCollection({ items: all }) });
}

const aggregate = (make: Make): MemberTable => ({
  'new()': () => aggregated(make, undefined, []),
  'new(IEnumerable<Exception> innerExceptions)': (inner) => aggregated(make, undefined, itemsOf(inner)),
  'new(params Exception[] innerExceptions)': (inner) => aggregated(make, undefined, itemsOf(inner)),
  'new(string message)': (message: Text) => aggregated(make, message, []),
  'new(string message, Exception innerException)': (message: Text, inner) => aggregated(make, message, [inner]),
  'new(string message, IEnumerable<Exception> innerExceptions)': (message: Text, inner) =>
    aggregated(make, message, itemsOf(inner)),
  'new(string message, params Exception[] innerExceptions)': (message: Text, inner) =>
    aggregated(make, message, itemsOf(inner)),
  'Flatten() AggregateException': (self: NetException) => aggregated(make, headOf(self), flattened(self)),
});

function headOf(self: NetException): string {
  const tail = innerOf(self)
    .map((e) => ` (${e.message})`)
    .join('');
  return self.message.endsWith(tail) ? self.message.slice(0, self.message.length - tail.length) : self.message;
}

function innerOf(exception: NetException): readonly NetException[] {
  const list = exception.properties.get('InnerExceptions');
  return list instanceof ReadOnlyCollection ? list.items.filter((e) => e instanceof NetException) : [];
}

function flattened(exception: NetException): NetException[] {
  return innerOf(exception).flatMap((e) => (e.typeName === 'System.AggregateException' ? flattened(e) : [e]));
}

const record = (make: Make): MemberTable => ({
  ...standard(make),
  'new(string message, Exception innerException, ErrorRecord errorRecord)': (message: Text, inner: Inner, of) => {
    const exception = make(message, inner);
    exception.errorRecord = of ?? undefined;
    return exception;
  },
});

const win32 = (make: Make): MemberTable => ({
  'new()': () => make(undefined, null, { NativeErrorCode: 0 }),
  'new(int error)': (error: number) => make(`The system reported error ${error}.`, null, { NativeErrorCode: error }),
  'new(int error, string message)': (error: number, message: Text) => make(message, null, { NativeErrorCode: error }),
  'new(string message)': (message: Text) => make(message, null, { NativeErrorCode: 0 }),
  'new(string message, Exception innerException)': (message: Text, inner: Inner) =>
    make(message, inner, { NativeErrorCode: 0 }),
});

/** WebExceptionStatus.UnknownError */
const unknownStatus = 16;

/** The constructors that the shapes of exception-table.ts stand for. */
const shapes: Readonly<Record<string, (make: Make) => MemberTable>> = {
  standard,
  argument,
  argumentNull,
  argumentRange,
  file,
  code,
  disposed,
  cancelled,
  aggregate,
  record,
  win32,
  typeInitializer: (make) => ({
    'new(string fullTypeName, Exception innerException)': (name: Text, inner: Inner) =>
      make(`The type '${name}' could not be initialised.`, inner, { TypeName: name }),
  }),
  innerOnly: (make) => ({
    'new(Exception inner)': (inner: Inner) => make(undefined, inner),
    'new(string message, Exception inner)': (message: Text, inner: Inner) => make(message, inner),
  }),
  enumArgument: (make) => ({
    ...standard(make),
    'new(string argumentName, int invalidValue, Type enumClass)': (name: string, value: number, type) =>
      make(withParameter(`${value} is no value of ${type}.`, name), null, { ParamName: name }),
  }),
  web: (make) => ({
    'new()': () => make(undefined, null, { Status: unknownStatus }),
    'new(string message)': (message: Text) => make(message, null, { Status: unknownStatus }),
    'new(string message, Exception innerException)': (message: Text, inner: Inner) =>
      make(message, inner, { Status: unknownStatus }),
    'new(string message, WebExceptionStatus status)': (message: Text, status) =>
      make(message, null, { Status: status }),
  }),
};

/** The record behind an exception: the one it was thrown with, or one made for it. */
function recordOf(self: NetException): ErrorRecord {
  if (self.errorRecord instanceof ErrorRecord) return self.errorRecord;
  const id = self.typeName.slice(self.typeName.lastIndexOf('.') + 1);
  const made = new ErrorRecord(self, id, 'NotSpecified');
  self.errorRecord = made;
  return made;
}

const textProperty = (name: 'helpLink' | 'source'): PropertyFunctions => ({
  get: (self: NetException) => self[name],
  set: (self: NetException, value: Text) => {
    self[name] = value;
  },
});

/** `Exception.ToString()`: type and message, those of the inner exceptions, stack trace. */
export function exceptionText(self: NetException): string {
  let text = self.netType?.fullName ?? self.typeName;
  if (self.message !== '') text += `: ${self.message}`;
  if (self.innerException) text += `\n ---> ${exceptionText(self.innerException)}\n   --- End of inner exception ---`;
  return self.stackTrace ? `${text}\n${self.stackTrace}` : text;
}

/** What NetException has while no code was set. */
const unsetCode = -2146233088;

/** The HRESULT of an exception's type or of the next base that has one. */
function codeOf(engine: EngineContext, self: NetException): number {
  let type: NetType | null | undefined = self.netType ?? engine.resolveType(self.typeName);
  for (; type; type = type.baseType) {
    const code = exceptionCode(type.fullName);
    if (code !== undefined) return code;
  }
  return unsetCode;
}

const exceptionType = defineType({
  name: 'System.Exception',
  interfaces: 'System.Runtime.Serialization.ISerializable',
  jsClass: NetException,
  typeNameOf: (value: NetException) => value.typeName,
  members: {
    ...standard(maker('System.Exception')),
    'prop Data IDictionary get': (self: NetException) => (self.data ??= Hashtable.caseSensitive()),
    'prop HelpLink string get set': textProperty('helpLink'),
    'prop HResult int get set': {
      get(self: NetException) {
        return self.hResult === unsetCode ? codeOf(this, self) : self.hResult;
      },
      set: (self: NetException, value: number) => {
        self.hResult = value;
      },
    },
    'prop InnerException Exception get': (self: NetException) => self.innerException,
    'prop Message string get': (self: NetException) => self.message,
    'prop Source string get set': textProperty('source'),
    'prop StackTrace string get': (self: NetException) => self.stackTrace,
    'prop TargetSite MethodBase get': () => null,
    'GetBaseException() Exception': (self: NetException) => {
      let base = self;
      while (base.innerException) base = base.innerException;
      return base;
    },
    'ToString() string': exceptionText,
  },
});

function maker(typeName: string): Make {
  return (message, inner = null, properties = {}) => {
    const exception = new NetException(typeName, message ?? defaultMessage(typeName), inner ?? null);
    for (const [name, value] of Object.entries(properties)) exception.properties.set(name, value);
    return exception;
  };
}

const line = /^(\w+) : (\w+)(?: \{(\w+)\})?(?: (.+))?$/;

/** Members beyond those of the base: constructors by shape, properties by name, the error record of PowerShell's. */
function membersOfLine(typeName: string, shape: string, properties: string, hasRecord: boolean): MemberTable {
  const members: Record<string, MemberTable[string]> = {
    ...shapes[shape]?.(maker(typeName)),
    ...throwHelpers[typeName],
  };
  for (const property of properties === '' ? [] : properties.split(', ')) {
    const [name = '', ...type] = property.split(' ');
    members[`prop ${name} ${type.join(' ')} get`] = (self: NetException) =>
      name === 'WasThrownFromThrowStatement' ? self.wasThrown : propertyOf(self, name, type.join(' '));
  }
  if (hasRecord) members['prop ErrorRecord ErrorRecord get'] = recordOf;
  return members;
}

function propertyOf(self: NetException, name: string, type: string): PSValue {
  const value = self.properties.get(name);
  if (value !== undefined) return value;
  if (type === 'int') return 0;
  return type === 'long' ? 0n : null;
}

function typesOf(table: Readonly<Record<string, string>>, isPowerShell: boolean): TypeSpec[] {
  const types: TypeSpec[] = [];
  for (const [namespace, text] of Object.entries(table)) {
    for (const row of text.trim().split('\n')) {
      const match = line.exec(row.trim());
      if (!match) throw new Error(`not a row of the exception table: ${row}`);
      const [, name = '', base = '', shape = 'standard', properties = ''] = match;
      const fullName = `${namespace}.${name}`;
      types.push(
        defineType({
          name: fullName,
          base,
          interfaces: isPowerShell ? 'IContainsErrorRecord' : '',
          ...(isPowerShell ? { assembly: 'System.Management.Automation' } : {}),
          members: membersOfLine(fullName, shape, properties, isPowerShell),
        }),
      );
    }
  }
  return types;
}

/** All exceptions: of .NET and of PowerShell. */
export const exceptionTypes: readonly TypeSpec[] = [
  exceptionType,
  ...typesOf(netExceptions, false),
  ...typesOf(powerShellExceptions, true),
  defineType({
    name: 'System.Management.Automation.IContainsErrorRecord',
    kind: 'interface',
    members: { 'prop ErrorRecord ErrorRecord get': recordOf },
  }),
];
