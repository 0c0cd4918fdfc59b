import { ErrorRecord } from '../errors/error-record.ts';
import type { PSValue } from '../values/ps-value.ts';

/** Entries that `$Error` keeps; the oldest go first. */
const capacity = 256;

/** `$Error`: the records of a session, newest first, in the list that scripts see. */
export class ErrorList {
  readonly items: PSValue[];

  /** @param items storage of the ArrayList behind `$Error` */
  constructor(items: PSValue[]) {
    this.items = items;
  }

  /** Adds a record in front; one that is in front already, by itself or by its exception, is not added twice. */
  remember(record: ErrorRecord): void {
    const [newest] = this.items;
    if (newest === record || newest === record.exception) return;
    if (newest instanceof ErrorRecord && newest.exception === record.exception) return;
    this.items.unshift(record);
    if (this.items.length > capacity) this.items.length = capacity;
  }
}
