import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, runFlow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { elementsOf } from '../../members/enumerate.ts';
import { listMembers } from '../../members/member-list.ts';
import { typeNamesFor } from '../../types/type-names.ts';
import { typeSystemOf } from '../../types/type-system.ts';
import { Hashtable } from '../../values/hashtable.ts';
import { NetType } from '../../values/net-type.ts';
import { OrderedDictionary } from '../../values/ordered-dictionary.ts';
import { ExtendedEntry, type ExtendedMemberKind, ensureNotes, PSObject } from '../../values/ps-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { ScriptBlock } from '../../values/script-block.ts';

const withForce = ['MemberSet', 'NotePropertySingleMemberSet', 'NotePropertyMultiMemberSet'] as const;
const allSets = ['MemberSet', 'TypeNameSet', 'NotePropertySingleMemberSet', 'NotePropertyMultiMemberSet'] as const;
const input = { mandatory: true, pipeline: 'value' } as const;

const kinds = [
  'NoteProperty',
  'AliasProperty',
  'ScriptProperty',
  'ScriptMethod',
  'CodeProperty',
  'CodeMethod',
  'PropertySet',
  'MemberSet',
] as const;

interface NewMember {
  readonly kind: ExtendedMemberKind;
  readonly name: string;
  readonly value: PSValue;
  readonly secondValue: PSValue;
}

function refuse(ctx: CmdletContext, id: string, message: string): never {
  return ctx.throwTerminating({
    id,
    category: 'InvalidOperation',
    exceptionType: 'System.InvalidOperationException',
    message,
    target: null,
  });
}

/** Kinds that -SecondValue means nothing to. */
const withoutSecond = new Set<ExtendedMemberKind>([
  'CodeMethod',
  'MemberSet',
  'PropertySet',
  'ScriptMethod',
  'NoteProperty',
]);

const isNone = (value: PSValue): boolean => value === null || value === undefined;

/** What the parameters ask for, checked. */
function checked(ctx: CmdletContext, given: NewMember): NewMember {
  const { kind, value, secondValue: second } = given;
  const isProperty = kind === 'ScriptProperty' || kind === 'CodeProperty';
  const isBlock = (one: PSValue): boolean => isNone(one) || one instanceof ScriptBlock;
  if (withoutSecond.has(kind) && !isNone(second))
    refuse(ctx, 'Value2ShouldNotBeSpecified', `-SecondValue means nothing to a ${kind}.`);
  if (isProperty && isNone(value) && isNone(second))
    refuse(ctx, 'Value1AndValue2AreNotBothNull', `A ${kind} needs -Value or -SecondValue.`);
  if ((kind === 'ScriptMethod' || kind === 'AliasProperty') && isNone(value))
    refuse(ctx, 'Value1ShouldNotBeNull', `${kind} needs a -Value.`);
  const fits =
    kind === 'ScriptMethod' || kind === 'ScriptProperty'
      ? isBlock(value) && isBlock(second)
      : !(typeof value === 'string' && (kind === 'CodeProperty' || kind === 'CodeMethod' || kind === 'MemberSet'));
  if (!fits) refuse(ctx, 'ConvertToFinalInvalidCastException', `The -Value does not fit a ${kind}.`);
  return given;
}

/** Adds one member; an existing one is an error unless `force`. Answers whether it was added. */
function* add(ctx: CmdletContext, target: object, given: NewMember, force: boolean): Flow<boolean> {
  const { properties } = ensureNotes(target);
  const key = given.name.toLowerCase();
  const exists =
    properties.has(given.name) || listMembers(ctx.engine, target).some((found) => found.name.toLowerCase() === key);
  const replaceable = properties.has(given.name) || !exists || force;
  if (exists && (!force || !replaceable)) {
    yield* settle(
      ctx.writeError({
        id: 'MemberAlreadyExists',
        category: 'InvalidOperation',
        exceptionType: 'System.InvalidOperationException',
        message: `The object has a member named "${given.name}" already; -Force replaces one that was added.`,
        target,
      }),
    );
    return false;
  }
  // What is replaced goes to the end.
  if (exists) properties.delete(given.name);
  if (given.kind === 'NoteProperty') properties.set(given.name, given.value ?? null);
  else
    properties.set(
      given.name,
      new ExtendedEntry({
        kind: given.kind,
        name: given.name,
        value: memberValue(ctx, given),
        secondValue: secondValue(ctx, given),
      }),
    );
  return true;
}

function memberValue(ctx: CmdletContext, given: NewMember): PSValue {
  if (given.kind === 'AliasProperty') return typeSystemOf(ctx.engine).toText(given.value);
  if (given.kind === 'PropertySet') return [...(elementsOf(given.value) ?? [given.value])];
  return given.value ?? null;
}

/** A setter, or of an alias the type it converts to. */
function secondValue(ctx: CmdletContext, given: NewMember): PSValue {
  const { secondValue: second } = given;
  if (given.kind !== 'AliasProperty' || second === null || second === undefined || second instanceof NetType)
    return second ?? null;
  const name = typeSystemOf(ctx.engine).toText(second);
  const type = ctx.engine.resolveType(name);
  if (!type) refuse(ctx, 'InvalidCastFromStringToType', `There is no type '${name}'.`);
  return type;
}

