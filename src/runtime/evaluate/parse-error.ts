import type { ParseError } from '../../parser/index.ts';
import { ErrorRecord } from '../errors/error-record.ts';
import { Invocation } from '../errors/invocation-info.ts';
import { NetException } from '../errors/net-exception.ts';
import { TerminatingError } from '../errors/terminating-error.ts';

/**
 * The ParseException of a text that does not parse: its id is that of the first error, `Errors` of the exception has
 * them all.
 */
export function parseErrorOf(errors: readonly ParseError[]): TerminatingError {
  const [first] = errors;
  const message = errors.map((e) => `At ${placeOf(e)}: ${e.message}`).join('\n');
  const exception = new NetException('System.Management.Automation.ParseException', message);
  exception.properties.set('Errors', [...errors]);
  const record = new ErrorRecord(exception, first?.errorId ?? 'ParseError', 'ParserError');
  record.invocationInfo = new Invocation({ extent: first?.extent ?? null });
  exception.errorRecord = record;
  return new TerminatingError(record);
}

function placeOf({ extent }: ParseError): string {
  const { file, startLineNumber } = extent;
  return file ? `${file}:${startLineNumber}` : `line ${startLineNumber}`;
}
