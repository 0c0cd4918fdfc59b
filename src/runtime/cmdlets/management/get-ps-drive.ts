import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { TerminatingError } from '../../errors/terminating-error.ts';
import { containsWildcard } from '../../text/wildcard.ts';
import { driveNotFound, matchingDrives } from './drive-matching.ts';
import { reporting, step } from './item-paths.ts';

/** Get-PSDrive: the drives of this session. */
export const getPSDrive = defineCmdlet({
  name: 'Get-PSDrive',
  aliases: ['gdr'],
  synopsis: 'Gets the drives of this session.',
  defaultParameterSet: 'Name',
  outputs: ['System.Management.Automation.PSDriveInfo'],
  effects: ['none'],
  parameters: {
    Name: parameter(type.strings, {
      set: 'Name',
      position: 0,
      pipeline: 'property',
      validate: [{ kind: 'notNullOrEmpty' }],
      supportsWildcards: true,
      help: 'Names without colon; wildcards are allowed.',
    }),
    LiteralName: parameter(type.strings, {
      set: 'LiteralName',
      mandatory: true,
      position: 0,
      pipeline: 'property',
      help: 'Names; every character stands for itself.',
    }),
    Scope: parameter(type.string, { pipeline: 'property', help: 'Only drives of this scope.' }),
    PSProvider: parameter(type.strings, { pipeline: 'property', help: 'Only drives of these providers.' }),
  },
  invoke: (ctx) => ({
    process: (args) =>
      step(
        (function* () {
          const literal = args.LiteralName !== undefined;
          for (const name of args.LiteralName ?? args.Name ?? [undefined]) {
            yield* reporting(
              ctx,
              (function* () {
                try {
                  const query = { name, literal, providers: args.PSProvider, scope: args.Scope };
                  const found = matchingDrives(ctx, query);
                  if (found.length === 0 && name !== undefined && (literal || !containsWildcard(name)))
                    throw driveNotFound(
                      args.Scope === undefined ? 'GetLocationNoMatchingDrive' : 'GetDriveNoMatchingDrive',
                      name,
                    );
                  for (const drive of found) yield* settle(ctx.write(drive));
                } catch (thrown) {
                  if (thrown instanceof TerminatingError && thrown.record.fullyQualifiedErrorId === 'ProviderNotFound')
                    thrown.record.fullyQualifiedErrorId = 'GetLocationNoMatchingDrive';
                  throw thrown;
                }
              })(),
            );
          }
        })(),
      ),
  }),
});
