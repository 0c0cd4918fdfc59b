import { ConversionFailure } from '../conversion/conversion-failure.ts';
import type { ErrorCategory } from '../errors/error-category.ts';
import { ErrorRecord } from '../errors/error-record.ts';
import { fileException } from '../errors/file-exception.ts';
import { NetException } from '../errors/net-exception.ts';
import { TerminatingError } from '../errors/terminating-error.ts';
import { FileSystemError } from '../host/file-system.ts';
import { OperatorFailure } from '../operators/operator-failure.ts';
import { DateReadingFailure } from '../text/date-time-reading.ts';
import { FormatFailure } from '../text/format-failure.ts';
import { DecimalFailure } from '../values/decimal-arithmetic.ts';

const runtimeException = 'System.Management.Automation.RuntimeException';

interface Cause {
  readonly innerType: string | undefined;
  readonly innerMessage: string | undefined;
}

function innerOf(cause: Cause): NetException | null {
  return cause.innerType === undefined ? null : new NetException(cause.innerType, cause.innerMessage ?? '');
}

/** What becomes of one class of thrown values. */
interface Rule {
  readonly accepts: (thrown: unknown) => boolean;
  readonly record: (thrown: never) => ErrorRecord;
}

function rule<T>(type: abstract new (...args: never[]) => T, record: (thrown: T) => ErrorRecord): Rule {
  return { accepts: (thrown) => thrown instanceof type, record };
}

const conversion = (thrown: ConversionFailure) =>
  new ErrorRecord(
    new NetException(
      'System.Management.Automation.PSInvalidCastException',
      thrown.message,
      thrown.inner ?? innerOf(thrown),
    ),
    thrown.id,
    'InvalidArgument',
    null,
  );

function operator(thrown: OperatorFailure): ErrorRecord {
  const exception = new NetException(thrown.exceptionType, thrown.message, innerOf(thrown));
  return new ErrorRecord(exception, thrown.id, thrown.category, null);
}

/** A .NET exception as the record PowerShell makes of one that was not wrapped: its class name is the id. */
function plain(exception: NetException): ErrorRecord {
  if (exception.errorRecord instanceof ErrorRecord) return exception.errorRecord;
  const category: ErrorCategory = exception.typeName === runtimeException ? 'NotSpecified' : 'OperationStopped';
  const id = exception.typeName === runtimeException ? 'RuntimeException' : exception.typeName;
  return new ErrorRecord(exception, id, category, null);
}

const netName = (thrown: Error) =>
  thrown instanceof RangeError && /string length/i.test(thrown.message)
    ? 'System.OutOfMemoryException'
    : thrown instanceof RangeError && /array length/i.test(thrown.message)
      ? 'System.OverflowException'
      : 'System.InvalidOperationException';

/** In the order they are asked; the first that accepts decides. */
const rules: readonly Rule[] = [
  rule(TerminatingError, (thrown) => thrown.record),
  rule(ErrorRecord, (thrown) => thrown),
  rule(NetException, plain),
  rule(ConversionFailure, conversion),
  rule(OperatorFailure, operator),
  rule(FormatFailure, (thrown) => plain(new NetException(thrown.exceptionType, thrown.message))),
  rule(DateReadingFailure, (thrown) => plain(new NetException('System.FormatException', thrown.reason))),
  rule(DecimalFailure, (thrown) => plain(new NetException(thrown.exceptionType, thrown.message))),
  rule(FileSystemError, (thrown) => plain(fileException(thrown))),
  rule(Error, (thrown) => plain(new NetException(netName(thrown), thrown.message))),
];

/** The record for anything that was thrown below script level. */
export function recordOfThrown(thrown: unknown): ErrorRecord {
  for (const { accepts, record } of rules) {
    // `accepts` has just made sure that `record` takes it.
    if (accepts(thrown)) return record(thrown as never);
  }
  return plain(new NetException('System.Exception', String(thrown)));
}
