import { arrayOf } from '../../conversion/collection-rules.ts';
import { ControlFlow } from '../../errors/control-flow.ts';
import { NetException } from '../../errors/net-exception.ts';
import { TerminatingError } from '../../errors/terminating-error.ts';
import { elementsOf } from '../../members/enumerate.ts';
import { coreTypes } from '../../types/core-types.ts';
import { typeOf } from '../../types/type-of.ts';
import { NetList } from '../../values/net-list.ts';
import type { NetType } from '../../values/net-type.ts';
import { numberKindOf } from '../../values/number-kind-of.ts';
import { NumberKind } from '../../values/number-kinds.ts';
import { baseOf, PSObject } from '../../values/ps-object.ts';
import { PSReference } from '../../values/ps-reference.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { SwitchParameter } from '../../values/switch-parameter.ts';
import { TypedArray } from '../../values/typed-array.ts';
import type { Argument } from '../argument.ts';
import { type Flow, settle } from '../flow.ts';
import type { Transformation } from '../parameter-metadata.ts';
import type { BindableParameter } from './bindable-parameters.ts';
import type { BindingError } from './binding-error.ts';
import { bindingError } from './binding-error.ts';
import type { BindingState } from './binding-state.ts';

/** Answer of {@link coerceArgument} for an argument that does not fit without conversion. */
export const doesNotFit = Symbol('does not fit');

/**
 * Runs an argument through the parameter's transformations and its type. Answers {@link doesNotFit} when conversion is
 * needed and not allowed; throws a {@link BindingError} when conversion fails.
 */
export function* coerceArgument(
  state: BindingState,
  one: BindableParameter,
  argument: Argument,
  coerce: boolean,
): Flow<PSValue | typeof doesNotFit> {
  let value: PSValue = argument.value ?? null;
  for (const step of one.parameter.transformations) {
    if (step.kind === 'type' && !coerce) continue;
    value = yield* transform(state, one, argument, step, value);
  }
  if (coerce) return yield* coerceType(state, one, argument, value);
  return fitUncoerced(one, value);
}

function* transform(
  state: BindingState,
  one: BindableParameter,
  argument: Argument,
  step: Transformation,
  value: PSValue,
): Flow<PSValue> {
  try {
    if (step.kind === 'type') return yield* convertForScript(state, step.type, value);
    if (value === null && !one.mandatorySomewhere && !cannotBeNull(one)) return value;
    if (step.kind === 'function') return step.run(value);
    return yield* settle(
      state.types.invoke(step.instance, 'Transform', [state.request.frame.engine.intrinsics, value]),
    );
  } catch (error) {
    throw transformationError(state, one, argument, value, error);
  }
}

function cannotBeNull(one: BindableParameter): boolean {
  return one.parameter.validators.some((v) => v.kind === 'notNull' || v.kind.startsWith('notNullOr'));
}

/** The conversion that a type constraint of a script parameter stands for. */
function* convertForScript(state: BindingState, type: NetType | undefined, value: PSValue): Flow<PSValue> {
  const core = coreTypes();
  if (!type || type === core.object) return value;
  let base = baseOf(value);
  if (type === core.psReference) {
    if (base instanceof PSReference) return base;
    throw new NetException(
      `${automation}PSInvalidCastException`,
      'A [ref] parameter takes only a reference: ([ref]$x).',
    );
  }
  if (base instanceof PSReference) {
    value = base.value;
    base = baseOf(value);
  }
  if (type === core.string) {
    if (typeof value === 'string') return value;
    if (value instanceof PSObject && value.tokenText !== undefined) return value.tokenText;
    if (state.request.metadata.isAdvanced && (Array.isArray(base) || base instanceof TypedArray))
      throw new NetException(`${automation}PSInvalidCastException`, 'An array cannot become one string here.');
  } else if (type === core.int32 && typeof base === 'number' && (base | 0) === base) return base;
  else if (type === core.boolean) return scriptBool(state, base);
  else if (type === core.switchParameter)
    return base === null ? SwitchParameter.absent : SwitchParameter.of(scriptSwitch(base));
  const converted = state.types.convert(asWritten(value, type), type);
  return converted instanceof Promise ? yield* settle(converted) : converted;
}

