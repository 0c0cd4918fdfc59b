import type { ErrorRecord } from '../errors/error-record.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';

/** Console size in character cells. */
export interface ConsoleSize {
  readonly width: number;
  readonly height: number;
}

/** One choice of `PromptForChoice`; `&` in the label marks the hot key. */
export interface ChoiceDescription {
  readonly label: string;
  readonly helpMessage: string;
}

/** One field of `Prompt`. */
export interface FieldDescription {
  readonly name: string;
  readonly label: string;
  readonly typeName: string;
  readonly helpMessage: string;
  readonly isMandatory: boolean;
  readonly isList: boolean;
}

/** A progress record as the host draws it. */
export interface ProgressState {
  readonly sourceId: bigint;
  readonly activityId: number;
  readonly parentActivityId: number;
  readonly activity: string;
  readonly statusDescription: string;
  readonly currentOperation: string;
  /** 0 to 100, or -1 when unknown. */
  readonly percentComplete: number;
  /** Seconds left, or -1 when unknown. */
  readonly secondsRemaining: number;
  readonly completed: boolean;
}

/** Contract. PSHostUserInterface: what the person in front sees and answers. Colours are ConsoleColor numbers. */
export interface PSHostUI {
  /** Whether a person can be asked; when not, reads and prompts fail with a clear error. */
  readonly interactive: boolean;
  size(): ConsoleSize | undefined;
  write(text: string, foreground?: number, background?: number): Eventually<void>;
  writeLine(text: string): Eventually<void>;
  writeErrorLine(text: string): Eventually<void>;
  /** Text for standard error as it is (`[Console]::Error`); a host without it gets whole lines. */
  writeError?(text: string): Eventually<void>;
  /**
   * Puts `WARNING: ` before the text; the next two likewise.
   *
   * @param decoration escape sequence of `$PSStyle.Formatting` that a terminal shows the line in
   */
  writeWarningLine(text: string, decoration?: string): Eventually<void>;
  writeVerboseLine(text: string, decoration?: string): Eventually<void>;
  writeDebugLine(text: string, decoration?: string): Eventually<void>;
  writeProgress(progress: ProgressState): Eventually<void>;
  readLine(): Eventually<string>;
  readSecret(): Eventually<string>;
  prompt(caption: string, message: string, fields: readonly FieldDescription[]): Eventually<Map<string, PSValue>>;
  promptForChoice(
    caption: string,
    message: string,
    choices: readonly ChoiceDescription[],
    defaults: readonly number[],
    multiple: boolean,
  ): Eventually<number[]>;
  promptForCredential(caption: string, message: string, userName: string, targetName: string): Eventually<PSValue>;
}

/** Contract. PSHost: the program that hosts an engine. */
export interface PSHost {
  readonly name: string;
  readonly version: string;
  readonly instanceId: string;
  /** Culture name, such as `en-US`. */
  readonly culture: string;
  readonly uiCulture: string;
  readonly ui: PSHostUI;
  /** Whether ANSI sequences may be written (false under NO_COLOR or a dumb terminal). */
  readonly supportsVirtualTerminal: boolean;
  setShouldExit(code: number): void;
  /** An error nobody collected, already past formatting; hosts that keep records (embedding) take it from here. */
  reportError?(record: ErrorRecord): void;
}
