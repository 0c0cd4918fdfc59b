import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, runFlow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { wildcardMatcher } from '../../commands/wildcard-name.ts';
import { noModulesRemoved } from '../../modules/module-errors.ts';
import { ModuleSpecification } from '../../modules/module-specification.ts';
import { PSModuleInfo } from '../../modules/ps-module-info.ts';
import { baseOf } from '../../values/ps-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { moduleSpecifications, moduleTable } from './module-cmdlet.ts';

const piped = { mandatory: true, position: 0, pipeline: 'value' } as const;

interface RemoveArguments {
  readonly Name?: readonly string[] | undefined;
  readonly FullyQualifiedName?: readonly PSValue[] | undefined;
  readonly ModuleInfo?: readonly PSValue[] | undefined;
  readonly Force?: boolean | undefined;
}

/** Remove-Module: takes modules out of the session. */
export const removeModule = defineCmdlet({
  name: 'Remove-Module',
  aliases: ['rmo'],
  synopsis: 'Removes modules from the session.',
  supportsShouldProcess: true,
  effects: ['state'],
  parameters: {
    Name: parameter(type.strings, { set: 'name', ...piped, supportsWildcards: true, help: 'Names.' }),
    FullyQualifiedName: parameter(moduleSpecifications, {
      set: 'FullyQualifiedName',
      ...piped,
      help: 'Names with versions.',
    }),
    ModuleInfo: parameter(type.named<readonly PSValue[]>('System.Management.Automation.PSModuleInfo[]'), {
      set: 'ModuleInfo',
      ...piped,
      help: 'The modules themselves.',
    }),
    Force: parameter(type.switch, { help: 'Removes read-only modules too.' }),
  },
  invoke: (ctx) => ({
    process(args) {
      const pending = runFlow(remove(ctx, args));
      return pending instanceof Promise ? pending : undefined;
    },
  }),
});

function* remove(ctx: CmdletContext, args: RemoveArguments): Flow<void> {
  const modules = selected(ctx, args);
  if (modules.length === 0) {
    const isPattern = args.Name?.every((name) => /[*?[]/.test(name)) ?? false;
    if (!isPattern) yield* settle(ctx.writeError(noModulesRemoved()));
    return;
  }
  for (const module of modules) {
    if (!(yield* settle(ctx.shouldProcess(`${module.name} (Path: '${module.path}')`)))) continue;
    if (module.accessMode === 'Constant' || (module.accessMode === 'ReadOnly' && !args.Force)) {
      yield* settle(
        ctx.writeError({
          id: module.accessMode === 'Constant' ? 'Modules_ModuleIsConstant' : 'Modules_ModuleIsReadOnly',
          category: 'PermissionDenied',
          exceptionType: 'System.InvalidOperationException',
          message: `The module '${module.name}' is ${module.accessMode} and is not removed.`,
          target: module.name,
        }),
      );
      continue;
    }
    yield* moduleTable(ctx).unload(ctx.caller, module);
  }
}

function selected(ctx: CmdletContext, args: RemoveArguments): PSModuleInfo[] {
  const loaded = moduleTable(ctx).importedBy(ctx.caller.sessionState);
  if (args.Name) {
    const matchers = args.Name.map(wildcardMatcher);
    return loaded.filter((module) => matchers.some((matches) => matches(module.name) || matches(module.path)));
  }
  if (args.FullyQualifiedName) {
    const wanted = args.FullyQualifiedName.map((one) => ModuleSpecification.of(one));
    return loaded.filter((m) => wanted.some((w) => w.name.toLowerCase() === m.name.toLowerCase() && w.matches(m)));
  }
  return (args.ModuleInfo ?? []).map(baseOf).filter((one) => one instanceof PSModuleInfo);
}
