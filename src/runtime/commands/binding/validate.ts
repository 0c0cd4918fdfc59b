import { ControlFlow } from '../../errors/control-flow.ts';
import { NetException } from '../../errors/net-exception.ts';
import { elementsOf } from '../../members/enumerate.ts';
import { construct } from '../../members/invoke-method.ts';
import { Regex, RegexOptions } from '../../regex/regex.ts';
import { coreTypes } from '../../types/core-types.ts';
import { typeOf } from '../../types/type-of.ts';
import { typeSystemOf } from '../../types/type-system.ts';
import { Hashtable } from '../../values/hashtable.ts';
import type { NetType } from '../../values/net-type.ts';
import { numberKindOf } from '../../values/number-kind-of.ts';
import { NumberKind } from '../../values/number-kinds.ts';
import { OrderedDictionary } from '../../values/ordered-dictionary.ts';
import { baseOf } from '../../values/ps-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { TypedArray } from '../../values/typed-array.ts';
import type { Argument } from '../argument.ts';
import type { CommandEngine } from '../call-frame.ts';
import { type Flow, settle } from '../flow.ts';
import type { Validator } from '../parameter-metadata.ts';
import type { BindableParameter } from './bindable-parameters.ts';
import { bindingError } from './binding-error.ts';
import type { BindingState } from './binding-state.ts';
import { isList } from './coerce.ts';

const failure = 'System.Management.Automation.ValidationMetadataException';

/** A refusal that only means that the argument is for another parameter. */
class PassedOver extends NetException {
  constructor(message: string) {
    super(failure, message);
  }
}

function refuse(id: string, message: string): NetException {
  const exception = new NetException(failure, message);
  exception.properties.set('ErrorId', id);
  return exception;
}

/**
 * Checks a value against one validation attribute; throws a ValidationMetadataException (as a NetException). Used by
 * the binder and for variables that carry the attribute.
 */
export function* runValidator(engine: CommandEngine, validator: Validator, value: PSValue): Flow<void> {
  switch (validator.kind) {
    case 'script':
      return yield* forEachElement(value, (element) => checkScript(engine, validator, element));
    case 'setFrom':
      return yield* checkGenerated(engine, validator, value);
    case 'custom':
      yield* settle(typeSystemOf(engine).invoke(validator.instance, 'Validate', [value, engine.intrinsics]));
      return;
    case 'set':
    case 'range':
    case 'rangeKind':
    case 'limits':
    case 'pattern':
    case 'length':
      return yield* forEachElement(value, (element) => checkElement(engine, validator, element));
    case 'check': {
      const why = validator.check(value);
      if (why === undefined) return;
      throw validator.passOver ? new PassedOver(why) : refuse('ArgumentRefused', why);
    }
    case 'count':
      return checkCount(validator, value);
    case 'notNull':
    case 'notNullOrEmpty':
    case 'notNullOrWhiteSpace':
      return checkNotNull(validator.kind, value);
    case 'drive':
      return checkDrive(validator.names, value);
    default:
  }
}

function* forEachElement(value: PSValue, check: (element: PSValue) => Flow<void>): Flow<void> {
  const base = baseOf(value);
  if (value === null || value === undefined)
    throw refuse('ArgumentIsEmpty', 'The argument is $null; a value that can be checked is needed.');
  const items = elementsOf(base);
  if (!items) return yield* check(value);
  for (const item of items) yield* check(item ?? null);
}

type ElementValidator = Extract<
  Validator,
  { readonly kind: 'set' | 'range' | 'rangeKind' | 'limits' | 'pattern' | 'length' }
>;

function* checkElement(engine: CommandEngine, validator: ElementValidator, element: PSValue): Flow<void> {
  const types = typeSystemOf(engine);
  switch (validator.kind) {
    case 'set':
      return checkSet(types.toText(element), validator.values, validator.ignoreCase ?? true, validator.errorMessage);
    case 'pattern':
      return yield* checkPattern(engine, validator, types.toText(element));
    case 'length':
      return checkLength(validator.min, validator.max, element);
    case 'rangeKind':
      return yield* checkRangeKind(engine, validator.range, element);
    default:
      return yield* checkRange(engine, validator.min, validator.max, element);
  }
}

function checkSet(text: string, values: readonly string[], ignoreCase: boolean, message: string | undefined): void {
  const wanted = ignoreCase ? text.toLowerCase() : text;
  if (values.some((value) => (ignoreCase ? value.toLowerCase() : value) === wanted)) return;
  throw refuse(
    'ValidateSetFailure',
    fill(message, text, values.join(',')) ?? `'${text}' is none of: ${values.join(', ')}.`,
  );
}

/** `{0}` and `{1}` of an ErrorMessage. */
function fill(message: string | undefined, first: string, second: string): string | undefined {
  return message?.replaceAll('{0}', first).replaceAll('{1}', second);
}

