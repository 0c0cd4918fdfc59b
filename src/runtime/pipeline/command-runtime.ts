import { errorIdSource } from '../commands/binding/binding-error.ts';
import type { ActionPreference, CommonParameters } from '../commands/binding/common-parameters.ts';
import type { CallFrame } from '../commands/call-frame.ts';
import type { CommandInfo } from '../commands/command-info.ts';
import type { PipelineStatus } from '../commands/command-processor.ts';
import { isWhatIf, mustConfirm, type PreferredStream, preferenceFor } from '../commands/preference-of.ts';
import { noteError } from '../commands/stream-variables.ts';
import { CommandFailedSignal, PipelineStoppedSignal } from '../errors/control-flow.ts';
import { ErrorRecord, type ErrorSpec } from '../errors/error-record.ts';
import type { InvocationInfo } from '../errors/invocation-info.ts';
import { NetException } from '../errors/net-exception.ts';
import { TerminatingError } from '../errors/terminating-error.ts';
import { getVariable } from '../scope/variable-access.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import { askToGoOn } from './confirmation.ts';
import { InformationalRecord, type InformationRecord, type ProgressRecord } from './records.ts';
import type { StreamSet } from './sink.ts';

/** What a runtime is made for. */
export interface RuntimeSpec {
  /** Whose preference variables count: the caller of a cmdlet, the function itself for `$PSCmdlet`. */
  readonly frame: CallFrame;
  readonly command: CommandInfo;
  readonly invocation: InvocationInfo;
  readonly run: PipelineStatus;
  readonly confirmImpact: string;
  /** Of a function: its ProcessorContext.owner. Its own code then cannot catch what throwTerminating throws. */
  readonly owner?: object | undefined;
}

/**
 * The writing side of one running command: preferences decide what becomes of a record, variables get their copy, `$?`
 * and `$Error` are kept up (MshCommandRuntime). Serves cmdlets and `$PSCmdlet` of functions alike.
 */
export class CommandRuntime {
  readonly spec: RuntimeSpec;
  streams: StreamSet;
  common: Readonly<CommonParameters>;
  /** Answers "to all" of confirmation prompts. */
  #allAnswer: boolean | undefined = undefined;

  constructor(spec: RuntimeSpec, streams: StreamSet, common: Readonly<CommonParameters>) {
    this.spec = spec;
    this.streams = streams;
    this.common = common;
  }

  preference(stream: PreferredStream): ActionPreference {
    return preferenceFor(stream, this.common, this.spec.frame.scope);
  }

  write(value: PSValue): Eventually<void> {
    return value === undefined ? undefined : this.streams.output.write(value);
  }

  /** The record of a spec, with the command's name on it. */
  recordOf(error: ErrorSpec | ErrorRecord, replaceInvocation = false): ErrorRecord {
    const record = error instanceof ErrorRecord ? error : ErrorRecord.from(error);
    if (record.isForeign) return record;
    const { command, invocation } = this.spec;
    if (record.invocationInfo !== null && !replaceInvocation) return record;
    const source = errorIdSource(command);
    const old = record.invocationInfo ? errorIdSource(record.invocationInfo.myCommand) : '';
    if (old !== '' && record.fullyQualifiedErrorId.endsWith(`,${old}`))
      record.fullyQualifiedErrorId = record.fullyQualifiedErrorId.slice(0, -old.length - 1);
    if (source !== '' && !record.fullyQualifiedErrorId.endsWith(`,${source}`))
      record.fullyQualifiedErrorId += `,${source}`;
    record.invocationInfo = invocation;
    if (record.activity === '' || replaceInvocation) record.activity = command.name;
    return record;
  }

  /** Reports an error in the name of the code that called (Write-Error): its `$MyInvocation` and name are on it. */
  writeCallerError(record: ErrorRecord): Eventually<void> {
    const { frame, command, invocation } = this.spec;
    const caller = getVariable(frame.scope, 'myinvocation');
    const seen = isInvocation(caller) ? caller : invocation;
    const source = errorIdSource(seen.myCommand);
    if (source !== '' && !record.fullyQualifiedErrorId.endsWith(`,${source}`))
      record.fullyQualifiedErrorId += `,${source}`;
    record.invocationInfo = seen;
    if (record.activity === '') record.activity = command.name;
    return this.writeError(record);
  }

