import { NetObject } from './net-object.ts';
import type { PSValue } from './ps-value.ts';

/** A property that the content of an object makes up, not its class. */
export interface AdaptedProperty {
  readonly name: string;
  readonly value: PSValue;
  /** Full name of the value's type. */
  readonly typeName: string;
  readonly isSettable: boolean;
  /** Why it cannot be set, by error id; undefined where it can be. */
  readonly restriction: { readonly id: string; readonly message: string } | undefined;
  set(text: string): void;
}

/** Contract. An object whose content scripts see as properties, in front of those of its class: an XML node. */
export abstract class AdaptedObject extends NetObject {
  abstract adaptedProperties(): Iterable<AdaptedProperty>;
  /** The property of a name, case ignored. */
  abstract adaptedProperty(name: string): AdaptedProperty | undefined;
}
