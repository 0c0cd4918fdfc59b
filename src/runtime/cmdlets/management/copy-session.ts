import type { CmdletContext } from '../../commands/define-cmdlet.ts';
import { runFlow, settle } from '../../commands/flow.ts';
import { fileFailure } from '../../errors/file-exception.ts';
import { anyMatcher, fileFilter, type NameMatcher } from '../../providers/name-filter.ts';
import { joinPath, leafOf } from '../../providers/path-text.ts';
import { DateTime } from '../../values/date-time.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { unixMillisecondsOf } from '../../values/time-zone.ts';
import { makeWritable } from './copy-files.ts';
import { argumentError, ioError } from './file-actions.ts';
import { type ItemArguments, itemsOf, reporting, scopeOf, writeItem } from './item-paths.ts';
import { type CopySession, type FarItem, SessionFiles } from './session-files.ts';

/** What Copy-Item gets besides the items. */
export interface SessionCopyArguments extends ItemArguments {
  readonly Destination?: string | undefined;
  readonly Recurse?: boolean | undefined;
  readonly PassThru?: boolean | undefined;
}

const MAX_DEPTH = 200;

/** One Copy-Item to or from a session. */
class SessionCopy {
  readonly ctx: CmdletContext;
  readonly far: SessionFiles;
  readonly args: SessionCopyArguments;
  readonly isExcluded: NameMatcher;
  readonly accepts: NameMatcher;

  constructor(ctx: CmdletContext, session: CopySession, args: SessionCopyArguments) {
    this.ctx = ctx;
    this.far = new SessionFiles(ctx, session);
    this.args = args;
    this.isExcluded = anyMatcher(args.Exclude, false);
    this.accepts = fileFilter(args.Filter);
  }

  /** Runs a step whose failure is reported, so that the next one has its turn. */
  async report(work: () => Promise<void>): Promise<void> {
    await runFlow(
      reporting(
        this.ctx,
        (function* () {
          yield* settle(work());
        })(),
      ),
    );
  }

  may(action: string, from: string, to: string) {
    return this.ctx.shouldProcess(`Item: ${from} Destination: ${to}`, action);
  }
}

/** Copy-Item -ToSession: local items to an absolute path of the far side. */
export async function copyToSession(ctx: CmdletContext, session: CopySession, args: SessionCopyArguments) {
  const { Destination: to } = args;
  if (!to)
    throw argumentError(
      '-ToSession needs a -Destination: where to, on the other computer.',
      'CopyItemRemoteDestinationIsNullOrEmpty',
    );
  const copy = new SessionCopy(ctx, session, args);
  const place = await copy.far.find(to, false);
  if (!place.isAbsolute) throw notAbsolute(to);
  const target = place.items[0];
  if (!target) throw farPathNotFound(to);
  for (const from of await runFlow(itemsOf(ctx, args)))
    await copy.report(async () => {
      const stat = await ctx.engine.fs.stat(from.path);
      if (stat?.kind === 'directory') await sendFolder(copy, from.path, target, 0);
      else await sendFile(copy, from.path, target);
    });
}

const joinFar = (folder: string, name: string): string =>
  /[\\/]$/.test(folder) ? folder + name : joinPath(folder, name, folder.includes('\\') ? '\\' : '/');

const inside = (folder: FarItem, name: string): FarItem => ({
  ...folder,
  path: joinFar(folder.path, name),
  name,
  kind: undefined,
  hasParent: true,
});

async function sendFile(copy: SessionCopy, from: string, to: FarItem): Promise<void> {
  const { ctx, far } = copy;
  const name = leafOf(from);
  const target = to.kind === 'directory' ? joinFar(to.path, name) : to.path;
  if (copy.isExcluded(name) || !(await copy.may('Copy File', from, target))) return;
  if (to.kind === undefined && !to.hasParent) throw farPathNotFound(to.path);
  const { fs } = ctx.engine;
  try {
    const stat = await fs.stat(from);
    await far.write(target, await fs.readFile(from), stat?.modified ?? 0, copy.args.Force === true);
  } catch (thrown) {
    throw fileFailure(thrown, 'CopyFileInfoItemIOError', 'WriteError', { target: from });
  }
}

