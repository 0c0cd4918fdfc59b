import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { baseOf } from '../../values/ps-object.ts';
import { eventsOf } from './event-manager.ts';

/** New-Event: raises an event of a script's own. */
export const newEvent = defineCmdlet({
  name: 'New-Event',
  synopsis: 'Raises an event.',
  outputs: ['System.Management.Automation.PSEventArgs'],
  effects: ['state'],
  parameters: {
    SourceIdentifier: parameter(type.string, { mandatory: true, position: 0, help: 'Its name.' }),
    Sender: parameter(type.psobject, { position: 1, help: 'Who raises it; null where left out.' }),
    EventArguments: parameter(type.objects, { position: 2, help: 'What it brings.' }),
    MessageData: parameter(type.psobject, { position: 3, help: 'A message.' }),
  },
  examples: [
    { title: 'An event', code: '(New-Event Done -MessageData 5).MessageData; Remove-Event Done', output: '5' },
  ],
  invoke: (ctx) => ({
    async end(args) {
      const event = eventsOf(ctx.engine).raise({
        source: args.SourceIdentifier ?? '',
        sender: baseOf(args.Sender) ?? null,
        args: [...(args.EventArguments ?? [])],
        messageData: args.MessageData ?? null,
      });
      await ctx.write(event);
    },
    // Once what comes behind has had the event.
    dispose: () => eventsOf(ctx.engine).runActions(),
  }),
});
