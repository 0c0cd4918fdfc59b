import { NetObject } from './net-object.ts';
import type { PSValue } from './ps-value.ts';

/** An object that only carries results: the instance of a .NET class whose members are all plain properties. */
export class ResultRecord extends NetObject {
  /** Full name of its type. */
  readonly typeName: string;
  readonly fields: Map<string, PSValue>;

  constructor(typeName: string, fields: Readonly<Record<string, PSValue>>) {
    super();
    this.typeName = typeName;
    this.fields = new Map(Object.entries(fields));
  }
}
