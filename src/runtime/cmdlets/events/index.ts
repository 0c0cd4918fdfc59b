import type { AnyCmdlet } from '../../commands/define-cmdlet.ts';
import { getEvent } from './get-event.ts';
import { getEventSubscriber } from './get-event-subscriber.ts';
import { newEvent } from './new-event.ts';
import { registerEngineEvent } from './register-engine-event.ts';
import { registerObjectEvent } from './register-object-event.ts';
import { removeEvent } from './remove-event.ts';
import { unregisterEvent } from './unregister-event.ts';
import { waitEvent } from './wait-event.ts';

/** Commands about events; they belong to Microsoft.PowerShell.Utility. */
export const eventCmdlets: readonly AnyCmdlet[] = [
  getEvent,
  getEventSubscriber,
  newEvent,
  registerEngineEvent,
  registerObjectEvent,
  removeEvent,
  unregisterEvent,
  waitEvent,
];
