import type { InvocationInfo } from '../errors/invocation-info.ts';
import type { PSValue } from '../values/ps-value.ts';

/** Contract. A warning, verbose or debug message (WarningRecord, VerboseRecord, DebugRecord). */
export class InformationalRecord {
  readonly kind: 'warning' | 'verbose' | 'debug';
  message: string;
  invocationInfo: InvocationInfo | null = null;

  constructor(kind: 'warning' | 'verbose' | 'debug', message: string) {
    this.kind = kind;
    this.message = message;
  }
}

/** Contract. System.Management.Automation.InformationRecord. */
export class InformationRecord {
  messageData: PSValue;
  source: string;
  /** Milliseconds since 1970 UTC. */
  timeGenerated: number;
  tags: string[];
  user = '';
  computer = '';
  processId = 0;
  /** Whether a host that receives it shows it: made by Write-Host, or `$InformationPreference` is Continue. */
  visible = true;
  /** Made by Write-Host: also shown by the host unless the stream is redirected. */
  constructor(messageData: PSValue, source: string, timeGenerated: number, tags: string[] = []) {
    this.messageData = messageData;
    this.source = source;
    this.timeGenerated = timeGenerated;
    this.tags = tags;
  }
}

/** Contract. HostInformationMessage: what Write-Host puts into its record. Colours are ConsoleColor numbers. */
export class HostInformationMessage {
  readonly message: string;
  readonly noNewLine: boolean;
  readonly foreground: number | undefined;
  readonly background: number | undefined;

  constructor(message: string, noNewLine: boolean, foreground?: number, background?: number) {
    this.message = message;
    this.noNewLine = noNewLine;
    this.foreground = foreground;
    this.background = background;
  }
}

/** Contract. System.Management.Automation.ProgressRecord. */
export class ProgressRecord {
  activityId: number;
  parentActivityId = -1;
  activity: string;
  statusDescription: string;
  currentOperation = '';
  percentComplete = -1;
  secondsRemaining = -1;
  completed = false;

  constructor(activityId: number, activity: string, statusDescription: string) {
    this.activityId = activityId;
    this.activity = activity;
    this.statusDescription = statusDescription;
  }
}
