import { defineType, type TypeSpec } from '../../types/define-type.ts';
import { itemsOf } from '../../types/sequence.ts';
import type { Guid } from '../../values/guid.ts';
import { NetCollection } from '../../values/net-list.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { EventManager, EventSubscriber, RaisedEvent } from './event-manager.ts';

const prefix = 'System.Management.Automation.';

/** Events, their subscribers and their manager as scripts see them. */
export const eventTypes: readonly TypeSpec[] = [
  defineType({
    name: `${prefix}PSEventArgs`,
    base: 'System.EventArgs',
    jsClass: RaisedEvent,
    members: {
      'prop ComputerName string get': () => null,
      'prop RunspaceId Guid get': (self: RaisedEvent): Guid => self.runspaceId,
      'prop EventIdentifier int get': (self: RaisedEvent) => self.id,
      'prop Sender object get': (self: RaisedEvent) => self.details.sender,
      'prop SourceEventArgs EventArgs get': (self: RaisedEvent) => self.eventArgs,
      'prop SourceArgs object[] get': (self: RaisedEvent) => [...self.details.args],
      'prop SourceIdentifier string get': (self: RaisedEvent) => self.details.source,
      'prop TimeGenerated DateTime get': (self: RaisedEvent) => self.time,
      'prop MessageData PSObject get': (self: RaisedEvent) => self.details.messageData,
    },
  }),
  defineType({
    name: `${prefix}PSEventSubscriber`,
    jsClass: EventSubscriber,
    members: {
      'prop SubscriptionId int get': (self: EventSubscriber) => self.id,
      'prop SourceObject object get': (self: EventSubscriber) => self.spec.sourceObject,
      'prop EventName string get': (self: EventSubscriber) => self.spec.eventName,
      'prop SourceIdentifier string get': (self: EventSubscriber) => self.spec.source,
      'prop Action PSEventJob get': (self: EventSubscriber) => self.job ?? null,
      'prop HandlerDelegate object get': () => null,
      'prop SupportEvent bool get': (self: EventSubscriber) => self.spec.isSupport,
      'prop ForwardEvent bool get': (self: EventSubscriber) => self.spec.forwards,
    },
  }),
  defineType({ name: `${prefix}PSEventJob`, base: `${prefix}Job` }),
  defineType({
    name: `${prefix}PSEventManager`,
    isAbstract: true,
    jsClass: EventManager,
    members: {
      'prop ReceivedEvents object get': (self: EventManager) => new NetCollection([...self.received]),
      'prop Subscribers object get': (self: EventManager) => new NetCollection([...self.subscribers]),
      'GenerateEvent(string sourceIdentifier, object sender, object[] args, PSObject extraData) PSEventArgs': (
        self: EventManager,
        source: string,
        sender: PSValue,
        args: PSValue,
        messageData: PSValue,
      ) => self.raise({ source, sender, args: args === null ? [] : [...itemsOf(args)], messageData }),
      'GetEventSubscribers(string source) object': (self: EventManager, source: string) =>
        new NetCollection(self.subscribersOf(source)),
      'UnsubscribeEvent(PSEventSubscriber subscriber) void': (self: EventManager, one: EventSubscriber) =>
        self.unsubscribe(one),
    },
  }),
];
