import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { TerminatingError } from '../../errors/terminating-error.ts';
import type { ProviderPath } from '../../providers/drive-table.ts';
import { displayPath, expandPath } from '../../providers/globber.ts';
import { isSeparator, joinPath, leafOf, parentOf } from '../../providers/path-text.ts';
import { unescapeWildcard } from '../../text/wildcard.ts';
import { argumentError, fileStep, invalidOperationError, ioError, isCurrentOrAbove } from './file-actions.ts';
import { filterParameters, reporting, scopeOf, step, writeItem } from './item-paths.ts';

/** The one item: the match of a wildcard where it has exactly one, else the path as it is written. */
function* itemAt(ctx: CmdletContext, path: string, literal: boolean): Flow<ProviderPath> {
  const { drives } = ctx.engine;
  const scope = scopeOf(ctx);
  try {
    const found = yield* expandPath(drives, scope, path, { literal, force: true });
    if (found.length === 1 && found[0]) return found[0];
    return (yield* expandPath(drives, scope, unescapeWildcard(path), { literal: true }))[0] ?? missing(path);
  } catch (thrown) {
    if (thrown instanceof TerminatingError && thrown.record.fullyQualifiedErrorId === 'PathNotFound' && literal)
      return missing(path);
    throw thrown;
  }
}

function missing(path: string): never {
  throw invalidOperationError(`There is nothing to rename at "${path}".`);
}

/** The bare new name. @throws TerminatingError for a path into another folder */
function bareName(ctx: CmdletContext, from: ProviderPath, newName: string): string {
  const name = /^\.[/\\]/.test(newName) ? newName.slice(2) : newName;
  const normal = name.replaceAll('\\', '/');
  const bare = isSeparator(normal[0]) && parentOf(normal) === parentOf(from.path) ? leafOf(normal) : normal;
  if (bare !== '' && !bare.includes('/')) return bare;
  return ctx.throwTerminating(argumentError(`"${newName}" lies in another container; Move-Item moves items.`).record);
}

function* renameFile(ctx: CmdletContext, from: ProviderPath, newName: string): Flow<string | undefined> {
  const { fs } = ctx.engine;
  const target = joinPath(parentOf(from.path), bareName(ctx, from, newName), '/');
  const isContainer = yield* settle(from.provider.isContainer(from.path));
  const action = isContainer ? 'Rename Directory' : 'Rename File';
  if (!(yield* settle(ctx.shouldProcess(`Item: ${from.path} Destination: ${target}`, action)))) return undefined;
  const isOther = target.toLowerCase() !== from.path.toLowerCase();
  if (isOther && (yield* settle(fs.lstat(target))))
    throw ioError('RenameItemIOError', 'WriteError', `There is already an item at "${target}".`, from.path);
  yield* fileStep('RenameItemIOError', 'WriteError', () => fs.rename(from.path, target), {
    denied: 'RenameItemUnauthorizedAccessError',
    target: from.path,
  });
  return target;
}

function* rename(ctx: CmdletContext, from: ProviderPath, newName: string, force: boolean): Flow<string | undefined> {
  if (isCurrentOrAbove(ctx, from))
    throw invalidOperationError(`"${displayPath(from)}" is in use: it is or contains the current location.`);
  if (from.provider.isTree) return yield* renameFile(ctx, from, newName);
  if (!(yield* settle(ctx.shouldProcess(`Item: ${from.path} NewName: ${newName}`, 'Rename Item')))) return undefined;
  yield* settle(from.provider.rename?.(from.path, newName, force));
  return newName;
}

/** Rename-Item: gives an item another name in the same place. */
export const renameItem = defineCmdlet({
  name: 'Rename-Item',
  aliases: ['rni', 'ren'],
  synopsis: 'Renames an item.',
  defaultParameterSet: 'ByPath',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  effects: ['fs:write'],
  parameters: {
    Path: parameter(type.string, {
      set: 'ByPath',
      mandatory: true,
      position: 0,
      pipeline: 'both',
      help: 'The item.',
    }),
    LiteralPath: parameter(type.string, {
      aliases: ['PSPath', 'LP'],
      set: 'ByLiteralPath',
      mandatory: true,
      pipeline: 'property',
      help: 'The item; every character stands for itself.',
    }),
    NewName: parameter(type.string, {
      mandatory: true,
      position: 1,
      pipeline: 'property',
      help: 'The new name, or a path in the same container.',
    }),
    Force: filterParameters.Force,
    PassThru: parameter(type.switch, { help: 'Writes the renamed item.' }),
    Credential: filterParameters.Credential,
  },
  invoke: (ctx) => ({
    process: (args) =>
      step(
        reporting(
          ctx,
          (function* () {
            const from = yield* itemAt(ctx, args.LiteralPath ?? args.Path ?? '', args.LiteralPath !== undefined);
            const path = yield* rename(ctx, from, args.NewName, args.Force === true);
            if (args.PassThru && path !== undefined) yield* writeItem(ctx, { ...from, path });
          })(),
        ),
      ),
  }),
});
