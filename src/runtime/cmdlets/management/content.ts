import type { CmdletContext } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { NetException } from '../../errors/net-exception.ts';
import { fail } from '../../errors/terminating-error.ts';
import type { ProviderPath } from '../../providers/drive-table.ts';
import { expandPath } from '../../providers/globber.ts';
import { codePageEncoding } from '../../text/code-page-encoding.ts';
import { findTextEncoding, type TextEncoding, textEncodings } from '../../text/text-encoding.ts';
import { NetEncoding } from '../../values/net-encoding.ts';
import { baseOf, ensureNotes } from '../../values/ps-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { fileStep } from './file-actions.ts';
import { type ItemArguments, reporting, scopeOf, setProviderNotes } from './item-paths.ts';

/** Turns the names and code pages that `-Encoding` takes into encodings. @throws NetException for unknown ones */
function toEncoding(argument: PSValue): PSValue {
  const value = baseOf(argument);
  if (typeof value !== 'string' && typeof value !== 'number') return argument;
  const found = findTextEncoding(value) ?? codePageEncoding(value);
  if (found) return new NetEncoding(found);
  throw new NetException('System.ArgumentException', `"${value}" is no encoding that is known here.`);
}

/** `-Encoding` as all commands take it: a name, a code page, or an Encoding object. */
export const encodingParameter = parameter(type.named<NetEncoding>('System.Text.Encoding'), {
  transform: toEncoding,
  help: 'The encoding of the text: utf8 (the default), ascii, unicode, utf8BOM, latin1, utf32 and others.',
});

/** The encoding an argument stands for; UTF-8 without a mark where there is none. */
export function encodingOf(argument: NetEncoding | undefined): TextEncoding {
  return argument?.encoding ?? textEncodings.utf8;
}

/** Elements of what a `-Value` argument or a pipeline object holds. */
export function flatten(values: readonly PSValue[] | undefined): PSValue[] {
  return (values ?? []).flatMap((value) => (Array.isArray(value) ? (value as PSValue[]) : [value]));
}

/** Bytes of a file for reading. */
export function* readFile(ctx: CmdletContext, at: ProviderPath): Flow<Uint8Array> {
  if (yield* settle(at.provider.isContainer(at.path)))
    throw fail({
      id: 'GetContainerContentException',
      category: 'InvalidOperation',
      exceptionType: 'System.InvalidOperationException',
      message: `"${at.path}" is a container; only items in it have content.`,
      target: at.path,
    });
  return yield* fileStep('GetContentReaderIOError', 'ReadError', () => ctx.engine.fs.readFile(at.path), {
    denied: 'GetContentReaderUnauthorizedAccessError',
    noFolder: 'GetContentReaderDirectoryNotFoundError',
  });
}

/** A piece of content with the notes that say where it is from, and how many there were up to it. */
export function withContentNotes(value: PSValue, at: ProviderPath, count: number): PSValue {
  if (value === null || value === undefined) return value;
  const object = setProviderNotes(value, at);
  ensureNotes(object).properties.set('ReadCount', BigInt(count));
  return object;
}

/**
 * The items whose content is meant. A wildcard, include or exclude that finds nothing is an error too; what is to be
 * written need not exist yet.
 */
export function* contentItems(ctx: CmdletContext, args: ItemArguments, allowMissing: boolean): Flow<ProviderPath[]> {
  const literal = args.LiteralPath !== undefined;
  const all: ProviderPath[] = [];
  for (const path of args.LiteralPath ?? args.Path ?? []) {
    const one = { ...args, ...(literal ? { LiteralPath: [path] } : { Path: [path] }) };
    const found = yield* reporting(ctx, itemsAt(ctx, path, one, allowMissing));
    all.push(...(found ?? []));
  }
  return all;
}

function* itemsAt(ctx: CmdletContext, path: string, args: ItemArguments, allowMissing: boolean): Flow<ProviderPath[]> {
  const literal = args.LiteralPath !== undefined;
  const { Filter: filter, Include: include, Exclude: exclude } = args;
  const options = { literal, filter, include, exclude, force: args.Force === true, allowMissing };
  const found = yield* expandPath(ctx.engine.drives, scopeOf(ctx), path, options);
  if (found.length > 0) return found;
  throw fail({
    id: 'ItemNotFound',
    category: 'ObjectNotFound',
    exceptionType: 'System.Exception',
    message: `Nothing that "${path}" could stand for was found.`,
    target: path,
  });
}
