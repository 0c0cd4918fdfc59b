import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { nameTest } from '../utility/variable-items.ts';
import { eventsOf } from './event-manager.ts';
import { noSuchIdentifier, noSuchSource } from './missing-event.ts';

/** Unregister-Event: ends subscriptions. */
export const unregisterEvent = defineCmdlet({
  name: 'Unregister-Event',
  synopsis: 'Ends subscriptions to events.',
  defaultParameterSet: 'BySource',
  supportsShouldProcess: true,
  effects: ['state'],
  parameters: {
    SourceIdentifier: parameter(type.string, {
      set: 'BySource',
      mandatory: true,
      position: 0,
      pipeline: 'property',
      supportsWildcards: true,
      help: 'Subscriptions of this name; wildcards are allowed.',
    }),
    SubscriptionId: parameter(type.int, {
      set: 'ById',
      mandatory: true,
      position: 0,
      pipeline: 'property',
      help: 'The subscription of this number.',
    }),
    Force: parameter(type.switch, { help: 'Supporting subscriptions too.' }),
  },
  invoke: (ctx) => ({ process: (args) => unregister(ctx, args) }),
});

interface Arguments {
  readonly SourceIdentifier?: string | undefined;
  readonly SubscriptionId?: number | undefined;
  readonly Force?: boolean | undefined;
}

async function unregister(ctx: CmdletContext, { SourceIdentifier, SubscriptionId, Force }: Arguments): Promise<void> {
  const manager = eventsOf(ctx.engine);
  const isNamed = nameTest([SourceIdentifier ?? ''], undefined, undefined);
  const found = manager.subscribers.filter(
    (one) =>
      (SubscriptionId === undefined ? isNamed(one.spec.source) : one.id === SubscriptionId) &&
      (Force || !one.spec.isSupport),
  );
  for (const one of found) {
    if (await ctx.shouldProcess(`Subscription '${one.spec.source}'`, 'Unsubscribe')) manager.unsubscribe(one);
  }
  if (found.length > 0) return;
  const problem =
    SubscriptionId === undefined
      ? noSuchSource(SourceIdentifier, 'subscription')
      : noSuchIdentifier(SubscriptionId, 'INVALID_SUBSCRIPTION_IDENTIFIER');
  if (problem) await ctx.writeError(problem);
}
