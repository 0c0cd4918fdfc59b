import type { ErrorCategory } from '../errors/error-category.ts';
import { ErrorRecord } from '../errors/error-record.ts';
import { NetException } from '../errors/net-exception.ts';
import { TerminatingError } from '../errors/terminating-error.ts';
import type { PSValue } from '../values/ps-value.ts';

const unauthorized = 'System.Management.Automation.SessionStateUnauthorizedAccessException';

/** The error for a write to a read-only or constant item, with the item's name as target. */
export function unwritable(id: string, name: string, message: string): TerminatingError {
  return sessionStateError(unauthorized, id, 'WriteError', name, message);
}

/** A SessionStateException of a given kind; ItemName and SessionStateCategory are the caller's business. */
export function sessionStateError(
  exceptionType: string,
  id: string,
  category: ErrorCategory,
  name: string,
  message: string,
  target: PSValue = name,
): TerminatingError {
  const exception = new NetException(exceptionType, message);
  exception.properties.set('ItemName', name);
  return new TerminatingError(new ErrorRecord(exception, id, category, target));
}
