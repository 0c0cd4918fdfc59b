import type { NetType } from '../values/net-type.ts';
import type { ExtendedMember } from '../values/ps-object.ts';
import type { ScriptBlock } from '../values/script-block.ts';
import { childOf, childrenOf, readXmlTree, textOf, type XmlNode } from '../xml/xml-leaf-tree.ts';
import { PropertySetData, TypeDefinition } from './type-definition.ts';

/** A type file that cannot be used. */
export class TypesXmlError extends Error {
  override readonly name = 'TypesXmlError';
}

/** What a type file needs of an engine. */
export interface TypesXmlContext {
  /** Makes a block of the text of a `<ScriptBlock>`. */
  compile(text: string): ScriptBlock;
  resolveType(name: string): NetType | undefined;
}

/** Elements that hold text and nothing else. */
const leaves = new Set([
  'Name',
  'Value',
  'ReferencedMemberName',
  'GetScriptBlock',
  'SetScriptBlock',
  'Script',
  'TypeName',
  'MethodName',
]);

/**
 * Reads the types of a type file (about_Types.ps1xml).
 *
 * @throws TypesXmlError or ClixmlError where the file is no type file
 */
export function loadTypesXml(text: string, context: TypesXmlContext): TypeDefinition[] {
  const root = readXmlTree(text, leaves);
  if (root.name !== 'Types') throw new TypesXmlError(`The root element is <${root.name}> instead of <Types>.`);
  return childrenOf(root, 'Type').map((node) => readType(node, context));
}

function readType(node: XmlNode, context: TypesXmlContext): TypeDefinition {
  const name = textOf(node, 'Name');
  if (!name) throw new TypesXmlError('A <Type> has no <Name>.');
  const definition = new TypeDefinition(name);
  const converter = textOf(childOf(node, 'TypeConverter'), 'TypeName');
  const type = converter === undefined ? undefined : context.resolveType(converter);
  if (type) definition.settings.typeConverter = type;
  for (const child of childOf(node, 'Members')?.children ?? []) {
    if (child.name === 'MemberSet' && textOf(child, 'Name')?.toLowerCase() === 'psstandardmembers') {
      for (const standard of childOf(child, 'Members')?.children ?? []) readStandard(standard, definition, context);
    } else definition.add(readMember(child, context));
  }
  return definition;
}

function required(node: XmlNode, name: string): string {
  const text = textOf(node, name);
  if (!text) throw new TypesXmlError(`A <${node.name}> has no <${name}>.`);
  return text;
}

function readMember(node: XmlNode, context: TypesXmlContext): ExtendedMember {
  const name = required(node, 'Name');
  switch (node.name) {
    case 'NoteProperty':
      return { kind: 'NoteProperty', name, value: childOf(node, 'Value')?.text ?? null };
    case 'AliasProperty':
      return { kind: 'AliasProperty', name, value: required(node, 'ReferencedMemberName') };
    case 'ScriptProperty': {
      const get = textOf(node, 'GetScriptBlock');
      const set = textOf(node, 'SetScriptBlock');
      return {
        kind: 'ScriptProperty',
        name,
        value: get === undefined ? null : context.compile(get),
        secondValue: set === undefined ? null : context.compile(set),
      };
    }
    case 'ScriptMethod':
      return { kind: 'ScriptMethod', name, value: context.compile(required(node, 'Script')) };
    case 'PropertySet':
      return { kind: 'PropertySet', name, value: [...propertyNames(node)] };
    default:
      throw new TypesXmlError(`<${node.name}> is no member that a type file can add here.`);
  }
}

function propertyNames(node: XmlNode): readonly string[] {
  return childrenOf(childOf(node, 'ReferencedProperties'), 'Name').map((child) => child.text.trim());
}

const propertySets = {
  defaultdisplaypropertyset: 'defaultDisplayPropertySet',
  defaultkeypropertyset: 'defaultKeyPropertySet',
  propertyserializationset: 'propertySerializationSet',
} as const;

/** A member of PSStandardMembers: how objects are shown and serialized. */
function readStandard(node: XmlNode, definition: TypeDefinition, context: TypesXmlContext): void {
  const name = required(node, 'Name').toLowerCase();
  const { settings, sets } = definition;
  const value = textOf(node, 'Value') ?? textOf(node, 'ReferencedMemberName') ?? '';
  const set = Object.entries(propertySets).find(([key]) => key === name);
  if (set) sets.set(set[1], new PropertySetData(propertyNames(node)));
  else if (name === 'defaultdisplayproperty') settings.defaultDisplayProperty = value;
  else if (name === 'serializationdepth') settings.serializationDepth = Number(value);
  else if (name === 'inheritpropertyserializationset')
    settings.inheritPropertySerializationSet = value.toLowerCase() === 'true';
  else if (name === 'stringserializationsource') settings.stringSerializationSource = value;
  else if (name === 'serializationmethod') {
    const method = (['AllPublicProperties', 'String', 'SpecificProperties'] as const).find(
      (known) => known.toLowerCase() === value.toLowerCase(),
    );
    if (method) settings.serializationMethod = method;
  } else if (name === 'targettypefordeserialization') {
    const type = context.resolveType(value);
    if (type) settings.targetTypeForDeserialization = type;
  }
}
