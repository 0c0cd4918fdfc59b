import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { nameTest } from '../utility/variable-items.ts';
import { eventsOf } from './event-manager.ts';
import { noSuchIdentifier, noSuchSource } from './missing-event.ts';

/** Get-Event: the events that no action has taken. */
export const getEvent = defineCmdlet({
  name: 'Get-Event',
  synopsis: 'Gets the events in the queue.',
  defaultParameterSet: 'BySource',
  outputs: ['System.Management.Automation.PSEventArgs'],
  effects: ['none'],
  parameters: {
    SourceIdentifier: parameter(type.string, {
      set: 'BySource',
      position: 0,
      pipeline: 'property',
      validate: [{ kind: 'notNullOrEmpty' }],
      supportsWildcards: true,
      help: 'Events of this name; wildcards are allowed.',
    }),
    EventIdentifier: parameter(type.int, {
      aliases: ['Id'],
      set: 'ById',
      mandatory: true,
      position: 0,
      pipeline: 'property',
      help: 'The event of this number.',
    }),
  },
  invoke: (ctx) => ({
    process: (args) => write(ctx, args.SourceIdentifier, args.EventIdentifier),
  }),
});

async function write(ctx: CmdletContext, source: string | undefined, id: number | undefined): Promise<void> {
  const isNamed = nameTest(source === undefined ? undefined : [source], undefined, undefined);
  const found = eventsOf(ctx.engine).received.filter((event) =>
    id === undefined ? isNamed(event.details.source) : event.id === id,
  );
  for (const event of found) await ctx.write(event);
  if (found.length > 0) return;
  const problem = id === undefined ? noSuchSource(source, 'event') : noSuchIdentifier(id, 'INVALID_SOURCE_IDENTIFIER');
  if (problem) await ctx.writeError(problem);
}
