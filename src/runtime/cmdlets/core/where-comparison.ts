import type { TokenKind } from '../../../parser/index.ts';
import type { CmdletContext } from '../../commands/define-cmdlet.ts';
import { propertyNamed } from '../../commands/property-lookup.ts';
import { hasWildcards, wildcardMatcher } from '../../commands/wildcard-name.ts';
import { ControlFlow } from '../../errors/control-flow.ts';
import { ErrorRecord } from '../../errors/error-record.ts';
import { NetException } from '../../errors/net-exception.ts';
import type { Frame } from '../../evaluate/frame.ts';
import { binaryOperators } from '../../evaluate/operator-table.ts';
import { dictionaryGet, isDictionary } from '../../members/dictionary-access.ts';
import { findMember } from '../../members/find-member.ts';
import { listMembers } from '../../members/member-list.ts';
import { typeSystemOf } from '../../types/type-system.ts';
import { NetType } from '../../values/net-type.ts';
import { baseOf, ExtendedEntry, PSObject } from '../../values/ps-object.ts';
import type { Eventually, PSValue } from '../../values/ps-value.ts';

/** One operator of the comparison form. */
export interface ComparisonSpec {
  readonly name: string;
  readonly set: string;
  readonly alias: string | undefined;
  readonly token: TokenKind | undefined;
}

const families: readonly (readonly [string, string, string])[] = [
  ['EQ', 'Equal', 'eq'],
  ['NE', 'NotEqual', 'ne'],
  ['GT', 'GreaterThan', 'gt'],
  ['LT', 'LessThan', 'lt'],
  ['GE', 'GreaterOrEqual', 'ge'],
  ['LE', 'LessOrEqual', 'le'],
  ['Like', 'Like', 'like'],
  ['NotLike', 'NotLike', 'notlike'],
  ['Match', 'Match', 'match'],
  ['NotMatch', 'NotMatch', 'notmatch'],
  ['Contains', 'Contains', 'contains'],
  ['NotContains', 'NotContains', 'notcontains'],
  ['In', 'In', 'in'],
  ['NotIn', 'NotIn', 'notin'],
];

/** Every operator switch in the order of the surface. */
export const comparisons: readonly ComparisonSpec[] = [
  ...families.flatMap(([name, set, token]): ComparisonSpec[] => [
    { name, set: `${set}Set`, alias: `I${name}`, token: `I${token}` as TokenKind },
    { name: `C${name}`, set: `CaseSensitive${set}Set`, alias: undefined, token: `C${token}` as TokenKind },
  ]),
  { name: 'Is', set: 'IsSet', alias: undefined, token: 'Is' },
  { name: 'IsNot', set: 'IsNotSet', alias: undefined, token: 'IsNot' },
  { name: 'Not', set: 'Not', alias: undefined, token: undefined },
];

/** The sets of the comparison form. */
export const comparisonSets: readonly string[] = comparisons.map((one) => one.set);

/** The comparison form of Where-Object: `Where-Object Length -GT 3`. */
export class Comparison {
  readonly #ctx: CmdletContext;
  readonly #operator: string;
  readonly #property: string;
  readonly #value: PSValue;
  readonly #compare: (left: PSValue) => Eventually<PSValue>;
  readonly #isPattern: boolean;

  /** `operator` is empty when none was given; `value` undefined when it was not given. */
  constructor(ctx: CmdletContext, operator: string, property: string, value: PSValue) {
    this.#ctx = ctx;
    this.#operator = operator;
    this.#property = property;
    this.#isPattern = hasWildcards(property);
    const truthOnly = operator === '' || operator === 'Not';
    if (value === undefined && !truthOnly)
      this.#reject('ValueNotSpecifiedForWhereObject', 'The operator needs a -Value.');
    if (value !== undefined && operator === '')
      this.#reject('OperatorNotSpecified', 'A -Value needs an operator, such as -EQ.');
    this.#value = this.#operand(value);
    this.#compare = this.#comparer();
  }

