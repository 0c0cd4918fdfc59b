import { AliasInfo, FunctionInfo } from '../../commands/command-info.ts';
import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, runFlow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { wildcardMatcher } from '../../commands/wildcard-name.ts';
import { TerminatingError } from '../../errors/terminating-error.ts';
import { parseScript } from '../../evaluate/parse-script.ts';
import { allModuleFiles, findModuleAt, isModulePath, type ModuleFile } from '../../modules/find-module.ts';
import { nameOf } from '../../modules/load-module.ts';
import { readManifest } from '../../modules/manifest.ts';
import { ModuleSpecification } from '../../modules/module-specification.ts';
import { PSModuleInfo } from '../../modules/ps-module-info.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { moduleSpecifications, moduleTable } from './module-cmdlet.ts';

const anySet = ['Loaded', 'Available'] as const;

interface GetModuleArguments {
  readonly Name?: readonly string[] | undefined;
  readonly FullyQualifiedName?: readonly PSValue[] | undefined;
  readonly All?: boolean | undefined;
  readonly ListAvailable?: boolean | undefined;
}

/** Get-Module: lists modules that are loaded, or that could be. */
export const getModule = defineCmdlet({
  name: 'Get-Module',
  aliases: ['gmo'],
  synopsis: 'Lists modules of the session or of the module path.',
  defaultParameterSet: 'Loaded',
  effects: ['fs:read'],
  outputs: ['System.Management.Automation.PSModuleInfo'],
  parameters: {
    Name: parameter(type.strings, {
      set: anySet,
      position: 0,
      pipeline: 'value',
      supportsWildcards: true,
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Names or name patterns.',
    }),
    FullyQualifiedName: parameter(moduleSpecifications, {
      set: anySet,
      pipeline: 'property',
      help: 'Names with versions.',
    }),
    All: parameter(type.switch, { set: anySet, help: 'Nested modules and all module files too.' }),
    ListAvailable: parameter(type.switch, { set: 'Available', mandatory: true, help: 'What is on the module path.' }),
    PSEdition: parameter(type.string, { set: 'Available', help: 'Only modules for this edition.' }),
    SkipEditionCheck: parameter(type.switch, { set: 'Available', help: 'Has no effect here.' }),
    Refresh: parameter(type.switch, { set: 'Available', help: 'Looks at the files again.' }),
  },
  invoke: (ctx) => ({
    process(args) {
      const pending = runFlow(args.ListAvailable ? available(ctx, args) : loaded(ctx, args));
      return pending instanceof Promise ? pending : undefined;
    },
  }),
});

function* loaded(ctx: CmdletContext, args: GetModuleArguments): Flow<void> {
  const table = moduleTable(ctx);
  const all = args.All ? table.all() : table.importedBy(ctx.caller.sessionState);
  const wanted = args.FullyQualifiedName?.map((one) => ModuleSpecification.of(one));
  const matchers = args.Name?.map(wildcardMatcher);
  const shown = [...all].filter((module) => {
    if (wanted) return wanted.some((w) => w.name.toLowerCase() === module.name.toLowerCase() && w.matches(module));
    return !matchers || matchers.some((matches) => matches(module.name));
  });
  if (matchers && !wanted) {
    for (const name of table.builtInNames()) {
      const builtIn = matchers.some((matches) => matches(name)) ? table.builtIn(name) : undefined;
      if (builtIn && name !== 'Microsoft.PowerShell.Core') shown.push(builtIn);
    }
  }
  for (const module of shown) yield* settle(ctx.write(module));
}

function* available(ctx: CmdletContext, args: GetModuleArguments): Flow<void> {
  const matchers = args.Name?.filter((name) => !isModulePath(name)).map(wildcardMatcher);
  const files: ModuleFile[] = [];
  for (const name of args.Name ?? []) {
    if (!isModulePath(name)) continue;
    const path = yield* findModuleAt(ctx.caller, name);
    if (path !== undefined) files.push({ name: nameOf(path), path, version: undefined });
  }
  const wanted = args.FullyQualifiedName?.map((one) => ModuleSpecification.of(one));
  if (!args.Name || (matchers && matchers.length > 0)) {
    for (const file of yield* allModuleFiles(ctx.caller)) {
      if (matchers && !matchers.some((matches) => matches(file.name))) continue;
      if (wanted && !wanted.some((w) => w.name.toLowerCase() === file.name.toLowerCase())) continue;
      files.push(file);
    }
  }
  for (const file of files) {
    const module = yield* describe(ctx, file);
    if (module && (!wanted || wanted.some((w) => w.matches(module)))) yield* settle(ctx.write(module));
  }
}

/** A module as its files describe it, without loading it. */
function* describe(ctx: CmdletContext, file: ModuleFile): Flow<PSModuleInfo | undefined> {
  const module = new PSModuleInfo(file.name, file.path, undefined);
  if (/\.psd1$/i.test(file.path)) {
    try {
      const manifest = yield* readManifest(ctx.caller, file.path);
      Object.assign(module.details, manifest.details);
      module.moduleType = manifest.rootModule === undefined ? 'Manifest' : 'Script';
    } catch (error) {
      if (!(error instanceof TerminatingError)) throw error;
      return undefined;
    }
  }
  const exports = yield* moduleTable(ctx).analysis.of(ctx.caller, file.path);
  const empty = parseScript('', ctx.caller.sessionState);
  for (const name of exports.functions) {
    const command = new FunctionInfo(name, empty);
    command.module = module;
    module.exportedFunctions.set(name, command);
  }
  for (const name of exports.aliases) {
    const alias = new AliasInfo(name, '');
    alias.module = module;
    module.exportedAliases.set(name, alias);
  }
  return module;
}
