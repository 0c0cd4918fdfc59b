import { parse } from '../../parser/index.ts';
import type { SessionState } from '../scope/session-state.ts';
import { typeCatalogue } from '../types/type-catalogue.ts';
import { ScriptBlock } from '../values/script-block.ts';
import { parseErrorOf } from './parse-error.ts';

/**
 * Parses a text into a script block of a session state.
 *
 * @throws TerminatingError with PowerShell's parse error id when the text does not parse
 */
export function parseScript(text: string, state: SessionState, file?: string): ScriptBlock {
  const types = typeCatalogue((name) => state.shared.findType(name));
  const { ast, errors, definitionErrors } = parse(text, file === undefined ? { types } : { file, types });
  if (errors.length > 0) throw parseErrorOf(errors);
  if (definitionErrors.length > 0) throw parseErrorOf(definitionErrors);
  const block = new ScriptBlock(ast, state);
  block.file = file ?? null;
  return block;
}
