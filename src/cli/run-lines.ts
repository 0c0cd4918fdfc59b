import { parse } from '../parser/index.ts';
import { TerminatingError } from '../runtime/errors/terminating-error.ts';
import { standardInputLines } from '../runtime/host/node/console-host.ts';
import { CollectSink, type StreamSet } from '../runtime/pipeline/sink.ts';
import type { Runspace } from '../runtime/runspace/runspace.ts';

/** How lines are read. */
export interface LinesConsole {
  /** Whether each line is asked for by a prompt and shown, as at a terminal. */
  readonly prompts: boolean;
  /** Writes out what is held back. */
  readonly flush: () => void;
}

/** How a run of lines ended: `exit n`, or whether the last of them succeeded. */
export interface LinesOutcome {
  readonly exitCode: number | undefined;
  readonly succeeded: boolean;
}

/**
 * Runs standard input as `-Command -` does: each line as soon as it is there, so that a program can talk to this one; a
 * line that more text could complete begins a block, which an empty line or the end of input closes. Errors are shown and
 * the next line has its turn.
 */
export async function runLines(runspace: Runspace, streams: StreamSet, console: LinesConsole): Promise<LinesOutcome> {
  const { prompts, flush } = console;
  let block = '';
  const ask = async (): Promise<void> => {
    if (prompts) await runspace.host.ui.write(block === '' ? await promptOf(runspace) : '>> ');
    // whoever sent the line may wait for what it gave
    flush();
  };
  await ask();
  for await (const typed of standardInputLines()) {
    if (prompts) await runspace.host.ui.write(`${typed}\n`);
    const line = prompts ? edited(typed) : typed;
    const isBlank = line.trim() === '';
    let text: string | undefined;
    if (block === '') text = isBlank ? undefined : line;
    else if (isBlank) text = `${block}\n`;
    else block += `\n${line}`;
    if (text !== undefined) {
      block = isIncomplete(text) ? text : '';
      const ended = block === '' ? await runText(runspace, streams, text) : undefined;
      if (ended) return ended;
    }
    await ask();
  }
  const ended = block === '' ? undefined : await runText(runspace, streams, block);
  return ended ?? { exitCode: undefined, succeeded: runspace.lastSucceeded };
}

/** What `prompt` gives, as a console shows it before a line; `$?` and `$LASTEXITCODE` stay what they are. */
async function promptOf(runspace: Runspace): Promise<string> {
  const { lastSucceeded, lastExitCode } = runspace;
  const output = new CollectSink();
  await runspace.run({ command: runspace.scriptOf('prompt'), streams: { ...runspace.hostStreams.streams, output } });
  runspace.lastSucceeded = lastSucceeded;
  runspace.lastExitCode = lastExitCode;
  const text = output.items.map((value) => runspace.typeSystem.toText(value)).join('');
  return text === '' ? 'PS>' : text;
}

/** A line without what its backspaces took away. */
function edited(line: string): string {
  let text = '';
  for (const letter of line) text = letter === '\b' ? text.slice(0, -1) : text + letter;
  return text;
}

function isIncomplete(text: string): boolean {
  const { errors } = parse(text);
  return errors.length > 0 && errors.every((error) => error.incomplete);
}

/** Runs one piece; gives the outcome that ends them all, if it does. */
async function runText(runspace: Runspace, streams: StreamSet, text: string): Promise<LinesOutcome | undefined> {
  try {
    const outcome = await runspace.run({ command: runspace.scriptOf(text), streams, dotSource: true });
    if (outcome.error) await streams.error.write(outcome.error);
    if (outcome.stopped || outcome.exitCode !== undefined) return { exitCode: outcome.exitCode, succeeded: false };
  } catch (thrown) {
    if (!(thrown instanceof TerminatingError)) throw thrown;
    runspace.lastSucceeded = false;
    await streams.error.write(thrown.record);
  }
  await runspace.hostStreams.end();
  return undefined;
}
