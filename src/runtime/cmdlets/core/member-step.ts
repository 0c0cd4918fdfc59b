import type { CommandEngine } from '../../commands/call-frame.ts';
import type { CmdletContext } from '../../commands/define-cmdlet.ts';
import { isWhatIf, mustConfirm, preferenceFor } from '../../commands/preference-of.ts';
import { propertyNamed } from '../../commands/property-lookup.ts';
import { hasWildcards, wildcardMatcher } from '../../commands/wildcard-name.ts';
import { ControlFlow } from '../../errors/control-flow.ts';
import { ErrorRecord } from '../../errors/error-record.ts';
import { NetException } from '../../errors/net-exception.ts';
import { TerminatingError } from '../../errors/terminating-error.ts';
import { dictionaryGet, isDictionary } from '../../members/dictionary-access.ts';
import { findMember } from '../../members/find-member.ts';
import { invokeMethod } from '../../members/invoke-method.ts';
import { listMembers } from '../../members/member-list.ts';
import { isProperty } from '../../types/member.ts';
import { typeSystemOf } from '../../types/type-system.ts';
import { baseOf, ExtendedEntry, PSObject } from '../../values/ps-object.ts';
import type { Eventually, PSValue } from '../../values/ps-value.ts';

/** ForEach-Object with a member name: reads the property or calls the method of each object. */
export class MemberStep {
  readonly #ctx: CmdletContext;
  readonly #name: string;
  readonly #args: readonly PSValue[];
  readonly #asks: boolean;
  readonly #isPattern: boolean;

  constructor(ctx: CmdletContext, name: string, args: readonly PSValue[]) {
    this.#ctx = ctx;
    this.#name = name;
    this.#args = args;
    this.#isPattern = hasWildcards(name);
    this.#asks = asks(ctx);
  }

