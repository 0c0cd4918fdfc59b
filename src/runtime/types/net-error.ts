import { NetException } from '../errors/net-exception.ts';

/** ArgumentNullException */
export function argumentNull(name: string): NetException {
  const e = new NetException('System.ArgumentNullException', `The argument must not be null. (Parameter '${name}')`);
  e.properties.set('ParamName', name);
  return e;
}

/** ArgumentException */
export function badArgument(message: string, name?: string): NetException {
  const e = new NetException('System.ArgumentException', name ? `${message} (Parameter '${name}')` : message);
  e.properties.set('ParamName', name ?? null);
  return e;
}

/** ArgumentOutOfRangeException */
export function outOfRange(name: string, message = 'The argument is out of range.'): NetException {
  const e = new NetException('System.ArgumentOutOfRangeException', `${message} (Parameter '${name}')`);
  e.properties.set('ParamName', name);
  return e;
}

/** InvalidOperationException */
export function invalidOperation(message: string): NetException {
  return new NetException('System.InvalidOperationException', message);
}

/** NotSupportedException */
export function notSupported(message: string): NetException {
  return new NetException('System.NotSupportedException', message);
}

/** FormatException */
export function badFormat(message: string): NetException {
  return new NetException('System.FormatException', message);
}

/** OverflowException */
export function overflow(message: string): NetException {
  return new NetException('System.OverflowException', message);
}

/** KeyNotFoundException */
export function keyNotFound(key: string): NetException {
  return new NetException('System.Collections.Generic.KeyNotFoundException', `The key '${key}' is not there.`);
}

/** InvalidCastException */
export function invalidCast(message: string): NetException {
  return new NetException('System.InvalidCastException', message);
}
