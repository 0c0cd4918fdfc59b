import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, runFlow, settle } from '../../commands/flow.ts';
import { type BoundArguments, parameter, type } from '../../commands/parameter.ts';
import { fail } from '../../errors/terminating-error.ts';
import { loadTypesXml, TypesXmlError } from '../../members/load-types-xml.ts';
import { typeDataOf } from '../../members/type-data-of.ts';
import { PropertySetData, TypeDefinition } from '../../members/type-definition.ts';
import type { ExtendedMemberKind } from '../../values/ps-object.ts';
import { ClixmlError } from '../../xml/clixml-error.ts';
import { reporting } from '../management/item-paths.ts';
import { blockCompiler, type Ps1xmlFile, ps1xmlFiles } from './ps1xml-files.ts';
import { memberOf } from './type-data-member.ts';

const set = 'DynamicTypeSet';
const notEmpty = [{ kind: 'notNullOrEmpty' }] as const;
const notNull = [{ kind: 'notNull' }] as const;

const parameters = {
  MemberType: parameter(type.enumOf<ExtendedMemberKind>('System.Management.Automation.PSMemberTypes'), {
    set,
    validate: [
      ...notEmpty,
      {
        kind: 'set',
        values: ['NoteProperty', 'AliasProperty', 'ScriptProperty', 'CodeProperty', 'ScriptMethod', 'CodeMethod'],
      },
    ],
    help: 'The kind of the member.',
  }),
  MemberName: parameter(type.string, { set, validate: notEmpty, help: 'The name of the member.' }),
  Value: parameter(type.object, { set, allowNull: true, help: 'The value, getter, method or property name.' }),
  SecondValue: parameter(type.object, { set, validate: notNull, help: 'The setter, or what an alias converts to.' }),
  TypeConverter: parameter(type.netType, { set, validate: notNull, help: 'The type that converts to this type.' }),
  TypeAdapter: parameter(type.netType, { set, validate: notNull, help: 'The type that adapts its objects.' }),
  SerializationMethod: parameter(
    type.enumOf<'AllPublicProperties' | 'String' | 'SpecificProperties'>('System.String'),
    {
      set,
      validate: notEmpty,
      help: 'What is serialized: AllPublicProperties, String or SpecificProperties.',
    },
  ),
  TargetTypeForDeserialization: parameter(type.netType, { set, validate: notNull, help: 'What it becomes again.' }),
  SerializationDepth: parameter(type.int, {
    set,
    validate: [...notNull, { kind: 'range', min: 0, max: 2147483647 }],
    help: 'How deep its objects are serialized.',
  }),
  DefaultDisplayProperty: parameter(type.string, { set, validate: notEmpty, help: 'The property of wide views.' }),
  InheritPropertySerializationSet: parameter(type.named<boolean>('System.Nullable`1[System.Boolean]'), {
    set,
    validate: notNull,
    help: 'Whether the properties to serialize include those of base types.',
  }),
  StringSerializationSource: parameter(type.string, {
    set,
    validate: notEmpty,
    help: 'The property that is its text.',
  }),
  DefaultDisplayPropertySet: parameter(type.strings, { set, validate: notEmpty, help: 'The properties shown.' }),
  DefaultKeyPropertySet: parameter(type.strings, { set, validate: notEmpty, help: 'The properties that tell apart.' }),
  PropertySerializationSet: parameter(type.strings, { set, validate: notEmpty, help: 'The properties serialized.' }),
  TypeName: parameter(type.string, {
    sets: { DynamicTypeSet: { mandatory: true, pipeline: 'value' } },
    validate: notEmpty,
    help: 'The name of the type.',
  }),
  Force: parameter(type.switch, { set: ['DynamicTypeSet', 'TypeDataSet'], help: 'Replaces what is there.' }),
  TypeData: parameter(type.named<readonly TypeDefinition[]>('System.Management.Automation.Runspaces.TypeData[]'), {
    sets: { TypeDataSet: { mandatory: true, position: 0, pipeline: 'both' } },
    help: 'Whole definitions.',
  }),
  AppendPath: parameter(type.strings, {
    aliases: ['PSPath', 'Path'],
    sets: { FileSet: { position: 0, pipeline: 'both' } },
    validate: notNull,
    help: 'Type files that come after what is there.',
  }),
  PrependPath: parameter(type.strings, { set: 'FileSet', validate: notNull, help: 'Type files that come before.' }),
} as const;

const serializationMethods = ['AllPublicProperties', 'String', 'SpecificProperties'] as const;

type Arguments = BoundArguments<typeof parameters>;

