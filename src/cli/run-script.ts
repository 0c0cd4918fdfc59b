import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Argument } from '../runtime/commands/argument.ts';
import type { ScriptCommandInfo } from '../runtime/commands/command-info.ts';
import type { ErrorRecord } from '../runtime/errors/error-record.ts';
import { TerminatingError } from '../runtime/errors/terminating-error.ts';
import { standardInputLines } from '../runtime/host/node/console-host.ts';
import type { PipelineInput } from '../runtime/pipeline/run-pipeline.ts';
import type { RunOutcome, Runspace } from '../runtime/runspace/runspace.ts';
import { andThen, type Eventually } from '../runtime/values/ps-value.ts';
import type { CliRequest } from './arguments.ts';
import { argumentsOfWords } from './script-words.ts';

/** Exit code after an error that nobody caught. */
const failed = 1;
/** Exit code for a script that is not there (EX_USAGE). */
const notThere = 64;

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** Shows a record on standard error, in the order of all other output. */
function show(runspace: Runspace, record: ErrorRecord): Eventually<void> {
  return runspace.hostStreams.streams.error.write(record);
}

/** `nacre -File script.ps1 args` */
export function runFile(runspace: Runspace, request: CliRequest): Eventually<number> {
  const path = resolve(request.text);
  const file = isFile(path) ? path : isFile(`${path}.ps1`) ? `${path}.ps1` : undefined;
  if (file === undefined) {
    runspace.host.ui.writeErrorLine(`nacre: the script "${request.text}" does not exist.`);
    return notThere;
  }
  let command: Eventually<ScriptCommandInfo>;
  try {
    command = runspace.scriptFile(file);
  } catch (error) {
    return parseFailed(runspace, error);
  }
  const args = argumentsOfWords(request.args);
  return andThen(command, (script) => andThen(start(runspace, script, args), (outcome) => fileExit(runspace, outcome)));
}

/** `nacre -Command text` */
export function runCommand(runspace: Runspace, request: CliRequest): Eventually<number> {
  const text = request.text === '-' ? readFileSync(0, 'utf8') : request.text;
  let command: ScriptCommandInfo;
  try {
    command = runspace.scriptOf(text);
  } catch (error) {
    return parseFailed(runspace, error);
  }
  const args = request.passArgs ? argumentsOfWords(request.args) : [];
  return andThen(start(runspace, command, args), (outcome) =>
    andThen(fileExit(runspace, outcome), (code) =>
      code === 0 && outcome.exitCode === undefined && !runspace.lastSucceeded ? failed : code,
    ),
  );
}

function parseFailed(runspace: Runspace, error: unknown): Eventually<number> {
  if (!(error instanceof TerminatingError)) throw error;
  return andThen(show(runspace, error.record), () => failed);
}

function start(runspace: Runspace, command: ScriptCommandInfo, args: readonly Argument[]): Eventually<RunOutcome> {
  const input = wantsInput(command) ? standardInput : undefined;
  return runspace.run({ command, args, dotSource: true, ...(input ? { input } : {}) });
}

/** Standard input is read only for scripts that look at it, and only when it is not a terminal. */
function wantsInput(command: ScriptCommandInfo): boolean {
  const text = command.scriptBlock?.ast.extent.text ?? '';
  if (!/\$input\b|\bprocess\s*\{|ValueFromPipeline/i.test(text)) return false;
  const stat = statSync('/dev/stdin', { throwIfNoEntry: false });
  return stat !== undefined && (stat.isFIFO() || stat.isFile() || stat.isSocket());
}

const standardInput: PipelineInput = async (sink) => {
  for await (const line of standardInputLines()) await sink.write(line);
};

function fileExit(runspace: Runspace, outcome: RunOutcome): Eventually<number> {
  if (outcome.error) return andThen(show(runspace, outcome.error), () => failed);
  return outcome.exitCode === undefined ? 0 : outcome.exitCode & 0xff;
}
