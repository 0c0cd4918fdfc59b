import { type Flow, settle } from '../commands/flow.ts';
import { fail } from '../errors/terminating-error.ts';
import type { Scope } from '../scope/scope.ts';
import type { DriveTable, ProviderPath } from './drive-table.ts';
import { expandPath, pathNotFound } from './globber.ts';
import { PathInfo } from './path-info.ts';

/** Where scripts stand now. */
export function currentLocation(drives: DriveTable): PathInfo {
  const { current } = drives;
  return new PathInfo(current.isHidden ? null : current, current.info, drives.currentPath);
}

/** The one container a path names. @throws TerminatingError when it names none or several */
export function* containerAt(
  drives: DriveTable,
  scope: Scope | null,
  path: string,
  literal: boolean,
): Flow<ProviderPath> {
  const containers: ProviderPath[] = [];
  for (const at of yield* expandPath(drives, scope, path, { literal, force: true }))
    if (yield* settle(at.provider.isContainer(at.path))) containers.push(at);
  const [first, second] = containers;
  if (!first) throw pathNotFound(path);
  if (second)
    throw fail({
      id: 'Argument',
      category: 'InvalidArgument',
      exceptionType: 'System.Management.Automation.PSArgumentException',
      message: `The path "${path}" names ${containers.length} containers; a location is one.`,
      target: null,
    });
  return first;
}

/** Moves the current location to a path; `-` and `+` walk through the places that were left. */
export function* setLocation(drives: DriveTable, scope: Scope | null, path: string, literal: boolean): Flow<PathInfo> {
  const before = currentLocation(drives).path;
  const isStep = !literal && (path === '-' || path === '+');
  const target = isStep ? drives.history.step(path, before) : path;
  if (!isStep) drives.history.push(before);
  drives.moveTo(yield* containerAt(drives, scope, target, literal || isStep));
  return currentLocation(drives);
}

/** The stack of a name; an empty name is the current one. */
export function stackNamed(drives: DriveTable, name: string | undefined): string {
  return name || drives.defaultStack;
}

/** Puts the current location on a stack. */
export function pushLocation(drives: DriveTable, name: string | undefined): void {
  const key = stackNamed(drives, name);
  drives.stacks.set(key, [...(drives.stacks.get(key) ?? []), currentLocation(drives)]);
}

/**
 * Goes to the place that was put on a stack last. An empty current stack is passed over.
 *
 * @throws TerminatingError Argument for a named stack that does not exist
 */
export function* popLocation(
  drives: DriveTable,
  scope: Scope | null,
  name: string | undefined,
): Flow<PathInfo | undefined> {
  const key = stackNamed(drives, name);
  const stack = drives.stacks.get(key);
  const last = stack?.at(-1);
  if (!stack && name && key !== 'default')
    throw fail({
      id: 'Argument',
      category: 'InvalidArgument',
      exceptionType: 'System.Management.Automation.PSArgumentException',
      message: `There is no location stack named "${name}".`,
      target: null,
    });
  if (!stack || !last) return undefined;
  const rest = stack.slice(0, -1);
  if (rest.length > 0) drives.stacks.set(key, rest);
  else drives.stacks.delete(key);
  return yield* setLocation(drives, scope, last.path, true);
}
