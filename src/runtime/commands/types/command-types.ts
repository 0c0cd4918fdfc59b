import type { EngineContext } from '../../engine.ts';
import { coreTypes } from '../../types/core-types.ts';
import { defineType, type TypeSpec } from '../../types/define-type.ts';
import { typeTable } from '../../types/type-table.ts';
import type { EnumValue } from '../../values/enum-value.ts';
import { ignoreCaseKey } from '../../values/equality-key.ts';
import { PlainDictionary } from '../../values/net-dictionary.ts';
import { andThen, type Eventually, type PSValue } from '../../values/ps-value.ts';
import { Version } from '../../values/version.ts';
import { commandEngine } from '../call-frame.ts';
import {
  CommandSetDescription,
  metadataOfCommand,
  ParameterDescription,
  ParameterSetDescription,
  parameterSetsOf,
  resolvedAlias,
  SetParameterDescription,
} from '../command-description.ts';
import {
  AliasInfo,
  ApplicationInfo,
  CmdletInfo,
  type CommandInfo,
  ExternalScriptInfo,
  FilterInfo,
  FunctionInfo,
  ScriptInfo,
} from '../command-info.ts';
import type { CommandMetadata } from '../parameter-metadata.ts';
import { matchParameterName } from '../parameter-name.ts';
import { syntaxOf } from '../syntax.ts';
import { automationEnum, automationEnumOf } from './automation-enums.ts';

const prefix = 'System.Management.Automation.';

function described<T extends PSValue>(
  engine: EngineContext,
  self: CommandInfo,
  read: (metadata: CommandMetadata) => T,
  otherwise: T,
): Eventually<PSValue> {
  return andThen(metadataOfCommand(commandEngine(engine), self), (m) => (m ? read(m) : otherwise));
}

/** A dictionary of a command's parts by name. */
export function dictionaryOf(valueType: string, entries: Iterable<readonly [string, PSValue]>): PlainDictionary {
  const table = new PlainDictionary(ignoreCaseKey);
  const core = coreTypes();
  const definition = typeTable().find('System.Collections.Generic.Dictionary`2');
  const type = typeTable().find(prefix + valueType);
  if (definition && type) table.netType = typeTable().instantiate(definition, [core.string, type]);
  for (const [name, value] of entries) table.set(name, value);
  return table;
}

function moduleOf(engine: EngineContext, self: CommandInfo): PSValue {
  const { module } = self;
  if (!module) return null;
  if ('exportedCommands' in module) return module;
  return commandEngine(engine).modules.builtIn(module.name) ?? null;
}

function versionOf(engine: EngineContext, self: CommandInfo): PSValue {
  const module = moduleOf(engine, self);
  if (module !== null && typeof module === 'object' && 'version' in module && module.version instanceof Version)
    return module.version;
  return self instanceof ApplicationInfo ? new Version(0, 0, 0, 0) : null;
}

/** Path of files, name of the module of everything else. */
function sourceOf(self: CommandInfo): string {
  if (self instanceof ApplicationInfo || self instanceof ExternalScriptInfo) return self.path;
  return self.moduleName;
}

function outputTypes(metadata: CommandMetadata): PSValue {
  const type = typeTable().find(`${prefix}PSTypeName`);
  return metadata.outputTypes.map((name) => (type ? new PSTypeName(name) : name));
}

/** PSTypeName: the name of a type that may or may not exist here. */
export class PSTypeName {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
  toString(): string {
    return this.name;
  }
}

const nameType = defineType({
  name: `${prefix}PSTypeName`,
  jsClass: PSTypeName,
  members: {
    'new(string name)': (name: string) => new PSTypeName(name),
    'prop Name string get': (self: PSTypeName) => self.name,
    'prop Type Type get'(self: PSTypeName) {
      return this.resolveType(self.name) ?? null;
    },
    'ToString() string': (self: PSTypeName) => self.name,
  },
});

