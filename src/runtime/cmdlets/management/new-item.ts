import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { fail } from '../../errors/terminating-error.ts';
import type { ProviderPath } from '../../providers/drive-table.ts';
import { attempt, makeFile, makeFolder } from '../../providers/file-items.ts';
import { joinPath } from '../../providers/path-text.ts';
import { typeSystemOf } from '../../types/type-system.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { filterParameters, reporting, scopeOf, step, writeItem } from './item-paths.ts';

type Maker = (ctx: CmdletContext, at: ProviderPath, value: PSValue, force: boolean) => Flow<void>;

function link(kind: 'symbolic' | 'hard'): Maker {
  return function* (ctx, at, value, force) {
    const { fs } = ctx.engine;
    const target = typeSystemOf(ctx.engine).toText(value);
    if (target === '')
      throw fail({
        id: 'ArgumentNull',
        category: 'InvalidArgument',
        exceptionType: 'System.Management.Automation.PSArgumentNullException',
        message: 'A link needs a target: -Value or -Target.',
        target: null,
      });
    if (force && (yield* settle(fs.lstat(at.path))))
      yield* attempt('NewItemIOError', 'WriteError', () => fs.remove(at.path));
    const full = kind === 'hard' ? ctx.engine.drives.resolve(target, scopeOf(ctx)).path : target;
    yield* attempt('NewItemIOError', 'WriteError', () => fs.makeLink(at.path, full, kind));
  };
}

const makers: Readonly<Record<string, Maker>> = {
  file: (ctx, at, value, force) =>
    makeFile(
      ctx.engine.fs,
      at.path,
      new TextEncoder().encode(value === null || value === undefined ? '' : typeSystemOf(ctx.engine).toText(value)),
      force,
    ),
  directory: (ctx, at, _value, force) => makeFolder(ctx.engine.fs, at.path, force),
  symboliclink: link('symbolic'),
  hardlink: link('hard'),
  junction: link('symbolic'),
};

/** The item type a user wrote: any prefix of its name, `file` and `directory` first. */
function makerFor(itemType: string): Maker {
  const wanted = itemType.toLowerCase();
  const name =
    wanted === ''
      ? 'file'
      : (Object.keys(makers).find((known) => known.startsWith(wanted)) ??
        (wanted.startsWith('container') ? 'directory' : ''));
  const maker = makers[name];
  if (!maker)
    throw fail({
      id: 'Argument',
      category: 'InvalidArgument',
      exceptionType: 'System.Management.Automation.PSArgumentException',
      message: `"${itemType}" is no type of item among files; there are File, Directory, SymbolicLink and HardLink.`,
      target: null,
    });
  return maker;
}

/** New-Item: makes a file, folder, link, variable, function or alias. */
export const newItem = defineCmdlet({
  name: 'New-Item',
  aliases: ['ni'],
  synopsis: 'Makes a new item.',
  defaultParameterSet: 'pathSet',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  outputs: ['System.String', 'System.IO.FileInfo', 'System.IO.DirectoryInfo'],
  effects: ['fs:write'],
  parameters: {
    Path: parameter(type.strings, {
      sets: {
        pathSet: { mandatory: true, position: 0, pipeline: 'property' },
        nameSet: { position: 0, pipeline: 'property' },
      },
      help: 'Where the item is made; with -Name, the container.',
    }),
    Name: parameter(type.string, {
      sets: { nameSet: { mandatory: true, pipeline: 'property' } },
      allowNull: true,
      allowEmptyString: true,
      help: 'The name below -Path.',
    }),
    ItemType: parameter(type.string, {
      aliases: ['Type'],
      pipeline: 'property',
      help: 'File (the default), Directory, SymbolicLink or HardLink among files.',
    }),
    Value: parameter(type.object, {
      aliases: ['Target'],
      pipeline: 'both',
      help: 'The content, or the target of a link.',
    }),
    Force: filterParameters.Force,
    Credential: filterParameters.Credential,
  },
  invoke: (ctx) => ({
    process: (args) =>
      step(
        (function* () {
          for (const container of args.Path ?? ['']) {
            yield* reporting(
              ctx,
              (function* () {
                const text = args.Name ? joinPath(container, args.Name, '/') : container;
                const at = ctx.engine.drives.resolve(text, scopeOf(ctx));
                if (
                  !(yield* settle(
                    ctx.shouldProcess(at.path, args.ItemType ? `Create ${args.ItemType}` : 'Create File'),
                  ))
                )
                  return;
                if (at.provider.isTree) yield* makerFor(args.ItemType ?? '')(ctx, at, args.Value, args.Force === true);
                else
                  yield* settle(
                    at.provider.create?.(at.path, args.ItemType ?? '', args.Value ?? null, args.Force === true),
                  );
                yield* writeItem(ctx, at);
              })(),
            );
          }
        })(),
      ),
  }),
});
