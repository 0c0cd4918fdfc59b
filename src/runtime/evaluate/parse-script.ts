import { parse } from '../../parser/index.ts';
import type { SessionState } from '../scope/session-state.ts';
import { ScriptBlock } from '../values/script-block.ts';
import { parseErrorOf } from './parse-error.ts';

/**
 * Parses a text into a script block of a session state.
 *
 * @throws TerminatingError with PowerShell's parse error id when the text does not parse
 */
export function parseScript(text: string, state: SessionState, file?: string): ScriptBlock {
  const { ast, errors } = parse(text, file === undefined ? {} : { file });
  if (errors.length > 0) throw parseErrorOf(errors);
  const block = new ScriptBlock(ast, state);
  block.file = file ?? null;
  return block;
}
