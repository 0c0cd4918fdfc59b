import { NetObject } from './net-object.ts';
import type { PSValue } from './ps-value.ts';

/** `$value.psbase`: the value without its keys and extended members, so that `$table.psbase.Count` is the .NET one. */
export class PlainView extends NetObject {
  readonly target: PSValue;

  constructor(target: PSValue) {
    super();
    this.target = target;
  }
}
