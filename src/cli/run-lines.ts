import { parse } from '../parser/index.ts';
import { TerminatingError } from '../runtime/errors/terminating-error.ts';
import { standardInputLines } from '../runtime/host/node/console-host.ts';
import type { StreamSet } from '../runtime/pipeline/sink.ts';
import type { Runspace } from '../runtime/runspace/runspace.ts';

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
export async function runLines(runspace: Runspace, streams: StreamSet, flush: () => void): Promise<LinesOutcome> {
  let block = '';
  for await (const line of standardInputLines()) {
    const isBlank = line.trim() === '';
    if (block === '' && isBlank) continue;
    if (block !== '' && !isBlank) {
      block += `\n${line}`;
      continue;
    }
    const text = block === '' ? line : `${block}\n`;
    if (isIncomplete(text)) {
      block = text;
      continue;
    }
    block = '';
    const ended = await runText(runspace, streams, text);
    if (ended) return ended;
    // whoever sent the line may wait for what it gave
    flush();
  }
  const ended = block === '' ? undefined : await runText(runspace, streams, block);
  return ended ?? { exitCode: undefined, succeeded: runspace.lastSucceeded };
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
