import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { fail, TerminatingError } from '../../errors/terminating-error.ts';
import type { DriveInfo } from '../../providers/provider.ts';
import { scopeNamed } from '../utility/variable-items.ts';
import { type DriveQuery, driveNotFound, drivesOfScope, matchingDrives } from './drive-matching.ts';
import { reporting, scopeOf, step } from './item-paths.ts';

function found(ctx: CmdletContext, query: DriveQuery): DriveInfo[] {
  try {
    return matchingDrives(ctx, query);
  } catch (thrown) {
    if (thrown instanceof TerminatingError && thrown.record.fullyQualifiedErrorId === 'ProviderNotFound') return [];
    throw thrown;
  }
}

function* remove(ctx: CmdletContext, drive: DriveInfo, scopeName: string | undefined, force: boolean): Flow<void> {
  const target = `Name: ${drive.name} Provider: ${drive.provider.moduleName}\\${drive.provider.name} Root: ${drive.root}`;
  if (!(yield* settle(ctx.shouldProcess(target, 'Remove Drive')))) return;
  if (!force && drive === ctx.engine.drives.current)
    throw fail({
      id: 'InvalidOperation',
      category: 'InvalidOperation',
      exceptionType: 'System.Management.Automation.PSInvalidOperationException',
      message: `The drive "${drive.name}" is the current one; go to another first, or use -Force.`,
    });
  const key = drive.name.toLowerCase();
  if (scopeName !== undefined) drivesOfScope(ctx, scopeNamed(ctx, scopeName)).delete(key);
  else {
    for (let scope = scopeOf(ctx) as ReturnType<typeof scopeOf> | null; scope; scope = scope.parent)
      if (scope.tables?.drives.get(key) === drive && scope.tables.drives.delete(key)) return;
    ctx.engine.drives.globalDrives.delete(key);
  }
}

/** Remove-PSDrive: takes drives away; what they lead to stays. */
export const removePSDrive = defineCmdlet({
  name: 'Remove-PSDrive',
  aliases: ['rdr'],
  synopsis: 'Takes drives out of this session.',
  defaultParameterSet: 'Name',
  supportsShouldProcess: true,
  effects: ['state'],
  parameters: {
    Name: parameter(type.strings, {
      set: 'Name',
      mandatory: true,
      position: 0,
      pipeline: 'property',
      allowNull: true,
      allowEmptyCollection: true,
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
    PSProvider: parameter(type.strings, { pipeline: 'property', help: 'Only drives of these providers.' }),
    Scope: parameter(type.string, { pipeline: 'property', help: 'Only drives of this scope.' }),
    Force: parameter(type.switch, { help: 'Removes the current drive too.' }),
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
                const matches = found(ctx, { name, literal, providers: args.PSProvider, scope: args.Scope });
                if (matches.length === 0 && name !== undefined) throw driveNotFound('DriveNotFound', name);
                for (const drive of matches) yield* reporting(ctx, remove(ctx, drive, args.Scope, args.Force === true));
              })(),
            );
          }
        })(),
      ),
  }),
});
