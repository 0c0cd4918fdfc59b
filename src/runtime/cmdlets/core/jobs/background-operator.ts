import { findAll } from '../../../../parser/index.ts';
import type { CallFrame } from '../../../commands/call-frame.ts';
import { parseScript } from '../../../evaluate/parse-script.ts';
import { getVariable } from '../../../scope/variable-access.ts';
import type { PSValue } from '../../../values/ps-value.ts';
import type { ScriptBlock } from '../../../values/script-block.ts';
import { startBackgroundJob } from './background-job.ts';
import type { Job } from './job.ts';

/** `pipeline &` (about_Operators): a background job that starts here with copies of the variables it mentions. */
export function startBackgroundOperator(frame: CallFrame, text: string): Promise<Job> {
  const block = parseScript(text, frame.sessionState);
  return startBackgroundJob(frame, {
    block,
    name: undefined,
    command: text,
    args: [],
    input: undefined,
    variables: mentioned(frame, block),
  });
}

const automatic = new Set([
  '_',
  'psitem',
  'input',
  'args',
  'this',
  'true',
  'false',
  'null',
  'pid',
  'pwd',
  'error',
  'host',
  'executioncontext',
]);

function mentioned(frame: CallFrame, block: ScriptBlock): Map<string, PSValue> {
  const values = new Map<string, PSValue>();
  for (const node of findAll(block.ast, (one) => one.kind === 'VariableExpressionAst', true)) {
    if (node.kind !== 'VariableExpressionAst' || !node.variablePath.isUnscopedVariable) continue;
    const name = node.variablePath.userPath;
    if (automatic.has(name.toLowerCase())) continue;
    const value = getVariable(frame.scope, name.toLowerCase());
    if (value !== undefined) values.set(name, value);
  }
  return values;
}
