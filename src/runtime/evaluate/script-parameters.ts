import type { CommandMetadata, CommandParameter } from '../commands/parameter-metadata.ts';
import { unboundValue } from '../commands/unbound-value.ts';
import { Variable, type VariableConstraint } from '../scope/variable.ts';
import { typeSystemOf } from '../types/type-system.ts';
import { andThen, type Eventually, type PSValue } from '../values/ps-value.ts';
import type { CompiledBlock } from './compiled-block.ts';
import { constraintsOf } from './constraints.ts';
import type { Frame } from './frame.ts';
import { convertOnly } from './plain-binding.ts';

const knownConstraints = new WeakMap<CommandParameter, readonly VariableConstraint[] | null>();

/** The parameter variables of one call through the binder. */
export class ScriptParameters {
  readonly #frame: Frame;
  readonly #block: CompiledBlock;
  readonly #metadata: CommandMetadata;
  /** Values before pipeline input was bound, by index. */
  readonly #initial: PSValue[] = [];

  constructor(frame: Frame, block: CompiledBlock, metadata: CommandMetadata) {
    this.#frame = frame;
    this.#block = block;
    this.#metadata = metadata;
  }

  /** Takes a converted and validated value. */
  set(parameter: CommandParameter, value: PSValue): void {
    if (parameter.index < 0) return;
    const constraints = this.#constraints(parameter);
    const { scope } = this.#frame;
    const key = parameter.name.toLowerCase();
    const cell = scope.layout === this.#block.layout ? scope.slots[parameter.index] : scope.heldOf(key);
    if (cell instanceof Variable && cell.constraints === constraints && constraints !== undefined) {
      cell.value = value ?? null;
      return;
    }
    if (constraints === undefined) {
      if (scope.layout === this.#block.layout) scope.slots[parameter.index] = value ?? null;
      else scope.setValue(parameter.name, key, value ?? null);
      return;
    }
    const made = new Variable(parameter.name, value);
    made.constraints = constraints;
    scope.setCell(made);
  }

  /** Puts back what stood before the input object at hand. */
  reset(parameter: CommandParameter): void {
    if (parameter.index < 0) return;
    this.set(parameter, this.#initial[parameter.index] ?? null);
  }

  #constraints(parameter: CommandParameter): readonly VariableConstraint[] | undefined {
    let known = knownConstraints.get(parameter);
    if (known === undefined) {
      known = constraintsOf(this.#frame.session, parameter, true) ?? null;
      knownConstraints.set(parameter, known);
    }
    return known ?? undefined;
  }

  /** Gives parameters that were not bound their defaults, in order of declaration, in the callee's frame. */
  fillDefaults(bound: ReadonlyMap<string, PSValue>, start = 0): Eventually<void> {
    const { parameters } = this.#metadata;
    for (let i = start; i < parameters.length; i++) {
      const parameter = parameters[i];
      if (parameter === undefined || parameter.isCommon || parameter.index < 0) continue;
      if (bound.has(parameter.name)) continue;
      const pending = this.#fillOne(parameter);
      if (pending instanceof Promise) return pending.then(() => this.fillDefaults(bound, i + 1));
    }
    return undefined;
  }

  #fillOne(parameter: CommandParameter): Eventually<void> {
    const code = this.#block.parameters[parameter.index]?.defaultValue;
    const { session } = this.#frame;
    const outer = session.frame;
    session.frame = this.#frame;
    const value = code === undefined ? this.#withoutDefault(parameter) : this.#converted(parameter, code(this.#frame));
    session.frame = outer;
    return andThen(value, (v) => {
      this.#initial[parameter.index] = v ?? null;
      this.set(parameter, v ?? null);
    });
  }

  #converted(parameter: CommandParameter, value: Eventually<PSValue>): Eventually<PSValue> {
    const cell = new Variable(parameter.name);
    cell.constraints = this.#constraints(parameter);
    return andThen(value, (v) => convertOnly(cell, v ?? null));
  }

  #withoutDefault(parameter: CommandParameter): Eventually<PSValue> {
    return unboundValue(typeSystemOf(this.#frame.engine), parameter.type);
  }
}
