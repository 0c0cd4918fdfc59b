import { approvedVerbs } from '../../commands/approved-verbs.ts';
import type { CmdletContext } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { wildcardMatcher } from '../../commands/wildcard-name.ts';
import type { ImportRequest } from '../../modules/module-table.ts';
import type { PSModuleInfo } from '../../modules/ps-module-info.ts';
import { compareText } from '../../text/text-comparison.ts';

const restricted = /[#,(){}[\]&/\\$^;:"'<>|?@`*%+=~]/;

let verbs: ReadonlySet<string> | undefined;

/** Says what was imported, and warns of names that are hard to find or to type. */
export function* reportImports(
  ctx: CmdletContext,
  module: PSModuleInfo,
  request: ImportRequest,
  checksNames: boolean,
): Flow<void> {
  const functions = importedNames(module.exportedFunctions.names(), request.functions, request);
  const cmdlets = importedNames(module.exportedCmdlets.names(), request.cmdlets, request);
  if (checksNames) yield* checkNames(ctx, module.name, [...functions, ...cmdlets]);
  for (const name of functions) yield* settle(ctx.writeVerbose(`Importing function '${name}'.`));
  for (const name of cmdlets) yield* settle(ctx.writeVerbose(`Importing cmdlet '${name}'.`));
}

function importedNames(
  names: readonly string[],
  patterns: readonly string[] | undefined,
  { functions, cmdlets, variables, aliases }: ImportRequest,
): readonly string[] {
  const sorted = [...names].sort((a, b) => compareText(a, b, true));
  if (!(functions ?? cmdlets ?? variables ?? aliases)) return sorted;
  const matchers = (patterns ?? []).map(wildcardMatcher);
  return sorted.filter((name) => matchers.some((matches) => matches(name)));
}

function* checkNames(ctx: CmdletContext, moduleName: string, names: readonly string[]): Flow<void> {
  const odd = names.filter((name) => name.includes('-') && !hasApprovedVerb(name));
  const hard = names.filter((name) => restricted.test(name.replace('-', '')) || name.replace('-', '').includes('-'));
  if (odd.length > 0) {
    const message = `Some commands of the module '${moduleName}' begin with a verb that is not approved and may be hard to find; Import-Module -Verbose names them, Get-Verb lists approved verbs.`;
    yield* settle(ctx.writeWarning(message));
    for (const name of odd)
      yield* settle(ctx.writeVerbose(`The command '${name}' of the module '${moduleName}' has no approved verb.`));
  }
  if (hard.length === 0) return;
  const characters = '# , ( ) { } [ ] & - / \\ $ ^ ; : " \' < > | ? @ ` * % + = ~';
  yield* settle(
    ctx.writeWarning(`Names of some commands of the module '${moduleName}' hold one of the characters ${characters}`),
  );
  for (const name of hard)
    yield* settle(
      ctx.writeVerbose(`The name of the command '${name}' of the module '${moduleName}' is hard to write.`),
    );
}

function hasApprovedVerb(name: string): boolean {
  verbs ??= new Set(approvedVerbs.map(({ verb }) => verb.toLowerCase()));
  return verbs.has(name.slice(0, name.indexOf('-')).toLowerCase());
}
