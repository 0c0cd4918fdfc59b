import type { EngineContext } from '../engine.ts';
import type { KeyComparer } from './equality-key.ts';
import { NetObject } from './net-object.ts';
import type { PSValue } from './ps-value.ts';

/** StringComparer, Comparer<T>.Default, CaseInsensitiveComparer and their kin: an order and an equality. */
export class NetComparer extends NetObject {
  /** Full .NET name of its class. */
  readonly typeName: string;
  readonly compare: (engine: EngineContext, a: PSValue, b: PSValue) => number;
  readonly key: KeyComparer;

  constructor(typeName: string, compare: (engine: EngineContext, a: PSValue, b: PSValue) => number, key: KeyComparer) {
    super();
    this.typeName = typeName;
    this.compare = compare;
    this.key = key;
  }
}
