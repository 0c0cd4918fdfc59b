import { NetObject } from '../values/net-object.ts';
import type { PSValue } from '../values/ps-value.ts';

/**
 * Contract. An attribute of a parameter or command as an object: written in a param block, or made by a script for a
 * dynamic parameter (`[Parameter]::new()`). Attributes that are script classes (derived from ValidateArgumentsAttribute
 * or ArgumentTransformationAttribute) are ordinary class instances instead.
 */
export class AttributeObject extends NetObject {
  /** Full .NET name, e.g. `System.Management.Automation.ParameterAttribute`. */
  readonly typeName: string;
  /** Constructor arguments in order; a params array is spread. */
  readonly positional: readonly PSValue[];
  /** Property values by .NET name, as given; later sets by scripts go here too. */
  readonly named: Map<string, PSValue>;

  constructor(typeName: string, positional: readonly PSValue[] = [], named: Map<string, PSValue> = new Map()) {
    super();
    this.typeName = typeName;
    this.positional = positional;
    this.named = named;
  }

  /** The value of a named argument, without regard to case; undefined when it was not given. */
  get(name: string): PSValue {
    const exact = this.named.get(name);
    if (exact !== undefined) return exact;
    const wanted = name.toLowerCase();
    for (const [key, value] of this.named) if (key.toLowerCase() === wanted) return value;
    return undefined;
  }
}
