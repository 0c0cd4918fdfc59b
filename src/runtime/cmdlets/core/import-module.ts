import { type CmdletContext, defineCmdlet, type Step } from '../../commands/define-cmdlet.ts';
import { type Flow, runFlow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { customObjectOf } from '../../modules/custom-object.ts';
import { compareVersions, ModuleSpecification } from '../../modules/module-specification.ts';
import type { ImportRequest } from '../../modules/module-table.ts';
import { PSModuleInfo } from '../../modules/ps-module-info.ts';
import { baseOf } from '../../values/ps-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { Version } from '../../values/version.ts';
import { reportImports } from './import-messages.ts';
import { moduleSpecifications, moduleTable, reporting } from './module-cmdlet.ts';

const pipedName = { mandatory: true, position: 0, pipeline: 'value' } as const;
const list = (help: string) =>
  parameter(type.strings, { help, supportsWildcards: true, validate: [{ kind: 'notNull' }] });

/** Import-Module: loads modules and brings their commands into the session. */
export const importModule = defineCmdlet({
  name: 'Import-Module',
  aliases: ['ipmo'],
  synopsis: 'Adds modules to the session.',
  defaultParameterSet: 'Name',
  effects: ['fs:read', 'state'],
  outputs: ['System.Management.Automation.PSModuleInfo'],
  parameters: {
    Global: parameter(type.switch, { help: 'Imports into the global session, also when a module calls.' }),
    Prefix: parameter(type.string, {
      validate: [{ kind: 'notNull' }],
      help: 'Put before the nouns of imported commands.',
    }),
    Name: parameter(type.strings, { set: 'Name', ...pipedName, supportsWildcards: true, help: 'Names or paths.' }),
    FullyQualifiedName: parameter(moduleSpecifications, {
      set: 'FullyQualifiedName',
      ...pipedName,
      help: 'Names with bounds on the version, as tables.',
    }),
    ModuleInfo: parameter(type.named<readonly PSValue[]>('System.Management.Automation.PSModuleInfo[]'), {
      set: 'ModuleInfo',
      ...pipedName,
      help: 'Modules that are there already.',
    }),
    Function: list('Only these functions.'),
    Cmdlet: list('Only these cmdlets.'),
    Variable: list('Only these variables.'),
    Alias: list('Only these aliases.'),
    Force: parameter(type.switch, { help: 'Loads again what is loaded.' }),
    SkipEditionCheck: parameter(type.switch, {
      set: ['Name', 'FullyQualifiedName', 'ModuleInfo'],
      help: 'Has no effect here.',
    }),
    PassThru: parameter(type.switch, { help: 'Writes the modules.' }),
    AsCustomObject: parameter(type.switch, { help: 'Writes an object whose members are the exports.' }),
    MinimumVersion: parameter(type.named<Version>('System.Version'), {
      set: 'Name',
      aliases: ['Version'],
      help: 'The lowest version allowed.',
    }),
    MaximumVersion: parameter(type.string, { set: 'Name', help: 'The highest version allowed.' }),
    RequiredVersion: parameter(type.named<Version>('System.Version'), {
      set: 'Name',
      help: 'The only version allowed.',
    }),
    ArgumentList: parameter(type.objects, { aliases: ['Args'], help: "Arguments of the module's script." }),
    DisableNameChecking: parameter(type.switch, { help: 'Says nothing about unusual verbs.' }),
    NoClobber: parameter(type.switch, { aliases: ['NoOverwrite'], help: 'Leaves commands of the same name alone.' }),
    Scope: parameter(type.string, {
      validate: [{ kind: 'set', values: ['Local', 'Global'] }],
      help: 'Local: only the scope that calls.',
    }),
  },
  invoke(ctx) {
    return {
      process(args): Step {
        const request: ImportRequest = {
          prefix: args.Prefix,
          functions: args.Function,
          cmdlets: args.Cmdlet,
          variables: args.Variable,
          aliases: args.Alias,
          noClobber: args.NoClobber,
          force: args.Force,
          args: args.ArgumentList,
          into:
            args.Global || args.Scope?.toLowerCase() === 'global'
              ? 'global'
              : args.Scope === undefined
                ? undefined
                : 'local',
        };
        const after = {
          passThru: args.PassThru === true,
          asObject: args.AsCustomObject === true,
          checksNames: args.DisableNameChecking !== true,
        };
        checkBounds(ctx, args.MinimumVersion, args.MaximumVersion);
        const wanted = wantedOf(args.Name, args.FullyQualifiedName, args.ModuleInfo, {
          version: args.MinimumVersion,
          maximumVersion: args.MaximumVersion,
          requiredVersion: args.RequiredVersion,
        });
        const pending = runFlow(importAll(ctx, wanted, request, after));
        return pending instanceof Promise ? pending : undefined;
      },
    };
  },
});

function checkBounds(ctx: CmdletContext, minimum: Version | undefined, maximum: string | undefined): void {
  const highest = maximum === undefined ? undefined : Version.tryParse(maximum.replaceAll('*', '999999999'));
  if (!minimum || !highest || compareVersions(minimum, highest) <= 0) return;
  ctx.throwTerminating({
    id: 'ArgumentOutOfRange',
    category: 'InvalidArgument',
    exceptionType: 'System.Management.Automation.PSArgumentOutOfRangeException',
    message: `The minimum version ${minimum.toString()} is above the maximum version ${maximum}.`,
    target: null,
  });
}

interface After {
  readonly checksNames: boolean;
  readonly passThru: boolean;
  readonly asObject: boolean;
}

type Bounds = Partial<Pick<ModuleSpecification, 'version' | 'maximumVersion' | 'requiredVersion'>>;

function wantedOf(
  names: readonly string[] | undefined,
  specifications: readonly PSValue[] | undefined,
  modules: readonly PSValue[] | undefined,
  bounds: Bounds,
): readonly (ModuleSpecification | PSModuleInfo)[] {
  if (names) return names.map((name) => new ModuleSpecification(name, bounds));
  if (specifications) return specifications.map((one) => ModuleSpecification.of(one));
  return (modules ?? []).map(baseOf).filter((one) => one instanceof PSModuleInfo);
}

function* importAll(
  ctx: CmdletContext,
  wanted: readonly (ModuleSpecification | PSModuleInfo)[],
  request: ImportRequest,
  after: After,
): Flow<void> {
  for (const one of wanted) yield* reporting(ctx, importOne(ctx, one, request, after));
}

function* importOne(
  ctx: CmdletContext,
  wanted: ModuleSpecification | PSModuleInfo,
  request: ImportRequest,
  after: After,
): Flow<void> {
  const table = moduleTable(ctx);
  let module: PSModuleInfo;
  if (wanted instanceof PSModuleInfo) {
    module = wanted;
    table.importInto(ctx.caller, module, request);
  } else module = yield* table.import(ctx.caller, wanted, request);
  yield* reportImports(ctx, module, request, after.checksNames);
  if (after.asObject) yield* settle(ctx.write(customObjectOf(module)));
  else if (after.passThru) yield* settle(ctx.write(module));
}
