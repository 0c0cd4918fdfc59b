import { type ParseError, parse } from '../../parser/index.ts';
import { ErrorRecord } from '../errors/error-record.ts';
import { Invocation } from '../errors/invocation-info.ts';
import { NetException } from '../errors/net-exception.ts';
import { TerminatingError } from '../errors/terminating-error.ts';
import type { SessionState } from '../scope/session-state.ts';
import { ScriptBlock } from '../values/script-block.ts';

/** The error of a text that does not parse: the first error's id, all errors in `Exception.Errors`. */
export function parseFailure(errors: readonly ParseError[], file: string | null): TerminatingError {
  const [first] = errors;
  const incomplete = errors.length > 0 && errors.every((error) => error.incomplete);
  const type = `System.Management.Automation.${incomplete ? 'IncompleteParseException' : 'ParseException'}`;
  const exception = new NetException(type, errors.map((error) => messageOf(error, file)).join('\n\n'));
  exception.properties.set('Errors', [...errors]);
  exception.properties.set('ErrorId', first?.errorId ?? 'ParserError');
  const record = new ErrorRecord(exception, first?.errorId ?? 'ParserError', 'ParserError', null);
  record.invocationInfo = new Invocation({ extent: first?.extent ?? null });
  exception.errorRecord = record;
  return new TerminatingError(record);
}

/** One error with the line it stands in. */
function messageOf(error: ParseError, file: string | null): string {
  const { extent } = error;
  const place = `At ${file ?? 'line'}:${extent.startLineNumber} char:${extent.startColumnNumber}`;
  const line = extent.source.text.split(/\r\n|\n/)[extent.startLineNumber - 1] ?? '';
  const width =
    extent.endLineNumber === extent.startLineNumber
      ? Math.max(1, extent.endColumnNumber - extent.startColumnNumber)
      : 1;
  return `${place}\n+ ${line}\n+ ${' '.repeat(extent.startColumnNumber - 1)}${'~'.repeat(width)}\n${error.message}`;
}

/**
 * Parses a text into a script block of a session state.
 *
 * @throws TerminatingError with PowerShell's parse error id when the text does not parse
 */
export function parseScript(text: string, state: SessionState, file?: string): ScriptBlock {
  const { ast, errors } = parse(text, file === undefined ? {} : { file });
  if (errors.length > 0) throw parseFailure(errors, file ?? null);
  const block = new ScriptBlock(ast, state);
  block.file = file ?? null;
  return block;
}
