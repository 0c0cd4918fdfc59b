import { CmdletInfo, type CommandInfo } from '../../commands/command-info.ts';
import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, runFlow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { wildcardMatcher } from '../../commands/wildcard-name.ts';
import { TerminatingError } from '../../errors/terminating-error.ts';
import {
  allModuleFiles,
  everyModuleFile,
  isModulePath,
  type ModuleFile,
  modulesAt,
} from '../../modules/find-module.ts';
import { readManifest } from '../../modules/manifest.ts';
import { ModuleSpecification } from '../../modules/module-specification.ts';
import type { ModuleTable } from '../../modules/module-table.ts';
import { PSModuleInfo } from '../../modules/ps-module-info.ts';
import { compareText } from '../../text/text-comparison.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { addExports, moduleOfManifest } from './manifest-module.ts';
import { moduleSpecifications, moduleTable } from './module-cmdlet.ts';

const anySet = ['Loaded', 'Available'] as const;

interface GetModuleArguments {
  readonly Name?: readonly string[] | undefined;
  readonly FullyQualifiedName?: readonly PSValue[] | undefined;
  readonly All?: boolean | undefined;
  readonly ListAvailable?: boolean | undefined;
  readonly PSEdition?: string | undefined;
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
  const matchers = (wanted?.map((one) => one.name) ?? args.Name)?.map(wildcardMatcher);
  const shown = [...all, ...builtIn(table, matchers)].filter((module) => {
    if (wanted) return wanted.some((one, n) => matchers?.[n]?.(module.name) && one.matches(module));
    return !matchers || matchers.some((matches) => matches(module.name));
  });
  shown.sort((a, b) => compareText(a.name, b.name, true));
  for (const module of shown) yield* settle(ctx.write(module));
}

/** Modules of compiled commands: those asked for by name, else those that a call needed. */
function builtIn(table: ModuleTable, matchers: readonly ((name: string) => boolean)[] | undefined): PSModuleInfo[] {
  return table
    .builtInNames()
    .filter((name) => name !== 'Microsoft.PowerShell.Core' && (!matchers || matchers.some((matches) => matches(name))))
    .flatMap((name) => table.builtIn(name) ?? [])
    .filter((module) => matchers !== undefined || [...module.exportedCmdlets.values()].some(isUsed));
}

function isUsed(command: CommandInfo): boolean {
  return command instanceof CmdletInfo && command.used;
}

function* available(ctx: CmdletContext, args: GetModuleArguments): Flow<void> {
  const { caller } = ctx;
  const wanted = args.FullyQualifiedName?.map((one) => ModuleSpecification.of(one));
  const names = [...(args.Name ?? []), ...(wanted ?? []).map((one) => one.name)];
  const shown = new Set<string>();
  const show = function* (file: ModuleFile, among: readonly ModuleSpecification[] | undefined): Flow<void> {
    const module = shown.has(file.path) ? undefined : yield* describe(ctx, file);
    if (!module || (among && !among.some((one) => one.matches(module)))) return;
    const { compatiblePSEditions } = module.details;
    if (args.PSEdition && !compatiblePSEditions.some((one) => sameName(one, args.PSEdition))) return;
    shown.add(file.path);
    yield* settle(ctx.write(module));
  };
  for (const name of names.filter(isModulePath)) {
    const among = wanted?.filter((one) => one.name === name);
    for (const file of yield* modulesAt(caller, name, args.All === true)) yield* show(file, among);
  }
  const plain = names.filter((name) => !isModulePath(name));
  if (names.length > 0 && plain.length === 0) return;
  const matchers = plain.length > 0 ? plain.map(wildcardMatcher) : undefined;
  for (const file of yield* args.All ? everyModuleFile(caller) : allModuleFiles(caller)) {
    if (matchers && !matchers.some((matches) => matches(file.name))) continue;
    yield* show(
      file,
      wanted?.filter((one) => sameName(one.name, file.name)),
    );
  }
}

function sameName(a: string, b: string | undefined): boolean {
  return b !== undefined && a.toLowerCase() === b.toLowerCase();
}

/** A module as its files describe it, without loading it; undefined where its manifest cannot be used. */
function* describe(ctx: CmdletContext, { name, path }: ModuleFile): Flow<PSModuleInfo | undefined> {
  const { caller } = ctx;
  let module: PSModuleInfo;
  try {
    module = /\.psd1$/i.test(path)
      ? moduleOfManifest(caller, yield* readManifest(caller, path))
      : new PSModuleInfo(name, path, undefined);
  } catch (error) {
    if (!(error instanceof TerminatingError)) throw error;
    return undefined;
  }
  const { functions, aliases } = yield* moduleTable(ctx).analysis.of(caller, path);
  addExports(caller, module, functions, aliases);
  return module;
}
