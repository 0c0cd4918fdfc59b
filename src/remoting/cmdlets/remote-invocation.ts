import type { CmdletContext } from '../../runtime/commands/define-cmdlet.ts';
import { PipelineStoppedSignal } from '../../runtime/errors/control-flow.ts';
import { TerminatingError } from '../../runtime/errors/terminating-error.ts';
import { InformationalRecord } from '../../runtime/pipeline/records.ts';
import { notesOf } from '../../runtime/values/ps-object.ts';
import type { Eventually, PSValue } from '../../runtime/values/ps-value.ts';
import { withOrigin } from '../client/origin-notes.ts';
import type { PipelineOutcome, RemotePipeline } from '../client/remote-pipeline.ts';
import type { RemoteStreams } from '../client/remote-streams.ts';
import { OriginInfo, remotingErrorRecord } from '../client/remoting-error-record.ts';
import { informationRecord, progressRecord } from '../client/stream-records.ts';
import type { ErrorRecordPayload, InformationPayload } from '../psrp/messages/records.ts';
import { newGuid } from '../sessions/new-guid.ts';
import type { PSSession } from '../sessions/ps-session.ts';
import { OutputQueue } from './output-queue.ts';
import { type RemoteScript, scriptRequest } from './remote-script.ts';
import { transportRecord } from './session-context.ts';

/** Milliseconds that stopped pipelines get to end before they are left alone. */
const STOP_PATIENCE = 5000;

/** One script running in one or many sessions for Invoke-Command: collects what they send, in order of arrival. */
export class RemoteInvocation {
  readonly #ctx: CmdletContext;
  readonly #isShown: boolean;
  readonly #queue = new OutputQueue();
  readonly #pipelines = new Map<RemotePipeline, PSSession>();
  readonly #running = new Set<Promise<void>>();
  readonly #propagatesThrow: boolean;
  #thrown: ErrorRecordPayload | undefined = undefined;

  /** With `propagatesThrow` a `throw` of the far side ends this command too; other errors never do. */
  constructor(ctx: CmdletContext, propagatesThrow: boolean, isShown: boolean) {
    this.#ctx = ctx;
    this.#propagatesThrow = propagatesThrow;
    this.#isShown = isShown;
  }