/** Types that are made from text: a bare number is taken as it was written (`1.10` is a version of two parts). */
const textTypes: ReadonlySet<string> = new Set([
  'System.Version',
  'System.Management.Automation.SemanticVersion',
  'System.Uri',
  'System.Text.RegularExpressions.Regex',
]);

function asWritten(value: PSValue, type: NetType): PSValue {
  if (!(value instanceof PSObject) || value.tokenText === undefined) return value;
  return textTypes.has((type.elementType ?? type).fullName) ? value.tokenText : value;
}

const automation = 'System.Management.Automation.';

function scriptBool(state: BindingState, base: PSValue): boolean {
  if (typeof base === 'boolean') return base;
  if (base instanceof SwitchParameter) return base.isPresent;
  if (numberKindOf(base) !== NumberKind.None) return state.types.toBoolean(base);
  throw new NetException(`${automation}PSInvalidCastException`, 'A Boolean is needed: use $true, $false, 1 or 0.');
}

function scriptSwitch(base: PSValue): boolean {
  if (typeof base === 'boolean') return base;
  if (base instanceof SwitchParameter) return base.isPresent;
  throw new NetException(`${automation}PSInvalidCastException`, 'A switch takes only $true or $false.');
}

function transformationError(
  state: BindingState,
  one: BindableParameter,
  argument: Argument,
  value: PSValue,
  error: unknown,
): unknown {
  if (error instanceof ControlFlow) return error;
  const { frame, invocation } = state.request;
  const cause = frame.engine.toException(error);
  const inner =
    cause.typeName === `${automation}ArgumentTransformationMetadataException`
      ? cause
      : new NetException(`${automation}ArgumentTransformationMetadataException`, cause.message, cause);
  return bindingError(invocation, {
    id: 'ParameterArgumentTransformationError',
    category: 'InvalidData',
    kind: 'transformation',
    message: `The argument for parameter '${one.name}' cannot be used: ${cause.message}`,
    parameterName: one.name,
    parameterType: one.parameter.type,
    typeSpecified: value === null ? undefined : typeOf(value),
    inner,
    extent: argument.extent,
  });
}

/** Conversion to the declared type as for compiled commands; script parameters come here converted already. */
function* coerceType(state: BindingState, one: BindableParameter, argument: Argument, value: PSValue): Flow<PSValue> {
  if (one.kind === 'object' || one.kind === 'psobject') return value;
  if (one.kind === 'string' && typeof value === 'string') return value;
  const { type } = one.parameter;
  if (!type) return value;
  if (value === null) return nullFor(state, one, argument);
  try {
    if (one.kind === 'array') return yield* encodeArray(state, one, argument, value);
    return yield* coerceScalar(state, one, argument, type, value);
  } catch (error) {
    if (error instanceof TerminatingError && 'kind' in error) throw error;
    if (error instanceof ControlFlow) throw error;
    throw conversionError(state, one, argument, value, error);
  }
}

function nullFor(state: BindingState, one: BindableParameter, argument: Argument): PSValue {
  if (one.kind === 'switch') return SwitchParameter.present;
  if (one.kind !== 'bool') return null;
  return state.fail({
    id: 'ParameterArgumentValidationErrorNullNotAllowed',
    category: 'InvalidArgument',
    message: `Parameter '${one.name}' needs a Boolean; it was given $null.`,
    parameterName: one.name,
    parameterType: one.parameter.type,
    extent: argument.extent,
  });
}

function* coerceScalar(
  state: BindingState,
  one: BindableParameter,
  argument: Argument,
  type: NetType,
  value: PSValue,
): Flow<PSValue> {
  const core = coreTypes();
  if (type === core.object || type === core.psObject || value === null) return value;
  const base = baseOf(value);
  if (type === core.string) {
    if (typeof base === 'string') return base;
    if (value instanceof PSObject && value.tokenText !== undefined) return value.tokenText;
  } else if (type === core.boolean || type === core.switchParameter) {
    return truth(state, one, argument, type === core.switchParameter, base);
  }
  if (type.isAssignableFrom(typeOf(base))) return base;
  if (!type.isEnum && one.kind !== 'list' && isList(base)) throw cannotConvert(state, one, argument, value);
  const converted = state.types.convert(asWritten(value, type), type);
  return converted instanceof Promise ? yield* settle(converted) : converted;
}

