import type { ErrorRecord } from '../errors/error-record.ts';
import type { InformationRecord } from '../pipeline/records.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';

/** The line before a document that one shell sends another (about_Pwsh, -OutputFormat). */
export const DOCUMENT_MARK = '#< CLIXML';

/** Writes a document that grows by item. */
export interface ObjectWriter {
  /** Adds a value; `stream` names the stream it belongs to. */
  add(value: PSValue, stream?: string): Eventually<void>;
  end(): Eventually<void>;
}

/** One value of a document with the stream it belongs to, where it has one. */
export interface ShellItem {
  readonly value: PSValue;
  readonly stream: string | undefined;
}

/**
 * Contract. Objects to and from other shells that run as programs (about_Pwsh, -InputFormat and -OutputFormat XML): the
 * pipeline reaches CLIXML through it.
 */
export interface ShellObjects {
  /** A document whose text goes to `write`, its mark line first. */
  writer(write: (text: string) => Eventually<void>): ObjectWriter;
  /** The items of a document without its mark line. Throws ClixmlError. */
  read(text: string): readonly ShellItem[];
  /** The record that an item of the error stream stands for. */
  errorRecord(value: PSValue): ErrorRecord;
  informationRecord(value: PSValue): InformationRecord;
}
