import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import type { NetProcess } from '../../values/net-process.ts';
import { step } from './item-paths.ts';
import { hasEnded, idOf, launcherOf, nameOf, processError, selectProcesses } from './process-selection.ts';

const pollMilliseconds = 20;

/** The ids of others that still run: one look at the list for all of them. */
function* running(ctx: CmdletContext, waited: readonly NetProcess[]): Flow<NetProcess[]> {
  const foreign = waited.some((process) => !process.child);
  const ids = new Set(foreign ? (yield* settle(launcherOf(ctx).list())).map((entry) => entry.id) : []);
  return waited.filter((process) => (process.child ? process.exitCode === undefined : ids.has(idOf(process))));
}

/** Waits until all, or any, have ended; answers those that run when the time is over. */
function* wait(ctx: CmdletContext, waited: readonly NetProcess[], any: boolean, limit: number): Flow<NetProcess[]> {
  const { clock } = ctx.engine;
  const end = clock.monotonic() + limit;
  for (;;) {
    const left = yield* running(ctx, waited);
    const isDone = any ? left.length < waited.length : left.length === 0;
    if (isDone || ctx.stopping) return any ? [] : left;
    const rest = end - clock.monotonic();
    if (rest <= 0) return left;
    yield* settle(clock.sleep(Math.min(pollMilliseconds, rest), ctx.whenStopping));
  }
}

/** Wait-Process: waits until processes have ended. */
export const waitProcess = defineCmdlet({
  name: 'Wait-Process',
  synopsis: 'Waits until processes have ended.',
  defaultParameterSet: 'Name',
  outputs: ['System.Diagnostics.Process'],
  effects: ['none'],
  parameters: {
    Id: parameter(type.ints, {
      aliases: ['PID', 'ProcessId'],
      set: 'Id',
      mandatory: true,
      position: 0,
      pipeline: 'property',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Ids of processes.',
    }),
    Name: parameter(type.strings, {
      aliases: ['ProcessName'],
      set: 'Name',
      mandatory: true,
      position: 0,
      pipeline: 'property',
      supportsWildcards: true,
      help: 'Names of processes; wildcards are allowed.',
    }),
    Timeout: parameter(type.int, {
      aliases: ['TimeoutSec'],
      position: 1,
      validate: [{ kind: 'notNullOrEmpty' }, { kind: 'range', min: 0, max: 32767 }],
      help: 'Seconds after which an error tells what still runs.',
    }),
    Any: parameter(type.switch, { help: 'Waits for the first one only.' }),
    PassThru: parameter(type.switch, { help: 'Writes the processes.' }),
    InputObject: parameter(type.named<readonly object[]>('System.Diagnostics.Process[]'), {
      set: 'InputObject',
      mandatory: true,
      pipeline: 'value',
      help: 'Process objects.',
    }),
  },
  invoke(ctx) {
    const waited: NetProcess[] = [];
    return {
      process: (args) =>
        step(
          (function* () {
            for (const process of yield* selectProcesses(ctx, args)) {
              if (idOf(process) !== ctx.engine.platform.processId) waited.push(process);
              else {
                const message = 'A process cannot wait for its own end.';
                const name = nameOf(process);
                yield* settle(ctx.writeError(processError('WaitOnItself', 'ObjectNotFound', message, process, name)));
              }
            }
          })(),
        ),
      end: (args) =>
        step(
          (function* () {
            const limit = args.Timeout === undefined ? Number.POSITIVE_INFINITY : args.Timeout * 1000;
            for (const process of yield* wait(ctx, waited, args.Any === true, limit)) {
              if (yield* hasEnded(ctx, process)) continue;
              yield* settle(
                ctx.writeError({
                  id: 'ProcessNotTerminated',
                  category: 'CloseError',
                  exceptionType: 'System.TimeoutException',
                  message: `The process "${nameOf(process)}" (${idOf(process)}) had not ended in time.`,
                  target: process,
                }),
              );
            }
            if (args.PassThru) for (const process of waited) yield* settle(ctx.write(process));
          })(),
        ),
    };
  },
});
