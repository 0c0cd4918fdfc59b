import type { EngineContext } from '../engine.ts';
import { isProperty, type PropertyMember } from '../types/member.ts';
import { displayTypeName } from '../types/type-names.ts';
import { typeOf } from '../types/type-of.ts';
import { typeSystemOf } from '../types/type-system.ts';
import { NetType } from '../values/net-type.ts';
import { PSMember } from '../values/ps-member.ts';
import {
  baseOf,
  ExtendedEntry,
  type ExtendedMember,
  notesOf,
  type PropertyBag,
  PSObject,
} from '../values/ps-object.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import { ScriptBlock } from '../values/script-block.ts';
import { callExtended, extendedValue, setExtended } from './extended-value.ts';
import type { FoundMember } from './find-member.ts';
import { readProperty } from './get-member.ts';
import { methodNotFound, propertyAssignment } from './member-errors.ts';
import { PSMethod } from './ps-method.ts';
import { setNetProperty } from './set-member.ts';

/** PSProperty: a .NET property of a value. */
export class NetPropertyInfo extends PSMember {
  readonly target: PSValue;
  readonly property: PropertyMember;

  constructor(target: PSValue, property: PropertyMember) {
    super(property.name, 'Property', true);
    this.target = target;
    this.property = property;
    this.isHidden = property.isHidden;
  }

  get access(): { readonly get: boolean; readonly set: boolean } {
    return { get: this.property.get !== undefined, set: this.property.set !== undefined };
  }

  typeNameOfValue(): string {
    return this.property.type.fullName;
  }

  getValue(engine: EngineContext): Eventually<PSValue> {
    return readProperty(engine, baseOf(this.target), this.property);
  }

  setValue(engine: EngineContext, value: PSValue): Eventually<void> {
    return setNetProperty(engine, baseOf(this.target), this.property, value);
  }

  invoke(): never {
    throw methodNotFound(this.name, this.name);
  }

  detail(): PSValue {
    return null;
  }

  definition(): string {
    const { get, set } = this.access;
    const head = this.property.isStatic ? 'static ' : '';
    return `${head}${displayTypeName(this.property.type)} ${this.name} {${get ? 'get;' : ''}${set ? 'set;' : ''}}`;
  }
}

/** PSNoteProperty, of a value or not yet of one. */
export class NoteInfo extends PSMember {
  #bag: PropertyBag | undefined;
  #value: PSValue;

  /** `isAdapted`: a snapshot's copy of what its class had, which counts as a Property. */
  constructor(name: string, bag: PropertyBag | undefined, value: PSValue = null, isAdapted = false) {
    super(name, isAdapted ? 'Property' : 'NoteProperty', true);
    this.#bag = bag;
    this.#value = value;
  }

  readonly access: { readonly get: boolean; readonly set: boolean } = { get: true, set: true };

