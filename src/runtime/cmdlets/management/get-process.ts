import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { propertyNamed } from '../../commands/property-lookup.ts';
import { fail } from '../../errors/terminating-error.ts';
import { accountName } from '../../members/built-in/account-names.ts';
import { typeNamesOf } from '../../types/type-names.ts';
import { typeOf } from '../../types/type-of.ts';
import type { NetProcess } from '../../values/net-process.ts';
import { ensureNotes } from '../../values/ps-object.ts';
import { step } from './item-paths.ts';
import { idOf, selectProcesses } from './process-selection.ts';

const plainSets = ['Name', 'Id', 'InputObject'] as const;

/** Adds the name of the account that runs a process, as -IncludeUserName asks. */
function* addUserName(ctx: CmdletContext, process: NetProcess): Flow<void> {
  const { fs } = ctx.engine;
  const known = process.entry?.userName;
  const folder = known === undefined ? yield* settle(fs.stat(`/proc/${idOf(process)}`)) : undefined;
  const name = known ?? (folder && (yield* settle(accountName(fs, 'passwd', folder.uid))));
  const notes = ensureNotes(process);
  notes.properties.set('UserName', name ?? null);
  notes.typeNames ??= ['System.Diagnostics.Process#IncludeUserName', ...typeNamesOf(typeOf(process))];
}

/** Get-Process: the processes of this machine. */
export const getProcess = defineCmdlet({
  name: 'Get-Process',
  aliases: ['gps'],
  synopsis: 'Gets the processes that run on this machine.',
  defaultParameterSet: 'Name',
  outputs: ['System.Diagnostics.ProcessModule', 'System.Diagnostics.FileVersionInfo', 'System.Diagnostics.Process'],
  effects: ['none'],
  parameters: {
    Name: parameter(type.strings, {
      aliases: ['ProcessName'],
      set: ['Name', 'NameWithUserName'],
      position: 0,
      pipeline: 'property',
      validate: [{ kind: 'notNullOrEmpty' }],
      supportsWildcards: true,
      help: 'Names of processes; wildcards are allowed.',
    }),
    Id: parameter(type.ints, {
      aliases: ['PID'],
      set: ['Id', 'IdWithUserName'],
      mandatory: true,
      pipeline: 'property',
      help: 'Ids of processes.',
    }),
    InputObject: parameter(type.named<readonly object[]>('System.Diagnostics.Process[]'), {
      set: ['InputObject', 'InputObjectWithUserName'],
      mandatory: true,
      pipeline: 'value',
      help: 'Process objects.',
    }),
    IncludeUserName: parameter(type.switch, {
      set: ['NameWithUserName', 'IdWithUserName', 'InputObjectWithUserName'],
      mandatory: true,
      help: 'Adds the name of the account that runs each.',
    }),
    Module: parameter(type.switch, {
      set: plainSets,
      validate: [{ kind: 'notNull' }],
      help: 'Gives the program file of each process.',
    }),
    FileVersionInfo: parameter(type.switch, {
      aliases: ['FV', 'FVI'],
      set: plainSets,
      validate: [{ kind: 'notNull' }],
      help: 'Gives the version information of the program file of each process.',
    }),
  },
  examples: [{ title: 'This process', code: '(Get-Process -Id $PID).Id -eq $PID', output: 'True' }],
  invoke: (ctx) => ({
    process: (args) =>
      step(
        (function* () {
          for (const process of yield* selectProcesses(ctx, args)) {
            if (args.IncludeUserName) yield* addUserName(ctx, process);
            if (!args.Module && !args.FileVersionInfo) yield* settle(ctx.write(process));
            else yield* writeFile(ctx, process, args.FileVersionInfo === true);
          }
        })(),
      ),
  }),
});

function* writeFile(ctx: CmdletContext, process: NetProcess, version: boolean): Flow<void> {
  const module = yield* settle(propertyNamed(ctx.engine, process, 'MainModule'));
  const found = version ? yield* settle(propertyNamed(ctx.engine, module, 'FileVersionInfo')) : module;
  if (found !== undefined && found !== null) yield* settle(ctx.write(found));
  else
    yield* settle(
      ctx.writeError(
        fail({
          id: version ? 'CouldNotEnumerateFileVer' : 'CouldNotEnumerateModules',
          category: 'PermissionDenied',
          exceptionType: 'Microsoft.PowerShell.Commands.ProcessCommandException',
          message: `Nothing is known about the program file of process ${idOf(process)}.`,
          target: process,
        }).record,
      ),
    );
}