  /** Starts the script in a session. */
  async start(session: PSSession, script: RemoteScript): Promise<void> {
    const origin = new OriginInfo(session.computerName, session.instanceId);
    session.responder.queue = (task) => void this.#queue.push(task);
    const id = newGuid(this.#ctx.engine.random);
    const pipeline = await session.runspace.start(scriptRequest(script), this.#streams(origin), id);
    this.#pipelines.set(pipeline, session);
    const running = pipeline.done.then((outcome) => this.#ended(session, origin, outcome));
    this.#running.add(running);
    void running.finally(() => this.#running.delete(running));
  }

  /** Work to be done with the next turn of the command, such as reporting a session that did not open. */
  later(work: () => Eventually<void>): void {
    void this.#queue.push(work);
  }

  /** Keeps the command alive until `task` is over. */
  track(task: Promise<void>): void {
    this.#running.add(task);
    void task.finally(() => this.#running.delete(task));
  }

  /** Sends an input object to every session and writes what has arrived. */
  async input(value: PSValue): Promise<void> {
    const sending: Promise<void>[] = [];
    for (const pipeline of this.#pipelines.keys()) {
      const sent = pipeline.writeInput(value);
      if (sent instanceof Promise) sending.push(sent);
    }
    await this.#queue.drain();
    if (sending.length > 0) await this.#whileDraining(Promise.all(sending));
  }

  endInput(): void {
    for (const pipeline of this.#pipelines.keys()) pipeline.endInput();
  }

  /** Writes everything until every session has ended. Throws what a single session threw. */
  async finish(): Promise<void> {
    while (this.#running.size > 0) {
      await this.#queue.wait(Promise.race([Promise.all(this.#running), this.#ctx.whenStopping]));
      if (this.#ctx.stopping) throw new PipelineStoppedSignal();
      await this.#queue.drain();
    }
    await this.#queue.drain();
    if (!this.#thrown) return;
    const record = remotingErrorRecord(this.#thrown, undefined);
    record.invocationInfo = this.#ctx.invocation;
    throw new TerminatingError(record, true);
  }

  /** Stops what still runs and lets the sessions go. */
  async dispose(): Promise<void> {
    const left = [...this.#pipelines.keys()].filter((pipeline) => !pipeline.isDone);
    for (const pipeline of left) pipeline.stop();
    this.#queue.clear();
    for (const session of this.#pipelines.values()) session.responder.queue = undefined;
    if (left.length === 0) return;
    const patience = new Promise<void>((resolve) => setTimeout(resolve, STOP_PATIENCE).unref());
    await Promise.race([Promise.all(left.map((pipeline) => pipeline.done)), patience]);
  }

  async #whileDraining(task: Promise<unknown>): Promise<void> {
    let isOver = false;
    const over = task.finally(() => {
      isOver = true;
    });
    while (!isOver) {
      await this.#queue.wait(Promise.race([over, this.#ctx.whenStopping]));
      if (this.#ctx.stopping) throw new PipelineStoppedSignal();
      await this.#queue.drain();
    }
  }

  #ended(session: PSSession, origin: OriginInfo, outcome: PipelineOutcome): void {
    session.responder.queue = undefined;
    const { error, lost, state } = outcome;
    if (lost)
      this.later(() => this.#ctx.writeError(transportRecord('PSSessionStateBroken', session.computerName, lost, null)));
    else if (state === 'Failed' && error) this.later(() => this.#fail(error, origin));
  }

  /** Reports an error of the far side, or keeps it to be thrown in the end. */
  #fail(error: ErrorRecordPayload, origin: OriginInfo): Eventually<void> {
    if (!this.#propagatesThrow || !wasThrown(error)) return this.#ctx.writeError(remotingErrorRecord(error, origin));
    this.#thrown ??= error;
  }

  #streams(origin: OriginInfo): RemoteStreams {
    const ctx = this.#ctx;
    const { ui } = ctx.engine.host;
    const push = (work: () => Eventually<void>): Eventually<void> => this.#queue.push(work);
    return {
      output: (value) => push(() => ctx.write(withOrigin(value, origin, this.#isShown))),
      error: (record) => push(() => this.#fail(record, origin)),
      warning: (message) => push(() => this.#warn(message)),
      verbose: (message) => push(() => ui.writeVerboseLine(message)),
      debug: (message) => push(() => ui.writeDebugLine(message)),
      information: (record) => push(() => this.#inform(record)),
      progress: (record) => push(() => ctx.writeProgress(progressRecord(record))),
    };
  }

  /** Remote warnings reach the host as text whatever the local preference; -WarningVariable gets the record. */
  #warn(message: string): Eventually<void> {
    const record = new InformationalRecord('warning', message);
    for (const sink of this.#ctx.streams.observers?.warning ?? []) void sink.write(record);
    return this.#ctx.engine.host.ui.writeWarningLine(message);
  }

  /** What the far side has shown already (FORWARDED) is only collected here. */
  #inform(payload: InformationPayload): Eventually<void> {
    const record = informationRecord(payload);
    if (!record.tags.includes('FORWARDED')) return this.#ctx.writeInformation(record);
    record.visible = false;
    for (const sink of this.#ctx.streams.observers?.information ?? []) void sink.write(record);
    return this.#ctx.streams.information.write(record);
  }
}

/** Whether an error came from a `throw` statement of the far side. */
function wasThrown(error: ErrorRecordPayload): boolean {
  return notesOf(error.exception)?.properties.get('WasThrownFromThrowStatement') === true;
}
