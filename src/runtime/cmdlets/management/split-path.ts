import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { expandPath } from '../../providers/globber.ts';
import { driveEnd, isSeparator, leafOf, parentOf, providerQualified } from '../../providers/path-text.ts';
import { displayPath, reporting, scopeOf, step } from './item-paths.ts';

const inSets = Object.fromEntries(
  ['ParentSet', 'LeafSet', 'LeafBaseSet', 'ExtensionSet', 'QualifierSet', 'NoQualifierSet', 'IsAbsoluteSet'].map(
    (set) => [set, { mandatory: true, position: 0, pipeline: 'both' } as const],
  ),
);

/** `Env:`, `FileSystem::` or nothing, and what stands after it. */
function qualifierOf(path: string): readonly [string, string] {
  const qualified = providerQualified(path);
  if (qualified) return [path.slice(0, path.length - qualified.rest.length), qualified.rest];
  const colon = driveEnd(path);
  return colon > 0 ? [path.slice(0, colon + 1), path.slice(colon + 1)] : ['', path];
}

function extensionOf(leaf: string): string {
  const dot = leaf.lastIndexOf('.');
  return dot < 0 || dot === leaf.length - 1 ? '' : leaf.slice(dot);
}

const parts: Readonly<Record<string, (path: string) => string | boolean | undefined>> = {
  ParentSet: parentPart,
  LiteralPathSet: parentPart,
  LeafSet: (path) => leafOf(qualifierOf(path)[1]),
  LeafBaseSet: (path) => {
    const leaf = leafOf(qualifierOf(path)[1]);
    const extension = extensionOf(leaf);
    return leaf.slice(0, leaf.length - (leaf.endsWith('.') ? 1 : extension.length));
  },
  ExtensionSet: (path) => extensionOf(leafOf(path)),
  QualifierSet: (path) => qualifierOf(path)[0] || undefined,
  NoQualifierSet: (path) => qualifierOf(path)[1],
  IsAbsoluteSet: (path) => isSeparator(path[0]) || qualifierOf(path)[0] !== '',
};

function parentPart(path: string): string {
  const [qualifier, rest] = qualifierOf(path);
  const parent = parentOf(rest);
  return (qualifier && parent === '' && isSeparator(rest[0]) ? '' : qualifier + parent).replaceAll('\\', '/');
}

/** Split-Path: a part of a path. */
export const splitPath = defineCmdlet({
  name: 'Split-Path',
  synopsis: 'Gives a part of a path: its parent, leaf, extension or qualifier.',
  defaultParameterSet: 'ParentSet',
  outputs: ['System.String', 'System.Boolean'],
  effects: ['none'],
  parameters: {
    Path: parameter(type.strings, { sets: inSets, help: 'The paths.' }),
    LiteralPath: parameter(type.strings, {
      aliases: ['PSPath', 'LP'],
      sets: { LiteralPathSet: { mandatory: true, pipeline: 'property' } },
      help: 'The paths; every character stands for itself.',
    }),
    Qualifier: parameter(type.switch, {
      sets: { QualifierSet: { mandatory: true, pipeline: 'property' } },
      help: 'The drive or provider.',
    }),
    NoQualifier: parameter(type.switch, {
      sets: { NoQualifierSet: { mandatory: true, pipeline: 'property' } },
      help: 'Everything but the qualifier.',
    }),
    Parent: parameter(type.switch, {
      sets: { ParentSet: { pipeline: 'property' } },
      help: 'Everything before the last name.',
    }),
    Leaf: parameter(type.switch, {
      sets: { LeafSet: { mandatory: true, pipeline: 'property' } },
      help: 'The last name.',
    }),
    LeafBase: parameter(type.switch, {
      sets: { LeafBaseSet: { mandatory: true, pipeline: 'property' } },
      help: 'The last name without its extension.',
    }),
    Extension: parameter(type.switch, {
      sets: { ExtensionSet: { mandatory: true, pipeline: 'property' } },
      help: 'The extension with its dot.',
    }),
    Resolve: parameter(type.switch, { help: 'Splits the existing items that the path names.' }),
    IsAbsolute: parameter(type.switch, {
      sets: { IsAbsoluteSet: { mandatory: true } },
      help: 'Whether the path is absolute.',
    }),
    Credential: parameter(type.named('System.Management.Automation.PSCredential'), {
      pipeline: 'property',
      help: 'Not supported.',
    }),
  },
  examples: [
    { title: 'The parent', code: 'Split-Path /srv/data/a.txt', output: '/srv/data' },
    { title: 'The extension', code: 'Split-Path /srv/data/a.txt -Extension', output: '.txt' },
  ],
  invoke: (ctx) => ({
    process: (args) =>
      step(
        (function* () {
          const part = parts[ctx.parameterSetName] ?? parentPart;
          for (const given of args.LiteralPath ?? args.Path ?? []) {
            const found = args.Resolve
              ? yield* reporting(ctx, expandPath(ctx.engine.drives, scopeOf(ctx), given, {}))
              : undefined;
            for (const path of args.Resolve ? (found ?? []).map(displayPath) : [given]) {
              const value = part(path);
              if (value !== undefined) yield* settle(ctx.write(value));
              else
                yield* settle(
                  ctx.writeError({
                    id: 'ParsePathFormatError',
                    category: 'InvalidArgument',
                    exceptionType: 'System.FormatException',
                    message: `The path "${path}" has no qualifier.`,
                    target: path,
                  }),
                );
            }
          }
        })(),
      ),
  }),
});
