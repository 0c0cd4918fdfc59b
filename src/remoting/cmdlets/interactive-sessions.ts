import { defineCmdlet } from '../../runtime/commands/define-cmdlet.ts';
import { parameter, type } from '../../runtime/commands/parameter.ts';
import type { PSSession } from '../sessions/ps-session.ts';
import { connectionParameters, notEmpty, notNull } from './connection-parameters.ts';
import { targetsOf } from './session-targets.ts';

/** Enter-PSSession: needs the REPL, and says so until it is there. */
export const enterPSSession = defineCmdlet({
  name: 'Enter-PSSession',
  aliases: ['etsn'],
  synopsis: 'Starts working interactively in a session.',
  defaultParameterSet: 'ComputerName',
  effects: ['net', 'host'],
  parameters: {
    HostName: parameter(type.string, {
      help: 'Host to connect to.',
      sets: { SSHHost: { mandatory: true, position: 0, pipeline: 'value' } },
      validate: notEmpty,
    }),
    ComputerName: parameter(type.string, {
      help: 'Computer to connect to.',
      aliases: ['Cn'],
      sets: { ComputerName: { mandatory: true, position: 0, pipeline: 'both' } },
      validate: notEmpty,
    }),
    Session: parameter(type.named<PSSession>('System.Management.Automation.Runspaces.PSSession'), {
      help: 'An open session.',
      sets: { Session: { position: 0, pipeline: 'both' } },
      validate: notEmpty,
    }),
    ConnectionUri: parameter(type.named('System.Uri'), {
      help: 'Where to connect, as ssh://user@host:port/subsystem.',
      aliases: ['URI', 'CU'],
      sets: { Uri: { position: 1, pipeline: 'property' } },
      validate: notEmpty,
    }),
    InstanceId: parameter(type.named('System.Guid'), {
      help: 'Instance id.',
      sets: { InstanceId: { pipeline: 'property' } },
      validate: notNull,
    }),
    Id: parameter(type.int, {
      help: 'Number.',
      sets: { Id: { position: 0, pipeline: 'property' } },
      validate: notNull,
    }),
    Name: parameter(type.string, { help: 'Name.', sets: { Name: { pipeline: 'property' } } }),
    VMId: parameter(type.named('System.Guid'), {
      help: 'For Windows only.',
      aliases: ['VMGuid'],
      sets: { VMId: { mandatory: true, position: 0, pipeline: 'both' } },
      validate: notEmpty,
    }),
    VMName: parameter(type.string, {
      help: 'For Windows only.',
      sets: { VMName: { mandatory: true, position: 0, pipeline: 'both' } },
      validate: notEmpty,
    }),
    ContainerId: parameter(type.string, {
      help: 'For Windows only.',
      sets: { ContainerId: { mandatory: true, position: 0, pipeline: 'both' } },
      validate: notEmpty,
    }),
    Subsystem: parameter(type.string, { help: 'SSH subsystem to start.', sets: { SSHHost: { pipeline: 'property' } } }),
    ...connectionParameters({
      computer: ['ComputerName'],
      uri: ['Uri'],
      ssh: ['SSHHost'],
      vmId: ['VMId'],
      vmName: ['VMName'],
      container: ['ContainerId'],
    }),
  },
  invoke(ctx) {
    return {
      async process(args) {
        // what is wrong with the target is told first
        if (args.HostName !== undefined)
          await targetsOf(ctx, { HostName: [args.HostName], KeyFilePath: args.KeyFilePath });
        ctx.throwTerminating({
          id: 'HostDoesNotSupportPushRunspace',
          category: 'NotImplemented',
          exceptionType: 'System.NotSupportedException',
          message:
            'Entering a session needs the interactive console, which this host does not have; use Invoke-Command -Session instead.',
        });
      },
    };
  },
});

/** Exit-PSSession: see {@link enterPSSession}; within a session it asks the client's host to leave. */
export const exitPSSession = defineCmdlet({
  name: 'Exit-PSSession',
  aliases: ['exsn'],
  synopsis: 'Ends working interactively in a session.',
  effects: ['host'],
  parameters: {},
  invoke(ctx) {
    return {
      process() {
        ctx.throwTerminating({
          id: 'NotImplemented',
          category: 'NotImplemented',
          exceptionType: 'System.NotImplementedException',
          message: 'No session was entered from here.',
        });
      },
    };
  },
});