function* checkPattern(
  engine: CommandEngine,
  validator: Extract<ElementValidator, { kind: 'pattern' }>,
  text: string,
): Flow<void> {
  const regex = new Regex(
    validator.pattern,
    (validator.ignoreCase ?? true) ? RegexOptions.IgnoreCase : RegexOptions.None,
  );
  if ((yield* settle(typeSystemOf(engine).invoke(regex, 'IsMatch', [text]))) === true) return;
  const message = fill(validator.errorMessage, text, validator.pattern);
  throw refuse('ValidatePatternFailure', message ?? `'${text}' does not match the pattern '${validator.pattern}'.`);
}

function checkLength(min: number, max: number, element: PSValue): void {
  const text = baseOf(element);
  if (typeof text !== 'string') throw refuse('ValidateLengthNotString', 'Only the length of a string can be checked.');
  if (text.length < min)
    throw refuse('ValidateLengthMinLengthFailure', `The text has ${text.length} characters; ${min} are needed.`);
  if (text.length > max)
    throw refuse(
      'ValidateLengthMaxLengthFailure',
      `The text has ${text.length} characters; at most ${max} are allowed.`,
    );
}

const kinds = {
  Positive: (order: number) => order > 0,
  NonNegative: (order: number) => order >= 0,
  Negative: (order: number) => order < 0,
  NonPositive: (order: number) => order <= 0,
} as const;

function* checkRangeKind(engine: CommandEngine, kind: keyof typeof kinds, element: PSValue): Flow<void> {
  const order = yield* compareAs(engine, element, 0);
  if (order !== undefined && kinds[kind](order)) return;
  throw refuse(`ValidateRange${kind}Failure`, `${typeSystemOf(engine).toText(element)} is not ${kind}.`);
}

function* checkRange(engine: CommandEngine, min: PSValue, max: PSValue, element: PSValue): Flow<void> {
  const text = typeSystemOf(engine).toText(element);
  const low = yield* compareAs(engine, element, min);
  if (low === undefined) throw refuse('ValidationRangeElementType', `${text} cannot be compared with the limits.`);
  if (low < 0)
    throw refuse('ValidateRangeTooSmall', `${text} is less than the smallest value allowed, ${String(min)}.`);
  const high = yield* compareAs(engine, element, max);
  if (high === undefined || high > 0)
    throw refuse('ValidateRangeTooBig', `${text} is more than the largest value allowed, ${String(max)}.`);
}

/** Order of an element and a limit in the limit's type, or as doubles where both are numbers; undefined when neither works. */
function* compareAs(engine: CommandEngine, element: PSValue, limit: PSValue): Flow<number | undefined> {
  const types = typeSystemOf(engine);
  const bothNumbers = numberKindOf(baseOf(element)) !== NumberKind.None && numberKindOf(limit) !== NumberKind.None;
  const target = bothNumbers && typeOf(element) !== typeOf(limit) ? coreTypes().double : typeOf(limit);
  try {
    const left = yield* settle(types.convert(element, target));
    const right = yield* settle(types.convert(limit, target));
    return types.compare(left, right);
  } catch (error) {
    if (error instanceof ControlFlow) throw error;
    return undefined;
  }
}

function checkCount(validator: { readonly min: number; readonly max: number }, value: PSValue): void {
  const base = baseOf(value);
  const count = base === null || base === undefined ? 0 : countOf(base);
  if (count === undefined)
    throw refuse('NotAnArrayParameter', 'The number of elements can be checked for collections only.');
  if (count < validator.min && validator.min === validator.max)
    throw refuse('ValidateCountExactFailure', `${count} values were given; exactly ${validator.min} are needed.`);
  if (count < validator.min || count > validator.max)
    throw refuse(
      'ValidateCountMinMaxFailure',
      `${count} values were given; ${validator.min} to ${validator.max} are allowed.`,
    );
}

function countOf(base: PSValue): number | undefined {
  if (base instanceof Hashtable || base instanceof OrderedDictionary) return base.size;
  return elementsOf(base)?.length;
}

function checkNotNull(kind: 'notNull' | 'notNullOrEmpty' | 'notNullOrWhiteSpace', value: PSValue): void {
  const base = baseOf(value);
  if (base === null || base === undefined) throw refuse('ArgumentIsNull', 'The argument must not be $null.');
  const strict = kind !== 'notNull';
  const blank = kind === 'notNullOrWhiteSpace';
  if (typeof base === 'string') {
    if (strict && isEmptyText(base, blank)) throw refuse('ArgumentIsEmpty', 'The argument must not be empty.');
    return;
  }
  const items = base instanceof Hashtable || base instanceof OrderedDictionary ? undefined : elementsOf(base);
  if (!items) {
    if (strict && countOf(base) === 0) throw refuse('ArgumentIsEmpty', 'The collection must not be empty.');
    return;
  }
  for (const item of items) checkItem(item, strict, blank);
  if (strict && items.length === 0) throw refuse('ArgumentIsEmpty', 'The collection must not be empty.');
}

