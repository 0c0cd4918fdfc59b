import type { Eventually, PSValue } from '../values/ps-value.ts';

/** One property as the serializer reads it. */
export interface PropertyReader {
  readonly name: string;
  /** The value; a getter that throws leaves the property out. */
  read(): Eventually<PSValue>;
  /** Whether it belongs to this very object (a note) rather than to its type: then it costs no depth. */
  readonly isInstance?: boolean;
}

/** Tags of containers: dictionary, list, other enumerable, queue, stack. */
export type ContainerTag = 'DCT' | 'LST' | 'IE' | 'QUE' | 'STK';

/** A container's content; pairs for DCT. */
export interface ContainerView {
  readonly tag: ContainerTag;
  readonly items: Iterable<PSValue>;
  readonly entries?: Iterable<readonly [PSValue, PSValue]>;
}

/** What type data says about serializing a type (about_Types.ps1xml, PSStandardMembers). */
export interface SerializationSettings {
  /** SerializationDepth */
  readonly depth?: number;
  /** SerializationMethod String */
  readonly asText?: boolean;
  /** PropertySerializationSet with SpecificProperties */
  readonly properties?: readonly string[];
}

/**
 * Contract. What the serializer asks about objects it does not know itself: emulated .NET objects, class instances,
 * type data. Implemented over members/; {@link plainInspector} knows only the value classes.
 */
export interface ObjectInspector {
  /** Type names as `PSTypeNames` shows them, most derived first. */
  typeNames(value: PSValue): readonly string[];
  /** Text and tag of the simple types that live outside values/ (URI, XD, SBK, SS); undefined for all others. */
  primitive(value: object): { readonly tag: 'URI' | 'XD' | 'SBK' | 'SS' | 'BA'; readonly text: string } | undefined;
  /** undefined when the object is no container. */
  container(value: object): ContainerView | undefined;
  /** Properties of the object itself, those of its class (`Props`). */
  adapted(value: PSValue): readonly PropertyReader[];
  /** Notes and members from type data (`MS`). */
  extended(value: PSValue): readonly PropertyReader[];
  /** `ToString()`; null is written as Nil. */
  text(value: PSValue): Eventually<string | null>;
  settings(value: PSValue): SerializationSettings | undefined;
}