  /** `observed` is false for errors that -ErrorVariable does not collect (input that could not be bound). */
  writeError(error: ErrorSpec | ErrorRecord, observed = true): Eventually<void> {
    const { frame, run } = this.spec;
    const record = this.recordOf(error);
    const preference = this.preference('error');
    run.failed = true;
    if (preference === 'Ignore') return undefined;
    if (preference === 'Stop') {
      const stopped = stopError(record);
      noteError(this.streams, stopped.stopException);
      throw stopped;
    }
    if (observed) noteError(this.streams, record);
    frame.engine.rememberError(record);
    if (preference === 'SilentlyContinue') return undefined;
    if (preference === 'Inquire')
      return this.#inquire(record.exception.message, () => this.streams.error.write(record));
    return this.streams.error.write(record);
  }

  /** An error of code that the command ran, as it leaves the command: from here on it is the command's. */
  attribute(error: TerminatingError): TerminatingError {
    const { record } = error;
    if (error.isThrow || error.isAttributed || error.stopException || isUnattributable(record)) return error;
    const named = new ErrorRecord(record.exception, record.fullyQualifiedErrorId, record.category, record.targetObject);
    named.invocationInfo = record.invocationInfo;
    named.errorDetails = record.errorDetails;
    named.scriptStackTrace = record.scriptStackTrace;
    named.reason = record.reason;
    named.targetName = record.targetName;
    named.targetType = record.targetType;
    record.exception.errorRecord ??= record;
    const attributed = new TerminatingError(this.recordOf(named, true));
    attributed.isAttributed = true;
    attributed.isFinal = error.isFinal;
    attributed.origin = error.origin ?? record;
    return attributed;
  }

  throwTerminating(error: ErrorSpec | ErrorRecord): never {
    const terminating = new TerminatingError(this.recordOf(error, true));
    terminating.isAttributed = true;
    if (this.streams.observers) noteError(this.streams, terminating.record);
    if (this.spec.owner) throw new CommandFailedSignal(this.spec.owner, terminating);
    throw terminating;
  }

  writeWarning(text: string): Eventually<void> {
    return this.#message('warning', text);
  }

  writeVerbose(text: string): Eventually<void> {
    return this.#message('verbose', text);
  }

  writeDebug(text: string): Eventually<void> {
    return this.#message('debug', text);
  }

