import type { CallFrame } from '../../commands/call-frame.ts';
import { AliasInfo, FunctionInfo } from '../../commands/command-info.ts';
import { hasWildcards } from '../../commands/wildcard-name.ts';
import { parseScript } from '../../evaluate/parse-script.ts';
import { nameOf } from '../../modules/load-module.ts';
import type { Manifest } from '../../modules/manifest.ts';
import { PSModuleInfo } from '../../modules/ps-module-info.ts';

/** The module that a manifest describes, not loaded; its exports are those that the manifest names. */
export function moduleOfManifest(frame: CallFrame, manifest: Manifest): PSModuleInfo {
  const module = new PSModuleInfo(nameOf(manifest.path), manifest.path, undefined);
  Object.assign(module.details, manifest.details);
  const { rootModule } = manifest;
  module.moduleType = rootModule === undefined ? 'Manifest' : /\.dll$/i.test(rootModule) ? 'Binary' : 'Script';
  const plain = (names: readonly string[] | undefined) => (names ?? []).filter((name) => !hasWildcards(name));
  addExports(frame, module, plain(manifest.functions), plain(manifest.aliases));
  return module;
}

/** Adds commands to the exports of a module that is not loaded. */
export function addExports(
  frame: CallFrame,
  module: PSModuleInfo,
  functions: readonly string[],
  aliases: readonly string[],
): void {
  const empty = parseScript('', frame.sessionState);
  for (const name of functions) {
    const command = new FunctionInfo(name, empty);
    command.module = module;
    module.exportedFunctions.set(name, command);
  }
  for (const name of aliases) {
    const alias = new AliasInfo(name, '');
    alias.module = module;
    module.exportedAliases.set(name, alias);
  }
}
