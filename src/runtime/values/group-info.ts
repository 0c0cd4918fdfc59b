import { ArrayList, NetCollection } from './net-list.ts';
import { NetObject } from './net-object.ts';
import type { PSValue } from './ps-value.ts';

/** Microsoft.PowerShell.Commands.GroupInfo: one group of Group-Object. */
export class GroupInfo extends NetObject {
  readonly name: string;
  /** The values of the keys. */
  readonly values: ArrayList;
  /** The objects of the group; empty for GroupInfoNoElement. */
  readonly group: NetCollection;
  count = 0;
  /** Made by -NoElement: counts only. */
  readonly noElement: boolean;

  constructor(name: string, values: readonly PSValue[], noElement: boolean) {
    super();
    this.name = name;
    this.values = new ArrayList([...values]);
    this.group = new NetCollection();
    this.noElement = noElement;
  }
}
