import type { ErrorRecord } from '../runtime/errors/error-record.ts';

/** Where an error happened, 1-based. */
export interface ErrorPosition {
  readonly file: string | undefined;
  readonly line: number;
  readonly column: number;
  /** The text the position stands for. */
  readonly text: string;
}

/** An error of a script as the embedder sees it: PowerShell's facts about it, and the record itself. */
export class ScriptError extends Error {
  /** FullyQualifiedErrorId */
  readonly id: string;
  readonly category: string;
  /** .NET name of the exception's class. */
  readonly exceptionType: string;
  readonly position: ErrorPosition | undefined;
  readonly scriptStackTrace: string;
  readonly record: ErrorRecord;

  constructor(record: ErrorRecord) {
    super(record.errorDetails?.message || record.exception.message);
    this.name = 'ScriptError';
    this.id = record.fullyQualifiedErrorId;
    this.category = record.category;
    this.exceptionType = record.exception.netType?.fullName ?? record.exception.typeName;
    const extent = record.invocationInfo?.extent;
    this.position = extent
      ? {
          file: extent.file ?? undefined,
          line: extent.startLineNumber,
          column: extent.startColumnNumber,
          text: extent.text,
        }
      : undefined;
    this.scriptStackTrace = record.scriptStackTrace ?? '';
    this.record = record;
  }
}
