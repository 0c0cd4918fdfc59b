import { existsSync, statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ConsoleHost } from '../runtime/host/node/console-host.ts';
import { isTerminal } from '../runtime/host/node/terminal.ts';
import { andThen, type Eventually } from '../runtime/values/ps-value.ts';
import { type CliRequest, CommandLineError, parseCommandLine } from './arguments.ts';
import { helpText } from './help-text.ts';
import { installDirectory, version } from './installation.ts';
import { makeRunspace } from './make-runspace.ts';
import { runCommand, runFile, runStandardInput } from './run-script.ts';
import { stopOnSignals } from './signals.ts';

/** Exit code of a wrong command line (EX_USAGE). */
const usageError = 64;

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}

function usage(message: string): number {
  process.stderr.write(`nacre: ${message}\n`);
  return usageError;
}

/**
 * The command line: reads it, makes a runspace, runs what was asked for.
 *
 * @param argv words after the program's name
 * @returns the exit code of the process
 */
export function main(argv: readonly string[]): Eventually<number> {
  let request: CliRequest;
  try {
    request = parseCommandLine(argv);
  } catch (error) {
    if (error instanceof CommandLineError) return usage(error.message);
    throw error;
  }
  nameProcess();
  switch (request.action) {
    case 'version':
      return print(`Nacre ${version}`);
    case 'help':
      return print(helpText);
    case 'sshServer':
      return import('./ssh-server-mode.ts').then(({ serveStandardStreams }) => serveStandardStreams());
    case 'interactive':
      if (!isTerminal(0)) return execute({ ...request, action: 'command', text: '-', prompts: true });
      return usage('the REPL is not there yet; run a script with -File or -Command.');
    default:
      return execute(request);
  }
}

/** Names this process for lists of processes, which would call it after a thread of Node; Linux only. */
function nameProcess(): void {
  if (process.platform !== 'linux') return;
  try {
    writeFileSync('/proc/self/comm', 'nacre');
  } catch {
    // a list that shows another name does no harm
  }
}

function execute(request: CliRequest): Eventually<number> {
  if (request.action === 'command' && request.text === '-' && isTerminal(0))
    return usage('the script is to come from standard input, but that is a terminal.');
  if (request.noExit && isTerminal(0)) return usage('-NoExit at a terminal needs the REPL, which is not there yet.');
  if (request.workingDirectory !== undefined) {
    const folder = resolve(request.workingDirectory.replaceAll('\\', '/').replace(/^~(?=$|\/)/, () => homeDirectory()));
    if (!existsSync(folder) || !statSync(folder).isDirectory())
      return usage(`the folder "${request.workingDirectory}" does not exist.`);
    process.chdir(folder);
  }
  const writesErrors = request.outputFormat === undefined && request.wasEncoded && !isTerminal(2);
  if (request.outputFormat !== 'XML' && !writesErrors) return runOn(request, undefined);
  // another shell reads what is written: all of it as asked, or errors, as a shell calls with -EncodedCommand
  return import('./object-console.ts').then((objects) => runOn(request, objects));
}

function homeDirectory(): string {
  return process.getBuiltinModule('node:os').homedir();
}

function runOn(request: CliRequest, objects: typeof import('./object-console.ts') | undefined): Eventually<number> {
  let exitCode: number | undefined;
  const console = new ConsoleHost({
    version,
    interactive: !request.nonInteractive && isTerminal(0),
    onExit: (code) => {
      exitCode = code;
    },
    onClosed: () => runspace.stop(),
  });
  const objectConsole = objects && new objects.ObjectConsole(console, request.outputFormat === 'XML');
  const runspace = makeRunspace(console, objectConsole?.host ?? console, installDirectory);
  const streams = objectConsole?.open(runspace) ?? runspace.hostStreams.streams;
  const stopped = stopOnSignals(runspace);
  const run =
    request.action === 'file'
      ? runFile(runspace, request, streams)
      : runCommand(runspace, request, streams, () => console.flush());
  const stays = request.noExit && request.text !== '-';
  const close = (): Eventually<void> =>
    andThen(runspace.close(), () => andThen(runspace.hostStreams.end(), () => objectConsole?.end()));
  const lines = { prompts: true, flush: () => console.flush() };
  const whole = stays
    ? andThen(run, () =>
        stopped.code === undefined && exitCode === undefined ? runStandardInput(runspace, streams, lines) : 0,
      )
    : run;
  return andThen(whole, (code) =>
    andThen(close(), () => {
      console.flush();
      return stopped.code ?? exitCode ?? code;
    }),
  );
}
