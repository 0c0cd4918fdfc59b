import type { Extent } from '../../parser/index.ts';
import {
  ApplicationInfo,
  CmdletInfo,
  type CommandInfo,
  ExternalScriptInfo,
  ScriptInfo,
} from '../commands/command-info.ts';
import type { CommandProcessor } from '../commands/command-processor.ts';
import type { Effect } from '../commands/define-cmdlet.ts';
import { ErrorRecord } from '../errors/error-record.ts';
import { NetException } from '../errors/net-exception.ts';
import { TerminatingError } from '../errors/terminating-error.ts';
import type { Permit, PermitCall } from '../runspace/permit.ts';
import type { Eventually } from '../values/ps-value.ts';

/** Asks the permission hook about a command that is about to run, blocks excepted; a refusal is a terminating error. */
export function requirePermit(
  permit: Permit,
  command: CommandInfo,
  processor: CommandProcessor,
  extent: Extent | null,
): Eventually<void> {
  if (command instanceof ScriptInfo) return undefined;
  const call = callOf(command, processor, extent);
  const answer = permit(call);
  if (answer instanceof Promise) return answer.then((a) => decide(a, call));
  return decide(answer, call);
}

function decide(answer: boolean | string, { command }: PermitCall): void {
  if (answer === true) return;
  const why = answer === false ? '' : ` ${answer}`;
  const exception = new NetException(
    'System.UnauthorizedAccessException',
    `The command '${command}' is not permitted here.${why}`,
  );
  throw new TerminatingError(new ErrorRecord(exception, 'CommandNotPermitted', 'PermissionDenied', command));
}

function callOf(command: CommandInfo, processor: CommandProcessor, extent: Extent | null): PermitCall {
  const { parameters, args } = processor.prepared ?? { parameters: new Map(), args: [] };
  if (command instanceof CmdletInfo)
    return { command: command.name, kind: 'cmdlet', parameters, args, effects: command.spec.effects, extent };
  if (command instanceof ApplicationInfo)
    return { command: command.path, kind: 'application', parameters, args, effects: startsProcess, extent };
  const kind = command instanceof ExternalScriptInfo ? 'script' : 'function';
  const name = command instanceof ExternalScriptInfo ? command.path : command.name;
  return { command: name, kind, parameters, args, effects: none, extent };
}

const startsProcess: readonly Effect[] = ['process:start'];
const none: readonly Effect[] = [];
