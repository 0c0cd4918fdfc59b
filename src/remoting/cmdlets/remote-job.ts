import { HostRequest, type Job } from '../../runtime/cmdlets/core/jobs/job.ts';
import { noteSession } from '../../runtime/cmdlets/core/jobs/job-session.ts';
import { jobsOf } from '../../runtime/cmdlets/core/jobs/job-table.ts';
import type { CommandEngine } from '../../runtime/commands/call-frame.ts';
import { ErrorRecord } from '../../runtime/errors/error-record.ts';
import { NetException } from '../../runtime/errors/net-exception.ts';
import { InformationalRecord } from '../../runtime/pipeline/records.ts';
import type { PSValue } from '../../runtime/values/ps-value.ts';
import { withOrigin } from '../client/origin-notes.ts';
import type { PipelineOutcome } from '../client/remote-pipeline.ts';
import type { RemoteStreams } from '../client/remote-streams.ts';
import { OriginInfo, remotingErrorRecord } from '../client/remoting-error-record.ts';
import { informationRecord, progressRecord } from '../client/stream-records.ts';
import { hostMethods, VOID_CALL_ID } from '../psrp/host-methods.ts';
import type { HostCall } from '../psrp/messages/host-call.ts';
import { newGuid } from '../sessions/new-guid.ts';
import type { PSSession } from '../sessions/ps-session.ts';
import type { HostTask } from '../sessions/queued-responder.ts';
import type { SessionTarget } from '../sessions/session-target.ts';
import { type RemoteScript, scriptRequest } from './remote-script.ts';
import { openOne, transportRecord } from './session-context.ts';

const automation = 'System.Management.Automation.';

/** Where one part of a job runs: in a session that is there, or in one that is opened for it. */
export type JobPlace = { readonly session: PSSession } | { readonly target: SessionTarget };

/** What a job of Invoke-Command does. */
export interface RemoteWork {
  readonly script: RemoteScript;
  readonly input: readonly PSValue[];
  readonly name: string | undefined;
  /** Most parts that run at once. */
  readonly throttle: number;
  /** Whether output shows the name of its computer. */
  readonly isShown: boolean;
  /** Set for Start-Job. */
  readonly background?: {
    readonly command: string;
    /** What runs before the script. */
    readonly prelude: readonly RemoteScript[];
  };
}

/** Starts Invoke-Command -AsJob, or Start-Job: a job with a child for every session. */
export function startRemoteJob(engine: CommandEngine, places: readonly JobPlace[], work: RemoteWork): Job {
  const table = jobsOf(engine);
  const command = work.background?.command ?? work.script.text;
  const jobType = work.background ? 'BackgroundJob' : 'RemoteJob';
  const locations = places.map(computerName);
  const job = table.make({
    name: work.name,
    command,
    location: locations.join(','),
    jobType,
    typeName: `${automation}PSRemotingJob`,
  });
  const typeName = `${automation}PSRemotingChildJob`;
  const parts = places.map((place, i) => {
    const child = table.make({ name: undefined, command, location: locations[i] ?? '', jobType: '', typeName });
    return new JobPart(engine, child, place, work);
  });
  job.addChildren(...parts.map((part) => part.job));
  job.began = engine.clock.now();
  table.add(job);
  const ends: Promise<void>[] = [];
  for (const [i, part] of parts.entries()) {
    const turn = ends[i - work.throttle];
    ends.push(turn ? turn.then(() => part.run()) : part.run());
  }
  void Promise.all(parts.map((part) => part.job.finished())).then(() => {
    job.ended = engine.clock.now();
  });
  return job;
}

const computerName = (place: JobPlace): string =>
  'session' in place ? place.session.computerName : place.target.computerName;

/** The part of a job that runs in one session. */
class JobPart {
  readonly job: Job;
  readonly #engine: CommandEngine;
  readonly #place: JobPlace;
  readonly #work: RemoteWork;
  readonly #stopping = new AbortController();

  constructor(engine: CommandEngine, job: Job, place: JobPlace, work: RemoteWork) {
    this.#engine = engine;
    this.job = job;
    this.#place = place;
    this.#work = work;
    job.onStop = () => this.#stop();
  }

  /** Runs to the end; failures become the state of the job. */
  async run(): Promise<void> {
    if (this.job.isFinished) return;
    this.job.began = this.#engine.clock.now();
    this.job.state = 'Running';
    const place = this.#place;
    if ('session' in place) return await this.#runIn(place.session);
    const opened = await openOne(this.#engine, place.target, this.#stopping.signal);
    if ('failure' in opened) {
      const { failure, target } = opened;
      this.#end(
        this.#isStopped ? undefined : transportRecord('PSSessionStateBroken', target.computerName, failure, null),
      );
      return;
    }
    try {
      await this.#runIn(opened.session);
    } finally {
      await opened.session.runspace.close();
    }
  }

