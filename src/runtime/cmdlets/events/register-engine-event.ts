import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { checkRegistration, registrationParameters, subscribe } from './register-event.ts';

/** Register-EngineEvent: subscribes to events of the engine (PowerShell.Exiting) and of New-Event. */
export const registerEngineEvent = defineCmdlet({
  name: 'Register-EngineEvent',
  className: 'Microsoft.PowerShell.Commands.RegisterEngineEventCommand',
  synopsis: 'Subscribes to events of the engine and of New-Event.',
  outputs: ['System.Management.Automation.PSEventJob'],
  effects: ['state'],
  parameters: {
    SourceIdentifier: parameter(type.string, { mandatory: true, position: 100, help: 'The event.' }),
    ...registrationParameters,
  },
  examples: [
    {
      title: 'Code that runs for an event',
      code: '$job = Register-EngineEvent Greeting -Action { "hello $($Event.MessageData)" }; $null = New-Event Greeting -MessageData you; Receive-Job $job; Unregister-Event Greeting',
      output: 'hello you',
    },
  ],
  invoke: (ctx) => ({
    begin: (args) => checkRegistration(ctx, args),
    async end(args) {
      if (!args.Action && !args.Forward)
        ctx.throwTerminating({
          id: 'ACTION_MANDATORY_FOR_LOCAL',
          category: 'InvalidArgument',
          exceptionType: 'System.ArgumentException',
          message: 'Events of this session need an -Action.',
          target: null,
        });
      const source = args.SourceIdentifier ?? '';
      const subscriber = subscribe(ctx, args, { source, sourceObject: null, eventName: null });
      if (subscriber.job && !args.SupportEvent) await ctx.write(subscriber.job);
    },
  }),
});
