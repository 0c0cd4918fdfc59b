import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { absolutePath } from '../../commands/discovery/file-lookup.ts';
import { type Flow, runFlow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import type { ErrorRecord } from '../../errors/error-record.ts';
import { findByName, isModulePath } from '../../modules/find-module.ts';
import { fileOf } from '../../modules/load-module.ts';
import { type Manifest, manifestOf, manifestTable } from '../../modules/manifest.ts';
import { manifestProblems } from '../../modules/manifest-check.ts';
import { invalidManifestEntry, manifestNotAFile, moduleNotFound } from '../../modules/module-errors.ts';
import type { PSModuleInfo } from '../../modules/ps-module-info.ts';
import { moduleOfManifest } from './manifest-module.ts';
import { moduleTable, reporting } from './module-cmdlet.ts';

/** Test-ModuleManifest: reads a manifest and reports what is wrong with it. */
export const testModuleManifest = defineCmdlet({
  name: 'Test-ModuleManifest',
  synopsis: 'Reads a module manifest, reports what is wrong with it, and writes the module it describes.',
  outputs: ['System.Management.Automation.PSModuleInfo'],
  effects: ['fs:read'],
  parameters: {
    Path: parameter(type.string, {
      mandatory: true,
      position: 0,
      pipeline: 'both',
      help: 'The manifest, a .psd1 file.',
    }),
  },
  invoke: (ctx) => ({
    process(args) {
      const pending = runFlow(reporting(ctx, test(ctx, args.Path)));
      return pending instanceof Promise ? pending : undefined;
    },
  }),
});

function* test(ctx: CmdletContext, written: string): Flow<void> {
  const path = absolutePath(ctx.caller, written);
  const stat = yield* settle(ctx.engine.fs.stat(path));
  const problem = !stat ? moduleNotFound(path) : /\.psd1$/i.test(path) ? undefined : manifestNotAFile(path);
  if (problem) {
    yield* settle(ctx.writeError(problem));
    return;
  }
  const table = yield* manifestTable(ctx.caller, path);
  const manifest = manifestOf(ctx.caller, path, table);
  const module = moduleOfManifest(ctx.caller, manifest);
  for (const one of manifestProblems(ctx.caller, path, table)) yield* settle(ctx.writeError(one));
  for (const one of yield* missingEntries(ctx, module, manifest)) yield* settle(ctx.writeError(one));
  yield* settle(ctx.write(module));
}

/** Errors for what the manifest names and is not there. */
function* missingEntries(ctx: CmdletContext, module: PSModuleInfo, manifest: Manifest): Flow<ErrorRecord[]> {
  const errors: ErrorRecord[] = [];
  const { path, rootModule } = manifest;
  if (rootModule !== undefined && !(yield* isThere(ctx, module, rootModule)))
    errors.push(invalidManifestEntry('RootModule', rootModule, path));
  for (const { name } of manifest.nestedModules)
    if (!(yield* isThere(ctx, module, name))) errors.push(invalidManifestEntry('NestedModule', name, path));
  for (const { name } of manifest.requiredModules)
    if (!(yield* isThere(ctx, module, name))) errors.push(invalidManifestEntry('RequiredModules', name, path));
  for (const name of manifest.details.fileList ?? []) {
    const stat = yield* settle(ctx.engine.fs.stat(fileOf(module, name)));
    if (!stat) errors.push(invalidManifestEntry('FileList', name, path));
  }
  return errors;
}

/** Whether a name or path leads to a module: a file of this one, a module on the module path, or a built-in one. */
function* isThere(ctx: CmdletContext, module: PSModuleInfo, name: string): Flow<boolean> {
  const path = fileOf(module, name);
  for (const candidate of [path, `${path}.psd1`, `${path}.psm1`, `${path}.ps1`])
    if ((yield* settle(ctx.engine.fs.stat(candidate)))?.kind === 'file') return true;
  if (isModulePath(name)) return false;
  if (moduleTable(ctx).isLoaded(name)) return true;
  return (yield* findByName(ctx.caller, name)).length > 0;
}
