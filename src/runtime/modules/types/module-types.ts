import { commandEngine } from '../../commands/call-frame.ts';
import { runFlow } from '../../commands/flow.ts';
import { automationEnum } from '../../commands/types/automation-enums.ts';
import { NetException } from '../../errors/net-exception.ts';
import { CollectSink } from '../../pipeline/sink.ts';
import { Variable } from '../../scope/variable.ts';
import { coreTypes } from '../../types/core-types.ts';
import { defineType, type TypeSpec } from '../../types/define-type.ts';
import { argumentNull, badArgument } from '../../types/net-error.ts';
import { typeTable } from '../../types/type-table.ts';
import type { EnumValue } from '../../values/enum-value.ts';
import { ignoreCaseKey } from '../../values/equality-key.ts';
import type { Hashtable } from '../../values/hashtable.ts';
import { PlainDictionary } from '../../values/net-dictionary.ts';
import { andThen, type PSValue } from '../../values/ps-value.ts';
import type { ScriptBlock } from '../../values/script-block.ts';
import { customObjectOf } from '../custom-object.ts';
import { rebind, runIn } from '../load-module.ts';
import { ModuleSpecification } from '../module-specification.ts';
import { type NameMap, PSModuleInfo } from '../ps-module-info.ts';

const prefix = 'System.Management.Automation.';

function table<T extends object>(map: NameMap<T>, valueType: string): PlainDictionary {
  const made = new PlainDictionary(ignoreCaseKey);
  const definition = typeTable().find('System.Collections.Generic.Dictionary`2');
  const type = typeTable().find(prefix + valueType);
  if (definition && type) made.netType = typeTable().instantiate(definition, [coreTypes().string, type]);
  for (const [name, value] of map.entries()) made.set(name, value instanceof Variable ? value.object : value);
  return made;
}

const moduleType = defineType({
  name: `${prefix}PSModuleInfo`,
  jsClass: PSModuleInfo,
  members: {
    'prop AccessMode ModuleAccessMode get set': {
      get: (self: PSModuleInfo) => automationEnum('ModuleAccessMode', self.accessMode),
      set: (self: PSModuleInfo, value: EnumValue) => {
        self.accessMode = String(value) as PSModuleInfo['accessMode'];
      },
    },
    'prop Author string get': (self: PSModuleInfo) => self.details.author,
    'prop ClrVersion Version get': () => null,
    'prop CompanyName string get': (self: PSModuleInfo) => self.details.companyName,
    'prop CompatiblePSEditions object get': (self: PSModuleInfo) => [...self.details.compatiblePSEditions],
    'prop Copyright string get': (self: PSModuleInfo) => self.details.copyright,
    'prop Definition string get': (self: PSModuleInfo) => self.source,
    'prop Description string get set': {
      get: (self: PSModuleInfo) => self.details.description,
      set: (self: PSModuleInfo, value: string | null) => {
        self.details.description = value ?? '';
      },
    },
    'prop DotNetFrameworkVersion Version get': () => null,
    'prop ExportedAliases object get': (self: PSModuleInfo) => table(self.exportedAliases, 'AliasInfo'),
    'prop ExportedCmdlets object get': (self: PSModuleInfo) => table(self.exportedCmdlets, 'CmdletInfo'),
    'prop ExportedCommands object get': (self: PSModuleInfo) => table(self.exportedCommands, 'CommandInfo'),
    'prop ExportedFormatFiles object get': (self: PSModuleInfo) => [...self.exportedFormatFiles],
    'prop ExportedFunctions object get': (self: PSModuleInfo) => table(self.exportedFunctions, 'FunctionInfo'),
    'prop ExportedTypeFiles object get': (self: PSModuleInfo) => [...self.exportedTypeFiles],
    'prop ExportedVariables object get': (self: PSModuleInfo) => table(self.exportedVariables, 'PSVariable'),
    'prop FileList object get': (self: PSModuleInfo) => [...self.details.fileList],
    'prop Guid Guid get': (self: PSModuleInfo) => self.details.guid,
    'prop HelpInfoUri string get': (self: PSModuleInfo) => self.details.helpInfoUri,
    'prop IconUri object get': (self: PSModuleInfo) => self.details.iconUri,
    'prop LicenseUri object get': (self: PSModuleInfo) => self.details.licenseUri,
    'prop LogPipelineExecutionDetails bool get': () => false,
    'prop ModuleBase string get': (self: PSModuleInfo) => self.moduleBase,
    'prop ModuleList object get': (self: PSModuleInfo) => [...self.details.moduleList],
    'prop ModuleType ModuleType get': (self: PSModuleInfo) => automationEnum('ModuleType', self.moduleType),
    'prop Name string get': (self: PSModuleInfo) => self.name,
    'prop NestedModules object get': (self: PSModuleInfo) => [...self.nestedModules],
    'prop OnRemove ScriptBlock get set': {
      get: (self: PSModuleInfo) => self.onRemove,
      set: (self: PSModuleInfo, value: ScriptBlock | null) => {
        self.onRemove = value;
      },
    },
    'prop Path string get': (self: PSModuleInfo) => self.path,
    'prop PowerShellVersion Version get': (self: PSModuleInfo) => self.details.powerShellVersion,
    'prop Prefix string get': (self: PSModuleInfo) => self.details.prefix,
    'prop PrivateData object get set': {
      get: (self: PSModuleInfo) => self.details.privateData,
      set: (self: PSModuleInfo, value: PSValue) => {
        self.details.privateData = value;
      },
    },
    'prop ProjectUri object get': (self: PSModuleInfo) => self.details.projectUri,
    'prop ReleaseNotes string get': (self: PSModuleInfo) => self.details.releaseNotes,
    'prop RequiredAssemblies object get': (self: PSModuleInfo) => [...self.details.requiredAssemblies],
    'prop RequiredModules object get': (self: PSModuleInfo) => [...self.requiredModules],
    'prop RootModule string get': (self: PSModuleInfo) => self.details.rootModule,
    'prop Scripts object get': (self: PSModuleInfo) => [...self.details.scripts],
    'prop SessionState object get': (self: PSModuleInfo) => self.sessionState ?? null,
    'prop Tags object get': (self: PSModuleInfo) => [...self.details.tags],
    'prop Version Version get': (self: PSModuleInfo) => self.details.version,
    'AsCustomObject() PSObject'(self: PSModuleInfo) {
      return customObjectOf(self);
    },
    'Invoke(ScriptBlock sb, params object[] args) object'(
      self: PSModuleInfo,
      block: ScriptBlock,
      args: readonly PSValue[],
    ) {
      const engine = commandEngine(this);
      if (!self.sessionState) return null;
      const sink = new CollectSink();
      const done = runFlow(
        runIn(engine.currentFrame(), self.sessionState, rebind(block, self.sessionState), args, sink, '&'),
      );
      return andThen(done, () => sink.value() ?? null);
    },
    'NewBoundScriptBlock(ScriptBlock scriptBlockToBind) ScriptBlock': (self: PSModuleInfo, block: ScriptBlock) =>
      self.sessionState ? rebind(block, self.sessionState) : block,
    'ToString() string': (self: PSModuleInfo) => self.name,
  },
});

