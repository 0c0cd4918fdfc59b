import { NetObject } from '../values/net-object.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';

/** ScopedItemOptions as .NET numbers them. */
export const ScopedItemOptions = {
  None: 0,
  ReadOnly: 1,
  Constant: 2,
  Private: 4,
  AllScope: 8,
  Unspecified: 16,
} as const;

/**
 * One attribute on a variable: a type constraint converts, a validation attribute throws. Made by the evaluator from
 * the attributes before a variable or parameter.
 */
export interface VariableConstraint {
  /** The Attribute object, for `PSVariable.Attributes`. */
  readonly attribute: PSValue;
  /** Type constraints and transformations change the value, in order, before any validation. */
  transform?(value: PSValue): Eventually<PSValue>;
  validate?(value: PSValue): Eventually<void>;
}

/**
 * A variable that is more than a value in a slot: it has options or constraints, or someone holds it
 * (`Get-Variable`, `[ref]`). It stands in the slot itself and is never a value: scripts see its {@link object}.
 */
export class Variable {
  readonly name: string;
  #object: PSVariable | undefined;
  /** The value, unchecked; assignment by scripts goes through {@link assignVariable}. Never undefined. */
  value: PSValue;
  options = 0;
  description = '';
  visibility: 'Public' | 'Private' = 'Public';
  /** Type constraint and validations in order; undefined when there are none. */
  constraints: readonly VariableConstraint[] | undefined = undefined;
  /** PSVariable.Module / ModuleName. */
  module: PSValue = null;
  /** Set once `Remove-Variable` took it out of its scope. */
  removed = false;

  constructor(name: string, value: PSValue = null, options = 0) {
    this.name = name;
    this.value = value ?? null;
    this.options = options;
  }

  /** The variable as scripts hold it. */
  get object(): PSVariable {
    this.#object ??= new PSVariable(this);
    return this.#object;
  }

  get isReadOnly(): boolean {
    return (this.options & (ScopedItemOptions.ReadOnly | ScopedItemOptions.Constant)) !== 0;
  }

  get isConstant(): boolean {
    return (this.options & ScopedItemOptions.Constant) !== 0;
  }

  get isPrivate(): boolean {
    return (this.options & ScopedItemOptions.Private) !== 0;
  }

  get isAllScope(): boolean {
    return (this.options & ScopedItemOptions.AllScope) !== 0;
  }
}

/** System.Management.Automation.PSVariable: a variable as a value. */
export class PSVariable extends NetObject {
  readonly variable: Variable;

  constructor(variable: Variable) {
    super();
    this.variable = variable;
  }
}

/**
 * Stands in a slot for AutomationNull, the value of a command without output: the variable exists, reads as undefined.
 * It is no variable of its own and never leaves the scope layer.
 */
export const emptyCell: Variable = makeEmptyCell();

function makeEmptyCell(): Variable {
  const cell = new Variable('');
  cell.value = undefined;
  Object.freeze(cell);
  return cell;
}

/** A variable whose value is worked out when it is read (`$?`, `$PID` of a host); assignments go to `store`. */
export class ComputedVariable extends Variable {
  constructor(name: string, load: () => PSValue, store?: (value: PSValue) => void, options = 0) {
    super(name, null, options);
    Object.defineProperty(this, 'value', {
      get: load,
      set: store ?? (() => {}),
      enumerable: true,
    });
  }
}
