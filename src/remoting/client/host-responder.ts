import type { ChoiceDescription, FieldDescription, ProgressState, PSHost } from '../../runtime/host/ps-host.ts';
import { Hashtable } from '../../runtime/values/hashtable.ts';
import { PSObject } from '../../runtime/values/ps-object.ts';
import type { Eventually, PSValue } from '../../runtime/values/ps-value.ts';
import { hostMethods, VOID_CALL_ID } from '../psrp/host-methods.ts';
import type { HostCall, HostResponse } from '../psrp/messages/host-call.ts';
import { errorRecordCodec, progressCodec } from '../psrp/messages/records.ts';
import type { PayloadFormat } from '../psrp/payload-format.ts';
import { BagReader } from '../psrp/property-bag.ts';

/** Lets the local host answer what a session's far side asks of it (MS-PSRP 3.1.5.3.16). */
export interface HostResponder {
  /** Carries a call out; the answer to send, or nothing for calls that want none. */
  respond(call: HostCall, format: PayloadFormat): Promise<HostResponse | undefined>;
}

/** What a responder needs besides the host. */
export interface HostResponderOptions {
  readonly host: PSHost;
  /** Named in questions, so that nobody gives a secret to the wrong machine. */
  readonly computerName: string;
  readonly makeSecret: (text: string) => PSValue;
  /** The far side ran `exit`. */
  readonly onExit: (code: number) => void;
  /** The far side asks to leave an entered session. */
  readonly onPopRunspace?: () => void;
}

interface Call {
  readonly host: PSHost;
  readonly options: HostResponderOptions;
  readonly format: PayloadFormat;
  readonly parameters: readonly PSValue[];
}

/** What a method gives back; nothing where its result is void. */
type Answer = (call: Call) => Eventually<PSValue> | Eventually<void>;

const text = (value: PSValue): string => (typeof value === 'string' ? value : '');
const number = (value: PSValue): number | undefined => (typeof value === 'number' ? value : undefined);

/** What each host method does here, by id; those that are missing cannot be done and say so. */
const answers: ReadonlyMap<number, Answer> = new Map<number, Answer>([
  [1, ({ host }) => host.name],
  [4, ({ host }) => host.culture],
  [5, ({ host }) => host.uiCulture],
  [6, ({ options, parameters }) => options.onExit(number(parameters[0]) ?? 0)],
  [9, () => undefined],
  [10, () => undefined],
  [11, ({ host }) => host.ui.readLine()],
  [12, readSecret],
  [13, ({ host, parameters }) => host.ui.write(text(parameters[0]))],
  [
    14,
    ({ host, parameters: [foreground, background, value] }) =>
      host.ui.write(text(value), number(foreground), number(background)),
  ],
  [15, ({ host }) => host.ui.writeLine('')],
  [16, ({ host, parameters }) => host.ui.writeLine(text(parameters[0]))],
  [
    17,
    ({ host, parameters: [foreground, background, value] }) =>
      host.ui.write(`${text(value)}\n`, number(foreground), number(background)),
  ],
  [18, ({ host, parameters }) => host.ui.writeErrorLine(text(parameters[0]))],
  [19, ({ host, parameters }) => host.ui.writeDebugLine(text(parameters[0]))],
  [20, writeProgress],
  [21, ({ host, parameters }) => host.ui.writeVerboseLine(text(parameters[0]))],
  [22, ({ host, parameters }) => host.ui.writeWarningLine(text(parameters[0]))],
  [23, promptForFields],
  [24, promptForCredential],
  [25, promptForCredential],
  [26, promptForChoice],
  [28, () => undefined],
  [30, () => undefined],
  [32, () => undefined],
  [34, () => undefined],
  [36, () => undefined],
  [38, () => undefined],
  [40, () => undefined],
  [42, () => undefined],
  [45, () => false],
  [47, () => undefined],
  [48, () => undefined],
  [49, () => undefined],
  [51, () => undefined],
  [53, ({ options }) => options.onPopRunspace?.()],
  [54, () => false],
  [56, promptForChoices],
]);

