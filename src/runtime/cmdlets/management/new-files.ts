import type { CmdletContext } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { ErrorRecord } from '../../errors/error-record.ts';
import { NetException } from '../../errors/net-exception.ts';
import { fail } from '../../errors/terminating-error.ts';
import type { ProviderPath } from '../../providers/drive-table.ts';
import { parentOf } from '../../providers/path-text.ts';
import { typeSystemOf } from '../../types/type-system.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { fileStep, ioError } from './file-actions.ts';
import { scopeOf } from './item-paths.ts';

/** Makes an item at a path; answers whether it was made (-WhatIf, -Confirm). */
type Maker = (ctx: CmdletContext, path: string, value: PSValue, force: boolean) => Flow<boolean>;

function* makeFile(ctx: CmdletContext, path: string, value: PSValue, force: boolean): Flow<boolean> {
  if (!(yield* settle(ctx.shouldProcess(`Destination: ${path}`, 'Create File')))) return false;
  const text = value === null || value === undefined ? '' : typeSystemOf(ctx.engine).netText(value);
  yield* fileStep(
    'NewItemIOError',
    'WriteError',
    () => ctx.engine.fs.writeFile(path, new TextEncoder().encode(text), { createNew: !force }),
    { denied: 'NewItemUnauthorizedAccessError', creates: true, target: path },
  );
  return true;
}

function* makeFolder(ctx: CmdletContext, path: string, _value: PSValue, force: boolean): Flow<boolean> {
  const { fs } = ctx.engine;
  const stat = yield* settle(fs.stat(path));
  if (!force && (stat || (yield* settle(fs.lstat(path)))))
    throw ioError('DirectoryExist', 'ResourceExists', `There is already an item at "${path}".`, path);
  if (!(yield* settle(ctx.shouldProcess(`Destination: ${path}`, 'Create Directory')))) return false;
  if (stat && stat.kind !== 'directory') return false;
  yield* fileStep('CreateDirectoryIOError', 'WriteError', () => fs.makeDirectory(path, { recursive: true }), {
    denied: 'CreateDirectoryUnauthorizedAccessError',
    target: path,
  });
  return true;
}

function targetText(ctx: CmdletContext, value: PSValue): string {
  const text = value === null || value === undefined ? '' : typeSystemOf(ctx.engine).netText(value);
  if (text !== '') return text;
  const message = 'A link needs a target: -Value or -Target.';
  const exception = new NetException('System.Management.Automation.PSArgumentNullException', message);
  exception.properties.set('ParamName', 'content');
  return ctx.throwTerminating(new ErrorRecord(exception, 'ArgumentNull', 'InvalidArgument'));
}

/** Clears the place of a link: with -Force what is there goes away. */
function* clearPlace(ctx: CmdletContext, path: string, force: boolean): Flow<void> {
  const { fs } = ctx.engine;
  if (!(yield* settle(fs.lstat(path)))) return;
  if (!force) throw ioError('SymLinkExists', 'ResourceExists', `There is already an item at "${path}".`, path);
  yield* fileStep('NewItemDeleteIOError', 'WriteError', () => fs.remove(path), { target: path });
}

function* makeSymbolicLink(ctx: CmdletContext, path: string, value: PSValue, force: boolean): Flow<boolean> {
  if (!(yield* settle(ctx.shouldProcess(`Destination: ${path}`, 'Create Symbolic Link')))) return false;
  const target = targetText(ctx, value).replaceAll('\\', '/');
  yield* clearPlace(ctx, path, force);
  yield* fileStep('NewItemIOError', 'WriteError', () => ctx.engine.fs.makeLink(path, target, 'symbolic'), {
    denied: 'NewItemSymbolicLinkElevationRequired',
    creates: true,
    target: path,
  });
  return true;
}

function* makeHardLink(ctx: CmdletContext, path: string, value: PSValue, force: boolean): Flow<boolean> {
  if (!(yield* settle(ctx.shouldProcess(`Destination: ${path}`, 'Create Hard Link')))) return false;
  const { fs, drives } = ctx.engine;
  const target = drives.resolve(targetText(ctx, value), scopeOf(ctx)).path;
  const stat = yield* settle(fs.stat(target));
  const refuse = (id: string, type: string, category: 'ObjectNotFound' | 'InvalidOperation', message: string) =>
    fail({ id, category, exceptionType: type, message, target });
  if (!stat)
    throw refuse(
      'ItemNotFound',
      'System.Management.Automation.ItemNotFoundException',
      'ObjectNotFound',
      `There is no file "${target}" that a hard link could lead to.`,
    );
  const invalid = 'System.InvalidOperationException';
  if (stat.kind === 'directory')
    throw refuse('ItemNotFile', invalid, 'InvalidOperation', `"${target}" is a folder; hard links lead to files.`);
  if (force && target.toLowerCase() === path.toLowerCase())
    throw refuse('TargetIsSameAsLink', invalid, 'InvalidOperation', `"${path}" cannot be a link to itself.`);
  yield* clearPlace(ctx, path, force);
  yield* fileStep('NewItemIOError', 'WriteError', () => fs.makeLink(path, target, 'hard'), { creates: true });
  return true;
}

function makeJunction(): Flow<boolean> {
  throw fail({
    id: 'NewItemCreateIOError',
    category: 'WriteError',
    exceptionType: 'System.PlatformNotSupportedException',
    message: 'Junctions exist on Windows only; SymbolicLink makes a link to a folder.',
  });
}

/** Item types in the order in which a shortened name is looked for. */
const makers: readonly (readonly [name: string, make: Maker])[] = [
  ['directory', makeFolder],
  ['container', makeFolder],
  ['file', makeFile],
  ['symboliclink', makeSymbolicLink],
  ['junction', makeJunction],
  ['hardlink', makeHardLink],
];

/** Makes what New-Item is asked for among files. @throws TerminatingError Argument for an unknown type */
export function* makeFileItem(
  ctx: CmdletContext,
  at: ProviderPath,
  itemType: string,
  value: PSValue,
  force: boolean,
): Flow<boolean> {
  const { fs } = ctx.engine;
  const folder = parentOf(at.path);
  if (force && folder !== '' && !(yield* settle(fs.stat(folder))))
    yield* fileStep(
      'CreateIntermediateDirectoriesIOError',
      'WriteError',
      () => fs.makeDirectory(folder, { recursive: true }),
      { denied: 'CreateIntermediateDirectoriesUnauthorizedAccessError', target: at.path },
    );
  const wanted = (itemType || 'file').toLowerCase();
  const make = makers.find(([name]) => name.startsWith(wanted))?.[1];
  if (make) return yield* make(ctx, at.path, value, force);
  return ctx.throwTerminating({
    id: 'Argument',
    category: 'InvalidArgument',
    exceptionType: 'System.Management.Automation.PSArgumentException',
    message: `"${itemType}" is no type of item among files; there are File, Directory, SymbolicLink and HardLink.`,
    target: null,
  });
}
