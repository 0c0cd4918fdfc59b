import type {
  ChoiceDescription,
  ConsoleSize,
  FieldDescription,
  ProgressState,
  PSHost,
  PSHostUI,
} from '../../runtime/host/ps-host.ts';
import { Hashtable } from '../../runtime/values/hashtable.ts';
import { baseOf, type PSObject } from '../../runtime/values/ps-object.ts';
import type { Eventually, PSValue } from '../../runtime/values/ps-value.ts';
import { progressCodec } from '../psrp/messages/records.ts';
import { bag } from '../psrp/property-bag.ts';
import type { HostChannel } from './host-channel.ts';

/** What a remote host is named and where its secrets come from. */
export interface RemoteHostOptions {
  readonly channel: HostChannel;
  readonly version: string;
  readonly instanceId: string;
  readonly culture: string;
  readonly uiCulture: string;
  /** The text of a SecureString. */
  readonly readSecret: (value: PSValue) => string;
  readonly items: (value: PSValue) => readonly PSValue[] | undefined;
}

/** ConsoleColor numbers that stand in where a call leaves a colour out: Gray on Black. */
const GRAY = 7;
const BLACK = 0;

/** A PSHost whose every output and question goes to the client's host (ServerRemoteHost). */
export class RemoteHost implements PSHost {
  readonly name = 'ServerRemoteHost';
  readonly version: string;
  readonly instanceId: string;
  readonly culture: string;
  readonly uiCulture: string;
  readonly ui: PSHostUI;
  readonly supportsVirtualTerminal = false;
  readonly #channel: HostChannel;

  constructor(options: RemoteHostOptions) {
    this.version = options.version;
    this.instanceId = options.instanceId;
    this.culture = options.culture;
    this.uiCulture = options.uiCulture;
    this.#channel = options.channel;
    this.ui = new RemoteHostUI(options);
  }

  setShouldExit(code: number): void {
    void this.#channel.send('SetShouldExit', [code]);
  }
}

class RemoteHostUI implements PSHostUI {
  readonly #channel: HostChannel;
  readonly #options: RemoteHostOptions;

  constructor(options: RemoteHostOptions) {
    this.#channel = options.channel;
    this.#options = options;
  }

  get interactive(): boolean {
    return !this.#channel.info.isHostUINull;
  }

  size(): ConsoleSize | undefined {
    const { defaults } = this.#channel.info;
    if (!defaults) return undefined;
    return { width: defaults.buffer.width || defaults.window.width, height: defaults.window.height };
  }

  write(text: string, foreground?: number, background?: number): Eventually<void> {
    if (foreground === undefined && background === undefined) return this.#show('Write1', [text]);
    const { defaults } = this.#channel.info;
    return this.#show('Write2', [
      foreground ?? defaults?.foreground ?? GRAY,
      background ?? defaults?.background ?? BLACK,
      text,
    ]);
  }

  writeLine(text: string): Eventually<void> {
    return this.#show('WriteLine2', [text]);
  }

  writeErrorLine(text: string): Eventually<void> {
    return this.#show('WriteErrorLine', [text]);
  }

  writeWarningLine(text: string): Eventually<void> {
    return this.#show('WriteWarningLine', [text]);
  }

  writeVerboseLine(text: string): Eventually<void> {
    return this.#show('WriteVerboseLine', [text]);
  }

  writeDebugLine(text: string): Eventually<void> {
    return this.#show('WriteDebugLine', [text]);
  }

  writeProgress(progress: ProgressState): Eventually<void> {
    return this.#show('WriteProgress', [progress.sourceId, progressCodec.encode(progress)]);
  }

  async readLine(): Promise<string> {
    return textOf(await this.#channel.call('ReadLine', []));
  }

  async readSecret(): Promise<string> {
    return this.#options.readSecret(await this.#channel.call('ReadLineAsSecureString', []));
  }

  async prompt(caption: string, message: string, fields: readonly FieldDescription[]): Promise<Map<string, PSValue>> {
    const answer = baseOf(await this.#channel.call('Prompt', [caption, message, fields.map(encodeField)]));
    if (!(answer instanceof Hashtable)) return new Map();
    return new Map(Array.from(answer.entries(), ({ key, value }) => [textOf(key), value]));
  }

  async promptForChoice(
    caption: string,
    message: string,
    choices: readonly ChoiceDescription[],
    defaults: readonly number[],
    multiple: boolean,
  ): Promise<number[]> {
    const list = choices.map((choice) => bag({ label: choice.label, helpMessage: choice.helpMessage }));
    if (!multiple) {
      const chosen = await this.#channel.call('PromptForChoice', [caption, message, list, defaults[0] ?? -1]);
      return typeof chosen === 'number' ? [chosen] : [];
    }
    const chosen = await this.#channel.call('PromptForChoiceMultipleSelection', [
      caption,
      message,
      list,
      [...defaults],
    ]);
    return (this.#options.items(chosen) ?? []).filter((item) => typeof item === 'number');
  }

  promptForCredential(caption: string, message: string, userName: string, targetName: string): Promise<PSValue> {
    return this.#channel.call('PromptForCredential1', [caption, message, userName, targetName]);
  }

  /** Output is dropped where the client has no screen. */
  #show(method: string, parameters: readonly PSValue[]): Eventually<void> {
    return this.#channel.info.isHostUINull ? undefined : this.#channel.send(method, parameters);
  }
}

function textOf(value: PSValue): string {
  const base = baseOf(value);
  return typeof base === 'string' ? base : '';
}

/** A field as its class's private members, which is how hosts exchange them (MS-PSRP 2.2.3.4). */
function encodeField(field: FieldDescription): PSObject {
  const name = field.typeName.slice(field.typeName.lastIndexOf('.') + 1);
  return bag({
    name: field.name,
    label: field.label,
    parameterTypeName: name,
    parameterTypeFullName: field.typeName,
    parameterAssemblyFullName: '',
    helpMessage: field.helpMessage,
    isMandatory: field.isMandatory,
    metadata: [],
    modifiedByRemotingProtocol: false,
    isFromRemoteHost: false,
  });
}
