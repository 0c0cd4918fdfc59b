import type { CmdletContext } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';
import type { PSValue } from '../../values/ps-value.ts';
import type { ScriptBlock } from '../../values/script-block.ts';
import { type EventSubscriber, eventsOf, type Subscription } from './event-manager.ts';

/** The parameters that Register-ObjectEvent and Register-EngineEvent share. */
export const registrationParameters = {
  Action: parameter(type.scriptBlock, { position: 101, help: 'Code that runs for each event.' }),
  MessageData: parameter(type.psobject, { help: 'What the action finds as $Event.MessageData.' }),
  SupportEvent: parameter(type.switch, { help: 'Does not list the subscription, and has no job.' }),
  Forward: parameter(type.switch, { help: 'Sends the events of a remote session to the local one.' }),
  MaxTriggerCount: parameter(type.int, { help: 'Ends the subscription after so many events; 0 for never.' }),
} as const;

interface RegistrationArguments {
  readonly SourceIdentifier?: string | undefined;
  readonly Action?: ScriptBlock | undefined;
  readonly MessageData?: PSValue;
  readonly SupportEvent?: boolean | undefined;
  readonly Forward?: boolean | undefined;
  readonly MaxTriggerCount?: number | undefined;
}

/** -Action and -Forward exclude each other. */
export function checkRegistration(ctx: CmdletContext, args: RegistrationArguments): void {
  if (!args.Forward || !args.Action) return;
  ctx.throwTerminating({
    id: 'ACTION_AND_FORWARD_NOT_SUPPORTED',
    category: 'InvalidOperation',
    exceptionType: 'System.ArgumentException',
    message: 'An event is either forwarded or has an action, not both.',
    target: null,
  });
}

/** Subscribes as the parameters say. */
export function subscribe(
  ctx: CmdletContext,
  args: RegistrationArguments,
  from: Pick<Subscription, 'source' | 'sourceObject' | 'eventName'>,
): EventSubscriber {
  return eventsOf(ctx.engine).subscribe(ctx.caller, {
    ...from,
    action: args.Action,
    messageData: args.MessageData ?? null,
    isSupport: args.SupportEvent === true,
    forwards: args.Forward === true,
    limit: Math.max(0, args.MaxTriggerCount ?? 0),
  });
}
