import { defineCmdlet } from '../../runtime/commands/define-cmdlet.ts';
import { parameter, type } from '../../runtime/commands/parameter.ts';
import type { PSSession } from '../sessions/ps-session.ts';
import { sessionsOf } from '../sessions/session-store.ts';
import { notEmpty, notNull } from './connection-parameters.ts';
import { selectSessions } from './select-sessions.ts';

const byProperty = { mandatory: true, pipeline: 'property' } as const;

/** Remove-PSSession: closes sessions (about_PSSessions). */
export const removePSSession = defineCmdlet({
  name: 'Remove-PSSession',
  aliases: ['rsn'],
  synopsis: 'Closes sessions and forgets them.',
  defaultParameterSet: 'Id',
  supportsShouldProcess: true,
  effects: ['net', 'state'],
  parameters: {
    Session: parameter(type.named<readonly PSSession[]>('System.Management.Automation.Runspaces.PSSession[]'), {
      help: 'The sessions.',
      sets: { Session: { mandatory: true, position: 0, pipeline: 'both' } },
    }),
    ContainerId: parameter(type.strings, {
      help: 'For Windows only.',
      sets: { ContainerId: byProperty },
      validate: notEmpty,
    }),
    VMId: parameter(type.named('System.Guid[]'), {
      help: 'For Windows only.',
      aliases: ['VMGuid'],
      sets: { VMId: byProperty },
      validate: notEmpty,
    }),
    VMName: parameter(type.strings, { help: 'For Windows only.', sets: { VMName: byProperty }, validate: notEmpty }),
    InstanceId: parameter(type.named<readonly object[]>('System.Guid[]'), {
      help: 'Instance ids.',
      sets: { InstanceId: byProperty },
      validate: notNull,
    }),
    Id: parameter(type.ints, {
      help: 'Numbers.',
      sets: { Id: { mandatory: true, position: 0, pipeline: 'property' } },
      validate: notNull,
    }),
    Name: parameter(type.strings, {
      help: 'Names; wildcards are allowed.',
      supportsWildcards: true,
      sets: { Name: byProperty },
      validate: notEmpty,
    }),
    ComputerName: parameter(type.strings, {
      help: 'Computers whose sessions are closed; wildcards are allowed.',
      aliases: ['Cn'],
      supportsWildcards: true,
      sets: { ComputerName: { mandatory: true, position: 0, pipeline: 'property' } },
      validate: notEmpty,
    }),
  },
  examples: [
    {
      title: 'Close every session',
      code: '$null = New-PSSession localhost\nGet-PSSession | Remove-PSSession\n@(Get-PSSession).Count',
      output: '0',
    },
  ],
  invoke(ctx) {
    return {
      async process(args) {
        const sessions = args.Session ?? (await selectSessions(ctx, args));
        const closing: Promise<void>[] = [];
        for (const session of sessions) {
          if (!(await ctx.shouldProcess(session.computerName, 'Remove'))) continue;
          sessionsOf(ctx.engine).remove(session);
          closing.push(session.runspace.close());
        }
        await Promise.all(closing);
      },
    };
  },
});
