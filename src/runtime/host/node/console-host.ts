import type { PSValue } from '../../values/ps-value.ts';
import type { ChoiceDescription, ConsoleSize, FieldDescription, ProgressState, PSHost, PSHostUI } from '../ps-host.ts';
import { NodeOutput } from './node-output.ts';
import { isTerminal } from './terminal.ts';

/** How a console host is set up. */
export interface ConsoleHostOptions {
  readonly version: string;
  /** Whether a person may be asked (`-NonInteractive` says no). */
  readonly interactive: boolean;
  readonly onExit: (code: number) => void;
  /** Standard output or error has been closed by its reader. */
  readonly onClosed: () => void;
}

/** Thrown where a script asks a person and there is none. */
export class NotInteractiveError extends Error {}

const ansiForeground = [30, 34, 32, 36, 31, 35, 33, 37, 90, 94, 92, 96, 91, 95, 93, 97] as const;

/** ANSI text in ConsoleColor numbers (0 Black … 15 White). */
function coloured(text: string, foreground?: number, background?: number): string {
  const codes: number[] = [];
  if (foreground !== undefined) codes.push(ansiForeground[foreground] ?? 39);
  if (background !== undefined) codes.push((ansiForeground[background] ?? 39) + 10);
  if (codes.length === 0) return text;
  const end = text.endsWith('\n') ? '\n' : '';
  return `\u001b[${codes.join(';')}m${text.slice(0, text.length - end.length)}\u001b[0m${end}`;
}

/** The host of `nacre` outside its REPL: plain standard streams (about_Pwsh). */
export class ConsoleHost implements PSHost {
  readonly name = 'ConsoleHost';
  readonly version: string;
  readonly culture: string;
  readonly uiCulture: string;
  readonly supportsVirtualTerminal: boolean;
  readonly ui: PSHostUI;
  readonly output: NodeOutput;
  readonly error: NodeOutput;
  #instanceId: string | undefined;
  readonly #options: ConsoleHostOptions;

  constructor(options: ConsoleHostOptions) {
    this.#options = options;
    this.version = options.version;
    this.culture = cultureFromEnvironment();
    this.uiCulture = this.culture;
    this.output = new NodeOutput(1, isTerminal(1), options.onClosed);
    this.error = new NodeOutput(2, isTerminal(2), options.onClosed);
    this.supportsVirtualTerminal =
      this.output.isTerminal && process.env['NO_COLOR'] === undefined && process.env['TERM'] !== 'dumb';
    this.ui = new ConsoleUI(this, options.interactive);
  }

  get instanceId(): string {
    this.#instanceId ??= process.getBuiltinModule('node:crypto').randomUUID();
    return this.#instanceId;
  }

  setShouldExit(code: number): void {
    this.#options.onExit(code);
  }

  /** Writes out everything held back, so that what follows on any stream comes after it. */
  flush(): void {
    this.output.flush();
    this.error.flush();
  }
}

/** `en-US` from LC_ALL, LC_MESSAGES or LANG; the C locale is invariant (`''`). */
function cultureFromEnvironment(): string {
  const value = process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || '';
  const match = /^([a-z]{2,3})(?:[_-]([A-Z]{2}))?/.exec(value);
  if (!match || value === 'C' || value.startsWith('C.')) return '';
  return match[2] ? `${match[1]}-${match[2]}` : (match[1] ?? '');
}

class ConsoleUI implements PSHostUI {
  readonly interactive: boolean;
  readonly #host: ConsoleHost;

  constructor(host: ConsoleHost, interactive: boolean) {
    this.#host = host;
    this.interactive = interactive;
  }