/** Whether the binder sees an IList: arrays and lists. */
export function isList(base: PSValue): boolean {
  return Array.isArray(base) || base instanceof TypedArray || base instanceof NetList;
}

function truth(
  state: BindingState,
  one: BindableParameter,
  argument: Argument,
  asSwitch: boolean,
  base: PSValue,
): PSValue {
  let answer: boolean;
  if (typeof base === 'boolean') answer = base;
  else if (base instanceof SwitchParameter) answer = base.isPresent;
  else if (numberKindOf(base) !== NumberKind.None) answer = state.types.toBoolean(base);
  else throw cannotConvert(state, one, argument, base);
  return asSwitch ? SwitchParameter.of(answer) : answer;
}

function* encodeArray(state: BindingState, one: BindableParameter, argument: Argument, value: PSValue): Flow<PSValue> {
  const base = baseOf(value);
  const elementType = one.elementType ?? coreTypes().object;
  if (base instanceof TypedArray && base.rank === 1 && base.elementType === elementType) return base;
  const isObject = elementType === coreTypes().object;
  if (isObject && Array.isArray(base)) return base;
  const source = isList(base) ? (elementsOf(base) ?? []) : [value];
  const items: PSValue[] = [];
  for (const element of source) items.push(yield* coerceScalar(state, one, argument, elementType, element ?? null));
  return arrayOf(elementType, items);
}

function cannotConvert(state: BindingState, one: BindableParameter, argument: Argument, value: PSValue): BindingError {
  return bindingError(state.request.invocation, {
    id: 'CannotConvertArgument',
    category: 'InvalidArgument',
    message: `Parameter '${one.name}' takes ${one.parameter.typeName}; the argument of type ${typeOf(value)} does not convert to it.`,
    parameterName: one.name,
    parameterType: one.parameter.type,
    typeSpecified: typeOf(value),
    extent: argument.extent,
  });
}

function conversionError(
  state: BindingState,
  one: BindableParameter,
  argument: Argument,
  value: PSValue,
  error: unknown,
): BindingError {
  const cause = state.request.frame.engine.toException(error);
  return bindingError(state.request.invocation, {
    id: 'CannotConvertArgumentNoMessage',
    category: 'InvalidArgument',
    message: `The argument for parameter '${one.name}' cannot be converted: ${cause.message}`,
    parameterName: one.name,
    parameterType: one.parameter.type,
    typeSpecified: typeOf(value),
    inner: cause,
    extent: argument.extent,
  });
}

/** Without conversion: the value when it has the parameter's type already. */
export function fitUncoerced(one: BindableParameter, value: PSValue): PSValue | typeof doesNotFit {
  const { type } = one.parameter;
  if (!type || one.kind === 'object') return value;
  if (value === null) return type.isValueType || one.kind === 'string' ? doesNotFit : value;
  if (one.kind === 'psobject') return value;
  const base = baseOf(value);
  if (value instanceof PSObject && value.tokenText !== undefined && one.kind === 'string') return doesNotFit;
  if (type.isAssignableFrom(typeOf(base))) return base;
  if (one.kind !== 'array') return doesNotFit;
  return fitElements(one.elementType ?? coreTypes().object, value);
}

function fitElements(elementType: NetType, value: PSValue): PSValue | typeof doesNotFit {
  const base = baseOf(value);
  const items = isList(base) ? (elementsOf(base) ?? []) : [base];
  const fitting: PSValue[] = [];
  for (const item of items) {
    const element = baseOf(item ?? null);
    if (element !== null && typeOf(element) !== elementType && !typeOf(element).isSubclassOf(elementType))
      return doesNotFit;
    fitting.push(element);
  }
  return arrayOf(elementType, fitting);
}