  get #isStopped(): boolean {
    return this.#stopping.signal.aborted;
  }

  async #stop(): Promise<void> {
    if (this.job.state === 'NotStarted') return;
    const ended = this.job.finished();
    this.job.state = 'Stopping';
    this.#stopping.abort();
    await ended;
  }

  async #runIn(session: PSSession): Promise<void> {
    const { runspace, responder } = session;
    noteSession(this.job, session);
    if (runspace.state !== 'Opened' || runspace.availability !== 'Available') {
      this.#end(unusable(session));
      return;
    }
    const origin = new OriginInfo(session.computerName, session.instanceId);
    responder.queue = (task, call) => this.#ask(task, call);
    const prelude = this.#work.background?.prelude ?? [];
    let outcome: PipelineOutcome = { state: 'Completed', error: undefined, lost: undefined };
    for (const script of [...prelude, this.#work.script]) {
      outcome = await this.#runScript(session, script, origin);
      if (outcome.state !== 'Completed') break;
    }
    responder.queue = undefined;
    this.#end(failureOf(session, origin, outcome), outcome.state === 'Stopped');
  }

  async #runScript(session: PSSession, script: RemoteScript, origin: OriginInfo): Promise<PipelineOutcome> {
    const id = newGuid(this.#engine.random);
    const pipeline = await session.runspace.start(scriptRequest(script), this.#streams(origin), id);
    const stop = () => pipeline.stop();
    this.#stopping.signal.addEventListener('abort', stop);
    if (this.#isStopped) stop();
    if (script.hasInput) {
      for (const value of this.#work.input) {
        const sent = pipeline.writeInput(value);
        if (sent instanceof Promise) await sent;
      }
    }
    pipeline.endInput();
    return pipeline.done;
  }

  #end(reason: ErrorRecord | undefined, wasStopped = false): void {
    this.job.ended = this.#engine.clock.now();
    const isStopped = this.#isStopped || (wasStopped && !reason);
    if (reason && !isStopped) {
      this.job.reason = reason;
      this.job.add('error', reason);
    }
    this.job.state = isStopped ? 'Stopped' : reason ? 'Failed' : 'Completed';
  }

  /** Keeps what the far side asks of the host until the job is received; a question holds the job up. */
  #ask(task: HostTask, call: HostCall): void {
    if (hostMethods.get(call.methodId)?.name === 'SetShouldExit') {
      void task();
      return;
    }
    const isQuestion = call.callId !== VOID_CALL_ID;
    if (isQuestion && this.job.state === 'Running') this.job.state = 'Blocked';
    this.job.ask(
      new HostRequest(async () => {
        await task();
        if (isQuestion && this.job.state === 'Blocked') this.job.state = 'Running';
      }),
    );
  }

  #streams(origin: OriginInfo): RemoteStreams {
    const { job } = this;
    const { isShown, background } = this.#work;
    const sourceJob = background && job.spec.instanceId;
    return {
      output: (value) => job.add('output', withOrigin(value, origin, isShown, sourceJob)),
      error: (record) => job.add('error', remotingErrorRecord(record, origin)),
      warning: (message) => job.add('warning', new InformationalRecord('warning', message)),
      verbose: (message) => job.add('verbose', new InformationalRecord('verbose', message)),
      debug: (message) => job.add('debug', new InformationalRecord('debug', message)),
      information: (payload) => job.add('information', informationRecord(payload)),
      progress: (payload) => job.add('progress', progressRecord(payload)),
    };
  }
}

/** Why a pipeline failed; nothing when it did not. */
function failureOf(session: PSSession, origin: OriginInfo, outcome: PipelineOutcome): ErrorRecord | undefined {
  const { error, lost, state } = outcome;
  if (lost) {
    const message = `[${session.computerName}] ${lost.message}`;
    return jobFailure(session, `${automation}Remoting.PSRemotingTransportException`, message);
  }
  return state === 'Failed' && error ? remotingErrorRecord(error, origin) : undefined;
}

function unusable(session: PSSession): ErrorRecord {
  const { state } = session.runspace;
  if (state === 'Opened') {
    const message = `The session ${session.name} on ${session.computerName} is busy with another command.`;
    return jobFailure(session, `${automation}PSInvalidOperationException`, message);
  }
  const message = `The session ${session.name} on ${session.computerName} is ${state}; only an open one can run commands.`;
  return jobFailure(session, `${automation}Runspaces.InvalidRunspaceStateException`, message);
}

function jobFailure(session: PSSession, exceptionType: string, message: string): ErrorRecord {
  const exception = new NetException(exceptionType, message);
  const record = new ErrorRecord(exception, 'JobFailure', 'OperationStopped', session.computerName);
  record.isForeign = true;
  exception.errorRecord = record;
  return record;
}