  get value(): PSValue {
    return (this.#bag ? this.#bag.get(this.name) : this.#value) ?? null;
  }

  typeNameOfValue(): string {
    const value = this.value;
    return value === null ? 'System.Object' : typeOf(value).fullName;
  }

  getValue(): PSValue {
    return this.value;
  }

  setValue(_engine: EngineContext, value: PSValue): void {
    if (this.#bag) this.#bag.set(this.name, value ?? null);
    else this.#value = value ?? null;
  }

  /** The same note as a member of an object. */
  attach(bag: PropertyBag): void {
    bag.set(this.name, this.value);
    this.#bag ??= bag;
  }

  invoke(): never {
    throw methodNotFound(this.name, this.name);
  }

  detail(): PSValue {
    return null;
  }

  definition(engine: EngineContext): string {
    const value = this.value;
    const type = value === null ? 'object' : displayTypeName(typeOf(value));
    return `${type} ${this.name}=${value === null ? 'null' : typeSystemOf(engine).toText(value)}`;
  }
}

/** Script, code and alias members, property and member sets; `target` is undefined before it belongs to a value. */
export class ExtendedInfo extends PSMember {
  readonly target: PSValue;
  readonly member: ExtendedMember;

  constructor(target: PSValue, member: ExtendedMember, isInstance: boolean) {
    super(member.name, member.kind, isInstance);
    this.target = target;
    this.member = member;
    this.isHidden = member.hidden ?? false;
  }

  get access(): { readonly get: boolean; readonly set: boolean } {
    const { kind, value, secondValue } = this.member;
    if (kind === 'AliasProperty') return { get: true, set: true };
    if (kind !== 'ScriptProperty' && kind !== 'CodeProperty') return { get: false, set: false };
    return { get: value !== null && value !== undefined, set: secondValue !== null && secondValue !== undefined };
  }

  typeNameOfValue(engine: EngineContext): string {
    const { kind, value, secondValue } = this.member;
    if (kind !== 'AliasProperty')
      return kind.endsWith('Set') ? `System.Management.Automation.PS${kind}` : 'System.Object';
    if (secondValue instanceof NetType) return secondValue.fullName;
    const found = memberNamed(engine, this.target, typeSystemOf(engine).toText(value));
    return found?.typeNameOfValue(engine) ?? 'System.Object';
  }

  getValue(engine: EngineContext): Eventually<PSValue> {
    return this.kind.endsWith('Method') || this.kind.endsWith('Set')
      ? this
      : extendedValue(engine, this.target, this.member);
  }

  setValue(engine: EngineContext, value: PSValue): Eventually<void> {
    return setExtended(engine, this.target, this.member, value);
  }

  invoke(engine: EngineContext, args: readonly PSValue[]): Eventually<PSValue> {
    if (!this.kind.endsWith('Method')) throw methodNotFound(this.name, this.name);
    return callExtended(engine, this.target, this.member, args);
  }

  detail(name: string): PSValue {
    const { kind, value, secondValue } = this.member;
    switch (name) {
      case 'OverloadDefinitions':
        return kind.endsWith('Method') ? [this.#methodText()] : null;
      case 'ReferencedMemberName':
        return kind === 'AliasProperty' ? value : null;
      case 'ConversionType':
        return kind === 'AliasProperty' ? (secondValue ?? null) : null;
      case 'SetterScript':
        return secondValue ?? null;
      default:
        return value;
    }
  }

  #methodText(): string {
    return `System.Object ${this.name}();`;
  }

  definition(engine: EngineContext): string {
    const { kind, value, secondValue } = this.member;
    const types = typeSystemOf(engine);
    switch (kind) {
      case 'AliasProperty':
        return secondValue instanceof NetType
          ? `${this.name} = (${displayTypeName(secondValue)})${types.toText(value)}`
          : `${this.name} = ${types.toText(value)}`;
      case 'ScriptMethod':
      case 'CodeMethod':
        return this.#methodText();
      case 'PropertySet':
        return `${this.name} {${(Array.isArray(value) ? value : []).map((v) => types.toText(v)).join(', ')}}`;
      case 'MemberSet':
        return `${this.name} {}`;
      default: {
        const set = secondValue instanceof ScriptBlock ? `set=${types.toText(secondValue)};` : '';
        return `System.Object ${this.name} {get=${value instanceof ScriptBlock ? types.toText(value) : ''};${set}}`;
      }
    }
  }
}

/** What reading a method, property set or member set of type data gives. */
export function memberInfoOf(_engine: EngineContext, target: PSValue, member: ExtendedMember): PSMember {
  return new ExtendedInfo(target, member, false);
}

/** The member object for a found member. */
export function infoOf(target: PSValue, name: string, found: FoundMember): PSMember {
  if (found.kind === 'note') return new NoteInfo(found.bag.names[found.bag.indexOf(name)] ?? name, found.bag);
  if (found.kind === 'extended') return new ExtendedInfo(target, found.member, found.isInstance);
  return isProperty(found.member) ? new NetPropertyInfo(target, found.member) : new PSMethod(target, found.member);
}

/** The own members of a value as objects: its notes, in order. */
export function ownMembers(target: PSValue): PSMember[] {
  const bag = notesOf(target)?.properties ?? notesOf(baseOf(target))?.properties;
  if (!bag) return [];
  const adapted = target instanceof PSObject ? target.adapted : undefined;
  return bag.names.map((name, i) => {
    const entry = bag.values[i];
    if (entry instanceof ExtendedEntry) return new ExtendedInfo(target, entry.member, true);
    return new NoteInfo(name, bag, null, adapted?.has(name.toLowerCase()) ?? false);
  });
}

function memberNamed(engine: EngineContext, target: PSValue, name: string): PSMember | undefined {
  return typeSystemOf(engine).members(target).find(name);
}

/** Adds a member object to a value's own bag. */
export function attachMember(bag: PropertyBag, member: PSMember): void {
  if (member instanceof NoteInfo) member.attach(bag);
  else if (member instanceof ExtendedInfo) bag.set(member.name, new ExtendedEntry(member.member));
  else throw propertyAssignment(member.name, 'readOnly');
}
