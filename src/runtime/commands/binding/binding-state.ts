import type { TypeSystem } from '../../types/type-system.ts';
import { typeSystemOf } from '../../types/type-system.ts';
import type { Hashtable } from '../../values/hashtable.ts';
import type { OrderedDictionary } from '../../values/ordered-dictionary.ts';
import type { PSValue } from '../../values/ps-value.ts';
import type { Argument } from '../argument.ts';
import type { BindRequest } from './bind.ts';
import { type BindableParameter, type BindableParameters, bindableOf, everySet } from './bindable-parameters.ts';
import { type BindingErrorSpec, bindingError } from './binding-error.ts';
import { type CommonParameters, emptyCommonParameters, noCommonParameters } from './common-parameters.ts';

/** What one call has bound so far; the steps of binding share it. */
export class BindingState {
  readonly request: BindRequest;
  readonly types: TypeSystem;
  parameters: BindableParameters;
  /** In order of declaration; pipeline binding goes through it from the end. */
  unbound: BindableParameter[];
  /** By lower-case name. */
  readonly boundNames = new Set<string>();
  /** By declared name, in order of binding. */
  readonly values = new Map<string, PSValue>();
  /** Arguments that nothing has taken yet. */
  args: Argument[] = [];
  currentSets = everySet;
  /** Sets as they stood when the arguments were done; each input object starts from them. */
  setsBeforeInput = everySet;
  /** A set that pipeline binding tries first. */
  prioritizedSet = 0;
  parameterSetName: string;
  /** Script blocks that are run for each input object to give the value. */
  readonly delayed = new Map<BindableParameter, Argument>();
  /** Bound by the current input object. */
  readonly fromInput: BindableParameter[] = [];
  usedDefaults = false;
  /** `$PSDefaultParameterValues` once looked up; null when there is nothing in it. */
  defaults: Hashtable | OrderedDictionary | null | undefined = undefined;
  #common: CommonParameters | undefined;

  constructor(request: BindRequest) {
    this.request = request;
    this.types = typeSystemOf(request.frame.engine);
    this.parameters = bindableOf(request.metadata);
    this.unbound = this.parameters.all.slice();
    this.parameterSetName = '__AllParameterSets';
  }

  get defaultSet(): number {
    return this.parameters.defaultFlag;
  }

  get common(): CommonParameters {
    this.#common ??= emptyCommonParameters();
    return this.#common;
  }

  /** As {@link common}, without making an object when none was given. */
  get commonOrNone(): Readonly<CommonParameters> {
    return this.#common ?? noCommonParameters;
  }

  isBound(one: BindableParameter): boolean {
    return this.boundNames.has(one.key);
  }

  /** Records a bound parameter and keeps only the sets it is in. */
  markBound(one: BindableParameter, value: PSValue): void {
    if (one.flags !== 0) this.currentSets = (this.currentSets & one.flags) >>> 0;
    const at = this.unbound.indexOf(one);
    if (at >= 0) this.unbound.splice(at, 1);
    this.boundNames.add(one.key);
    this.values.set(one.name, value);
  }

  fail(spec: BindingErrorSpec): never {
    throw bindingError(this.request.invocation, spec);
  }
}