  #message(kind: 'warning' | 'verbose' | 'debug', text: string): Eventually<void> {
    const preference = this.preference(kind);
    const observed = kind === 'warning' && (this.streams.observers?.warning.length ?? 0) > 0;
    if (!observed && (preference === 'SilentlyContinue' || preference === 'Ignore')) return undefined;
    const record = new InformationalRecord(kind, text);
    record.invocationInfo = this.spec.invocation;
    if (kind === 'warning' && preference !== 'Ignore')
      for (const sink of this.streams.observers?.warning ?? []) void sink.write(record);
    switch (preference) {
      case 'SilentlyContinue':
      case 'Ignore':
        return undefined;
      case 'Stop':
        return this.#stopAfter(this.streams[kind].write(record), text);
      case 'Inquire':
        return this.#inquire(text, () => this.streams[kind].write(record));
      default:
        return this.streams[kind].write(record);
    }
  }

  /** A preference of Stop on a message stream: shown, then the pipeline ends with an error. */
  #stopAfter(shown: Eventually<void>, text: string): Eventually<void> {
    if (shown instanceof Promise) return shown.then(() => this.#stop(text));
    return this.#stop(text);
  }

  #stop(text: string): never {
    const exception = new NetException(
      stopException,
      `The message was not to be passed over (preference Stop): ${text}`,
    );
    const record = new ErrorRecord(exception, 'ActionPreferenceStop', 'OperationStopped');
    const error = new TerminatingError(this.recordOf(record));
    error.isFinal = true;
    throw error;
  }

  writeInformation(record: InformationRecord): Eventually<void> {
    const preference = this.preference('information');
    if (preference === 'Ignore') return undefined;
    if (preference === 'Stop') {
      const message = `${String(record.messageData)}`;
      this.#stop(message);
    }
    const { tags } = record;
    const isForHost = tags.includes('PSHOST') && !tags.includes('FORWARDED');
    record.visible = isForHost || preference === 'Continue' || preference === 'Inquire';
    for (const sink of this.streams.observers?.information ?? []) void sink.write(record);
    return this.streams.information.write(record);
  }

  writeProgress(record: ProgressRecord): Eventually<void> {
    const preference = this.preference('progress');
    if (preference === 'SilentlyContinue' || preference === 'Ignore') return undefined;
    return this.streams.progress.write(record);
  }

  /** Says what would be done under -WhatIf, asks under -Confirm; whether to go on. */
  shouldProcess(target: string, action?: string): Eventually<boolean> {
    const what = action ?? this.spec.command.name;
    const description = `Performing the operation "${what}" on target "${target}".`;
    return this.shouldProcessText(description, `Perform the operation "${what}" on "${target}"?`, 'Confirm');
  }

  shouldProcessText(description: string, query: string, caption: string): Eventually<boolean> {
    const { frame } = this.spec;
    if (isWhatIf(this.common, frame.scope)) {
      const shown = frame.engine.host.ui.writeLine(`What if: ${description}`);
      return shown instanceof Promise ? shown.then(() => false) : false;
    }
    if (mustConfirm(this.common, frame.scope, this.spec.confirmImpact)) return this.#confirm(query, caption);
    const shown = this.preference('verbose') === 'SilentlyContinue' ? undefined : this.writeVerbose(description);
    return shown instanceof Promise ? shown.then(() => true) : true;
  }

  shouldContinue(query: string, caption: string): Eventually<boolean> {
    return this.#confirm(query, caption, false);
  }

  #confirm(query: string, caption: string, withAll = true): Eventually<boolean> {
    if (withAll && this.#allAnswer !== undefined) return this.#allAnswer;
    const answer = askToGoOn(this.spec.frame.engine.host.ui, query, caption, withAll);
    if (answer instanceof Promise) return answer.then((a) => this.#answered(a));
    return this.#answered(answer);
  }

  #answered(answer: 'yes' | 'yesToAll' | 'no' | 'noToAll'): boolean {
    const go = answer === 'yes' || answer === 'yesToAll';
    if (answer === 'yesToAll' || answer === 'noToAll') this.#allAnswer = go;
    return go;
  }

  #inquire(text: string, show: () => Eventually<void>): Eventually<void> {
    const after = (): Eventually<void> => {
      const answer = askToGoOn(this.spec.frame.engine.host.ui, text, 'Confirm', true);
      if (answer instanceof Promise) return answer.then(decide);
      decide(answer);
    };
    const shown = show();
    return shown instanceof Promise ? shown.then(after) : after();
  }
}

/** Limits of the run and calls nested too deep are nobody's. */
function isUnattributable({ category, exception, isForeign }: ErrorRecord): boolean {
  return isForeign || category === 'LimitsExceeded' || exception.typeName.endsWith('.ScriptCallDepthException');
}

function isInvocation(value: PSValue): value is InvocationInfo {
  return typeof value === 'object' && value !== null && 'myCommand' in value && 'invocationName' in value;
}

function decide(answer: string): void {
  if (answer === 'no' || answer === 'noToAll') throw new PipelineStoppedSignal();
}

const stopException = 'System.Management.Automation.ActionPreferenceStopException';

/** An error that its preference turned into a terminating one. */
function stopError(record: ErrorRecord): TerminatingError {
  const stop = new NetException(stopException, `Stopped by the error preference: ${record.exception.message}`);
  stop.errorRecord = record;
  stop.properties.set('ErrorRecord', record);
  const error = new TerminatingError(record);
  error.isFinal = true;
  error.stopException = stop;
  return error;
}
