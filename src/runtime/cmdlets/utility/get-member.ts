import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { wildcardMatcher } from '../../commands/wildcard-name.ts';
import { listMembers, listStaticMembers, type MemberView } from '../../members/member-list.ts';
import { typeNamesFor } from '../../types/type-names.ts';
import { typeOf } from '../../types/type-of.ts';
import { MemberDefinition } from '../../values/member-definition.ts';
import { NetType } from '../../values/net-type.ts';
import type { PSMember, PSMemberKind } from '../../values/ps-member.ts';
import { baseOf } from '../../values/ps-object.ts';

/** Kinds that a value of PSMemberTypes stands for. */
const kindsOf: Readonly<Record<string, readonly PSMemberKind[]>> = {
  properties: ['AliasProperty', 'CodeProperty', 'Property', 'NoteProperty', 'ScriptProperty'],
  methods: ['Method', 'CodeMethod', 'ScriptMethod'],
};

/** Get-Member: the properties and methods of objects. */
export const getMember = defineCmdlet({
  name: 'Get-Member',
  aliases: ['gm'],
  synopsis: 'Lists the properties and methods of objects.',
  outputs: ['Microsoft.PowerShell.Commands.MemberDefinition'],
  effects: ['none'],
  parameters: {
    InputObject: parameter(type.psobject, { pipeline: 'value', help: 'The objects; each type is listed once.' }),
    Name: parameter(type.strings, {
      position: 0,
      validate: [{ kind: 'notNullOrEmpty' }],
      supportsWildcards: true,
      help: 'Names; wildcards are allowed.',
    }),
    MemberType: parameter(type.enumOf('System.Management.Automation.PSMemberTypes'), {
      aliases: ['Type'],
      help: 'Kinds of members.',
    }),
    View: parameter(type.enumOf('System.Management.Automation.PSMemberViewTypes'), {
      help: 'Extended, Adapted, Base or All.',
    }),
    Static: parameter(type.switch, { help: 'The static members of the type.' }),
    Force: parameter(type.switch, { help: 'Also hidden members and accessors.' }),
  },
  examples: [{ title: 'One property', code: "('text' | Get-Member Length).Definition", output: 'int Length {get;}' }],
  invoke(ctx) {
    const listed = new Set<string>();
    let any = false;
    return {
      *process({ InputObject, Name, MemberType, View, Static, Force }) {
        if (InputObject === null || InputObject === undefined) return;
        any = true;
        const base = baseOf(InputObject);
        const isType = Static && base instanceof NetType;
        const typeName = isType ? base.fullName : Static ? typeOf(base).fullName : (typeNamesFor(InputObject)[0] ?? '');
        if (listed.has(typeName)) return;
        listed.add(typeName);
        const members = Static
          ? listStaticMembers(isType ? base : typeOf(base))
          : listMembers(ctx.engine, InputObject, viewOf(View));
        const kinds = wantedKinds(MemberType);
        const shown = members.filter((member) => kinds?.has(member.kind) !== false && (Force || !isSpecial(member)));
        for (const matches of (Name ?? ['*']).map(wildcardMatcher)) {
          const found = shown.filter((member) => matches(member.name)).sort(byKindAndName);
          const definitions = found.map(
            (member) => new MemberDefinition(typeName, member.name, member.kind, member.definition(ctx.engine)),
          );
          if (Force && !Static) {
            const hidden = intrinsicMembers(typeName, members, viewOf(View));
            definitions.push(
              ...hidden.filter(({ name, memberType }) => matches(name) && kinds?.has(memberType) !== false),
            );
            definitions.sort((a, b) => byText(a.memberType, b.memberType) || byText(a.name, b.name));
          }
          yield* definitions;
        }
      },
      end() {
        if (any) return;
        return ctx.writeError({
          id: 'NoObjectInGetMember',
          category: 'CloseError',
          exceptionType: 'System.InvalidOperationException',
          message: 'There is no object whose members could be listed.',
        });
      },
    };
  },
});

function viewOf(view: string | undefined): MemberView {
  const names = view?.toLowerCase() ?? '';
  if (names.includes('extended') && !names.includes('adapted') && !names.includes('all')) return 'extended';
  if ((names.includes('adapted') || names.includes('base')) && !names.includes('extended') && !names.includes('all'))
    return 'adapted';
  return 'all';
}

function wantedKinds(types: string | undefined): ReadonlySet<PSMemberKind> | undefined {
  if (types === undefined) return undefined;
  const kinds = new Set<PSMemberKind>();
  for (const part of types.split(',')) {
    const name = part.trim();
    if (name.toLowerCase() === 'all') return undefined;
    // The enum has no other names than the kinds and their groups.
    for (const kind of kindsOf[name.toLowerCase()] ?? [name as PSMemberKind]) kinds.add(kind);
  }
  return kinds;
}

function isSpecial(member: PSMember): boolean {
  return member.isHidden || (member.kind === 'Method' && /^(?:get|set|add|remove|op)_/.test(member.name));
}

/** The members that every value has; Get-Member shows them with -Force only. */
function intrinsicMembers(typeName: string, members: readonly PSMember[], view: MemberView): MemberDefinition[] {
  if (view === 'adapted') return [];
  const isExtended = ({ kind, isInstance }: PSMember): boolean =>
    isInstance || !['Property', 'Method', 'ParameterizedProperty', 'Event'].includes(kind);
  const own = members.filter((member) => !isExtended(member)).map((member) => member.name);
  const extended = members.filter(isExtended).map((member) => member.name);
  const sets: readonly (readonly [string, readonly string[]])[] = [
    ['psadapted', own],
    ['psbase', own],
    ['psextended', extended],
    ['psobject', ['BaseObject', 'Members', 'Properties', 'Methods', 'ImmediateBaseObject', 'TypeNames']],
  ];
  const typeNames = 'System.Collections.ObjectModel.Collection`1[[System.String]] pstypenames{get=PSTypeNames;}';
  return [
    new MemberDefinition(typeName, 'pstypenames', 'CodeProperty', typeNames),
    ...sets.map(([name, names]) => new MemberDefinition(typeName, name, 'MemberSet', `${name} {${names.join(', ')}}`)),
  ];
}

const byText = (x: string, y: string): number => {
  const [a, b] = [x.toLowerCase(), y.toLowerCase()];
  return a < b ? -1 : a > b ? 1 : 0;
};

function byKindAndName(a: PSMember, b: PSMember): number {
  return byText(a.kind, b.kind) || byText(a.name, b.name);
}
