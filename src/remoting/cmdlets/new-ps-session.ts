import { defineCmdlet } from '../../runtime/commands/define-cmdlet.ts';
import { parameter, type } from '../../runtime/commands/parameter.ts';
import type { PSSession } from '../sessions/ps-session.ts';
import { sessionsOf } from '../sessions/session-store.ts';
import { connectionParameters, inSets, notEmpty } from './connection-parameters.ts';
import { openAll, transportRecord } from './session-context.ts';
import { targetsOf } from './session-targets.ts';

const DEFAULT_THROTTLE = 32;

/** New-PSSession: opens sessions that stay until they are removed (about_PSSessions). */
export const newPSSession = defineCmdlet({
  name: 'New-PSSession',
  aliases: ['nsn'],
  synopsis: 'Opens persistent sessions on remote computers over SSH.',
  defaultParameterSet: 'ComputerName',
  outputs: ['System.Management.Automation.Runspaces.PSSession'],
  effects: ['net'],
  parameters: {
    ComputerName: parameter(type.strings, {
      help: 'Computers to connect to over SSH; localhost and . need no server.',
      aliases: ['Cn'],
      sets: { ComputerName: { position: 0, pipeline: 'both' } },
      validate: notEmpty,
    }),
    Session: parameter(type.named<readonly PSSession[]>('System.Management.Automation.Runspaces.PSSession[]'), {
      help: 'Sessions to whose computers further ones are opened.',
      sets: { Session: { position: 0, pipeline: 'both' } },
      validate: notEmpty,
    }),
    Name: parameter(type.strings, { help: 'Names of the new sessions, in the order of the computers.' }),
    UseWindowsPowerShell: parameter(type.switch, {
      help: 'For Windows only.',
      sets: { UseWindowsPowerShellParameterSet: { mandatory: true } },
    }),
    VMId: parameter(type.named('System.Guid[]'), {
      help: 'For Windows only.',
      aliases: ['VMGuid'],
      sets: { VMId: { mandatory: true, position: 0, pipeline: 'property' } },
      validate: notEmpty,
    }),
    VMName: parameter(type.strings, {
      help: 'For Windows only.',
      sets: { VMName: { mandatory: true, pipeline: 'property' } },
      validate: notEmpty,
    }),
    ContainerId: parameter(type.strings, {
      help: 'For Windows only.',
      sets: { ContainerId: { mandatory: true, pipeline: 'property' } },
      validate: notEmpty,
    }),
    ConnectionUri: parameter(type.named<readonly object[]>('System.Uri[]'), {
      help: 'Where to connect, as ssh://user@host:port/subsystem.',
      aliases: ['URI', 'CU'],
      sets: { Uri: { mandatory: true, position: 0, pipeline: 'property' } },
      validate: notEmpty,
    }),
    ThrottleLimit: parameter(type.int, {
      help: 'Most connections that are opened at once; 32 if left out.',
      sets: inSets(['ComputerName', 'Session', 'Uri', 'ContainerId', 'VMId', 'VMName']),
    }),
    HostName: parameter(type.strings, {
      help: 'Hosts to connect to, as host, user@host or user@host:port.',
      sets: { SSHHost: { mandatory: true, position: 0 } },
      validate: notEmpty,
    }),
    Subsystem: parameter(type.string, {
      help: 'SSH subsystem to start; powershell if left out.',
      sets: { SSHHost: { pipeline: 'property' } },
    }),
    SSHConnection: parameter(type.named<readonly object[]>('System.Collections.Hashtable[]'), {
      help: 'Connections as tables with HostName, UserName, KeyFilePath, Port, Subsystem, ConnectingTimeout, Options.',
      sets: { SSHHostHashParam: { mandatory: true } },
      validate: notEmpty,
    }),
    ...connectionParameters({
      computer: ['ComputerName'],
      uri: ['Uri'],
      ssh: ['SSHHost'],
      vmId: ['VMId'],
      vmName: ['VMName'],
      container: ['ContainerId'],
    }),
  },
  examples: [
    {
      title: 'A session with this computer needs no server',
      code: '$s = New-PSSession -ComputerName localhost\nInvoke-Command -Session $s { $x = 2 }\nInvoke-Command -Session $s { $x + 1 }\nRemove-PSSession $s',
      output: '3',
    },
    { title: 'Two computers at once', code: '$s = New-PSSession -ComputerName Server01, Server02' },
  ],
  invoke(ctx) {
    let named = 0;
    return {
      async process(args) {
        const again = (args.Session ?? []).map((session) => session.target);
        const targets = [...again, ...(await targetsOf(ctx, args))];
        const names = targets.map(() => args.Name?.[named++]);
        const throttle =
          args.ThrottleLimit !== undefined && args.ThrottleLimit > 0 ? args.ThrottleLimit : DEFAULT_THROTTLE;
        for (const opening of openAll(ctx, targets, throttle, names)) {
          const opened = await opening;
          if ('session' in opened) {
            sessionsOf(ctx.engine).add(opened.session);
            await ctx.write(opened.session);
          } else
            await ctx.writeError(
              transportRecord('PSSessionOpenFailed', opened.target.computerName, opened.failure, null),
            );
        }
      },
    };
  },
});
