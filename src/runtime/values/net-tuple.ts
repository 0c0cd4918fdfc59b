import { ordinalKey } from './equality-key.ts';
import { NetObject } from './net-object.ts';
import type { PSValue } from './ps-value.ts';

/** System.Tuple<…> and System.ValueTuple<…>: a fixed row of values that compares by content. */
export class NetTuple extends NetObject {
  readonly items: PSValue[];
  readonly isValueTuple: boolean;

  constructor(items: PSValue[], isValueTuple: boolean) {
    super();
    this.items = items;
    this.isValueTuple = isValueTuple;
  }

  equalityText(): string {
    return this.items.map((v) => String(ordinalKey(v))).join('\u0001');
  }
}

/** A ValueTuple; its exact type comes from where it is declared. */
export function valueTuple(items: PSValue[]): NetTuple {
  return new NetTuple(items, true);
}
