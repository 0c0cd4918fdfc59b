import { NetObject } from './net-object.ts';

/** System.Globalization.CultureInfo: a name, from which formats are looked up (text/*-format-info.ts). */
export class CultureInfo extends NetObject {
  /** `en-US`; empty for the invariant culture. */
  readonly name: string;
  /** NumberFormat and DateTimeFormat where a script changed a copy of them. */
  numberFormat: object | undefined = undefined;
  dateTimeFormat: object | undefined = undefined;
  isReadOnly = true;

  constructor(name: string) {
    super();
    this.name = name;
  }

  /** Cultures are equal when their names are. */
  equalityText(): string {
    return `culture ${this.name}`;
  }

  static readonly invariant: CultureInfo = new CultureInfo('');
}