/** Update-TypeData: gives type names members and settings. */
export const updateTypeData = defineCmdlet({
  name: 'Update-TypeData',
  synopsis: 'Adds members and settings to types.',
  defaultParameterSet: 'FileSet',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  effects: ['fs:read', 'state'],
  parameters,
  examples: [
    {
      title: 'A computed property',
      code: 'Update-TypeData -TypeName System.Int32 -MemberType ScriptProperty -MemberName Double -Value { $this * 2 }; (4).Double',
      output: '8',
    },
  ],
  invoke: (ctx) => ({
    process: (args) =>
      runFlow(
        (function* (): Flow<void> {
          if (ctx.parameterSetName === set) yield* update(ctx, definitionOf(ctx, args), args.Force === true);
          for (const definition of args.TypeData ?? []) yield* update(ctx, definition, args.Force === true);
          for (const path of [...(args.PrependPath ?? [])].reverse()) yield* updateFrom(ctx, path);
          for (const path of args.AppendPath ?? []) yield* updateFrom(ctx, path);
        })(),
      ),
  }),
});

function definitionOf(ctx: CmdletContext, args: Arguments): TypeDefinition {
  const name = args.TypeName ?? '';
  const type = ctx.engine.resolveType(name);
  const definition = new TypeDefinition(type ? type.fullName : name);
  const member = memberOf(ctx, {
    kind: args.MemberType,
    name: args.MemberName,
    value: args.Value,
    secondValue: args.SecondValue,
  });
  if (member) definition.add(member);
  const { settings, sets } = definition;
  if (args.TypeConverter) settings.typeConverter = args.TypeConverter;
  if (args.TypeAdapter) definition.typeAdapter = args.TypeAdapter;
  const method = serializationMethods.find((known) => known.toLowerCase() === args.SerializationMethod?.toLowerCase());
  if (method) settings.serializationMethod = method;
  if (args.TargetTypeForDeserialization) settings.targetTypeForDeserialization = args.TargetTypeForDeserialization;
  if (args.SerializationDepth !== undefined) settings.serializationDepth = args.SerializationDepth;
  if (args.DefaultDisplayProperty) settings.defaultDisplayProperty = args.DefaultDisplayProperty;
  if (typeof args.InheritPropertySerializationSet === 'boolean')
    settings.inheritPropertySerializationSet = args.InheritPropertySerializationSet;
  if (args.StringSerializationSource) settings.stringSerializationSource = args.StringSerializationSource;
  if (args.DefaultDisplayPropertySet)
    sets.set('defaultDisplayPropertySet', new PropertySetData(args.DefaultDisplayPropertySet));
  if (args.DefaultKeyPropertySet) sets.set('defaultKeyPropertySet', new PropertySetData(args.DefaultKeyPropertySet));
  if (args.PropertySerializationSet)
    sets.set('propertySerializationSet', new PropertySetData(args.PropertySerializationSet));
  return definition;
}

function* update(ctx: CmdletContext, definition: TypeDefinition, force: boolean): Flow<void> {
  const report = (id: string, message: string) =>
    settle(
      ctx.writeError({
        id,
        category: 'InvalidOperation',
        exceptionType:
          id === 'TypeDataEmpty' ? 'System.InvalidOperationException' : 'System.Management.Automation.RuntimeException',
        message,
        target: null,
      }),
    );
  if (definition.isEmpty) {
    yield* report('TypeDataEmpty', `Nothing is said about the type "${definition.typeName}".`);
    return;
  }
  if (force) definition.isOverride = true;
  if (!(yield* settle(ctx.shouldProcess(`TypeName: ${definition.typeName}`, 'Update TypeData')))) return;
  for (const message of definition.applyTo(typeDataOf(ctx.engine))) {
    yield* report('TypesDynamicUpdateException', message);
  }
}

function* updateFrom(ctx: CmdletContext, path: string): Flow<void> {
  const files = (yield* reporting(ctx, ps1xmlFiles(ctx, path, 'Update TypeData'))) ?? [];
  for (const file of files) yield* reporting(ctx, applyFile(ctx, file));
}

function* applyFile(ctx: CmdletContext, { path, text }: Ps1xmlFile): Flow<void> {
  const refuse = (reason: string): never => {
    throw fail({
      id: 'TypesXmlUpdateException',
      category: 'InvalidOperation',
      message: `The types of "${path}" could not be loaded: ${reason}`,
      target: null,
    });
  };
  const { engine } = ctx;
  try {
    const definitions = loadTypesXml(text, {
      compile: blockCompiler(ctx),
      resolveType: (name) => engine.resolveType(name),
    });
    const conflicts = definitions.flatMap((definition) => definition.applyTo(typeDataOf(engine)));
    if (conflicts.length > 0) refuse(conflicts.join(' '));
  } catch (error) {
    if (!(error instanceof TypesXmlError || error instanceof ClixmlError)) throw error;
    refuse(error.message);
  }
}
