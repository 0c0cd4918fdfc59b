import type { CallFrame, CommandEngine } from '../../commands/call-frame.ts';
import { ControlFlow } from '../../errors/control-flow.ts';
import { newModule, rebind } from '../../modules/load-module.ts';
import { utcOf, zoneOf } from '../../types/engine-zone.ts';
import { typeOf } from '../../types/type-of.ts';
import type { DateTime } from '../../values/date-time.ts';
import { Guid } from '../../values/guid.ts';
import { NetObject } from '../../values/net-object.ts';
import type { NetType } from '../../values/net-type.ts';
import { andThen, type Eventually, type PSValue } from '../../values/ps-value.ts';
import type { ScriptBlock } from '../../values/script-block.ts';
import { toLocalTime } from '../../values/time-zone.ts';
import type { Job } from '../core/jobs/job.ts';
import { jobsOf } from '../core/jobs/job-table.ts';

/** What happened. */
export interface EventDetails {
  readonly source: string;
  readonly sender: PSValue;
  readonly args: readonly PSValue[];
  readonly messageData: PSValue;
}

/** PSEventArgs: one event. */
export class RaisedEvent extends NetObject {
  readonly id: number;
  readonly details: EventDetails;
  readonly time: DateTime;
  readonly runspaceId: Guid;

  constructor(id: number, details: EventDetails, time: DateTime, runspaceId: Guid) {
    super();
    this.id = id;
    this.details = details;
    this.time = time;
    this.runspaceId = runspaceId;
  }

  /** The argument that is an EventArgs. */
  get eventArgs(): PSValue {
    return this.details.args.find(isEventArgs) ?? null;
  }
}

function isEventArgs(value: PSValue): boolean {
  if (typeof value !== 'object' || value === null) return false;
  for (let type: NetType | null = typeOf(value); type; type = type.baseType)
    if (type.fullName === 'System.EventArgs') return true;
  return false;
}

/** What a subscription is for. */
export interface Subscription {
  readonly source: string;
  readonly sourceObject: PSValue;
  readonly eventName: string | null;
  readonly action: ScriptBlock | undefined;
  readonly messageData: PSValue;
  /** Not listed without -Force, and without a job that is. */
  readonly isSupport: boolean;
  readonly forwards: boolean;
  /** How many events it takes; 0 for any number. */
  readonly limit: number;
}

/** PSEventSubscriber: who wants to know of an event. */
export class EventSubscriber extends NetObject {
  readonly id: number;
  readonly spec: Subscription;
  /** What the action writes. */
  readonly job: Job | undefined;
  readonly action: ScriptBlock | undefined;
  /** Ends the listening to the object. */
  end: () => void = () => {};
  left: number;

  constructor(id: number, spec: Subscription, job: Job | undefined, action: ScriptBlock | undefined) {
    super();
    this.id = id;
    this.spec = spec;
    this.job = job;
    this.action = action;
    this.left = spec.limit;
  }
}

/**
 * PSEventManager: the events of one engine. Actions never interrupt code: they wait until a pipeline has ended, or a
 * command like Wait-Event lets them run.
 */
export class EventManager extends NetObject {
  readonly #engine: CommandEngine;
  readonly runspaceId: Guid;
  /** Events that no action took. */
  received: RaisedEvent[] = [];
  subscribers: EventSubscriber[] = [];
  #queue: { readonly subscriber: EventSubscriber; readonly event: RaisedEvent }[] = [];
  #nextEvent = 1;
  #nextSubscriber = 1;
  #isRunning = false;
  #waiting: (() => void)[] = [];

  constructor(engine: CommandEngine) {
    super();
    this.#engine = engine;
    this.runspaceId = Guid.fromRandomBytes(engine.random.bytes(16));
  }

  subscribersOf(source: string): EventSubscriber[] {
    const wanted = source.toLowerCase();
    return this.subscribers.filter((one) => one.spec.source.toLowerCase() === wanted);
  }

