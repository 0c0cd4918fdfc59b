import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { TerminatingError } from '../../errors/terminating-error.ts';
import { expandPath } from '../../providers/globber.ts';
import { filterParameters, pathParameters, scopeOf, step } from './item-paths.ts';

/** Test-Path: whether paths name something. */
export const testPath = defineCmdlet({
  name: 'Test-Path',
  synopsis: 'Says whether paths name existing items.',
  defaultParameterSet: 'Path',
  outputs: ['System.Boolean'],
  effects: ['fs:read'],
  parameters: {
    Path: parameter(type.strings, {
      sets: { Path: { mandatory: true, position: 0, pipeline: 'both' } },
      allowNull: true,
      allowEmptyString: true,
      allowEmptyCollection: true,
      supportsWildcards: true,
      help: 'The paths; wildcards are allowed.',
    }),
    LiteralPath: parameter(type.strings, {
      ...pathParameters.LiteralPath.options,
      allowNull: true,
      allowEmptyString: true,
      allowEmptyCollection: true,
    }),
    Filter: filterParameters.Filter,
    Include: filterParameters.Include,
    Exclude: filterParameters.Exclude,
    PathType: parameter(type.enumOf<'Any' | 'Container' | 'Leaf'>('Microsoft.PowerShell.Commands.TestPathType'), {
      aliases: ['Type'],
      help: 'What the item must be.',
    }),
    IsValid: parameter(type.switch, { help: 'Asks for the form of the path only.' }),
    Credential: filterParameters.Credential,
  },
  examples: [{ title: 'A folder', code: 'Test-Path / -PathType Container', output: 'True' }],
  invoke: (ctx) => {
    function* exists(
      path: string,
      literal: boolean,
      args: {
        PathType?: string | undefined;
        Filter?: string | undefined;
        Include?: readonly string[] | undefined;
        Exclude?: readonly string[] | undefined;
      },
    ): Flow<boolean> {
      try {
        const found = yield* expandPath(ctx.engine.drives, scopeOf(ctx), path, {
          literal,
          filter: args.Filter,
          include: args.Include,
          exclude: args.Exclude,
          force: true,
        });
        for (const at of found) {
          const wanted = args.PathType ?? 'Any';
          if (wanted === 'Any') return true;
          const isContainer = yield* settle(at.provider.isContainer(at.path));
          if (isContainer === (wanted === 'Container')) return true;
        }
        return false;
      } catch (thrown) {
        if (thrown instanceof TerminatingError) return false;
        throw thrown;
      }
    }
    return {
      process: (args) =>
        step(
          (function* () {
            const literal = args.LiteralPath !== undefined;
            for (const path of args.LiteralPath ?? args.Path ?? []) {
              if (path === null || path === undefined)
                yield* settle(
                  ctx.writeError({
                    id: 'NullPathNotPermitted',
                    category: 'InvalidArgument',
                    exceptionType: 'System.ArgumentNullException',
                    message: 'A path must not be null.',
                    target: null,
                  }),
                );
              if (path === null || path === undefined || path.trim() === '') yield* settle(ctx.write(false));
              else if (args.IsValid) yield* settle(ctx.write(!path.includes('\0')));
              else yield* settle(ctx.write(yield* exists(path, literal, args)));
            }
          })(),
        ),
    };
  },
});