  /** Writes the object on when it passes. */
  test(input: PSValue): Eventually<void> {
    const left = this.#read(input);
    if (left === failed) return undefined;
    if (left instanceof Promise)
      return left.then((value) => (value === failed ? undefined : this.#decide(input, value)));
    return this.#decide(input, left);
  }

  #decide(input: PSValue, left: PSValue): Eventually<void> {
    let result: Eventually<PSValue>;
    try {
      result = this.#compare(left ?? null);
    } catch (error) {
      return this.#operatorFailed(input, error);
    }
    if (result instanceof Promise)
      return result.then(
        (r) => this.#pass(input, r),
        (error: unknown) => this.#operatorFailed(input, error),
      );
    return this.#pass(input, result);
  }

  #pass(input: PSValue, result: PSValue): Eventually<void> {
    const passed = typeof result === 'boolean' ? result : typeSystemOf(this.#ctx.engine).toBoolean(result ?? null);
    return passed ? this.#ctx.output.write(input) : undefined;
  }

  #comparer(): (left: PSValue) => Eventually<PSValue> {
    const types = typeSystemOf(this.#ctx.engine);
    if (this.#operator === '') return (left) => types.toBoolean(left);
    if (this.#operator === 'Not') return (left) => !types.toBoolean(left);
    const token = comparisons.find((one) => one.name === this.#operator)?.token;
    const operation = token && binaryOperators[token];
    // Only the evaluator makes call frames.
    const frame = this.#ctx.caller as Frame;
    const value = this.#value;
    if (!operation) throw new TypeError(`no operation for -${this.#operator}`);
    return (left) => operation(frame, left, value);
  }

  /** The right operand of -Is and -IsNot may be the name of a type. */
  #operand(value: PSValue): PSValue {
    if (this.#operator !== 'Is' && this.#operator !== 'IsNot') return value;
    const base = baseOf(value);
    if (base instanceof NetType) return base;
    const name = typeSystemOf(this.#ctx.engine)
      .toText(value)
      .trim()
      .replace(/^\[(.*)\]$/, '$1');
    const found = this.#ctx.engine.resolveType(name);
    if (found) return found;
    return this.#ctx.throwTerminating({
      id: 'BadOperatorArgument',
      category: 'InvalidArgument',
      exceptionType: 'System.Management.Automation.PSArgumentException',
      message: `There is no type [${name}].`,
    });
  }

  #read(input: PSValue): Eventually<PSValue | typeof failed> {
    const name = this.#property;
    if (input instanceof PSObject) {
      const value = input.properties.get(name);
      if (value !== undefined && !(value instanceof ExtendedEntry)) return value;
    }
    if (input === null || input === undefined) {
      if (this.#ctx.engine.strictMode < 2) return null;
      return this.#error('InputObjectIsNull', 'The input object is $null.', null);
    }
    const base = baseOf(input);
    if (isDictionary(base)) {
      const value = dictionaryGet(base, name);
      if (value !== undefined) return value;
    }
    const resolved = this.#isPattern ? this.#matching(input) : [name];
    if (resolved.length > 1)
      return this.#error('AmbiguousPropertyName', `'${name}' matches several members: ${resolved.join(', ')}.`, input);
    const [member] = resolved;
    if (member === undefined || !findMember(this.#ctx.engine, input, base, member)) return this.#missing(input);
    return this.#readProperty(input, member);
  }

  #readProperty(input: PSValue, name: string): Eventually<PSValue> {
    try {
      const value = propertyNamed(this.#ctx.engine, input, name);
      return value instanceof Promise ? value.catch(() => null) : (value ?? null);
    } catch (error) {
      if (error instanceof ControlFlow) throw error;
      return null;
    }
  }

  #missing(input: PSValue): Eventually<PSValue | typeof failed> {
    if (this.#ctx.engine.strictMode < 2) return null;
    return this.#error('PropertyNotFound', `The input object has no property '${this.#property}'.`, input);
  }

  #matching(input: PSValue): string[] {
    const matches = wildcardMatcher(this.#property);
    return listMembers(this.#ctx.engine, input)
      .filter((member) => !member.isHidden && matches(member.name))
      .map((member) => member.name);
  }

  #error(id: string, message: string, target: PSValue): Eventually<typeof failed> {
    const exception = new NetException('System.Management.Automation.PSArgumentException', message);
    const pending = this.#ctx.writeError(new ErrorRecord(exception, id, 'InvalidArgument', target));
    return pending instanceof Promise ? pending.then(() => failed) : failed;
  }

  #operatorFailed(input: PSValue, error: unknown): Eventually<void> {
    if (error instanceof ControlFlow) throw error;
    const cause = this.#ctx.engine.toException(error);
    const exception = new NetException(
      'System.Management.Automation.PSInvalidOperationException',
      `The operator -${this.#operator} failed: ${cause.message}`,
      cause,
    );
    return this.#ctx.writeError(new ErrorRecord(exception, 'OperatorFailed', 'InvalidOperation', input));
  }

  #reject(id: string, message: string): never {
    return this.#ctx.throwTerminating({
      id,
      category: 'InvalidArgument',
      exceptionType: 'System.Management.Automation.PSArgumentException',
      message,
    });
  }
}

/** The property could not be read and that was reported. */
const failed = Symbol('failed');