/** Makes the responder of a session. */
export function hostResponder(options: HostResponderOptions): HostResponder {
  return {
    async respond(call, format) {
      const { callId, methodId } = call;
      let result: PSValue = null;
      let error: PSValue = null;
      try {
        const answer = answers.get(methodId);
        if (!answer)
          throw new Error(
            `The local host cannot do ${hostMethods.get(methodId)?.name ?? methodId} for a remote command.`,
          );
        result = (await answer({ host: options.host, options, format, parameters: call.parameters })) ?? null;
      } catch (thrown) {
        error = failure(thrown);
      }
      return callId === VOID_CALL_ID ? undefined : { callId, methodId, result, error };
    },
  };
}

/** The error of a host call as the far side rebuilds it. */
function failure(thrown: unknown): PSValue {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  const exception = PSObject.fromEntries([['Message', message]]);
  exception.typeNames = ['System.Management.Automation.Host.HostException', 'System.Exception', 'System.Object'];
  const record = errorRecordCodec.encode({
    exception,
    targetObject: null,
    fullyQualifiedErrorId: 'RemoteHostExecutionException',
    invocationInfo: null,
    category: 0,
    activity: '',
    reason: 'HostException',
    targetName: '',
    targetType: '',
    categoryMessage: message,
    details: null,
    scriptStackTrace: null,
    text: message,
  });
  if (record instanceof PSObject) {
    record.typeNames = [];
    record.text = undefined;
  }
  return record;
}

async function readSecret({ host, options }: Call): Promise<PSValue> {
  await host.ui.writeWarningLine(`${options.computerName} asks for a secret.`);
  return options.makeSecret(await host.ui.readSecret());
}

function writeProgress({ host, parameters, format }: Call): Eventually<void> {
  const [sourceId, record] = parameters;
  const it = progressCodec.decode(new BagReader(record, 'host call', format), record);
  const progress: ProgressState = {
    ...it,
    sourceId: typeof sourceId === 'bigint' ? sourceId : 0n,
    statusDescription: it.statusDescription ?? '',
    currentOperation: it.currentOperation ?? '',
  };
  return host.ui.writeProgress(progress);
}

async function promptForFields({ host, options, parameters, format }: Call): Promise<PSValue> {
  const fields = (format.items(parameters[2]) ?? []).map((item): FieldDescription => {
    const read = new BagReader(item, 'host call', format);
    const typeName = read.textOrNull('parameterTypeFullName') ?? 'System.String';
    return {
      name: read.text('name'),
      label: read.textOrNull('label') ?? '',
      typeName,
      helpMessage: read.textOrNull('helpMessage') ?? '',
      isMandatory: read.boolOr('isMandatory', true),
      isList: typeName.endsWith('[]'),
    };
  });
  const message = `${options.computerName}: ${text(parameters[1])}`;
  const given = await host.ui.prompt(text(parameters[0]), message, fields);
  return Hashtable.from(given);
}

async function promptForCredential({ host, options, parameters }: Call): Promise<PSValue> {
  const [caption, message, userName, targetName] = parameters.map(text);
  const asked = `${options.computerName} asks for credentials. ${message ?? ''}`;
  return host.ui.promptForCredential(caption ?? '', asked, userName ?? '', targetName ?? '');
}

function choicesOf({ parameters, format }: Call): readonly ChoiceDescription[] {
  return (format.items(parameters[2]) ?? []).map((item) => {
    const read = new BagReader(item, 'host call', format);
    return { label: read.textOrNull('label') ?? '', helpMessage: read.textOrNull('helpMessage') ?? '' };
  });
}

async function promptForChoice(call: Call): Promise<PSValue> {
  const [caption, message, , initial] = call.parameters;
  const chosen = number(initial);
  const defaults = chosen === undefined || chosen < 0 ? [] : [chosen];
  return (await call.host.ui.promptForChoice(text(caption), text(message), choicesOf(call), defaults, false))[0] ?? -1;
}

async function promptForChoices(call: Call): Promise<PSValue> {
  const [caption, message, , initial] = call.parameters;
  const defaults = (call.format.items(initial) ?? []).filter((item) => typeof item === 'number');
  return call.host.ui.promptForChoice(text(caption), text(message), choicesOf(call), defaults, true);
}
