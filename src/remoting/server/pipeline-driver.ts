import { ErrorRecord } from '../../runtime/errors/error-record.ts';
import {
  HostInformationMessage,
  InformationalRecord,
  InformationRecord,
  ProgressRecord,
} from '../../runtime/pipeline/records.ts';
import type { Sink, StreamSet } from '../../runtime/pipeline/sink.ts';
import { DateTime, UNIX_EPOCH_DAY } from '../../runtime/values/date-time.ts';
import { baseOf } from '../../runtime/values/ps-object.ts';
import type { Eventually, PSValue } from '../../runtime/values/ps-value.ts';
import { messageTable } from '../psrp/message-table.ts';
import type { CreatePipeline, GetCommandMetadata } from '../psrp/messages/pipeline.ts';
import { EndState, type PipelineMessage } from '../psrp/server-pool.ts';
import type { EngineOutcome, EngineRunspace } from './engine-runspace.ts';
import { errorPayload } from './error-payload.ts';
import { InputQueue } from './input-queue.ts';
import type { ServerSession } from './server-session.ts';

/** Runs one pipeline of a session: input in, records out, one end state. */
export class PipelineDriver {
  readonly id: string;
  readonly input: InputQueue;
  readonly #session: ServerSession;
  readonly #runspace: EngineRunspace;
  #isStopped = false;
  #isStarted = false;

  constructor(id: string, session: ServerSession, runspace: EngineRunspace) {
    this.id = id;
    this.#session = session;
    this.#runspace = runspace;
    this.input = new InputQueue(
      () => session.pool.pauseInput(id),
      () => {
        session.pool.resumeInput(id);
        session.flushSoon();
      },
    );
  }

  /** Runs what the client asked for; resolves when its end was sent. */
  async run(request: CreatePipeline): Promise<void> {
    this.#isStarted = true;
    if (request.noInput) this.input.end();
    const outcome = await this.#runspace.run({
      statements: request.statements,
      input: request.noInput ? undefined : this.input.feed,
      streams: this.#streams(),
      addToHistory: request.addToHistory,
      history: request.history,
    });
    if (outcome.exitCode !== undefined) await this.#session.exit(outcome.exitCode);
    await this.#end(outcome);
  }

  /** Answers GetCommandMetadata: a count object, then one object a command (MS-PSRP 3.2.5.4.5). */
  async describe(request: GetCommandMetadata): Promise<void> {
    this.#isStarted = true;
    for (const value of await this.#runspace.commandMetadata(request)) await this.#send('PipelineOutput', value);
    await this.#end({ state: 'Completed', error: undefined, exitCode: undefined });
  }

  stop(): void {
    this.#isStopped = true;
    this.input.end();
    if (this.#isStarted) this.#runspace.stop();
    else this.#session.pool.end(this.id, EndState.Stopped, null);
  }

  async #end(outcome: EngineOutcome): Promise<void> {
    const state = this.#isStopped ? EndState.Stopped : EndState[outcome.state];
    const error = outcome.error ? await this.#encodeError(outcome.error) : null;
    this.#session.pool.end(this.id, state, error);
    this.#session.flush();
  }

  /** The record as a value whose pending parts are settled: the end state is written in one go. */
  async #encodeError(record: ErrorRecord): Promise<PSValue> {
    const { engine } = this.#runspace;
    const value = messageTable.ErrorRecord.codec.encode(errorPayload(engine, record));
    await this.#session.format.writeEventually(value);
    return value;
  }

  #streams(): StreamSet {
    const { engine } = this.#runspace;
    const informational = (name: PipelineMessage): Sink => ({
      write: (value) => {
        const record = baseOf(value);
        if (record instanceof InformationalRecord)
          return this.#send(name, messageTable.WarningRecord.codec.encode(record), record);
        return undefined;
      },
    });
    return {
      output: { write: (value) => this.#send('PipelineOutput', value) },
      error: {
        write: (value) => {
          const record = baseOf(value);
          if (!(record instanceof ErrorRecord)) return this.#send('PipelineOutput', value);
          return this.#send('ErrorRecord', messageTable.ErrorRecord.codec.encode(errorPayload(engine, record)));
        },
      },
      warning: informational('WarningRecord'),
      verbose: informational('VerboseRecord'),
      debug: informational('DebugRecord'),
      information: { write: (value) => this.#information(baseOf(value)) },
      progress: { write: (value) => this.#progress(baseOf(value)) },
    };
  }

  #send(name: PipelineMessage, value: PSValue, informational?: InformationalRecord): Eventually<void> {
    const encoded = informational && name !== 'WarningRecord' ? encodeInformational(name, informational) : value;
    return this.#session.sendPipeline(this.id, name, encoded);
  }

  #information(record: PSValue): Eventually<void> {
    if (!(record instanceof InformationRecord)) return;
    const message = baseOf(record.messageData);
    if (!record.tags.includes('PSHOST') || !(message instanceof HostInformationMessage))
      return this.#sendInformation(record);
    if (!record.tags.includes('FORWARDED')) record.tags.push('FORWARDED');
    const { ui } = this.#runspace.engine.host;
    const text = message.noNewLine ? message.message : `${message.message}\n`;
    const isPlain = message.foreground === undefined && message.background === undefined;
    const shown =
      isPlain && !message.noNewLine
        ? ui.writeLine(message.message)
        : ui.write(text, message.foreground, message.background);
    return shown instanceof Promise ? shown.then(() => this.#sendInformation(record)) : this.#sendInformation(record);
  }

  #sendInformation(record: InformationRecord): Eventually<void> {
    const version = this.#session.pool.protocolVersion;
    if (version !== '2.4' && version !== '2.3') return;
    const payload = { ...record, timeGenerated: dateTimeOf(record.timeGenerated) };
    return this.#send('InformationRecord', messageTable.InformationRecord.codec.encode(payload));
  }

  #progress(record: PSValue): Eventually<void> {
    if (record instanceof ProgressRecord)
      return this.#send('ProgressRecord', messageTable.ProgressRecord.codec.encode(record));
  }
}

function encodeInformational(name: PipelineMessage, record: InformationalRecord): PSValue {
  const table = name === 'VerboseRecord' ? messageTable.VerboseRecord : messageTable.DebugRecord;
  return table.codec.encode(record);
}

function dateTimeOf(instant: number): DateTime {
  const day = Math.floor(instant / 86_400_000);
  return new DateTime(day + UNIX_EPOCH_DAY, Math.round((instant - day * 86_400_000) * 10_000), 1);
}
