import type { CmdletContext } from '../../commands/define-cmdlet.ts';
import { NativeCode } from '../../members/native-code.ts';
import { typeSystemOf } from '../../types/type-system.ts';
import type { ExtendedMember, ExtendedMemberKind } from '../../values/ps-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { ScriptBlock } from '../../values/script-block.ts';

/** What Update-TypeData is given for one member; undefined is what it is not given. */
export interface MemberArguments {
  readonly kind: ExtendedMemberKind | undefined;
  readonly name: string | undefined;
  readonly value: PSValue;
  readonly secondValue: PSValue;
}

const blockKinds = new Set<ExtendedMemberKind>(['ScriptProperty', 'ScriptMethod']);
const withSecondValue = new Set<ExtendedMemberKind>(['AliasProperty', 'ScriptProperty', 'CodeProperty']);
const valueMayBeMissing = new Set<ExtendedMemberKind>(['ScriptProperty', 'CodeProperty']);

/** The member that Update-TypeData is asked for; undefined when it is asked for none. */
export function memberOf(ctx: CmdletContext, given: MemberArguments): ExtendedMember | undefined {
  const { kind, name, value, secondValue } = given;
  const refuse = (id: string, message: string): never =>
    ctx.throwTerminating({
      id,
      category: 'InvalidOperation',
      exceptionType: 'System.InvalidOperationException',
      message,
      target: null,
    });
  if (kind === undefined) {
    if (name === undefined && value === undefined && secondValue === undefined) return undefined;
    return refuse('MemberTypeIsMissing', 'A member needs its -MemberType.');
  }
  if (!name) return refuse('MemberNameShouldBeSpecified', `A ${kind} needs a -MemberName.`);
  if (!withSecondValue.has(kind) && secondValue !== undefined)
    return refuse('SecondValueShouldNotBeSpecified', `A ${kind} takes no -SecondValue.`);
  const isNothing = value === undefined || value === null || value === '';
  if (kind === 'NoteProperty' ? value === undefined : isNothing && !valueMayBeMissing.has(kind))
    return refuse('ValueShouldBeSpecified', `A ${kind} needs a -Value.`);
  if (isNothing && valueMayBeMissing.has(kind) && (secondValue === undefined || secondValue === null))
    return refuse('ValueAndSecondValueAreNotBothNull', `A ${kind} needs a -Value or a -SecondValue.`);
  return {
    kind,
    name,
    value: code(ctx, kind, value),
    ...(secondValue === undefined ? {} : { secondValue: code(ctx, kind, secondValue) }),
  };
}

function code(ctx: CmdletContext, kind: ExtendedMemberKind, value: PSValue): PSValue {
  const types = typeSystemOf(ctx.engine);
  if (blockKinds.has(kind)) {
    if (value === null || value === undefined || value instanceof ScriptBlock) return value ?? null;
    const type = types.findType('scriptblock');
    const made = type ? types.convert(value, type) : null;
    return made instanceof Promise ? null : made;
  }
  if (kind === 'AliasProperty') return typeof value === 'object' ? value : types.toText(value);
  if (kind !== 'CodeProperty' && kind !== 'CodeMethod') return value ?? null;
  return new NativeCode((engine, self, args) => typeSystemOf(engine).invoke(value, 'Invoke', [null, [self, ...args]]));
}