/** Values without identity get a wrapper that carries the members. */
function carrier(value: PSValue): object {
  if (typeof value === 'object' && value !== null) return value;
  return new PSObject(value);
}

const memberTypes = new Set(
  'AliasProperty CodeProperty Property NoteProperty ScriptProperty Properties PropertySet Method CodeMethod ScriptMethod Methods ParameterizedProperty MemberSet Event Dynamic InferredProperty All'
    .toLowerCase()
    .split(' '),
);

/** `Add-Member ScriptMethod Name { }`: the first argument is the kind of member then, not the name of a note. */
function noMemberType(value: PSValue): string | undefined {
  const name = String(value);
  return memberTypes.has(name.toLowerCase()) ? `${name} is a kind of member, not a name.` : undefined;
}

/** Add-Member: adds properties, methods or a type name to an object. */
export const addMember = defineCmdlet({
  name: 'Add-Member',
  synopsis: 'Adds properties and methods to objects.',
  defaultParameterSet: 'TypeNameSet',
  effects: ['none'],
  parameters: {
    InputObject: parameter(type.psobject, {
      sets: Object.fromEntries(allSets.map((set) => [set, input])),
      help: 'The objects.',
    }),
    MemberType: parameter(type.enumOf<ExtendedMemberKind>('System.Management.Automation.PSMemberTypes'), {
      aliases: ['Type'],
      sets: { MemberSet: { mandatory: true, position: 0 } },
      help: 'The kind of member.',
    }),
    Name: parameter(type.string, { sets: { MemberSet: { mandatory: true, position: 1 } }, help: 'The name.' }),
    Value: parameter(type.object, { sets: { MemberSet: { position: 2 } }, help: 'The value, getter or method.' }),
    SecondValue: parameter(type.object, {
      sets: { MemberSet: { position: 3 } },
      help: 'The setter, or the type an alias converts to.',
    }),
    TypeName: parameter(type.string, {
      sets: {
        TypeNameSet: { mandatory: true },
        MemberSet: {},
        NotePropertySingleMemberSet: {},
        NotePropertyMultiMemberSet: {},
      },
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'A type name put in front of those the object has.',
    }),
    Force: parameter(type.switch, { set: withForce, help: 'Replaces members that were added before.' }),
    PassThru: parameter(type.switch, { set: allSets, help: 'Writes the objects.' }),
    NotePropertyName: parameter(type.string, {
      sets: { NotePropertySingleMemberSet: { mandatory: true, position: 0 } },
      validate: [{ kind: 'notNullOrEmpty' }, { kind: 'check', check: noMemberType, passOver: true }],
      help: 'Name of a note.',
    }),
    NotePropertyValue: parameter(type.object, {
      sets: { NotePropertySingleMemberSet: { mandatory: true, position: 1 } },
      allowNull: true,
      help: 'Value of the note.',
    }),
    NotePropertyMembers: parameter(type.dictionary, {
      sets: { NotePropertyMultiMemberSet: { mandatory: true, position: 0 } },
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Notes by name.',
    }),
  },
  examples: [{ title: 'A note', code: '(Get-Item / | Add-Member Color red -PassThru).Color', output: 'red' }],
  invoke: (ctx) => ({
    process: (args) => runFlow(addTo(ctx, args)),
  }),
});

interface AddMemberArguments {
  readonly InputObject?: PSValue;
  readonly MemberType?: ExtendedMemberKind | undefined;
  readonly Name?: string | undefined;
  readonly Value?: PSValue;
  readonly SecondValue?: PSValue;
  readonly TypeName?: string | undefined;
  readonly Force?: boolean | undefined;
  readonly PassThru?: boolean | undefined;
  readonly NotePropertyName?: string | undefined;
  readonly NotePropertyValue?: PSValue;
  readonly NotePropertyMembers?: PSValue;
}

function* addTo(ctx: CmdletContext, args: AddMemberArguments): Flow<void> {
  const target = carrier(args.InputObject);
  const members: NewMember[] = [];
  if (ctx.parameterSetName === 'MemberSet') {
    const kind = args.MemberType ?? 'NoteProperty';
    if (!kinds.includes(kind)) refuse(ctx, 'CannotAddMemberType', `Members of the kind ${kind} cannot be added.`);
    members.push(checked(ctx, { kind, name: args.Name ?? '', value: args.Value, secondValue: args.SecondValue }));
  } else if (ctx.parameterSetName === 'NotePropertySingleMemberSet')
    members.push({
      kind: 'NoteProperty',
      name: args.NotePropertyName ?? '',
      value: args.NotePropertyValue,
      secondValue: null,
    });
  else if (args.NotePropertyMembers instanceof Hashtable || args.NotePropertyMembers instanceof OrderedDictionary)
    for (const entry of args.NotePropertyMembers.entries())
      members.push({
        kind: 'NoteProperty',
        name: typeSystemOf(ctx.engine).toText(entry.key),
        value: entry.value,
        secondValue: null,
      });
  let added = true;
  for (const one of members) added = (yield* add(ctx, target, one, args.Force === true)) && added;
  if (args.TypeName) {
    const notes = ensureNotes(target);
    const names = notes.typeNames ?? [...typeNamesFor(target)];
    notes.typeNames = [args.TypeName, ...names.filter((name) => name !== args.TypeName)];
  }
  if (args.PassThru && added) yield* settle(ctx.write(target));
}