  run(input: PSValue): Eventually<void> {
    if (input === null) return this.#onNull();
    if (this.#args.length > 0) return this.#call(input, this.#name, true);
    if (input instanceof PSObject && !this.#isPattern) {
      const value = input.properties.get(this.#name);
      if (value !== undefined && !(value instanceof ExtendedEntry))
        return this.#guarded('property', () => this.#write(value));
    }
    const base = baseOf(input);
    if (isDictionary(base)) {
      const value = dictionaryGet(base, this.#name);
      if (value !== undefined) return this.#guarded('property', () => this.#write(value));
    }
    if (!this.#isPattern) return this.#readOrCall(input, this.#name);
    const names = this.#matching(input);
    if (names.length > 1) return this.#ambiguous(input, names);
    return names[0] === undefined ? this.#notFound(input) : this.#readOrCall(input, names[0]);
  }

  #write(value: PSValue): Eventually<void> {
    return value === null ? this.#ctx.write(null) : this.#ctx.writeEnumerated(value);
  }

  #readOrCall(input: PSValue, name: string): Eventually<void> {
    const kind = memberKind(this.#ctx.engine, input, name);
    if (kind === undefined) return this.#notFound(input);
    if (kind === 'method') return this.#call(input, name, false);
    return this.#guarded('property', () => this.#read(input, name), name);
  }

  /** A property that cannot be read counts as $null. */
  #read(input: PSValue, name: string): Eventually<void> {
    let value: Eventually<PSValue>;
    try {
      value = propertyNamed(this.#ctx.engine, input, name);
    } catch (error) {
      if (error instanceof ControlFlow) throw error;
      value = null;
    }
    if (value instanceof Promise) return value.then((v) => this.#write(v ?? null));
    return this.#write(value ?? null);
  }

  #call(input: PSValue, name: string, withArguments: boolean): Eventually<void> {
    const methods = withArguments && this.#isPattern ? this.#matching(input) : [name];
    if (methods.length > 1) return this.#ambiguous(input, methods);
    const method = methods[0] ?? name;
    const run = (): Eventually<void> => {
      try {
        const result = invokeMethod(this.#ctx.engine, input, method, this.#args);
        if (result instanceof Promise)
          return result.then(
            (r) => this.#result(r),
            (e: unknown) => this.#failed(input, e),
          );
        return this.#result(result);
      } catch (error) {
        return this.#failed(input, error);
      }
    };
    return this.#guarded('method', run, method);
  }

  #result(value: PSValue): Eventually<void> {
    return value === undefined ? undefined : this.#write(value);
  }

  #failed(input: PSValue, error: unknown): Eventually<void> {
    if (error instanceof ControlFlow) throw error;
    const { engine } = this.#ctx;
    const exception = error instanceof TerminatingError ? error.record.exception : engine.toException(error);
    return this.#ctx.writeError(new ErrorRecord(exception, 'MethodInvocationError', 'InvalidOperation', input));
  }

  #onNull(): Eventually<void> {
    if (this.#args.length > 0)
      return this.#nameError('InvokeMethodOnNull', 'A method cannot be called on $null.', null);
    return this.#guarded('property', () => {
      if (this.#ctx.engine.strictMode >= 2)
        return this.#nameError('InputObjectIsNull', 'The input object is $null.', null);
      return this.#ctx.write(null);
    });
  }

  #notFound(input: PSValue): Eventually<void> {
    return this.#guarded('property', () => {
      if (this.#ctx.engine.strictMode < 2) return this.#ctx.write(null);
      return this.#nameError('PropertyOrMethodNotFound', `The input object has no member '${this.#name}'.`, input);
    });
  }

  #ambiguous(input: PSValue, names: readonly string[]): Eventually<void> {
    const message = `'${this.#name}' matches several members: ${names.join(', ')}.`;
    return this.#nameError('AmbiguousPropertyOrMethodName', message, input);
  }

  #nameError(id: string, message: string, target: PSValue): Eventually<void> {
    const exception = new NetException('System.Management.Automation.PSArgumentException', message);
    return this.#ctx.writeError(new ErrorRecord(exception, id, 'InvalidArgument', target));
  }

  #matching(input: PSValue): string[] {
    const matches = wildcardMatcher(this.#name);
    return listMembers(this.#ctx.engine, input)
      .filter((member) => !member.isHidden && matches(member.name))
      .map((member) => member.name);
  }

  /** Under -WhatIf or -Confirm the step is named first. */
  #guarded(kind: 'property' | 'method', act: () => Eventually<void>, name = this.#name): Eventually<void> {
    if (!this.#asks) return act();
    const ctx = this.#ctx;
    const target = `InputObject: ${typeSystemOf(ctx.engine).toText(ctx.bound.get('InputObject') ?? null)}`;
    const action =
      kind === 'property'
        ? `Retrieve the value for property '${name}'`
        : this.#args.length > 0
          ? `Invoke method '${name}' with arguments: ${this.#args.map((a) => typeSystemOf(ctx.engine).toText(a)).join(', ')}`
          : `Invoke method '${name}'`;
    const answer = ctx.shouldProcess(target, action);
    if (answer instanceof Promise) return answer.then((go) => (go ? act() : undefined));
    return answer ? act() : undefined;
  }
}

/** Whether -WhatIf, -Confirm, -Verbose or their preferences make each step say what it does. */
function asks(ctx: CmdletContext): boolean {
  const { common, caller } = ctx;
  return (
    isWhatIf(common, caller.scope) ||
    mustConfirm(common, caller.scope, 'Low') ||
    preferenceFor('verbose', common, caller.scope) !== 'SilentlyContinue'
  );
}

function memberKind(engine: CommandEngine, input: PSValue, name: string): 'property' | 'method' | undefined {
  const found = findMember(engine, input, baseOf(input), name);
  if (!found) return undefined;
  if (found.kind === 'note') return 'property';
  if (found.kind === 'extended') return found.member.kind.endsWith('Method') ? 'method' : 'property';
  return isProperty(found.member) ? 'property' : 'method';
}
