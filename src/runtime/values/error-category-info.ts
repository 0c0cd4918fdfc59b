import type { ErrorRecord } from '../errors/error-record.ts';
import { NetObject } from './net-object.ts';

/** System.Management.Automation.ErrorCategoryInfo: a view of an error record. */
export class ErrorCategoryInfo extends NetObject {
  readonly record: ErrorRecord;

  constructor(record: ErrorRecord) {
    super();
    this.record = record;
  }
}
