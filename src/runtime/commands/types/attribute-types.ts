import { defineType, type TypeSpec } from '../../types/define-type.ts';
import { ignoreCaseKey } from '../../values/equality-key.ts';
import { PlainDictionary } from '../../values/net-dictionary.ts';
import { NetCollection } from '../../values/net-list.ts';
import { NetObject } from '../../values/net-object.ts';
import type { NetType } from '../../values/net-type.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { AttributeObject } from '../attribute-object.ts';

const prefix = 'System.Management.Automation.';

/** A property of an attribute: given by name, by position, or its default. */
interface AttributeProperty {
  readonly name: string;
  readonly type: string;
  readonly otherwise: PSValue;
  /** Index of the constructor argument that gives it; `all` for a params array. */
  readonly at?: number | 'all';
}

/** An attribute as its constructors and properties. */
export interface AttributeSpec {
  readonly name: string;
  /** `System.Management.Automation.` where left out; those of other namespaces derive from System.Attribute. */
  readonly namespace?: string;
  readonly base?: string;
  readonly constructors: readonly string[];
  readonly properties: readonly AttributeProperty[];
}

const flag = (name: string, otherwise = false): AttributeProperty => ({ name, type: 'bool', otherwise });
/** A text property of an attribute. */
export const text = (name: string, otherwise: PSValue = null, at?: number): AttributeProperty =>
  at === undefined ? { name, type: 'string', otherwise } : { name, type: 'string', otherwise, at };

const enumerated = 'ValidateEnumeratedArgumentsAttribute';
const validating = 'ValidateArgumentsAttribute';

