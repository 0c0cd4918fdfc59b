import { collectionChanged, NetEnumerable } from './net-enumerable.ts';
import type { NetType } from './net-type.ts';
import type { PSValue } from './ps-value.ts';

/** What the keys and values of a dictionary are shown from. */
export interface ViewSource {
  readonly size: number;
  readonly version: number;
  keys(): PSValue[];
  values(): PSValue[];
}

/** `Keys` or `Values` of a dictionary: a live view. */
export class DictionaryView extends NetEnumerable {
  readonly source: ViewSource;
  readonly part: 'keys' | 'values';

  constructor(source: ViewSource, part: 'keys' | 'values', netType?: NetType) {
    super();
    this.source = source;
    this.part = part;
    if (netType) this.netType = netType;
  }

  get items(): PSValue[] {
    return this.part === 'keys' ? this.source.keys() : this.source.values();
  }

  *[Symbol.iterator](): Iterator<PSValue> {
    const { version } = this.source;
    for (const item of this.items) {
      yield item;
      if (this.source.version !== version) throw collectionChanged();
    }
  }
}