const commandType = defineType({
  name: `${prefix}CommandInfo`,
  isAbstract: true,
  members: {
    'prop CommandType CommandTypes get': (self: CommandInfo) => automationEnum('CommandTypes', self.commandType),
    'prop Definition string get'(self: CommandInfo) {
      if (!(self instanceof CmdletInfo)) return self.definition;
      return described(
        this,
        self,
        (m) =>
          parameterSetsOf(m)
            .map((set) => `\n${syntaxOf(self.name, set)}\n`)
            .join(''),
        '',
      );
    },
    'prop Module PSModuleInfo get'(self: CommandInfo) {
      return moduleOf(this, self);
    },
    'prop ModuleName string get': (self: CommandInfo) => self.moduleName,
    'prop Name string get': (self: CommandInfo) => self.name,
    'prop OutputType object get'(self: CommandInfo) {
      return described(this, self, outputTypes, []);
    },
    'prop Parameters object get'(self: CommandInfo) {
      return described(
        this,
        self,
        (m) =>
          dictionaryOf(
            'ParameterMetadata',
            m.parameters.map((p) => [p.name, new ParameterDescription(p)] as const),
          ),
        null,
      );
    },
    'prop ParameterSets object get'(self: CommandInfo) {
      return described(this, self, (m) => parameterSetsOf(m), null);
    },
    'prop RemotingCapability RemotingCapability get': () => automationEnum('RemotingCapability', 'PowerShell'),
    'prop Source string get': (self: CommandInfo) => sourceOf(self),
    'prop Version Version get'(self: CommandInfo) {
      return versionOf(this, self);
    },
    'prop Visibility SessionStateEntryVisibility get set': {
      get: (self: CommandInfo) => automationEnum('SessionStateEntryVisibility', self.visibility),
      set: (self: CommandInfo, value: EnumValue) => {
        self.visibility = String(value) === 'Private' ? 'Private' : 'Public';
      },
    },
    'ResolveParameter(string name) ParameterMetadata'(self: CommandInfo, name: string) {
      return described(
        this,
        self,
        (m) => {
          const found = matchParameterName(m, name);
          return found ? new ParameterDescription(found) : null;
        },
        null,
      );
    },
    'ToString() string': (self: CommandInfo) => self.name,
  },
});

const options = {
  'prop Options ScopedItemOptions get set': {
    get: (self: FunctionInfo | AliasInfo) => automationEnumOf('ScopedItemOptions', self.options),
    set: (self: FunctionInfo | AliasInfo, value: EnumValue) => {
      self.options = Number(value.value);
    },
  },
  'prop Description string get set': {
    get: (self: FunctionInfo | AliasInfo) => self.description,
    set: (self: FunctionInfo | AliasInfo, value: string | null) => {
      self.description = value ?? '';
    },
  },
};

function verbOf(name: string): string {
  const dash = name.indexOf('-');
  return dash > 0 ? name.slice(0, dash) : '';
}

function nounOf(name: string): string {
  const dash = name.indexOf('-');
  return dash > 0 ? name.slice(dash + 1) : '';
}

const functionType = defineType({
  name: `${prefix}FunctionInfo`,
  base: `${prefix}CommandInfo`,
  jsClass: FunctionInfo,
  members: {
    ...options,
    'prop CmdletBinding bool get'(self: FunctionInfo) {
      return described(this, self, (m) => m.isAdvanced, false);
    },
    'prop DefaultParameterSet string get'(self: FunctionInfo) {
      return described(this, self, (m) => m.defaultSet ?? null, null);
    },
    'prop HelpFile string get': () => null,
    'prop Noun string get': (self: FunctionInfo) => nounOf(self.name),
    'prop ScriptBlock ScriptBlock get': (self: FunctionInfo) => self.scriptBlock,
    'prop Verb string get': (self: FunctionInfo) => verbOf(self.name),
  },
});

const filterType = defineType({ name: `${prefix}FilterInfo`, base: `${prefix}FunctionInfo`, jsClass: FilterInfo });

const cmdletType = defineType({
  name: `${prefix}CmdletInfo`,
  base: `${prefix}CommandInfo`,
  jsClass: CmdletInfo,
  members: {
    'prop DefaultParameterSet string get': (self: CmdletInfo) => self.spec.defaultParameterSet ?? null,
    'prop HelpFile string get': () => '',
    'prop ImplementingType Type get'(self: CmdletInfo) {
      return this.resolveType(self.className) ?? null;
    },
    'prop Noun string get': (self: CmdletInfo) => self.noun,
    'prop Options ScopedItemOptions get': () => automationEnum('ScopedItemOptions', 'None'),
    'prop Verb string get': (self: CmdletInfo) => self.verb,
  },
});

const aliasType = defineType({
  name: `${prefix}AliasInfo`,
  base: `${prefix}CommandInfo`,
  jsClass: AliasInfo,
  members: {
    ...options,
    'prop ReferencedCommand CommandInfo get'(self: AliasInfo) {
      return andThen(resolvedAlias(commandEngine(this), self), (found) => found ?? null);
    },
    'prop ResolvedCommand CommandInfo get'(self: AliasInfo) {
      return andThen(resolvedAlias(commandEngine(this), self), (found) => found ?? null);
    },
  },
});

const applicationType = defineType({
  name: `${prefix}ApplicationInfo`,
  base: `${prefix}CommandInfo`,
  jsClass: ApplicationInfo,
  members: {
    'prop Extension string get': (self: ApplicationInfo) => self.extension,
    'prop Path string get': (self: ApplicationInfo) => self.path,
  },
});