/** The attributes of parameters and commands (about_Functions_Advanced_Parameters). */
const specs: readonly AttributeSpec[] = [
  {
    name: 'ParameterAttribute',
    constructors: ['new()'],
    properties: [
      { name: 'Position', type: 'int', otherwise: -2147483648 },
      text('ParameterSetName', '__AllParameterSets'),
      flag('Mandatory'),
      flag('ValueFromPipeline'),
      flag('ValueFromPipelineByPropertyName'),
      flag('ValueFromRemainingArguments'),
      text('HelpMessage'),
      text('HelpMessageBaseName'),
      text('HelpMessageResourceId'),
      flag('DontShow'),
    ],
  },
  {
    name: 'CmdletBindingAttribute',
    constructors: ['new()'],
    properties: [
      text('DefaultParameterSetName'),
      flag('SupportsShouldProcess'),
      flag('SupportsPaging'),
      flag('SupportsTransactions'),
      flag('PositionalBinding', true),
      text('HelpUri'),
      { name: 'ConfirmImpact', type: 'object', otherwise: 'Medium' },
    ],
  },
  {
    name: 'AliasAttribute',
    constructors: ['new(params string[] aliasNames)'],
    properties: [{ name: 'AliasNames', type: 'object', otherwise: [], at: 'all' }],
  },
  {
    name: 'OutputTypeAttribute',
    constructors: ['new(params object[] type)'],
    properties: [
      { name: 'Type', type: 'object', otherwise: [], at: 'all' },
      { name: 'ParameterSetName', type: 'object', otherwise: [] },
    ],
  },
  { name: 'AllowNullAttribute', constructors: ['new()'], properties: [] },
  { name: 'AllowEmptyStringAttribute', constructors: ['new()'], properties: [] },
  { name: 'AllowEmptyCollectionAttribute', constructors: ['new()'], properties: [] },
  { name: 'SupportsWildcardsAttribute', constructors: ['new()'], properties: [] },
  {
    name: 'ArgumentTypeConverterAttribute',
    constructors: [],
    properties: [{ name: 'TargetType', type: 'Type', otherwise: null, at: 0 }],
  },
  { name: 'PSTypeNameAttribute', constructors: ['new(string psTypeName)'], properties: [text('PSTypeName', null, 0)] },
  {
    name: 'PSDefaultValueAttribute',
    constructors: ['new()'],
    properties: [{ name: 'Value', type: 'object', otherwise: null }, text('Help')],
  },
  {
    name: 'ArgumentCompleterAttribute',
    constructors: ['new(ScriptBlock scriptBlock)'],
    properties: [{ name: 'ScriptBlock', type: 'ScriptBlock', otherwise: null, at: 0 }],
  },
  { name: 'ArgumentCompletionsAttribute', constructors: ['new(params string[] completions)'], properties: [] },
  { name: 'CredentialAttribute', base: 'ArgumentTransformationAttribute', constructors: ['new()'], properties: [] },
  {
    name: 'ValidateSetAttribute',
    base: enumerated,
    constructors: ['new(params string[] validValues)', 'new(Type valuesGeneratorType)'],
    properties: [
      { name: 'ValidValues', type: 'object', otherwise: [], at: 'all' },
      flag('IgnoreCase', true),
      text('ErrorMessage'),
    ],
  },
  {
    name: 'ValidateRangeAttribute',
    base: enumerated,
    constructors: ['new(object minRange, object maxRange)', 'new(ValidateRangeKind kind)'],
    properties: [
      { name: 'MinRange', type: 'object', otherwise: null, at: 0 },
      { name: 'MaxRange', type: 'object', otherwise: null, at: 1 },
    ],
  },
  {
    name: 'ValidatePatternAttribute',
    base: enumerated,
    constructors: ['new(string regexPattern)'],
    properties: [
      text('RegexPattern', null, 0),
      { name: 'Options', type: 'object', otherwise: 'IgnoreCase' },
      text('ErrorMessage'),
    ],
  },
  {
    name: 'ValidateLengthAttribute',
    base: enumerated,
    constructors: ['new(int minLength, int maxLength)'],
    properties: [
      { name: 'MinLength', type: 'int', otherwise: 0, at: 0 },
      { name: 'MaxLength', type: 'int', otherwise: 0, at: 1 },
    ],
  },
  {
    name: 'ValidateCountAttribute',
    base: validating,
    constructors: ['new(int minLength, int maxLength)'],
    properties: [
      { name: 'MinLength', type: 'int', otherwise: 0, at: 0 },
      { name: 'MaxLength', type: 'int', otherwise: 0, at: 1 },
    ],
  },
  {
    name: 'ValidateScriptAttribute',
    base: enumerated,
    constructors: ['new(ScriptBlock scriptBlock)'],
    properties: [{ name: 'ScriptBlock', type: 'ScriptBlock', otherwise: null, at: 0 }, text('ErrorMessage')],
  },
  { name: 'ValidateNotNullAttribute', base: validating, constructors: ['new()'], properties: [] },
  { name: 'ValidateNotNullOrEmptyAttribute', base: validating, constructors: ['new()'], properties: [] },
  { name: 'ValidateNotNullOrWhiteSpaceAttribute', base: validating, constructors: ['new()'], properties: [] },
  {
    name: 'ValidateDriveAttribute',
    base: validating,
    constructors: ['new(params string[] validRootDrives)'],
    properties: [],
  },
  { name: 'ValidateUserDriveAttribute', base: validating, constructors: ['new()'], properties: [] },
  { name: 'ValidateTrustedDataAttribute', base: validating, constructors: ['new()'], properties: [] },
];

function readProperty(self: AttributeObject, { name, otherwise, at }: AttributeProperty): PSValue {
  const given = self.get(name);
  if (given !== undefined) return given;
  if (at === 'all') return self.positional.length > 0 ? [...self.positional] : otherwise;
  return at === undefined ? otherwise : (self.positional[at] ?? otherwise);
}

/** The declaration of an attribute type. */
export function attributeType({ name, namespace, base, constructors, properties }: AttributeSpec): TypeSpec {
  const full = (namespace ?? prefix) + name;
  const make = (...args: PSValue[]): AttributeObject =>
    new AttributeObject(full, args.length === 1 && Array.isArray(args[0]) ? (args[0] as PSValue[]) : args);
  const members = {
    ...Object.fromEntries(constructors.map((signature) => [signature, make])),
    ...Object.fromEntries(
      properties.map((property) => [
        `prop ${property.name} ${property.type} get set`,
        {
          get: (self: AttributeObject) => readProperty(self, property),
          set: (self: AttributeObject, value: PSValue) => {
            self.named.set(property.name, value);
          },
        },
      ]),
    ),
    'prop TypeId object get': (self: AttributeObject) => self.typeName,
  };
  const parent = namespace === undefined ? prefix + (base ?? 'CmdletMetadataAttribute') : 'System.Attribute';
  return defineType({ name: full, base: parent, members });
}

