import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { fail, TerminatingError } from '../../errors/terminating-error.ts';
import { DriveInfo, type ProviderInfo } from '../../providers/provider.ts';
import { sessionStateError } from '../../scope/scope-error.ts';
import { scopeNamed } from '../utility/variable-items.ts';
import { drivesOfScope, providersNamed } from './drive-matching.ts';
import { filterParameters, reporting, scopeOf, step } from './item-paths.ts';

function checkName(name: string): void {
  if (name !== '' && !/[:/\\.~]/.test(name)) return;
  throw fail({
    id: 'Argument',
    category: 'InvalidArgument',
    exceptionType: 'System.Management.Automation.PSArgumentException',
    message: `"${name}" cannot be the name of a drive: it must not be empty nor have one of : / \\ . ~ in it.`,
    target: null,
  });
}

/** The root as the provider's own path: what it names where that exists, else as it is written. */
function* rootOf(ctx: CmdletContext, info: ProviderInfo, root: string): Flow<string> {
  if (!info.provider.isTree) return '';
  try {
    const at = ctx.engine.drives.resolve(root, scopeOf(ctx));
    if (at.info === info && (yield* settle(at.provider.exists(at.path)))) return at.path;
  } catch (thrown) {
    if (!(thrown instanceof TerminatingError)) throw thrown;
  }
  return root;
}

function* make(ctx: CmdletContext, drive: DriveInfo, scopeName: string | undefined): Flow<void> {
  checkName(drive.name);
  if (drive.provider.isTree && !(yield* settle(drive.provider.exists(drive.root))))
    throw fail({
      id: 'DriveRootError',
      category: 'ReadError',
      exceptionType: 'System.IO.IOException',
      message: `The folder "${drive.root}" does not exist, so no drive can lead to it.`,
      target: drive,
    });
  const table = drivesOfScope(ctx, scopeNamed(ctx, scopeName));
  if (table.has(drive.name.toLowerCase()))
    throw sessionStateError(
      'System.Management.Automation.SessionStateException',
      'DriveAlreadyExists',
      'ResourceExists',
      drive.name,
      `There is already a drive named "${drive.name}".`,
    );
  table.set(drive.name.toLowerCase(), drive);
  yield* settle(ctx.write(drive));
}

/** New-PSDrive: a drive to a place of a provider. */
export const newPSDrive = defineCmdlet({
  name: 'New-PSDrive',
  aliases: ['ndr'],
  synopsis: 'Makes a drive that leads to a place in a store.',
  supportsShouldProcess: true,
  outputs: ['System.Management.Automation.PSDriveInfo'],
  effects: ['state'],
  parameters: {
    Name: parameter(type.string, { mandatory: true, position: 0, pipeline: 'property', help: 'Its name.' }),
    PSProvider: parameter(type.string, {
      mandatory: true,
      position: 1,
      pipeline: 'property',
      help: 'The provider: FileSystem, for example.',
    }),
    Root: parameter(type.string, {
      mandatory: true,
      position: 2,
      pipeline: 'property',
      allowEmptyString: true,
      help: 'Where it leads to.',
    }),
    Description: parameter(type.string, { pipeline: 'property', help: 'A text about it.' }),
    Scope: parameter(type.string, { pipeline: 'property', help: 'The scope that has it; the current one.' }),
    Credential: filterParameters.Credential,
  },
  invoke: (ctx) => ({
    process: (args) =>
      step(
        reporting(
          ctx,
          (function* () {
            const [info] = providersNamed(ctx, args.PSProvider);
            if (!info) return;
            const target = `Name: ${args.Name} Provider: ${info.provider.moduleName}\\${info.name} Root: ${args.Root}`;
            if (!(yield* settle(ctx.shouldProcess(target, 'New drive')))) return;
            const root = yield* rootOf(ctx, info, args.Root);
            yield* make(ctx, new DriveInfo(args.Name, info, root, args.Description ?? ''), args.Scope);
          })(),
        ),
      ),
  }),
});
