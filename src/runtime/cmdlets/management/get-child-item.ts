import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { AttributeFilter } from '../../providers/attribute-filter.ts';
import { baseOf } from '../../values/ps-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { UInt32 } from '../../values/uint32.ts';
import { type ListOptions, listNames, listPath } from './child-items.ts';
import { filterParameters, reporting, step } from './item-paths.ts';

interface ListArguments {
  readonly LiteralPath?: readonly string[] | undefined;
  readonly Filter?: string | undefined;
  readonly Include?: readonly string[] | undefined;
  readonly Exclude?: readonly string[] | undefined;
  readonly Recurse?: boolean | undefined;
  readonly Depth?: PSValue;
  readonly Force?: boolean | undefined;
  readonly Attributes?: PSValue;
  readonly FollowSymlink?: boolean | undefined;
  readonly Directory?: boolean | undefined;
  readonly File?: boolean | undefined;
  readonly Hidden?: boolean | undefined;
  readonly ReadOnly?: boolean | undefined;
  readonly System?: boolean | undefined;
}

/** The switches as one attribute expression: all of them must hold. */
function switchFilter(args: ListArguments): AttributeFilter | undefined {
  const terms = [
    args.Directory ? 'Directory' : '',
    args.File ? '!Directory' : '',
    args.System ? 'System' : '',
    args.ReadOnly ? 'ReadOnly' : '',
    args.Hidden ? 'Hidden' : '',
  ].filter((term) => term !== '');
  return terms.length === 0 ? undefined : new AttributeFilter(terms.join('+'));
}

function optionsOf(args: ListArguments): ListOptions {
  const depth = baseOf(args.Depth);
  const given = baseOf(args.Attributes);
  const filters = [given instanceof AttributeFilter ? given : undefined, switchFilter(args)];
  return {
    literal: args.LiteralPath !== undefined,
    force: args.Force === true,
    filter: args.Filter,
    include: args.Include ?? [],
    exclude: args.Exclude ?? [],
    recurse: args.Recurse === true || args.Depth !== undefined,
    depth: depth instanceof UInt32 ? depth.value : Number.MAX_SAFE_INTEGER,
    followLinks: args.FollowSymlink === true,
    hasKind: args.File === true || args.Directory === true,
    attributes: filters.filter((filter) => filter !== undefined),
  };
}

/** Get-ChildItem: what is in containers. */
export const getChildItem = defineCmdlet({
  name: 'Get-ChildItem',
  aliases: ['gci', 'dir'],
  synopsis: 'Gets the items in containers, and on request in the containers below.',
  defaultParameterSet: 'Items',
  outputs: ['System.IO.FileInfo', 'System.IO.DirectoryInfo'],
  effects: ['fs:read'],
  parameters: {
    Path: parameter(type.strings, {
      sets: { Items: { position: 0, pipeline: 'both' } },
      supportsWildcards: true,
      help: 'The containers; the current location if left out.',
    }),
    LiteralPath: parameter(type.strings, {
      aliases: ['PSPath', 'LP'],
      sets: { LiteralItems: { mandatory: true, pipeline: 'property' } },
      help: 'The containers, literally.',
    }),
    Filter: parameter(type.string, { position: 1, help: filterParameters.Filter.options.help }),
    Include: filterParameters.Include,
    Exclude: filterParameters.Exclude,
    Recurse: parameter(type.switch, { aliases: ['s', 'r'], help: 'Goes down into all containers.' }),
    Depth: parameter(type.named<PSValue>('System.UInt32'), { help: 'Goes down this many levels.' }),
    Force: filterParameters.Force,
    Name: parameter(type.switch, { help: 'Gives names only.' }),
    Attributes: parameter(
      type.named<PSValue>('System.Management.Automation.FlagsExpression<System.IO.FileAttributes>'),
      {
        help: 'Attributes that items must have: names joined with + for and, a comma for or, ! for not.',
      },
    ),
    FollowSymlink: parameter(type.switch, { help: 'Goes down into links to folders too, with -Recurse.' }),
    Directory: parameter(type.switch, { aliases: ['ad'], help: 'Containers only.' }),
    File: parameter(type.switch, { aliases: ['af'], help: 'No containers.' }),
    Hidden: parameter(type.switch, { aliases: ['ah', 'h'], help: 'Hidden items only.' }),
    ReadOnly: parameter(type.switch, { aliases: ['ar'], help: 'Read-only items only.' }),
    System: parameter(type.switch, { aliases: ['as'], help: 'System items only: there are none on Unix.' }),
  },
  invoke: (ctx) => ({
    process: (args) =>
      step(
        (function* () {
          const options = optionsOf(args);
          for (const path of args.LiteralPath ?? args.Path ?? ['']) {
            yield* reporting(ctx, args.Name ? listNames(ctx, path, options) : listPath(ctx, path, options));
          }
        })(),
      ),
  }),
});