function checkItem(item: PSValue, strict: boolean, blank: boolean): void {
  const base = baseOf(item);
  if (base === null || base === undefined)
    throw refuse('ArgumentCollectionContainsNull', 'An element of the collection is $null.');
  if (strict && typeof base === 'string' && isEmptyText(base, blank))
    throw refuse('ArgumentCollectionContainsEmpty', 'An element of the collection is an empty string.');
}

function isEmptyText(text: string, blank: boolean): boolean {
  return blank ? text.trim() === '' : text === '';
}

function checkDrive(names: readonly string[], value: PSValue): void {
  const text = String(baseOf(value) ?? '');
  const drive = /^([^:/\\]+):/.exec(text)?.[1] ?? '';
  if (names.some((name) => name.toLowerCase() === drive.toLowerCase())) return;
  throw refuse('ValidateDriveFailure', `The path must be on one of these drives: ${names.join(', ')}.`);
}

function* checkScript(
  engine: CommandEngine,
  validator: Extract<Validator, { kind: 'script' }>,
  element: PSValue,
): Flow<void> {
  const answer = yield* settle(engine.invokeBlock(validator.block, { dollarUnder: element, args: [element] }));
  if (typeSystemOf(engine).toBoolean(answer ?? null)) return;
  const code = validator.block.ast.extent.text;
  const text = typeSystemOf(engine).toText(element);
  throw refuse(
    'ValidateScriptFailure',
    fill(validator.errorMessage, text, code) ?? `'${text}' does not pass the check ${code}.`,
  );
}

function* checkGenerated(
  engine: CommandEngine,
  validator: Extract<Validator, { kind: 'setFrom' }>,
  value: PSValue,
): Flow<void> {
  const types = typeSystemOf(engine);
  const generator = yield* settle(construct(engine, validator.generator, []));
  const values = yield* settle(types.invoke(generator, 'GetValidValues', []));
  const list = (elementsOf(values) ?? [values]).map((item) => types.toText(item));
  if (list.length === 0)
    throw refuse('ValidateSetGeneratedValidValuesListIsNull', 'The class of the set gives no valid values.');
  for (const item of elementsOf(value) ?? [value]) checkSet(types.toText(item), list, true, validator.errorMessage);
}

/** Runs all validators of a parameter and the null and empty checks of a mandatory one. */
export function* validateArgument(
  state: BindingState,
  one: BindableParameter,
  argument: Argument,
  value: PSValue,
): Flow<void> {
  for (const validator of one.parameter.validators) {
    try {
      yield* runValidator(state.request.frame.engine, validator, value);
    } catch (error) {
      throw validationError(state, one, argument, value, error);
    }
  }
  if (one.mandatorySomewhere) checkMandatory(state, one, argument, one.parameter.type, value, true);
}

function validationError(
  state: BindingState,
  one: BindableParameter,
  argument: Argument,
  value: PSValue,
  error: unknown,
): unknown {
  if (error instanceof ControlFlow) return error;
  const cause = state.request.frame.engine.toException(error);
  return bindingError(state.request.invocation, {
    passOver: error instanceof PassedOver,
    id: 'ParameterArgumentValidationError',
    category: 'InvalidData',
    kind: 'validation',
    message: `The argument for parameter '${one.name}' is not valid: ${cause.message}`,
    parameterName: one.name,
    parameterType: one.parameter.type,
    typeSpecified: value === null ? undefined : typeOf(value),
    inner: cause,
    extent: argument.extent,
  });
}

function checkMandatory(
  state: BindingState,
  one: BindableParameter,
  argument: Argument,
  type: NetType | undefined,
  value: PSValue,
  recurse: boolean,
): void {
  const { parameter } = one;
  const base = baseOf(value);
  if (base === null || base === undefined) {
    if (!parameter.allowNull) throw emptyError(state, one, argument, 'NullNotAllowed', 'must not be $null');
    return;
  }
  if (type === coreTypes().string) {
    if (base === '' && !parameter.allowEmptyString)
      throw emptyError(state, one, argument, 'EmptyStringNotAllowed', 'must not be an empty string');
    return;
  }
  if (!recurse || (one.kind !== 'array' && one.kind !== 'list') || !isList(base)) return;
  const items = elementsOf(base) ?? [];
  const elementType = one.elementType ?? (base instanceof TypedArray ? base.elementType : coreTypes().object);
  if (!elementType.isValueType)
    for (const item of items) checkMandatory(state, one, argument, elementType, item, false);
  if (items.length > 0 || parameter.allowEmptyCollection) return;
  const what = one.kind === 'array' ? 'EmptyArrayNotAllowed' : 'EmptyCollectionNotAllowed';
  throw emptyError(state, one, argument, what, 'must not be an empty collection');
}

function emptyError(
  state: BindingState,
  one: BindableParameter,
  argument: Argument,
  what: string,
  why: string,
): unknown {
  return bindingError(state.request.invocation, {
    id: `ParameterArgumentValidationError${what}`,
    category: 'InvalidData',
    kind: 'validation',
    message: `The argument for parameter '${one.name}' ${why}.`,
    parameterName: one.name,
    parameterType: one.parameter.type,
    extent: argument.extent,
  });
}
