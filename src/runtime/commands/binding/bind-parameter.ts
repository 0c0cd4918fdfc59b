import { NetException } from '../../errors/net-exception.ts';
import { TerminatingError } from '../../errors/terminating-error.ts';
import { elementsOf } from '../../members/enumerate.ts';
import { coreTypes } from '../../types/core-types.ts';
import { typeOf } from '../../types/type-of.ts';
import { baseOf, notesOf } from '../../values/ps-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { ScriptBlock } from '../../values/script-block.ts';
import type { Argument } from '../argument.ts';
import type { Flow } from '../flow.ts';
import type { BindableParameter } from './bindable-parameters.ts';
import { bindingError } from './binding-error.ts';
import type { BindingState } from './binding-state.ts';
import { coerceArgument, doesNotFit } from './coerce.ts';
import { setCommonParameter, toActionPreference } from './common-parameters.ts';
import { validateArgument } from './validate.ts';

/** How an argument is bound. */
export interface BindFlags {
  /** Whether the value may be converted. */
  readonly coerce: boolean;
  /** Whether a script block may be put off until input arrives. */
  readonly delay: boolean;
}

/**
 * Binds one argument to one parameter: transformations, conversion, validation, then the target. False when the value
 * does not fit without conversion; throws a BindingError when it is refused.
 */
export function* bindParameter(
  state: BindingState,
  one: BindableParameter,
  argument: Argument,
  flags: BindFlags,
): Flow<boolean> {
  if (flags.delay && isDelayed(state, one, argument)) {
    delay(state, one, argument);
    return true;
  }
  let value: PSValue | typeof doesNotFit;
  if (fitsAsItIs(one, argument.value)) value = argument.value;
  else
    try {
      value = yield* coerceArgument(state, one, argument, flags.coerce);
    } catch (error) {
      if (!flags.coerce && isCastFailure(error)) return false;
      throw error;
    }
  if (value === doesNotFit) return false;
  if (one.parameter.psTypeName !== undefined) checkTypeName(state, one, argument, value, flags.coerce);
  if (one.parameter.validators.length > 0 || one.mandatorySomewhere)
    yield* validateArgument(state, one, argument, value);
  setValue(state, one, value);
  return true;
}

/** The frequent case: a number, text or truth value that has the parameter's very type. */
function fitsAsItIs(one: BindableParameter, value: PSValue): boolean {
  if (!one.onlyTyped || typeof value === 'object' || value === undefined) return false;
  return one.kind === 'object' || one.parameter.type === typeOf(value);
}

/** Binds an argument that fits as it is and that nothing has to be asked about; false for all others. */
export function bindsAtOnce(state: BindingState, one: BindableParameter, { value }: Argument): boolean {
  if (one.parameter.validators.length > 0 || value === '' || !fitsAsItIs(one, value)) return false;
  setValue(state, one, value);
  return true;
}

/** Hands a converted value over and notes that the parameter is bound. */
export function setValue(state: BindingState, one: BindableParameter, value: PSValue): void {
  state.markBound(one, value);
  if (one.parameter.isCommon) setCommon(state, one, value);
  else state.request.target.set(one.parameter, value);
}

/** -ErrorAction and its like take every action but Suspend, and not null. */
function setCommon(state: BindingState, one: BindableParameter, value: PSValue): void {
  const isAction = one.name.endsWith('Action');
  if (isAction && (value === null || toActionPreference(value) === 'Suspend')) {
    const why = value === null ? `-${one.name} must not be $null.` : 'The action Suspend is not supported.';
    const cause = new NetException('System.Management.Automation.PSInvalidCastException', why);
    state.fail({
      id: 'ParameterBindingFailed',
      category: 'WriteError',
      message: `Parameter '${one.name}' cannot be bound: ${why}`,
      parameterName: one.name,
      parameterType: one.parameter.type,
      inner: new NetException('System.Management.Automation.SetValueInvocationException', why, cause),
    });
  }
  setCommonParameter(state.common, one.name, value);
}

/** A first round without conversion passes over arguments that only a conversion could make fit. */
function isCastFailure(error: unknown): boolean {
  if (!(error instanceof TerminatingError)) return false;
  for (let e = error.record.exception.innerException; e; e = e.innerException) {
    if (e.typeName === 'System.Management.Automation.PSInvalidCastException') return true;
  }
  return false;
}

function isDelayed(state: BindingState, one: BindableParameter, argument: Argument): boolean {
  if (!(baseOf(argument.value) instanceof ScriptBlock)) return false;
  return one.takesPipelineInput(state.currentSets) && !takesBlocks(one);
}

function takesBlocks(one: BindableParameter): boolean {
  const core = coreTypes();
  const { type } = one.parameter;
  if (!type || type === core.object || type === core.scriptBlock) return true;
  return one.elementType === core.object || one.elementType === core.scriptBlock;
}

function delay(state: BindingState, one: BindableParameter, argument: Argument): void {
  if (!state.request.expectingInput) {
    state.fail({
      id: 'ScriptBlockArgumentNoInput',
      category: 'MetadataError',
      message: `The script block for parameter '${one.name}' can be evaluated for input objects only, and there is no input.`,
      parameterName: one.name,
      parameterType: one.parameter.type,
      extent: argument.extent,
    });
  }
  state.delayed.set(one, argument);
  state.markBound(one, argument.value);
}

function checkTypeName(
  state: BindingState,
  one: BindableParameter,
  argument: Argument,
  value: PSValue,
  coerce: boolean,
): void {
  const wanted = one.parameter.psTypeName?.toLowerCase();
  for (const item of elementsOf(value) ?? [value]) {
    if (item === null || item === undefined) continue;
    const names = notesOf(item)?.typeNames ?? [typeOf(item).fullName];
    if (names.some((name) => name.toLowerCase() === wanted)) continue;
    throw bindingError(state.request.invocation, {
      id: 'MismatchedPSTypeName',
      category: 'InvalidArgument',
      kind: coerce ? 'binding' : 'transformation',
      message: `Parameter '${one.name}' takes objects of type name '${one.parameter.psTypeName}' only.`,
      parameterName: one.name,
      parameterType: one.parameter.type,
      extent: argument.extent,
    });
  }
}
