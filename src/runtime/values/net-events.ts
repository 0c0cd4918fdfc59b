import type { NetDelegate } from './net-delegate.ts';
import { andThen, type Eventually, type PSValue } from './ps-value.ts';

/** Told when an event is raised; must not run script code itself, since a script may be running just then. */
export type EventListener = (sender: PSValue, args: PSValue) => void;

interface Subscribers {
  readonly listeners: Set<EventListener>;
  /** What scripts added with `add_Name`. */
  handlers: NetDelegate[];
}

const sources = new WeakMap<object, Map<string, Subscribers>>();

function subscribersOf(source: object, event: string): Subscribers {
  let events = sources.get(source);
  if (!events) sources.set(source, (events = new Map()));
  let found = events.get(event);
  if (!found) events.set(event, (found = { listeners: new Set(), handlers: [] }));
  return found;
}

/**
 * Subscribes to an event of a .NET object (`Elapsed` of a Timer); the type declares `add_Elapsed` where it has one.
 *
 * @returns ends the subscription
 */
export function listenTo(source: object, event: string, listener: EventListener): () => void {
  const { listeners } = subscribersOf(source, event);
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Adds a delegate to an event. */
export function addHandler(source: object, event: string, handler: NetDelegate): void {
  subscribersOf(source, event).handlers.push(handler);
}

/** Takes a delegate made from the same script block off an event. */
export function removeHandler(source: object, event: string, handler: NetDelegate): void {
  const subscribers = subscribersOf(source, event);
  const at = subscribers.handlers.findLastIndex((each) => each === handler || each.target === handler.target);
  if (at >= 0) subscribers.handlers = subscribers.handlers.filter((_each, i) => i !== at);
}

/**
 * Raises an event from outside the running script (a timer, a process). Delegates made from script blocks do not run:
 * in .NET they fail there, because that thread has no runspace.
 */
export function raiseOutside(source: object, event: string, sender: PSValue, args: PSValue): void {
  for (const listener of [...(sources.get(source)?.get(event)?.listeners ?? [])]) listener(sender, args);
}

/** Raises an event in the course of what a script does: its delegates run before this goes on. */
export function raise(source: object, event: string, sender: PSValue, args: PSValue): Eventually<undefined> {
  const handlers = sources.get(source)?.get(event)?.handlers ?? [];
  const run = (at: number): Eventually<undefined> => {
    const handler = handlers[at];
    if (handler) return andThen(handler.invoke([sender, args]), () => run(at + 1));
    raiseOutside(source, event, sender, args);
    return undefined;
  };
  return run(0);
}
