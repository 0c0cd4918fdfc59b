import type { EngineContext } from '../engine.ts';
import { coreTypes } from '../types/core-types.ts';
import { typeNamesOf } from '../types/type-names.ts';
import { typeOf } from '../types/type-of.ts';
import { typeTable } from '../types/type-table.ts';
import { NetCollection } from '../values/net-list.ts';
import { PlainView } from '../values/plain-view.ts';
import { PSMemberCollection } from '../values/ps-member.ts';
import { ensureNotes, notesOf, PSObject } from '../values/ps-object.ts';
import type { PSValue } from '../values/ps-value.ts';
import { listMembers, memberSource, objectView } from './member-list.ts';

/** `psobject`, `psbase`, `psadapted`, `psextended` and `pstypenames` of any value; undefined for other names. */
export function intrinsicView(engine: EngineContext, target: PSValue, name: string): PSValue {
  switch (name.toLowerCase()) {
    case 'psobject':
      return objectView(engine, target);
    case 'psbase':
    case 'psadapted':
      return new PlainView(target);
    case 'psextended': {
      const source = memberSource(engine, target);
      return new PSMemberCollection({ ...source, list: () => listMembers(engine, target, 'extended') }, 'PSMemberInfo');
    }
    case 'pstypenames':
      return typeNameList(target);
    default:
      return undefined;
  }
}

/** `pstypenames`: a list that changes the value's own type names when a script changes it. */
export function typeNameList(target: PSValue): NetCollection {
  const notes = notesOf(target);
  if (notes?.typeNames) return listOfNames(notes.typeNames);
  const names = [...typeNamesOf(typeOf(target))];
  const keeps = target instanceof PSObject || (typeof target === 'object' && target !== null);
  if (keeps) (target instanceof PSObject ? target : ensureNotes(target)).typeNames = names;
  return listOfNames(names);
}

function listOfNames(names: string[]): NetCollection {
  const list = new NetCollection(names);
  const table = typeTable();
  list.netType = table.instantiate(table.get('System.Collections.ObjectModel.Collection`1'), [coreTypes().string]);
  return list;
}
