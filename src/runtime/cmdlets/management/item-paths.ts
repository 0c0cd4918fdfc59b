import type { CmdletContext } from '../../commands/define-cmdlet.ts';
import { type Flow, runFlow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { ControlFlow } from '../../errors/control-flow.ts';
import { fail, TerminatingError } from '../../errors/terminating-error.ts';
import { isHiddenName } from '../../providers/child-names.ts';
import type { ProviderPath } from '../../providers/drive-table.ts';
import { displayPath, expandPath, type GlobOptions } from '../../providers/globber.ts';
import { isSeparator, leafOf, parentOf } from '../../providers/path-text.ts';
import type { Scope } from '../../scope/scope.ts';
import type { SessionState } from '../../scope/session-state.ts';
import { ensureNotes, PSObject } from '../../values/ps-object.ts';
import type { Eventually, PSValue } from '../../values/ps-value.ts';

/** `-Path` (first, from the pipeline) and `-LiteralPath` as most item commands have them. */
export const pathParameters = {
  Path: parameter(type.strings, {
    sets: { Path: { mandatory: true, position: 0, pipeline: 'both' } },
    supportsWildcards: true,
    help: 'The items; wildcards are allowed.',
  }),
  LiteralPath: parameter(type.strings, {
    aliases: ['PSPath', 'LP'],
    sets: { LiteralPath: { mandatory: true, pipeline: 'property' } },
    help: 'The items; every character stands for itself.',
  }),
} as const;

/** The same for commands whose `-Path` does not come as a pipeline value. */
export const namedPathParameters = {
  ...pathParameters,
  Path: parameter(type.strings, {
    sets: { Path: { mandatory: true, position: 0, pipeline: 'property' } },
    supportsWildcards: true,
    help: 'The items; wildcards are allowed.',
  }),
} as const;

/** `-Filter`, `-Include`, `-Exclude`, `-Force`, `-Credential`. */
export const filterParameters = {
  Filter: parameter(type.string, { help: 'A wildcard that the last name must match.' }),
  Include: parameter(type.strings, { help: 'Wildcards of which the last name must match one.' }),
  Exclude: parameter(type.strings, { help: 'Wildcards of which the last name must match none.' }),
  Force: parameter(type.switch, { help: 'Includes hidden items and overrides read-only ones.' }),
  Credential: parameter(type.named('System.Management.Automation.PSCredential'), {
    pipeline: 'property',
    help: 'Not supported by the providers that exist here.',
  }),
} as const;

/** What the parameters above bind to. */
export interface ItemArguments {
  readonly Path?: readonly string[] | undefined;
  readonly LiteralPath?: readonly string[] | undefined;
  readonly Filter?: string | undefined;
  readonly Include?: readonly string[] | undefined;
  readonly Exclude?: readonly string[] | undefined;
  readonly Force?: boolean | undefined;
}

/** The session state a command was called from. */
export function sessionOf(ctx: CmdletContext): SessionState {
  // The contract leaves the type open so that lower layers need not know scopes.
  return ctx.sessionState as SessionState;
}

/** The scope a command was called from. */
export function scopeOf(ctx: CmdletContext): Scope {
  return sessionOf(ctx).shared.currentScope;
}

/**
 * Reports what a step throws as a non-terminating error, so that the next item has its turn. What the command itself
 * ended with (ThrowTerminatingError, -ErrorAction Stop) goes on.
 */
export function* reporting<T>(ctx: CmdletContext, flow: Flow<T>): Flow<T | undefined> {
  try {
    return yield* flow;
  } catch (thrown) {
    if (thrown instanceof ControlFlow) throw thrown;
    if (thrown instanceof TerminatingError && (thrown.isFinal || thrown.record.invocationInfo === ctx.invocation))
      throw thrown;
    const record = thrown instanceof TerminatingError ? thrown.record : ctx.engine.toErrorRecord(thrown);
    yield* settle(ctx.writeError(record));
    return undefined;
  }
}

/** All items that the path parameters name; what names nothing is reported. */
export function* itemsOf(ctx: CmdletContext, args: ItemArguments, options: GlobOptions = {}): Flow<ProviderPath[]> {
  const literal = args.LiteralPath !== undefined;
  const all: ProviderPath[] = [];
  for (const path of args.LiteralPath ?? args.Path ?? []) {
    const settings: GlobOptions = {
      literal,
      filter: args.Filter,
      include: args.Include,
      exclude: args.Exclude,
      force: args.Force === true,
      ...options,
    };
    const found = yield* reporting(ctx, expandPath(ctx.engine.drives, scopeOf(ctx), path, settings));
    all.push(...(found ?? []));
  }
  return all;
}

/** Runs the steps of a command that are written as a flow. */
export function step(flow: Flow<void>): Eventually<void> {
  return runFlow(flow);
}

/** Puts the notes of a path on what a provider gave: PSPath, PSParentPath, PSChildName, PSDrive, PSProvider. */
export function setProviderNotes(item: PSValue, at: ProviderPath): object {
  const object = typeof item === 'object' && item !== null ? item : new PSObject(item);
  const { properties } = ensureNotes(object);
  const prefix = `${at.info.provider.moduleName}\\${at.info.name}::`;
  properties.set('PSPath', prefix + at.path);
  const parent = at.provider.isTree ? parentOf(at.path) : '';
  if (at.provider.isTree) properties.set('PSParentPath', parent === '' ? '' : prefix + parent);
  properties.set('PSChildName', at.path === '/' ? '/' : at.path.slice(at.path.lastIndexOf('/') + 1));
  if (at.drive) properties.set('PSDrive', at.drive);
  properties.set('PSProvider', at.info);
  return object;
}

/** An item with the notes of its path, and PSIsContainer. */
export function itemWithNotes(item: PSValue, at: ProviderPath, isContainer: boolean): PSValue {
  const object = setProviderNotes(item, at);
  ensureNotes(object).properties.set('PSIsContainer', isContainer);
  return object;
}

/** A path that ends in a separator means a container. @throws TerminatingError ItemNotFound where it is none */
export function* checkFolder(at: ProviderPath, path: string): Flow<void> {
  if (!at.provider.isTree || !isSeparator(path.at(-1)) || (yield* settle(at.provider.isContainer(at.path)))) return;
  throw fail({
    id: 'ItemNotFound',
    category: 'ObjectNotFound',
    exceptionType: 'System.IO.IOException',
    message: `"${path}" ends in a separator, but it is no folder.`,
    target: path,
  });
}

/** Writes the item of a path that was found; a hidden file is an error unless hidden ones are wanted (`-Force`). */
export function* writeFoundItem(ctx: CmdletContext, at: ProviderPath, seesHidden: boolean): Flow<void> {
  if (!seesHidden && isHiddenName(at.provider, leafOf(at.path)))
    throw fail({
      id: 'ItemNotFound',
      category: 'ObjectNotFound',
      exceptionType: 'System.IO.IOException',
      message: `"${at.path}" is hidden; -Force shows it.`,
      target: at.path,
    });
  yield* writeItem(ctx, at);
}

/** Writes an item as commands do: with its notes, collections of flat stores one by one. */
export function* writeItem(ctx: CmdletContext, at: ProviderPath): Flow<void> {
  const item = yield* settle(at.provider.get(at.path));
  if (item === undefined) return;
  if (Array.isArray(item) && !at.provider.isTree && at.path === '') {
    for (const one of item) yield* settle(ctx.write(one));
    return;
  }
  const isContainer = yield* settle(at.provider.isContainer(at.path));
  yield* settle(ctx.write(itemWithNotes(item, at, isContainer)));
}

export { displayPath };