const specificationKeys = ['modulename', 'guid', 'moduleversion', 'maximumversion', 'requiredversion'];

/** A specification of a table that says no more and no less than it may. */
function specified(table: Hashtable | null): ModuleSpecification {
  if (!table) throw argumentNull('moduleSpecification');
  for (const { key } of table.entries()) {
    if (!specificationKeys.includes(String(key).toLowerCase()))
      throw badArgument(`"${String(key)}" is no part of a module specification.`);
  }
  const made = ModuleSpecification.of(table);
  const missing = (message: string): NetException => new NetException('System.MissingMemberException', message);
  if (!table.get('ModuleName')) throw missing('A module specification needs a ModuleName.');
  for (const [key, read] of [
    ['ModuleVersion', made.version],
    ['RequiredVersion', made.requiredVersion],
  ] as const) {
    if (table.has(key) && !read)
      throw new NetException(
        'System.Management.Automation.PSInvalidCastException',
        `"${String(table.get(key))}" is no version.`,
      );
  }
  if (!made.hasVersion && !made.guid) throw missing('A module specification needs a version or a GUID.');
  if (made.requiredVersion && (made.version || made.maximumVersion !== undefined))
    throw badArgument('RequiredVersion excludes ModuleVersion and MaximumVersion.');
  return made;
}

const specificationType = defineType({
  name: 'Microsoft.PowerShell.Commands.ModuleSpecification',
  jsClass: ModuleSpecification,
  members: {
    'new(string moduleName)': (name: string | null) => {
      if (!name) throw argumentNull('moduleName');
      return new ModuleSpecification(name);
    },
    'new(Hashtable moduleSpecification)': specified,
    'prop Name string get': (self: ModuleSpecification) => self.name,
    'prop Guid object get': (self: ModuleSpecification) => self.guid ?? null,
    'prop Version Version get': (self: ModuleSpecification) => self.version ?? null,
    'prop MaximumVersion string get': (self: ModuleSpecification) => self.maximumVersion ?? null,
    'prop RequiredVersion Version get': (self: ModuleSpecification) => self.requiredVersion ?? null,
    'ToString() string': (self: ModuleSpecification) => self.toString(),
  },
});

/** Modules as scripts see them. */
export const moduleTypes: readonly TypeSpec[] = [moduleType, specificationType];