async function sendFolder(copy: SessionCopy, from: string, to: FarItem, depth: number): Promise<void> {
  const { ctx, far, args } = copy;
  const { fs } = ctx.engine;
  if (to.kind === 'file')
    throw ioError(
      'CopyError',
      'WriteError',
      `The folder "${from}" cannot be copied onto the file "${to.path}".`,
      to.path,
    );
  const target = to.kind === 'directory' && depth === 0 ? inside(to, leafOf(from)) : to;
  if (!(await copy.may('Copy Directory', from, target.path))) return;
  await far.makeFolder(target.path, args.Force === true);
  if (!args.Recurse || depth > MAX_DEPTH) return;
  const made: FarItem = { ...target, kind: 'directory' };
  const folders: string[] = [];
  for (const name of await fs.readDirectory(from)) {
    const path = joinPath(from, name, '/');
    if ((await fs.stat(path))?.kind === 'directory') folders.push(path);
    else if (copy.accepts(name)) await copy.report(() => sendFile(copy, path, made));
  }
  for (const path of folders) await copy.report(() => sendFolder(copy, path, inside(made, leafOf(path)), depth + 1));
}

/** Copy-Item -FromSession: items of the far side to a local place. */
export async function copyFromSession(ctx: CmdletContext, session: CopySession, args: SessionCopyArguments) {
  const copy = new SessionCopy(ctx, session, args);
  const to = ctx.engine.drives.resolve(args.Destination || '.', scopeOf(ctx)).path;
  for (const path of args.LiteralPath ?? args.Path ?? [])
    await copy.report(async () => {
      const place = await copy.far.find(path, args.LiteralPath === undefined);
      if (!place.isAbsolute) throw notAbsolute(path);
      const found = place.items.filter((item) => item.kind !== undefined);
      if (found.length === 0) throw farPathNotFound(path);
      for (const item of found)
        await copy.report(() =>
          item.kind === 'directory' ? fetchFolder(copy, item, to, 0) : fetchFile(copy, item, to),
        );
    });
}

async function isFolder(ctx: CmdletContext, path: string): Promise<boolean> {
  return (await ctx.engine.fs.stat(path))?.kind === 'directory';
}

async function fetchFile(copy: SessionCopy, item: FarItem, to: string): Promise<void> {
  const { ctx, far, args } = copy;
  const { fs } = ctx.engine;
  const target = (await isFolder(ctx, to)) ? joinPath(to, item.name, '/') : to;
  if (copy.isExcluded(item.name) || !(await copy.may('Copy File', item.path, target))) return;
  try {
    if (args.Force) await runFlow(makeWritable(ctx, target));
    await fs.writeFile(target, new Uint8Array());
    const isWhole = await far.read(item.path, (bytes) => fs.writeFile(target, bytes, { append: true }));
    if (isWhole && item.modified instanceof DateTime)
      await fs.setTimes(target, { modified: unixMillisecondsOf(item.modified) });
  } catch (thrown) {
    throw fileFailure(thrown, 'FailedToCopyFileFromRemoteSession', 'WriteError', { target: item.path });
  }
  await passThru(copy, target);
}

async function fetchFolder(copy: SessionCopy, item: FarItem, to: string, depth: number): Promise<void> {
  const { ctx, far, args } = copy;
  const { fs } = ctx.engine;
  const existing = await fs.stat(to);
  if (existing && existing.kind !== 'directory')
    throw ioError('CopyError', 'WriteError', `The folder "${item.path}" cannot be copied onto the file "${to}".`, to);
  const target = existing ? joinPath(to, item.name, '/') : to;
  if (!(await copy.may('Copy Directory', item.path, target))) return;
  if (!args.Force && (await fs.lstat(target)))
    await ctx.writeError(
      ioError('DirectoryExist', 'ResourceExists', `There is already an item at "${target}".`, target).record,
    );
  await fs.makeDirectory(target, { recursive: true });
  await passThru(copy, target);
  if (!args.Recurse || depth > MAX_DEPTH) return;
  const items = await far.list(item.path);
  for (const file of items)
    if (file.kind === 'file' && copy.accepts(file.name)) await copy.report(() => fetchFile(copy, file, target));
  for (const folder of items)
    if (folder.kind === 'directory') await copy.report(() => fetchFolder(copy, folder, target, depth + 1));
}

async function passThru(copy: SessionCopy, path: string): Promise<void> {
  if (!copy.args.PassThru) return;
  const { drives } = copy.ctx.engine;
  await runFlow(writeItem(copy.ctx, drives.resolve(path, scopeOf(copy.ctx))));
}

function notAbsolute(path: string) {
  return argumentError(`The path "${path}" of the other computer must be absolute.`, 'RemotePathIsNotAbsolute', path);
}

function farPathNotFound(path: PSValue) {
  return argumentError(`There is nothing at "${path}" on the other computer.`, 'RemotePathNotFound', path);
}
