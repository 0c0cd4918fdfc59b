import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { absolutePath } from '../../commands/discovery/file-lookup.ts';
import { type Flow, runFlow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { fileFailure } from '../../errors/file-exception.ts';
import { nameOf } from '../../modules/load-module.ts';
import { type ManifestValues, manifestText, psDataKeys } from '../../modules/manifest-text.ts';
import { dateEnvironmentOf } from '../../types/engine-zone.ts';
import { typeSystemOf } from '../../types/type-system.ts';
import { Guid } from '../../values/guid.ts';
import { Hashtable } from '../../values/hashtable.ts';
import { baseOf } from '../../values/ps-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { localNow } from '../../values/time-zone.ts';
import { Version } from '../../values/version.ts';

const text = (help: string) => parameter(type.string, { allowEmptyString: true, help });
const word = (help: string) => parameter(type.string, { validate: [{ kind: 'notNullOrEmpty' }], help });
const names = (help: string) => parameter(type.strings, { allowEmptyCollection: true, help });
const version = (help: string) => parameter(type.named<Version>('System.Version'), { help });
const modules = (help: string) => parameter(type.objects, { allowEmptyCollection: true, help });
const address = (help: string) =>
  parameter(type.named<PSValue>('System.Uri'), { validate: [{ kind: 'notNullOrEmpty' }], help });

/** New-ModuleManifest: writes the manifest of a module. */
export const newModuleManifest = defineCmdlet({
  name: 'New-ModuleManifest',
  synopsis: 'Writes a module manifest, a .psd1 file.',
  supportsShouldProcess: true,
  confirmImpact: 'Low',
  outputs: ['System.String'],
  effects: ['fs:write'],
  parameters: {
    Path: parameter(type.string, { mandatory: true, position: 0, help: 'The file; its name ends in .psd1.' }),
    NestedModules: modules('Modules that are loaded inside this one.'),
    Guid: parameter(type.named<Guid>('System.Guid'), { help: 'What identifies the module; a new one if left out.' }),
    Author: text('Who wrote it.'),
    CompanyName: text('The company it comes from.'),
    Copyright: text('Who has the rights.'),
    RootModule: parameter(type.string, {
      aliases: ['ModuleToProcess'],
      allowEmptyString: true,
      help: 'The script file that is the module.',
    }),
    ModuleVersion: parameter(type.named<Version>('System.Version'), {
      validate: [{ kind: 'notNull' }],
      help: 'The version; 0.0.1 if left out.',
    }),
    Description: text('What it is for.'),
    ProcessorArchitecture: parameter(type.string, { help: 'The processor it needs.' }),
    PowerShellVersion: version('The lowest version of PowerShell.'),
    ClrVersion: version('The lowest version of the runtime.'),
    DotNetFrameworkVersion: version('The lowest version of the .NET Framework.'),
    PowerShellHostName: parameter(type.string, { help: 'The host it needs.' }),
    PowerShellHostVersion: version('The lowest version of the host.'),
    RequiredModules: parameter(type.objects, { help: 'Modules that are imported first.' }),
    TypesToProcess: names('Files with type definitions.'),
    FormatsToProcess: names('Files with views.'),
    ScriptsToProcess: names('Scripts that run first.'),
    RequiredAssemblies: names('Assemblies that are loaded first.'),
    FileList: names('All files that come with it.'),
    ModuleList: modules('All modules that come with it.'),
    FunctionsToExport: names('Functions that importers see.'),
    AliasesToExport: names('Aliases that importers see.'),
    VariablesToExport: names('Variables that importers see.'),
    CmdletsToExport: names('Cmdlets that importers see.'),
    DscResourcesToExport: names('DSC resources that importers see.'),
    CompatiblePSEditions: parameter(type.strings, {
      allowEmptyCollection: true,
      validate: [{ kind: 'set', values: ['Desktop', 'Core'] }],
      help: 'Editions it runs in.',
    }),
    PrivateData: parameter(type.object, { allowNull: true, help: 'Data for the module itself.' }),
    Tags: parameter(type.strings, {
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Words that help to find it.',
    }),
    ProjectUri: address('The address of the project.'),
    LicenseUri: address('The address of the license.'),
    IconUri: address('The address of an icon.'),
    ReleaseNotes: word('What is new.'),
    Prerelease: word('The label of a version before the release.'),
    RequireLicenseAcceptance: parameter(type.switch, { help: 'The license has to be accepted.' }),
    ExternalModuleDependencies: parameter(type.strings, {
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Modules it needs that the gallery does not have.',
    }),
    HelpInfoUri: parameter(type.string, { allowNull: true, help: 'Where its help is.' }),
    PassThru: parameter(type.switch, { help: 'Writes the text too.' }),
    DefaultCommandPrefix: parameter(type.string, { allowNull: true, help: 'A prefix for the nouns of its commands.' }),
  },
  invoke: (ctx) => ({
    end(args) {
      const pending = runFlow(write(ctx, args.Path, args.PassThru === true));
      return pending instanceof Promise ? pending : undefined;
    },
  }),
});

function* write(ctx: CmdletContext, written: string, passThru: boolean): Flow<void> {
  const path = absolutePath(ctx.caller, written);
  if (!/\.psd1$/i.test(path)) {
    ctx.throwTerminating({
      id: 'Modules_InvalidModuleManifestPath',
      category: 'InvalidArgument',
      exceptionType: 'System.InvalidOperationException',
      message: `A module manifest is a .psd1 file, '${written}' is not.`,
      target: written,
    });
  }
  const content = manifestText(described(ctx, path));
  if (passThru) yield* settle(ctx.write(content));
  if (!(yield* settle(ctx.shouldProcess(path, `Creating the "${path}" module manifest file.`)))) return;
  try {
    yield* settle(ctx.engine.fs.writeFile(path, new TextEncoder().encode(content)));
  } catch (thrown) {
    throw fileFailure(thrown, 'FileOpenFailure', 'OpenError', { creates: true, target: null });
  }
}

function described(ctx: CmdletContext, path: string): ManifestValues {
  const { engine, bound } = ctx;
  const types = typeSystemOf(engine);
  const values = new Map<string, PSValue>(bound);
  const author = bound.has('Author') ? types.toText(bound.get('Author')) : engine.platform.userName;
  values.set('Author', author);
  if (!bound.has('CompanyName')) values.set('CompanyName', 'Unknown');
  if (!bound.has('Copyright')) values.set('Copyright', `(c) ${author}. All rights reserved.`);
  if (!bound.has('ModuleVersion')) values.set('ModuleVersion', new Version(0, 0, 1));
  values.set('GUID', bound.get('Guid') ?? Guid.fromRandomBytes(engine.random.bytes(16)));
  values.set('HelpInfoURI', bound.get('HelpInfoUri'));
  const hasCode = ['RootModule', 'NestedModules', 'RequiredModules'].some((key) => bound.has(key));
  for (const key of ['FunctionsToExport', 'CmdletsToExport', 'AliasesToExport'])
    if (!bound.has(key)) values.set(key, hasCode ? ['*'] : []);
  if (!bound.has('VariablesToExport')) values.set('VariablesToExport', ['*']);
  const data = baseOf(bound.get('PrivateData'));
  if (data !== undefined && data !== null && !(data instanceof Hashtable) && psDataKeys.some((key) => bound.has(key))) {
    ctx.throwTerminating({
      id: 'PrivateDataValueTypeShouldBeHashtable',
      category: 'InvalidArgument',
      exceptionType: 'System.ArgumentException',
      message: 'PrivateData has to be a hashtable where tags, addresses or release notes are given too.',
      target: data,
    });
  }
  const date = types.netText(localNow(dateEnvironmentOf(engine)), 'd');
  return { name: nameOf(path), author, date, values, text: (value: PSValue) => types.toText(value) };
}
