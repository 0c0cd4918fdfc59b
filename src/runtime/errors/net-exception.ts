import { NetObject } from '../values/net-object.ts';
import type { PSValue } from '../values/ps-value.ts';

/**
 * Contract. An exception as scripts see it: a value, not a JS Error. The class of a built-in exception is its full
 * .NET name in `typeName`; script classes that derive from an exception set `netType` as well.
 */
export class NetException extends NetObject {
  readonly typeName: string;
  message: string;
  innerException: NetException | null;
  /** `Exception.Data`, made on first use by the type. */
  data: PSValue = undefined;
  hResult: number = -2146233088;
  helpLink: string | null = null;
  source: string | null = null;
  stackTrace: string | null = null;
  /** Further properties by .NET name (ParamName, ErrorId, Errors, ...). */
  readonly properties: Map<string, PSValue> = new Map();
  /** IContainsErrorRecord: the record this exception was thrown with. */
  errorRecord: PSValue = undefined;
  /** Whether it came from a `throw` statement (RuntimeException.WasThrownFromThrowStatement). */
  wasThrown = false;

  constructor(typeName: string, message: string, innerException: NetException | null = null) {
    super();
    this.typeName = typeName;
    this.message = message;
    this.innerException = innerException;
  }
}
