import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Argument, positionalArgument } from '../runtime/commands/argument.ts';
import type { ScriptCommandInfo } from '../runtime/commands/command-info.ts';
import { DOCUMENT_MARK } from '../runtime/commands/shell-objects.ts';
import { TerminatingError } from '../runtime/errors/terminating-error.ts';
import { standardInputLines } from '../runtime/host/node/console-host.ts';
import { elementsOf } from '../runtime/members/enumerate.ts';
import type { PipelineInput } from '../runtime/pipeline/run-pipeline.ts';
import type { StreamSet } from '../runtime/pipeline/sink.ts';
import type { RunOutcome, Runspace } from '../runtime/runspace/runspace.ts';
import { baseOf } from '../runtime/values/ps-object.ts';
import { andThen, type Eventually } from '../runtime/values/ps-value.ts';
import type { CliRequest } from './arguments.ts';
import { type LinesConsole, runLines } from './run-lines.ts';
import { argumentsOfWords } from './script-words.ts';

/** Exit code after an error that nobody caught. */
const failed = 1;
/** Exit code for a script that is not there (EX_USAGE). */
const notThere = 64;

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** `nacre -File script.ps1 args` */
export function runFile(runspace: Runspace, request: CliRequest, streams: StreamSet): Eventually<number> {
  const path = resolve(request.text.replaceAll('\\', '/'));
  const file = isFile(path) ? path : isFile(`${path}.ps1`) ? `${path}.ps1` : undefined;
  if (file === undefined) {
    runspace.host.ui.writeErrorLine(`nacre: the script "${request.text}" does not exist.`);
    return notThere;
  }
  let command: Eventually<ScriptCommandInfo>;
  try {
    command = runspace.scriptFile(file);
  } catch (error) {
    return parseFailed(streams, error);
  }
  const args = argumentsOf(runspace, request);
  return andThen(command, (script) =>
    andThen(start(runspace, request, { command: script, args, streams }), (outcome) =>
      fileExit(runspace, streams, outcome),
    ),
  );
}

/** `nacre -Command text`; `flush` writes out what is held back. */
export function runCommand(
  runspace: Runspace,
  request: CliRequest,
  streams: StreamSet,
  flush: () => void,
): Eventually<number> {
  if (request.text === '-') return runStandardInput(runspace, streams, { prompts: request.prompts, flush });
  let command: ScriptCommandInfo;
  try {
    command = runspace.scriptOf(request.text);
  } catch (error) {
    return parseFailed(streams, error);
  }
  const args = argumentsOf(runspace, request);
  return andThen(start(runspace, request, { command, args, streams }), (outcome) =>
    andThen(fileExit(runspace, streams, outcome), (code) =>
      code === 0 && outcome.exitCode === undefined && !runspace.lastSucceeded ? failed : code,
    ),
  );
}

/** Runs the lines of standard input. */
export async function runStandardInput(runspace: Runspace, streams: StreamSet, console: LinesConsole): Promise<number> {
  const { exitCode, succeeded } = await runLines(runspace, streams, console);
  return exitCode === undefined ? (succeeded ? 0 : failed) : exitCode & 0xff;
}

function parseFailed(streams: StreamSet, error: unknown): Eventually<number> {
  if (!(error instanceof TerminatingError)) throw error;
  return andThen(streams.error.write(error.record), () => failed);
}

/** Words of the command line as arguments, or the values of -EncodedArguments. */
function argumentsOf(runspace: Runspace, request: CliRequest): readonly Argument[] {
  if (request.values !== undefined) {
    const items = runspace.shellObjects.read(request.values).map((item) => item.value);
    return (elementsOf(baseOf(items[0])) ?? items).map((value) => positionalArgument(value));
  }
  return request.action === 'file' || request.passArgs ? argumentsOfWords(request.args) : [];
}

interface Start {
  readonly command: ScriptCommandInfo;
  readonly args: readonly Argument[];
  readonly streams: StreamSet;
}

function start(runspace: Runspace, request: CliRequest, what: Start): Eventually<RunOutcome> {
  const input = request.inputFormat !== 'None' && wantsInput(what.command) ? inputOf(runspace, request) : undefined;
  return runspace.run({ ...what, dotSource: true, ...(input ? { input } : {}) });
}

function inputOf(runspace: Runspace, request: CliRequest): PipelineInput {
  return request.inputFormat === 'XML' ? objectInput(runspace) : standardInput;
}

/** The objects that another shell writes to standard input. */
function objectInput(runspace: Runspace): PipelineInput {
  return async (sink) => {
    const lines: string[] = [];
    for await (const line of standardInputLines()) lines.push(line);
    if (lines[0] === DOCUMENT_MARK) lines.shift();
    const text = lines.join('\n');
    if (text.trim() === '') return;
    for (const { value } of runspace.shellObjects.read(text)) await sink.write(value);
  };
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

function fileExit(runspace: Runspace, streams: StreamSet, outcome: RunOutcome): Eventually<number> {
  if (outcome.error) return andThen(streams.error.write(outcome.error), () => failed);
  if (outcome.exitCode === undefined) return 0;
  const code = outcome.exitCode & 0xff;
  // with -NoExit nothing follows an exit that was asked for
  runspace.host.setShouldExit(code);
  return code;
}
