import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { nameTest } from '../utility/variable-items.ts';
import { eventsOf } from './event-manager.ts';
import { noSuchIdentifier, noSuchSource } from './missing-event.ts';

/** Get-EventSubscriber: the subscriptions of this session. */
export const getEventSubscriber = defineCmdlet({
  name: 'Get-EventSubscriber',
  synopsis: 'Gets the subscriptions to events.',
  defaultParameterSet: 'BySource',
  outputs: ['System.Management.Automation.PSEventSubscriber'],
  effects: ['none'],
  parameters: {
    SourceIdentifier: parameter(type.string, {
      set: 'BySource',
      position: 0,
      pipeline: 'property',
      validate: [{ kind: 'notNullOrEmpty' }],
      supportsWildcards: true,
      help: 'Subscriptions of this name; wildcards are allowed.',
    }),
    SubscriptionId: parameter(type.int, {
      aliases: ['Id'],
      set: 'ById',
      mandatory: true,
      position: 0,
      pipeline: 'property',
      help: 'The subscription of this number.',
    }),
    Force: parameter(type.switch, { position: 1, help: 'Supporting subscriptions too.' }),
  },
  invoke: (ctx) => ({ process: (args) => write(ctx, args) }),
});

interface Arguments {
  readonly SourceIdentifier?: string | undefined;
  readonly SubscriptionId?: number | undefined;
  readonly Force?: boolean | undefined;
}

async function write(ctx: CmdletContext, { SourceIdentifier, SubscriptionId, Force }: Arguments): Promise<void> {
  const isNamed = nameTest(SourceIdentifier === undefined ? undefined : [SourceIdentifier], undefined, undefined);
  const found = eventsOf(ctx.engine).subscribers.filter((one) =>
    SubscriptionId === undefined ? isNamed(one.spec.source) : one.id === SubscriptionId,
  );
  for (const one of found) if (Force || !one.spec.isSupport) await ctx.write(one);
  if (found.length > 0) return;
  const problem =
    SubscriptionId === undefined
      ? noSuchSource(SourceIdentifier, 'subscription')
      : noSuchIdentifier(SubscriptionId, 'INVALID_SOURCE_IDENTIFIER');
  if (problem) await ctx.writeError(problem);
}
