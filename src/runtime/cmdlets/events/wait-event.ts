import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { nameTest } from '../utility/variable-items.ts';
import { eventsOf } from './event-manager.ts';

/** Wait-Event: waits until an event is in the queue; it stays there. */
export const waitEvent = defineCmdlet({
  name: 'Wait-Event',
  synopsis: 'Waits for an event.',
  outputs: ['System.Management.Automation.PSEventArgs'],
  effects: ['none'],
  parameters: {
    SourceIdentifier: parameter(type.string, {
      position: 0,
      pipeline: 'property',
      supportsWildcards: true,
      help: 'Its name, wildcards allowed; any event where left out.',
    }),
    Timeout: parameter(type.int, {
      aliases: ['TimeoutSec'],
      validate: [{ kind: 'range', min: -1, max: 2147483647 }],
      help: 'Seconds to wait at most; -1 for ever.',
    }),
  },
  invoke: (ctx) => ({ process: (args) => wait(ctx, args.SourceIdentifier, args.Timeout ?? -1) }),
});

async function wait(ctx: CmdletContext, source: string | undefined, seconds: number): Promise<void> {
  const { clock } = ctx.engine;
  const manager = eventsOf(ctx.engine);
  const isWanted = nameTest(source === undefined ? undefined : [source], undefined, undefined);
  const end = seconds < 0 ? Number.POSITIVE_INFINITY : clock.now() + seconds * 1000;
  let isStopped = false;
  void ctx.whenStopping.then(() => {
    isStopped = true;
  });
  for (;;) {
    const found = manager.received.find((event) => isWanted(event.details.source));
    if (found) return void (await ctx.write(found));
    const left = end - clock.now();
    if (left <= 0 || isStopped) return;
    const arrival = manager.next();
    const cancel = Promise.race([arrival, ctx.whenStopping]);
    if (left === Number.POSITIVE_INFINITY) await cancel;
    else await clock.sleep(left, cancel);
    await manager.runActions();
  }
}