const scriptFileType = defineType({
  name: `${prefix}ExternalScriptInfo`,
  base: `${prefix}CommandInfo`,
  jsClass: ExternalScriptInfo,
  members: {
    'prop Path string get': (self: ExternalScriptInfo) => self.path,
    'prop ScriptBlock ScriptBlock get'(self: ExternalScriptInfo) {
      const engine = commandEngine(this);
      return self.scriptBlock ?? engine.scripts.load(self, engine.currentFrame());
    },
    'prop ScriptContents string get'(self: ExternalScriptInfo) {
      const data = this.fs.readFile(self.path);
      return andThen(data, (bytes) => new TextDecoder().decode(bytes));
    },
  },
});

const scriptType = defineType({
  name: `${prefix}ScriptInfo`,
  base: `${prefix}CommandInfo`,
  jsClass: ScriptInfo,
  members: { 'prop ScriptBlock ScriptBlock get': (self: ScriptInfo) => self.scriptBlock },
});

const parameterType = defineType({
  name: `${prefix}ParameterMetadata`,
  jsClass: ParameterDescription,
  members: {
    'prop Aliases object get': (self: ParameterDescription) => [...self.parameter.aliases],
    'prop Attributes object get': (self: ParameterDescription) => [...self.parameter.attributes],
    'prop IsDynamic bool get': (self: ParameterDescription) => self.parameter.isDynamic,
    'prop Name string get': (self: ParameterDescription) => self.parameter.name,
    'prop ParameterSets object get': (self: ParameterDescription) =>
      dictionaryOf(
        'ParameterSetMetadata',
        Array.from(self.parameter.sets, ([name, data]) => [name, new ParameterSetDescription(data)] as const),
      ),
    'prop ParameterType Type get': (self: ParameterDescription) => self.parameter.type ?? coreTypes().object,
    'prop SwitchParameter bool get': (self: ParameterDescription) => self.parameter.isSwitch,
  },
});

const noPosition = -2147483648;

const parameterSetType = defineType({
  name: `${prefix}ParameterSetMetadata`,
  jsClass: ParameterSetDescription,
  members: {
    'prop HelpMessage string get': ({ data }: ParameterSetDescription) => data.helpMessage || null,
    'prop IsMandatory bool get': ({ data }: ParameterSetDescription) => data.isMandatory,
    'prop Position int get': ({ data }: ParameterSetDescription) => data.position ?? noPosition,
    'prop ValueFromPipeline bool get': ({ data }: ParameterSetDescription) => data.valueFromPipeline,
    'prop ValueFromPipelineByPropertyName bool get': ({ data }: ParameterSetDescription) =>
      data.valueFromPipelineByPropertyName,
    'prop ValueFromRemainingArguments bool get': ({ data }: ParameterSetDescription) =>
      data.valueFromRemainingArguments,
  },
});

const setParameterType = defineType({
  name: `${prefix}CommandParameterInfo`,
  jsClass: SetParameterDescription,
  members: {
    'prop Aliases object get': ({ parameter }: SetParameterDescription) => [...parameter.aliases],
    'prop Attributes object get': ({ parameter }: SetParameterDescription) => [...parameter.attributes],
    'prop HelpMessage string get': ({ data }: SetParameterDescription) => data.helpMessage || null,
    'prop IsDynamic bool get': ({ parameter }: SetParameterDescription) => parameter.isDynamic,
    'prop IsMandatory bool get': ({ data }: SetParameterDescription) => data.isMandatory,
    'prop Name string get': ({ parameter }: SetParameterDescription) => parameter.name,
    'prop ParameterType Type get': ({ parameter }: SetParameterDescription) => parameter.type ?? coreTypes().object,
    'prop Position int get': ({ data }: SetParameterDescription) => data.position ?? noPosition,
    'prop ValueFromPipeline bool get': ({ data }: SetParameterDescription) => data.valueFromPipeline,
    'prop ValueFromPipelineByPropertyName bool get': ({ data }: SetParameterDescription) =>
      data.valueFromPipelineByPropertyName,
    'prop ValueFromRemainingArguments bool get': ({ data }: SetParameterDescription) =>
      data.valueFromRemainingArguments,
  },
});

const commandSetType = defineType({
  name: `${prefix}CommandParameterSetInfo`,
  jsClass: CommandSetDescription,
  members: {
    'prop IsDefault bool get': (self: CommandSetDescription) => self.isDefault,
    'prop Name string get': (self: CommandSetDescription) => self.name,
    'prop Parameters object get': (self: CommandSetDescription) => [...self.parameters],
    'ToString() string': (self: CommandSetDescription) => syntaxOf('', self).trim(),
  },
});

/** Commands and their descriptions as scripts see them. */
export const commandTypes: readonly TypeSpec[] = [
  commandType,
  functionType,
  filterType,
  cmdletType,
  aliasType,
  applicationType,
  scriptFileType,
  scriptType,
  parameterType,
  parameterSetType,
  setParameterType,
  commandSetType,
  nameType,
];
