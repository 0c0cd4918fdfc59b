import type { EngineContext } from '../engine.ts';
import { NetException } from '../errors/net-exception.ts';
import { IndexerGroup, isProperty, type TypeMember } from '../types/member.ts';
import { membersOf } from '../types/members-of.ts';
import { typeOf } from '../types/type-of.ts';
import { typeTable } from '../types/type-table.ts';
import { AdaptedObject } from '../values/adapted-object.ts';
import { type PSMember, PSMemberCollection, type PSMemberSource, PSObjectView } from '../values/ps-member.ts';
import { baseOf, ensureNotes, notesOf, PSObject } from '../values/ps-object.ts';
import type { PSValue } from '../values/ps-value.ts';
import { adaptedMember } from './adapted-member.ts';
import { findMember } from './find-member.ts';
import { attachMember, ExtendedInfo, infoOf, NetPropertyInfo, ownMembers } from './member-info.ts';
import { PSMethod } from './ps-method.ts';
import { typeDataOf } from './type-data-of.ts';

/** Which members: all, those of the object and type data, or those of the .NET type. */
export type MemberView = 'all' | 'extended' | 'adapted';

/** The members of a value in the order of `psobject.Members`: own notes, type data, properties and methods of the type. */
export function listMembers(engine: EngineContext, target: PSValue, view: MemberView = 'all'): PSMember[] {
  const found: PSMember[] = [];
  const names = new Set<string>();
  const add = (member: PSMember): void => {
    const key = member.name.toLowerCase();
    if (names.has(key)) return;
    names.add(key);
    found.push(member);
  };
  if (view !== 'adapted') {
    for (const member of ownMembers(target)) add(member);
    for (const member of typeDataOf(engine).membersOf(target)) add(new ExtendedInfo(target, member, false));
  }
  if (view !== 'extended') for (const member of netMembers(target)) add(member);
  return found;
}

/** What is left of the methods of an object that came from elsewhere. */
const snapshotMethods: ReadonlySet<string> = new Set(['GetType', 'ToString']);

/** The members of the value's type: properties, then methods. */
function netMembers(target: PSValue): PSMember[] {
  const base = baseOf(target);
  const all = membersOf(typeOf(base)).all(false);
  const isData = (m: TypeMember): boolean => isProperty(m) || m instanceof IndexerGroup;
  if (target instanceof PSObject && target.adapted !== undefined)
    return all.filter((m) => snapshotMethods.has(m.name)).map((m) => new PSMethod(target, m));
  const data = adaptedMembers(base) ?? all.filter(isData);
  return [...data, ...all.filter((m) => !isData(m))].map((m) =>
    isProperty(m) ? new NetPropertyInfo(target, m) : new PSMethod(target, m),
  );
}

/** Properties that the content of a value makes up; undefined where there are none. */
function adaptedMembers(base: PSValue): TypeMember[] | undefined {
  if (!(base instanceof AdaptedObject)) return undefined;
  const found = [...base.adaptedProperties()].map((p) => adaptedMember(base, p));
  return found.length > 0 ? found : undefined;
}

/** What the content of a value hides of its type: `psobject` has it all the same. */
function hiddenByContent(target: PSValue): PSMember[] {
  const base = baseOf(target);
  if (!adaptedMembers(base)) return [];
  return membersOf(typeOf(base))
    .all(false)
    .filter(isProperty)
    .map((m) => new NetPropertyInfo(target, m));
}

/** The static members of a type as objects (Get-Member -Static). */
export function listStaticMembers(type: Parameters<typeof membersOf>[0]): PSMember[] {
  const members = membersOf(type)
    .all(true)
    .map((m) => (isProperty(m) ? new NetPropertyInfo(null, m) : new PSMethod(type, m, true)));
  return membersOf(type).constructors.length > 0 ? [PSMethod.constructors(type), ...members] : members;
}

const propertyKinds = new Set(['AliasProperty', 'CodeProperty', 'Property', 'NoteProperty', 'ScriptProperty']);
const methodKinds = new Set(['Method', 'CodeMethod', 'ScriptMethod']);

/** Whether a member counts as a property (`psobject.Properties`). */
export function isPropertyKind(member: PSMember): boolean {
  return propertyKinds.has(member.kind);
}

/** Live access to the members of a value. */
export function memberSource(
  engine: EngineContext,
  target: PSValue,
  accepts: (m: PSMember) => boolean = () => true,
): PSMemberSource {
  return {
    list: () => [...listMembers(engine, target), ...hiddenByContent(target)].filter((m) => accepts(m) && !m.isHidden),
    find(name) {
      const found = findMember(engine, target, baseOf(target), name);
      const member = found && infoOf(target, name, found);
      return member && accepts(member) ? member : undefined;
    },
    add(member) {
      const notes = target instanceof PSObject ? target : ensureNotes(objectOf(target));
      if (notes.properties.has(member.name)) {
        throw new NetException(
          'System.Management.Automation.ExtendedTypeSystemException',
          `The object already has a member named '${member.name}'.`,
        );
      }
      attachMember(notes.properties, member);
    },
    remove(name) {
      (notesOf(target) ?? notesOf(baseOf(target)))?.properties.delete(name);
    },
  };
}

function objectOf(target: PSValue): object {
  const base = baseOf(target);
  if (typeof base === 'object' && base !== null) return base;
  throw new NetException(
    'System.Management.Automation.ExtendedTypeSystemException',
    'A member cannot be added to a bare value; wrap it first, as [psobject] or Add-Member -PassThru do.',
  );
}

/** `$value.psobject` */
export function objectView(engine: EngineContext, target: PSValue): PSObjectView {
  const view = new PSObjectView(
    target,
    new PSMemberCollection(memberSource(engine, target), 'PSMemberInfo'),
    new PSMemberCollection(memberSource(engine, target, isPropertyKind), 'PSPropertyInfo'),
    new PSMemberCollection(
      memberSource(engine, target, (m) => methodKinds.has(m.kind)),
      'PSMethodInfo',
    ),
  );
  const table = typeTable();
  const definition = table.get('System.Management.Automation.PSMemberInfoIntegratingCollection`1');
  for (const part of [view.members, view.properties, view.methods]) {
    part.netType = table.instantiate(definition, [table.get(`System.Management.Automation.${part.elementType}`)]);
  }
  return view;
}