  size(): ConsoleSize | undefined {
    if (!this.#host.output.isTerminal) return undefined;
    const { columns, rows } = process.stdout;
    return { width: columns || 80, height: rows || 24 };
  }

  write(text: string, foreground?: number, background?: number): void {
    this.#host.error.flush();
    const plain = !this.#host.supportsVirtualTerminal || !this.#host.output.isTerminal;
    this.#host.output.write(plain ? text : coloured(text, foreground, background));
  }

  writeLine(text: string): void {
    this.write(`${text}\n`);
  }

  /** Empty lines are left out: error views end with one, which only a screen of its own would show. */
  writeErrorLine(text: string): void {
    if (text !== '') this.writeError(`${text}\n`);
  }

  writeError(text: string): void {
    this.#host.output.flush();
    this.#host.error.write(text);
    this.#host.error.flush();
  }

  writeWarningLine(text: string, decoration?: string): void {
    this.#writeMessage(`WARNING: ${text}`, decoration);
  }

  writeVerboseLine(text: string, decoration?: string): void {
    this.#writeMessage(`VERBOSE: ${text}`, decoration);
  }

  writeDebugLine(text: string, decoration?: string): void {
    this.#writeMessage(`DEBUG: ${text}`, decoration);
  }

  #writeMessage(text: string, decoration = ''): void {
    const plain = decoration === '' || !this.#host.supportsVirtualTerminal;
    this.writeLine(plain ? text : `${decoration}${text}\u001b[0m`);
  }

  /** Progress is drawn by the REPL only. */
  writeProgress(_progress: ProgressState): void {}

  async readLine(): Promise<string> {
    this.#demandPerson();
    this.#host.flush();
    return (await readStandardInputLine()) ?? '';
  }

  async readSecret(): Promise<string> {
    return this.readLine();
  }

  async prompt(caption: string, message: string, fields: readonly FieldDescription[]): Promise<Map<string, PSValue>> {
    this.#demandPerson();
    if (caption) this.writeLine(caption);
    if (message) this.writeLine(message);
    const answers = new Map<string, PSValue>();
    for (const field of fields) {
      this.write(`${field.label || field.name}: `);
      answers.set(field.name, await this.readLine());
    }
    return answers;
  }

  async promptForChoice(
    caption: string,
    message: string,
    choices: readonly ChoiceDescription[],
    defaults: readonly number[],
    _multiple: boolean,
  ): Promise<number[]> {
    this.#demandPerson();
    if (caption) this.writeLine(caption);
    if (message) this.writeLine(message);
    const keys = choices.map((choice) => /&(.)/.exec(choice.label)?.[1]?.toUpperCase() ?? choice.label);
    for (;;) {
      this.write(`${choices.map((choice, i) => `[${keys[i]}] ${choice.label.replace('&', '')}`).join('  ')}: `);
      const answer = (await this.readLine()).trim();
      if (answer === '' && defaults.length > 0) return [...defaults];
      const at = keys.findIndex(
        (key, i) =>
          key === answer.toUpperCase() || choices[i]?.label.replace('&', '').toLowerCase() === answer.toLowerCase(),
      );
      if (at >= 0) return [at];
    }
  }

  promptForCredential(): never {
    throw new NotInteractiveError('Credentials can be asked for in the REPL only; pass -Credential or a key file.');
  }

  #demandPerson(): void {
    if (!this.interactive) throw new NotInteractiveError('This session is not interactive, so nobody can be asked.');
  }
}

let pendingInput = '';
let inputEnded = false;

/** The next line of standard input without its line end; undefined at the end of input. */
async function readStandardInputLine(): Promise<string | undefined> {
  for (;;) {
    const end = pendingInput.indexOf('\n');
    if (end >= 0) {
      const line = pendingInput.slice(0, end).replace(/\r$/, '');
      pendingInput = pendingInput.slice(end + 1);
      return line;
    }
    if (inputEnded) {
      const rest = pendingInput;
      pendingInput = '';
      return rest === '' ? undefined : rest;
    }
    await readMoreInput();
  }
}

function readMoreInput(): Promise<void> {
  const { stdin } = process;
  stdin.setEncoding('utf8');
  return new Promise((resolve) => {
    const onData = (chunk: string) => {
      pendingInput += chunk;
      finish();
    };
    const onEnd = () => {
      inputEnded = true;
      finish();
    };
    const finish = () => {
      stdin.off('data', onData);
      stdin.off('end', onEnd);
      stdin.pause();
      resolve();
    };
    stdin.once('data', onData);
    stdin.once('end', onEnd);
    stdin.resume();
  });
}

/** The lines of standard input as they come, for `$input` and `-Command -`. */
export async function* standardInputLines(): AsyncGenerator<string, void, void> {
  for (let line = await readStandardInputLine(); line !== undefined; line = await readStandardInputLine()) yield line;
}
