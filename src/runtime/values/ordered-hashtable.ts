import { ordinalKey } from './equality-key.ts';
import { Hashtable } from './hashtable.ts';

/** System.Management.Automation.OrderedHashtable: a case-sensitive hashtable that keeps its order. */
export class OrderedHashtable extends Hashtable {
  constructor() {
    super(ordinalKey);
  }

  override clone(): OrderedHashtable {
    const copy = new OrderedHashtable();
    for (const { key, value } of this.entries()) copy.set(key, value);
    return copy;
  }
}
