import type { EngineContext } from '../../engine.ts';
import type { NetCollection } from '../../values/net-list.ts';
import { OrderedHashtable } from '../../values/ordered-hashtable.ts';
import { PlainView } from '../../values/plain-view.ts';
import { PSObjectView } from '../../values/ps-member.ts';
import { baseOf, PSObject } from '../../values/ps-object.ts';
import { PSReference } from '../../values/ps-reference.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { coreTypes } from '../core-types.ts';
import { defineType, type TypeSpec } from '../define-type.ts';
import { entriesIn } from '../system-collections/table-members.ts';
import { typeOf } from '../type-of.ts';
import { typeSystemOf } from '../type-system.ts';
import { typeTable } from '../type-table.ts';

/** A copy with notes of its own; what is wrapped is copied where it can be. */
function copyOf(engine: EngineContext, target: PSValue): PSValue {
  if (!(target instanceof PSObject)) {
    const base = baseOf(target);
    const cloneable = typeof base === 'object' && base !== null && !(base instanceof PSObject);
    return cloneable ? cloneOf(engine, base) : target;
  }
  const copy = new PSObject(target.base, target.properties.clone());
  copy.typeNames = target.typeNames && [...target.typeNames];
  return copy;
}

function cloneOf(engine: EngineContext, base: object): PSValue {
  try {
    return typeSystemOf(engine).invoke(base, 'Clone', []) as PSValue;
  } catch {
    return base;
  }
}

function namesOf(engine: EngineContext, view: PSObjectView): NetCollection {
  return typeSystemOf(engine).typeNameList(view.target) as NetCollection;
}

/** What `[psobject]$x` hides: the value itself. */
const bare = (view: PSObjectView): PSValue => baseOf(view.target);

/** PSObject, PSCustomObject, `psobject` and `psbase` views, PSReference. */
export const psObjectTypes: readonly TypeSpec[] = [
  defineType({
    name: 'System.Management.Automation.PSObject',
    jsClass: PSObjectView,
    interfaces: 'IComparable, IFormattable, ISerializable',
    members: {
      'new()': () => new PSObject(),
      'new(int instanceMemberCapacity)': () => new PSObject(),
      'new(object obj)': (obj) => (obj instanceof PSObject ? obj : new PSObject(obj)),
      'prop Members object get': (v: PSObjectView) => v.members,
      'prop Properties object get': (v: PSObjectView) => v.properties,
      'prop Methods object get': (v: PSObjectView) => v.methods,
      'prop ImmediateBaseObject object get': bare,
      'prop BaseObject object get': bare,
      'prop TypeNames Collection<string> get'(v: PSObjectView) {
        return namesOf(this, v);
      },
      'static field AdaptedMemberSetName string': () => 'psadapted',
      'static field BaseObjectMemberSetName string': () => 'psbase',
      'static field ExtendedMemberSetName string': () => 'psextended',
      'static AsPSObject(object obj) PSObject': (obj) => (typeof obj === 'object' ? obj : new PSObject(obj)),
      'Copy() PSObject'(v: PSObjectView) {
        return copyOf(this, v.target);
      },
      'ToString() string'(v: PSObjectView) {
        return typeSystemOf(this).toText(v.target);
      },
    },
  }),
  defineType({
    name: 'System.Management.Automation.PSCustomObject',
    jsClass: PSObject,
    isAbstract: true,
    // In PowerShell Equals compares what is inside, which no two custom objects share.
    members: { 'ToString() string': () => '', 'Equals(object obj) bool': () => false },
  }),
  defineType({ name: 'System.Management.Automation.PSMemberSet', jsClass: PlainView }),
  defineType({
    name: 'System.Management.Automation.PSReference',
    jsClass: PSReference,
    typeNameOf: ({ value }: PSReference) =>
      typeTable().instantiate(typeTable().get('System.Management.Automation.PSReference`1'), [typeOf(value)]),
    members: {
      'new(object value)': (value) => PSReference.of(value),
      'prop Value object get set': {
        get: (r: PSReference) => r.value,
        set: (r: PSReference, v) => {
          r.value = v;
        },
      },
    },
  }),
  defineType({ name: 'System.Management.Automation.PSReference<T>', base: 'PSReference' }),
  defineType({
    name: 'System.Management.Automation.Language.NullString',
    members: { 'static prop Value NullString get': () => null },
  }),
  defineType({
    name: 'System.Management.Automation.PSPrimitiveDictionary',
    base: 'System.Collections.Hashtable',
    members: {
      'new()'() {
        return typeSystemOf(this).construct(coreTypes().hashtable, []);
      },
      'new(Hashtable other)': (other) => other,
    },
  }),
  defineType({
    name: 'System.Management.Automation.OrderedHashtable',
    base: 'System.Collections.Hashtable',
    isSealed: true,
    jsClass: OrderedHashtable,
    members: {
      'new()': () => new OrderedHashtable(),
      'new(int capacity)': () => new OrderedHashtable(),
      'new(IDictionary dictionary)': (dictionary) => {
        const table = new OrderedHashtable();
        for (const [key, value] of entriesIn(dictionary)) table.set(key, value);
        return table;
      },
    },
  }),
];
