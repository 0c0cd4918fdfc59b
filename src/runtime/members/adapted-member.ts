import { fail } from '../errors/terminating-error.ts';
import { coreTypes } from '../types/core-types.ts';
import type { PropertyMember } from '../types/member.ts';
import { typeOf } from '../types/type-of.ts';
import { typeTable } from '../types/type-table.ts';
import type { AdaptedObject, AdaptedProperty } from '../values/adapted-object.ts';
import type { NetType } from '../values/net-type.ts';

/** A property that the content of an object makes up, as a member of its type. */
export function adaptedMember(object: AdaptedObject, property: AdaptedProperty): PropertyMember {
  const { name } = property;
  return {
    name,
    declaringType: typeOf(object),
    type: property.isSettable ? coreTypes().string : (typeNamed(property.typeName) ?? coreTypes().object),
    isStatic: false,
    isField: false,
    isHidden: false,
    get: () => property.value,
    ...(property.isSettable
      ? { set: (_engine, _self, value) => property.set(typeof value === 'string' ? value : '') }
      : {}),
  };
}

function typeNamed(name: string): NetType | undefined {
  return name.endsWith('[]') ? coreTypes().objectArray : typeTable().find(name);
}

/** Why a property of an adapted object cannot be set: an error of its own. */
export function adaptedRefusal(property: AdaptedProperty): void {
  const { restriction } = property;
  if (!restriction) return;
  throw fail({
    id: restriction.id,
    category: 'NotSpecified',
    message: restriction.message,
    exceptionType: 'System.Management.Automation.SetValueException',
  });
}