  subscribe(caller: CallFrame, spec: Subscription): EventSubscriber {
    const job = spec.action && this.#jobFor(spec, spec.action);
    const action = spec.action && this.#inModule(caller, spec.action);
    const subscriber = new EventSubscriber(this.#nextSubscriber++, spec, job, action);
    if (job) job.onStop = () => this.unsubscribe(subscriber);
    this.subscribers.push(subscriber);
    return subscriber;
  }

  #jobFor(spec: Subscription, action: ScriptBlock): Job {
    const jobs = jobsOf(this.#engine);
    const job = jobs.make({
      name: spec.source,
      command: action.ast.extent.text.replace(/^\{|\}$/g, ''),
      location: '',
      jobType: '',
      typeName: 'System.Management.Automation.PSEventJob',
    });
    if (!spec.isSupport) jobs.add(job);
    return job;
  }

  /** Actions run in a module of their own: what they set is theirs, or global. */
  #inModule(caller: CallFrame, action: ScriptBlock): ScriptBlock {
    const guid = Guid.fromRandomBytes(this.#engine.random.bytes(16)).text;
    const state = newModule(caller, `__DynamicModule_${guid}`, guid).sessionState;
    return state ? rebind(action, state) : action;
  }

  unsubscribe(subscriber: EventSubscriber): void {
    subscriber.end();
    this.subscribers = this.subscribers.filter((one) => one !== subscriber);
    this.#queue = this.#queue.filter((one) => one.subscriber !== subscriber);
    if (subscriber.job && !subscriber.job.isFinished) subscriber.job.state = 'Stopped';
  }

  /** Takes note of an event: for the actions that wait for it, or for whoever asks. */
  raise(details: EventDetails): RaisedEvent {
    const { clock } = this.#engine;
    const time = toLocalTime(utcOf(clock.now()), zoneOf(this.#engine));
    const event = new RaisedEvent(this.#nextEvent++, details, time, this.runspaceId);
    const subscribers = this.subscribersOf(details.source);
    const acting = subscribers.filter((one) => one.action);
    for (const subscriber of acting) this.#queue.push({ subscriber, event });
    if (acting.length === 0) {
      this.received.push(event);
      for (const subscriber of subscribers) this.#countDown(subscriber);
    } else this.#engine.afterPipeline = () => this.runActions();
    for (const wake of this.#waiting.splice(0)) wake();
    return event;
  }

  /** Resolves with the next event. */
  next(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Runs the actions that wait, one after the other; not from inside an action. */
  runActions(): Eventually<void> {
    if (this.#isRunning || this.#queue.length === 0) return undefined;
    this.#isRunning = true;
    const done = (): void => {
      this.#isRunning = false;
      if (this.#queue.length === 0) this.#engine.afterPipeline = undefined;
    };
    return this.#runAll().finally(done);
  }

  async #runAll(): Promise<void> {
    for (let next = this.#queue.shift(); next; next = this.#queue.shift()) {
      const { subscriber, event } = next;
      await this.#run(subscriber, event);
      this.#countDown(subscriber);
    }
  }

  async #run(subscriber: EventSubscriber, event: RaisedEvent): Promise<void> {
    const { job, action } = subscriber;
    if (!job || !action) return;
    if (job.state === 'NotStarted') job.state = 'Running';
    const engine = this.#engine;
    const { lastSucceeded, lastExitCode } = engine;
    const streams = job.sinks();
    try {
      await engine.invokeBlock(action, {
        args: event.details.args,
        variables: new Map<string, PSValue>([
          ['Event', event],
          ['EventSubscriber', subscriber],
          ['Sender', event.details.sender],
          ['EventArgs', event.eventArgs],
          ['SourceEventArgs', event.eventArgs],
          ['SourceArgs', [...event.details.args]],
        ]),
        streams,
        output: streams.output,
        errors: 'report',
      });
    } catch (thrown) {
      if (thrown instanceof ControlFlow) throw thrown;
      job.add('error', engine.toErrorRecord(thrown));
    }
    engine.lastSucceeded = lastSucceeded;
    engine.lastExitCode = lastExitCode;
  }

  #countDown(subscriber: EventSubscriber): void {
    if (subscriber.spec.limit > 0 && --subscriber.left === 0) this.unsubscribe(subscriber);
  }
}

const managers = new WeakMap<CommandEngine, EventManager>();

/** The events of an engine; made on first use. */
export function eventsOf(engine: CommandEngine): EventManager {
  let manager = managers.get(engine);
  if (!manager) managers.set(engine, (manager = new EventManager(engine)));
  return manager;
}

/** Raises PowerShell.Exiting at the end of a session and runs what waits for it. */
export function leaveSession(engine: CommandEngine): Eventually<void> {
  const manager = managers.get(engine);
  if (!manager || manager.subscribersOf('PowerShell.Exiting').length === 0) return undefined;
  manager.raise({ source: 'PowerShell.Exiting', sender: null, args: [], messageData: null });
  return andThen(manager.runActions(), () => undefined);
}
