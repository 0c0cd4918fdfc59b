import type { CmdletContext } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { propertyNamed } from '../../commands/property-lookup.ts';
import { fail, type TerminatingError } from '../../errors/terminating-error.ts';
import { setMember } from '../../members/set-member.ts';
import type { ProviderPath } from '../../providers/drive-table.ts';
import { typeSystemOf } from '../../types/type-system.ts';
import { FileSystemInfo } from '../../values/file-system-info.ts';
import { ensureNotes, notesOf, PSObject } from '../../values/ps-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { type ItemArguments, itemsOf, reporting, setProviderNotes } from './item-paths.ts';

/** The error for a store whose items have no such properties. */
export function propertiesNotSupported(): TerminatingError {
  return fail({
    id: 'NotSupported',
    category: 'NotImplemented',
    exceptionType: 'System.Management.Automation.PSNotSupportedException',
    message: 'The provider of this path does not support changing properties this way.',
  });
}

/** Paths of a command, of which some take one and some several. */
interface PropertyPaths extends Omit<ItemArguments, 'Path' | 'LiteralPath'> {
  readonly Path?: string | readonly string[] | undefined;
  readonly LiteralPath?: string | readonly string[] | undefined;
}

/** What the commands do that make properties or take them away: each item gets the error that it cannot be done. */
export function* refuseProperties(ctx: CmdletContext, args: PropertyPaths): Flow<void> {
  const { Path, LiteralPath } = args;
  const paths = {
    ...args,
    Path: Path === undefined ? undefined : [Path].flat(),
    LiteralPath: LiteralPath === undefined ? undefined : [LiteralPath].flat(),
  };
  for (const _ of yield* itemsOf(ctx, paths, { force: true })) yield* reporting(ctx, failing(propertiesNotSupported()));
}

// biome-ignore lint/correctness/useYield: a step that fails at once
function* failing(error: TerminatingError): Flow<never> {
  throw error;
}

/** The file or folder at a path. @throws TerminatingError NotSupported where items are no files */
export function* propertyHolder(at: ProviderPath): Flow<FileSystemInfo> {
  const item = at.provider.isTree ? yield* settle(at.provider.get(at.path)) : undefined;
  if (!(item instanceof FileSystemInfo)) throw propertiesNotSupported();
  return item;
}

function unknownProperty(id: string, name: string): TerminatingError {
  return fail({
    id,
    category: 'ReadError',
    exceptionType: 'System.IO.IOException',
    message: `There is no property "${name}" of files and folders.`,
    target: name,
  });
}

/** Chosen properties of an item with the provider's notes; the item itself where none is chosen. */
export function* readProperties(
  ctx: CmdletContext,
  at: ProviderPath,
  names: readonly string[] | undefined,
): Flow<PSValue> {
  const item = yield* propertyHolder(at);
  if (!names?.length) return setProviderNotes(item, at);
  const result = new PSObject();
  const { properties } = ensureNotes(result);
  for (const name of names.filter((one) => one !== '')) {
    const value = yield* settle(propertyNamed(ctx.engine, item, name));
    if (value !== undefined) properties.set(name, value);
    else yield* settle(ctx.writeError(unknownProperty('GetValueError', name).record));
  }
  return properties.size === 0 ? undefined : setProviderNotes(result, at);
}

const settableAttributes = /^(?:archive|hidden|normal|readonly|system|none|\d+|[\s,])+$/i;

/** Sets properties of an item; what was set comes back with the provider's notes. */
export function* writeProperties(
  ctx: CmdletContext,
  at: ProviderPath,
  wanted: Iterable<readonly [name: string, value: PSValue]>,
): Flow<PSValue> {
  const item = yield* propertyHolder(at);
  const text = typeSystemOf(ctx.engine);
  const result = new PSObject();
  const { properties } = ensureNotes(result);
  const kind = (yield* settle(at.provider.isContainer(at.path))) ? 'Directory' : 'File';
  for (const [name, value] of wanted) {
    const target = `Item: ${at.path} Property: ${name} Value: ${text.toText(value)}`;
    if (!(yield* settle(ctx.shouldProcess(target, `Set Property ${kind}`)))) continue;
    const known = (yield* settle(propertyNamed(ctx.engine, item, name))) !== undefined;
    if (!known || (name.toLowerCase() === 'attributes' && !settableAttributes.test(text.toText(value)))) {
      yield* settle(ctx.writeError(unknownProperty('SetPropertyError', name).record));
      continue;
    }
    yield* settle(setMember(ctx.engine, item, name, value));
    properties.set(name, value);
  }
  return properties.size === 0 ? undefined : setProviderNotes(result, at);
}

/** The properties of an object that was given to be copied onto an item. */
export function noteEntries(object: PSValue): (readonly [string, PSValue])[] {
  const notes = notesOf(object)?.properties;
  return notes ? notes.names.map((name) => [name, notes.get(name)] as const) : [];
}
