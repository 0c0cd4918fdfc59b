import type { CmdletContext } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import type { ErrorCategory } from '../../errors/error-category.ts';
import { ErrorRecord } from '../../errors/error-record.ts';
import { NetException } from '../../errors/net-exception.ts';
import { fail } from '../../errors/terminating-error.ts';
import type { ProcessLauncher } from '../../host/process-launcher.ts';
import { containsWildcard, WildcardPattern } from '../../text/wildcard.ts';
import { NetProcess } from '../../values/net-process.ts';
import { baseOf } from '../../values/ps-object.ts';
import type { PSValue } from '../../values/ps-value.ts';

/** What names processes: names with wildcards, ids, or process objects; all where nothing is given. */
export interface ProcessArguments {
  readonly Name?: readonly string[] | undefined;
  readonly Id?: readonly number[] | undefined;
  readonly InputObject?: readonly PSValue[] | undefined;
}

/** Processes that an engine has started and that have not ended, by id. */
const startedBy = new WeakMap<object, Map<number, NetProcess>>();

/** Notes a process that this engine started, so that later commands find the same object. */
export function rememberStarted(ctx: CmdletContext, process: NetProcess, id: number): void {
  let known = startedBy.get(ctx.engine);
  if (!known) startedBy.set(ctx.engine, (known = new Map()));
  known.set(id, process);
  void process.ended?.then(() => known.delete(id));
}

/** The programs of the machine. @throws TerminatingError where the engine may not see them */
export function launcherOf(ctx: CmdletContext): ProcessLauncher {
  const { processes } = ctx.engine;
  if (processes) return processes;
  throw fail({
    id: 'NotSupported',
    category: 'ResourceUnavailable',
    exceptionType: 'System.PlatformNotSupportedException',
    message: 'This engine was made without access to processes.',
  });
}

/** The error about a process, as a record that is reported. */
export function processError(
  id: string,
  category: ErrorCategory,
  message: string,
  target: PSValue,
  name: string,
): ErrorRecord {
  const exception = new NetException('Microsoft.PowerShell.Commands.ProcessCommandException', message);
  exception.properties.set('ProcessName', name);
  return new ErrorRecord(exception, id, category, target);
}

/** The id of a process. */
export const idOf = (process: NetProcess): number => process.child?.id ?? process.entry?.id ?? 0;

/** The name of a process; empty where it is not known any more. */
export const nameOf = (process: NetProcess): string => process.entry?.name ?? '';

function* allProcesses(ctx: CmdletContext): Flow<NetProcess[]> {
  const entries = yield* settle(launcherOf(ctx).list());
  const known = startedBy.get(ctx.engine);
  return entries.map((entry) => {
    const started = known?.get(entry.id);
    if (!started) return new NetProcess(entry);
    started.entry ??= entry;
    return started;
  });
}

function* byName(ctx: CmdletContext, all: readonly NetProcess[], names: readonly string[]): Flow<NetProcess[]> {
  const found: NetProcess[] = [];
  for (const name of names) {
    const pattern = new WildcardPattern(name, true);
    const matches = all.filter((process) => pattern.isMatch(nameOf(process)));
    found.push(...matches);
    if (matches.length > 0 || containsWildcard(name)) continue;
    const isNumber = /^\s*\d+\s*$/.test(name);
    const id = isNumber ? 'RecommendIdTagForGivenName' : 'NoProcessFoundForGivenName';
    const hint = isNumber ? '; for the id of a process use -Id' : '';
    const message = `There is no process with the name "${name}"${hint}.`;
    yield* settle(ctx.writeError(processError(id, 'ObjectNotFound', message, name, name)));
  }
  return found;
}

function* byId(ctx: CmdletContext, all: readonly NetProcess[], ids: readonly number[]): Flow<NetProcess[]> {
  const found: NetProcess[] = [];
  for (const id of ids) {
    const process = all.find((one) => idOf(one) === id);
    if (process) found.push(process);
    else {
      const message = `There is no process with the id ${id}.`;
      yield* settle(ctx.writeError(processError('NoProcessFoundForGivenId', 'ObjectNotFound', message, id, '')));
    }
  }
  return found;
}

/** The processes that arguments name, by name and id; ids and names without one are reported. */
export function* selectProcesses(ctx: CmdletContext, args: ProcessArguments): Flow<NetProcess[]> {
  let found: NetProcess[];
  if (args.InputObject)
    found = args.InputObject.map((value) => baseOf(value)).filter((value) => value instanceof NetProcess);
  else {
    const all = yield* allProcesses(ctx);
    if (args.Id) found = yield* byId(ctx, all, args.Id);
    else found = args.Name ? yield* byName(ctx, all, args.Name) : all;
  }
  const key = (process: NetProcess) => nameOf(process).toLowerCase();
  return [...new Set(found)].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : idOf(a) - idOf(b)));
}

/** Whether a process has ended. */
export function* hasEnded(ctx: CmdletContext, process: NetProcess): Flow<boolean> {
  if (process.child) return process.exitCode !== undefined;
  const entries = yield* settle(launcherOf(ctx).list());
  return !entries.some((entry) => entry.id === idOf(process));
}
