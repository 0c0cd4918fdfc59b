import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { nameTest } from '../utility/variable-items.ts';
import { eventsOf } from './event-manager.ts';
import { noSuchIdentifier, noSuchSource } from './missing-event.ts';

/** Remove-Event: takes events out of the queue. */
export const removeEvent = defineCmdlet({
  name: 'Remove-Event',
  synopsis: 'Removes events from the queue.',
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
      help: 'Events of this name; wildcards are allowed.',
    }),
    EventIdentifier: parameter(type.int, {
      set: 'ByIdentifier',
      mandatory: true,
      position: 0,
      pipeline: 'property',
      help: 'The event of this number.',
    }),
  },
  invoke: (ctx) => ({ process: (args) => remove(ctx, args.SourceIdentifier, args.EventIdentifier) }),
});

async function remove(ctx: CmdletContext, source: string | undefined, id: number | undefined): Promise<void> {
  const manager = eventsOf(ctx.engine);
  const isNamed = nameTest([source ?? ''], undefined, undefined);
  const found = manager.received.filter((event) =>
    id === undefined ? isNamed(event.details.source) : event.id === id,
  );
  for (const event of found) {
    if (!(await ctx.shouldProcess(`Event '${event.details.source}'`, 'Remove'))) continue;
    manager.received = manager.received.filter((one) => one !== event);
  }
  if (found.length > 0) return;
  const problem = id === undefined ? noSuchSource(source, 'event') : noSuchIdentifier(id, 'INVALID_EVENT_IDENTIFIER');
  if (problem) await ctx.writeError(problem);
}
