import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';
import type { ErrorSpec } from '../../errors/error-record.ts';
import { membersOf } from '../../types/members-of.ts';
import { typeOf } from '../../types/type-of.ts';
import { Guid } from '../../values/guid.ts';
import { listenTo } from '../../values/net-events.ts';
import { NetType } from '../../values/net-type.ts';
import { baseOf } from '../../values/ps-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { eventsOf } from './event-manager.ts';
import { checkRegistration, registrationParameters, subscribe } from './register-event.ts';

function refused(id: string, message: string, target: PSValue): ErrorSpec {
  return { id, category: 'InvalidArgument', exceptionType: 'System.ArgumentException', message, target };
}

/** Register-ObjectEvent: subscribes to an event of an object. */
export const registerObjectEvent = defineCmdlet({
  name: 'Register-ObjectEvent',
  synopsis: 'Subscribes to an event of an object.',
  outputs: ['System.Management.Automation.PSEventJob'],
  effects: ['state'],
  parameters: {
    InputObject: parameter(type.psobject, { mandatory: true, position: 0, help: 'The object.' }),
    EventName: parameter(type.string, { mandatory: true, position: 1, help: 'The event.' }),
    SourceIdentifier: parameter(type.string, { position: 100, help: 'The name of the subscription; a new GUID else.' }),
    ...registrationParameters,
  },
  examples: [
    {
      title: 'Waiting for a timer',
      code: '$timer = [Timers.Timer]::new(20); Register-ObjectEvent $timer Elapsed -SourceIdentifier Tick; $timer.Start(); (Wait-Event Tick).SourceIdentifier; Unregister-Event Tick',
      output: 'Tick',
    },
  ],
  invoke: (ctx) => ({
    begin: (args) => checkRegistration(ctx, args),
    async end(args) {
      const source = args.SourceIdentifier ?? Guid.fromRandomBytes(ctx.engine.random.bytes(16)).text;
      const manager = eventsOf(ctx.engine);
      const object = baseOf(args.InputObject) ?? null;
      const eventName = args.EventName ?? '';
      const problem =
        manager.subscribersOf(source).length > 0
          ? refused('SUBSCRIBER_EXISTS', `There is a subscription '${source}' already.`, args.InputObject)
          : unknownEvent(ctx, object, eventName, source);
      if (problem || object === null || typeof object !== 'object') {
        if (problem) await ctx.writeError(problem);
        return;
      }
      const subscriber = subscribe(ctx, args, { source, sourceObject: args.InputObject ?? null, eventName });
      subscriber.end = listenTo(object, nameOfEvent(object, eventName), (sender, eventArgs) => {
        manager.raise({ source, sender, args: [sender, eventArgs], messageData: subscriber.spec.messageData });
      });
      if (subscriber.job && !args.SupportEvent) await ctx.write(subscriber.job);
    },
  }),
});

function nameOfEvent(object: PSValue, name: string): string {
  const member = membersOf(typeOf(object)).find(`add_${name}`, false);
  return member && 'name' in member ? String(member.name).slice(4) : name;
}

function unknownEvent(_ctx: CmdletContext, object: PSValue, name: string, source: string): ErrorSpec | undefined {
  if (/^PowerShell\./i.test(source))
    return refused(
      'INVALID_REGISTRATION',
      `Names that begin with "PowerShell." are kept for the engine: '${source}'.`,
      object,
    );
  if (object instanceof NetType)
    return refused(
      'INVALID_REGISTRATION',
      `Static events, as of [${object.fullName}], are not supported here.`,
      object,
    );
  if (membersOf(typeOf(object)).find(`add_${name}`, false)) return undefined;
  return refused('INVALID_REGISTRATION', `[${typeOf(object).toString()}] has no event '${name}' here.`, object);
}