/** Bases that script classes derive from. */
const bases: readonly TypeSpec[] = [
  defineType({ name: 'System.Attribute', isAbstract: true, members: {} }),
  defineType({
    name: `${prefix}CmdletMetadataAttribute`,
    base: 'System.Attribute',
    jsClass: AttributeObject,
    typeNameOf: (value: AttributeObject) => value.typeName,
    members: { 'new()': () => new AttributeObject(`${prefix}CmdletMetadataAttribute`) },
  }),
  defineType({
    name: `${prefix}ArgumentTransformationAttribute`,
    base: `${prefix}CmdletMetadataAttribute`,
    members: { 'new()': () => new AttributeObject(`${prefix}ArgumentTransformationAttribute`) },
  }),
  defineType({
    name: `${prefix}${validating}`,
    base: `${prefix}CmdletMetadataAttribute`,
    members: { 'new()': () => new AttributeObject(prefix + validating) },
  }),
  defineType({
    name: `${prefix}${enumerated}`,
    base: prefix + validating,
    members: { 'new()': () => new AttributeObject(prefix + enumerated) },
  }),
  defineType({ name: `${prefix}IValidateSetValuesGenerator`, kind: 'interface', members: {} }),
];

/** RuntimeDefinedParameter: a parameter that a `dynamicparam` block makes. */
export class RuntimeDefinedParameter extends NetObject {
  name: string;
  parameterType: NetType | null;
  readonly attributes: NetCollection;
  value: PSValue = null;
  isSet = false;

  constructor(name: string, type: NetType | null, attributes: readonly PSValue[]) {
    super();
    this.name = name;
    this.parameterType = type;
    this.attributes = new NetCollection([...attributes]);
  }
}

/** RuntimeDefinedParameterDictionary: parameters by name. */
export class RuntimeDefinedParameterDictionary extends PlainDictionary {
  constructor() {
    super(ignoreCaseKey);
  }
}

const dynamicParameter = defineType({
  name: `${prefix}RuntimeDefinedParameter`,
  jsClass: RuntimeDefinedParameter,
  members: {
    'new()': () => new RuntimeDefinedParameter('', null, []),
    'new(string name, Type parameterType, object attributes)': (
      name: string,
      type: NetType | null,
      attributes: PSValue,
    ) => new RuntimeDefinedParameter(name, type, itemsOf(attributes)),
    'prop Name string get set': {
      get: (self: RuntimeDefinedParameter) => self.name,
      set: (self: RuntimeDefinedParameter, value: string | null) => {
        self.name = value ?? '';
      },
    },
    'prop ParameterType Type get set': {
      get: (self: RuntimeDefinedParameter) => self.parameterType,
      set: (self: RuntimeDefinedParameter, value: NetType | null) => {
        self.parameterType = value;
      },
    },
    'prop Attributes object get': (self: RuntimeDefinedParameter) => self.attributes,
    'prop IsSet bool get set': {
      get: (self: RuntimeDefinedParameter) => self.isSet,
      set: (self: RuntimeDefinedParameter, value: boolean) => {
        self.isSet = value;
      },
    },
    'prop Value object get set': {
      get: (self: RuntimeDefinedParameter) => self.value,
      set: (self: RuntimeDefinedParameter, value: PSValue) => {
        self.value = value;
        self.isSet = true;
      },
    },
  },
});

function itemsOf(attributes: PSValue): readonly PSValue[] {
  if (attributes === null || attributes === undefined) return [];
  if (typeof attributes === 'object' && Symbol.iterator in attributes) return [...(attributes as Iterable<PSValue>)];
  return [attributes];
}

const dynamicParameters = defineType({
  name: `${prefix}RuntimeDefinedParameterDictionary`,
  base: 'System.Collections.Generic.Dictionary<string, RuntimeDefinedParameter>',
  jsClass: RuntimeDefinedParameterDictionary,
  members: { 'new()': () => new RuntimeDefinedParameterDictionary() },
});

/** Attributes of commands and parameters, and what dynamic parameters are made of. */
export const attributeTypes: readonly TypeSpec[] = [
  ...bases,
  ...specs.map(attributeType),
  dynamicParameter,
  dynamicParameters,
];
