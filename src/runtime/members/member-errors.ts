import type { EngineContext } from '../engine.ts';
import { ControlFlow } from '../errors/control-flow.ts';
import { ErrorRecord } from '../errors/error-record.ts';
import { NetException } from '../errors/net-exception.ts';
import { fail, TerminatingError } from '../errors/terminating-error.ts';
import type { NetType } from '../values/net-type.ts';

const prefix = 'System.Management.Automation.';

/** `$null.M()` */
export function invokeOnNull(): TerminatingError {
  return fail({ id: 'InvokeMethodOnNull', category: 'InvalidOperation', message: 'A method was called on $null.' });
}

/** `$null.P = 1` */
export function setOnNull(name: string): TerminatingError {
  return fail({
    id: 'PropertyNotFound',
    category: 'InvalidOperation',
    message: `The property '${name}' cannot be set on $null.`,
  });
}

/** No such method, on instances and types. */
export function methodNotFound(type: NetType | string, name: string): TerminatingError {
  return fail({
    id: 'MethodNotFound',
    category: 'InvalidOperation',
    message: `[${type}] has no method named '${name}'.`,
  });
}

/** Reading a property that is not there, in strict mode 2 and up. */
export function propertyNotFoundStrict(name: string): TerminatingError {
  return fail({
    id: 'PropertyNotFoundStrict',
    category: 'NotSpecified',
    message: `This object has no property '${name}' (strict mode).`,
    exceptionType: `${prefix}PropertyNotFoundException`,
  });
}

/** Setting a property that is not there or cannot be set. */
export function propertyAssignment(name: string, why: 'missing' | 'readOnly'): TerminatingError {
  const message =
    why === 'missing'
      ? `This object has no property '${name}' that could be set.`
      : `The property '${name}' is read-only.`;
  return fail({
    id: 'PropertyAssignmentException',
    category: 'InvalidOperation',
    message,
    ...(why === 'readOnly' ? { inner: new NetException(`${prefix}SetValueException`, message) } : {}),
  });
}

/** Setting a property of the class of an object whose content makes up properties too. */
export function readOnlyProperty(name: string): TerminatingError {
  return fail({
    id: 'ReadOnlyProperty',
    category: 'NotSpecified',
    message: `The property '${name}' is read-only.`,
    exceptionType: `${prefix}SetValueException`,
  });
}

/** Of a failed cast, the PSInvalidCastException that methods and setters show inside; others stay. */
export function castCause(exception: NetException): NetException {
  const inner = exception.innerException;
  const isCast =
    exception.typeName === `${prefix}RuntimeException` && inner?.typeName === `${prefix}PSInvalidCastException`;
  return isCast && inner ? inner : exception;
}

/** A setter, or the conversion for it, failed. */
export function settingFailed(name: string, cause: NetException): TerminatingError {
  const inner = castCause(cause);
  return fail({
    id: 'ExceptionWhenSetting',
    category: 'NotSpecified',
    message: `The property '${name}' was not set: ${inner.message}`,
    exceptionType: `${prefix}SetValueInvocationException`,
    inner,
  });
}

/** A property with parameters failed to answer. */
export function gettingFailed(name: string, inner: NetException): TerminatingError {
  return fail({
    id: 'ExceptionWhenGetting',
    category: 'NotSpecified',
    message: `The property '${name}' could not be read: ${inner.message}`,
    exceptionType: `${prefix}GetValueInvocationException`,
    inner,
  });
}

/** A new property on a custom object. */
export function cannotAddBySetting(name: string): TerminatingError {
  const inner = new NetException(
    `${prefix}RuntimeException`,
    `The object has no property '${name}'; Add-Member adds one.`,
  );
  return settingFailed(name, inner);
}

function methodException(id: string, message: string, inner: NetException | null = null): TerminatingError {
  return fail({ id, category: 'NotSpecified', message, exceptionType: `${prefix}MethodException`, inner });
}

/** No overload takes these arguments, or several do equally well. */
export function noBestOverload(name: string, count: number, ambiguous: boolean): TerminatingError {
  const message = ambiguous
    ? `Several overloads of '${name}' fit the ${count} argument(s) equally well; cast the arguments to choose one.`
    : `No overload of '${name}' takes ${count} argument(s).`;
  return methodException('MethodCountCouldNotFindBest', message);
}

/** A generic method was called with type arguments that no overload takes. */
export function noBestGeneric(name: string, types: number, count: number): TerminatingError {
  return methodException(
    'MethodCountCouldNotFindBestGeneric',
    `No overload of '${name}' takes ${types} type argument(s) and ${count} argument(s).`,
  );
}

/** An argument could not be converted. */
export function badArgument(method: string, parameter: string, type: NetType, cause: NetException): TerminatingError {
  const inner = castCause(cause);
  return methodException(
    'MethodArgumentConversionInvalidCastArgument',
    `The argument for '${parameter}' of '${method}' cannot be converted to [${type}]: ${inner.message}`,
    inner,
  );
}

/** An out or ref parameter needs `[ref]`. */
export function refExpected(method: string, position: number): TerminatingError {
  return methodException(
    'NonRefArgumentToRefParameterMsg',
    `Argument ${position} of '${method}' must be passed as [ref].`,
  );
}

/** Passes on what is no error of a method: control flow, and errors that may not be wrapped. */
function passesThrough(thrown: unknown): boolean {
  if (thrown instanceof ControlFlow) return true;
  if (!(thrown instanceof TerminatingError)) return false;
  if (thrown.isCommandError) return true;
  const id = thrown.record.fullyQualifiedErrorId;
  return id === 'CallDepthOverflow' || thrown.record.category === 'LimitsExceeded';
}

/** What a .NET method threw, wrapped as MethodInvocationException; its id is the inner exception's type name. */
export function invocationFailed(engine: EngineContext, name: string, count: number, thrown: unknown): unknown {
  if (passesThrough(thrown)) return thrown;
  let inner = castCause(engine.toException(thrown));
  if (inner.typeName === `${prefix}MethodInvocationException` && inner.innerException) inner = inner.innerException;
  return wrapped(
    inner,
    simpleName(inner.typeName),
    `Calling '${name}' with ${count} argument(s) failed: ${inner.message}`,
  );
}

/** What a script method threw. */
export function scriptMethodFailed(engine: EngineContext, name: string, count: number, thrown: unknown): unknown {
  if (passesThrough(thrown)) return thrown;
  const inner = engine.toException(thrown);
  const id =
    inner.typeName === `${prefix}RuntimeException` ? 'ScriptMethodRuntimeException' : simpleName(inner.typeName);
  return wrapped(inner, id, `Calling '${name}' with ${count} argument(s) failed: ${inner.message}`);
}

function wrapped(inner: NetException, id: string, message: string): TerminatingError {
  const exception = new NetException(`${prefix}MethodInvocationException`, message, inner);
  return new TerminatingError(new ErrorRecord(exception, id, 'NotSpecified'));
}

function simpleName(typeName: string): string {
  return typeName.slice(Math.max(typeName.lastIndexOf('.'), typeName.lastIndexOf('+')) + 1);
}
