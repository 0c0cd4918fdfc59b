import { defineCmdlet } from '../../runtime/commands/define-cmdlet.ts';
import { parameter, type } from '../../runtime/commands/parameter.ts';
import { sessionsOf } from '../sessions/session-store.ts';
import { inSets, notEmpty, notNull } from './connection-parameters.ts';
import { selectSessions } from './select-sessions.ts';

const byComputer = ['ComputerName', 'ComputerInstanceId'];
const byUri = ['ConnectionUri', 'ConnectionUriInstanceId'];
const byContainer = ['ContainerId', 'ContainerIdInstanceId'];
const byVM = ['VMId', 'VMIdInstanceId', 'VMName', 'VMNameInstanceId'];
const far = [...byComputer, ...byUri];
const property = { pipeline: 'property' } as const;
const instanceSets = [
  'ComputerInstanceId',
  'ConnectionUriInstanceId',
  'ContainerIdInstanceId',
  'VMIdInstanceId',
  'VMNameInstanceId',
];

/** Get-PSSession: the sessions of this process (about_PSSessions). */
export const getPSSession = defineCmdlet({
  name: 'Get-PSSession',
  aliases: ['gsn'],
  synopsis: 'Gets the sessions that were opened in this process.',
  defaultParameterSet: 'Name',
  outputs: ['System.Management.Automation.Runspaces.PSSession'],
  effects: ['state'],
  parameters: {
    ComputerName: parameter(type.strings, {
      help: 'Computers whose own lists of sessions are asked; not possible over SSH.',
      aliases: ['Cn'],
      sets: inSets(byComputer, { mandatory: true, position: 0, pipeline: 'property' }),
      validate: notEmpty,
    }),
    ApplicationName: parameter(type.string, { help: 'Has no effect over SSH.', sets: inSets(byComputer, property) }),
    ConnectionUri: parameter(type.named('System.Uri[]'), {
      help: 'Not possible over SSH.',
      aliases: ['URI', 'CU'],
      sets: inSets(byUri, { mandatory: true, position: 0, pipeline: 'property' }),
      validate: notEmpty,
    }),
    ConfigurationName: parameter(type.string, {
      help: 'Has no effect over SSH.',
      sets: inSets([...far, ...byContainer, ...byVM], property),
    }),
    AllowRedirection: parameter(type.switch, { help: 'Has no effect over SSH.', sets: inSets(byUri) }),
    Name: parameter(type.strings, {
      help: 'Names of sessions; wildcards are allowed.',
      supportsWildcards: true,
      sets: { ...inSets(['ComputerName', 'ConnectionUri', 'ContainerId', 'VMId', 'VMName']), Name: property },
      validate: notEmpty,
    }),
    InstanceId: parameter(type.named<readonly object[]>('System.Guid[]'), {
      help: 'Instance ids of sessions.',
      sets: { ...inSets(instanceSets, { mandatory: true }), InstanceId: property },
      validate: notNull,
    }),
    Credential: parameter(type.named('System.Management.Automation.PSCredential'), {
      help: 'Has no effect here.',
      sets: inSets(far),
    }),
    Authentication: parameter(type.enumOf('System.Management.Automation.Runspaces.AuthenticationMechanism'), {
      help: 'Has no effect over SSH.',
      sets: inSets(far),
    }),
    CertificateThumbprint: parameter(type.string, { help: 'Has no effect over SSH.', sets: inSets(far) }),
    Port: parameter(type.int, {
      help: 'Has no effect here.',
      sets: inSets(byComputer),
      validate: [{ kind: 'range', min: 1, max: 65535 }],
    }),
    UseSSL: parameter(type.switch, { help: 'Has no effect over SSH.', sets: inSets(byComputer) }),
    ThrottleLimit: parameter(type.int, { help: 'Has no effect here.', sets: inSets(far) }),
    State: parameter(type.enumOf('Microsoft.PowerShell.Commands.SessionFilterState'), {
      help: 'For lists of other computers, which cannot be asked over SSH.',
      sets: inSets([...far, ...byContainer, ...byVM]),
    }),
    SessionOption: parameter(type.named('System.Management.Automation.Remoting.PSSessionOption'), {
      help: 'Has no effect here.',
      sets: inSets(far),
    }),
    Id: parameter(type.ints, {
      help: 'Numbers of sessions.',
      sets: { Id: { mandatory: true, position: 0, pipeline: 'property' } },
      validate: notNull,
    }),
    ContainerId: parameter(type.strings, {
      help: 'For Windows only.',
      sets: inSets(byContainer, { mandatory: true, pipeline: 'property' }),
      validate: notEmpty,
    }),
    VMId: parameter(type.named('System.Guid[]'), {
      help: 'For Windows only.',
      aliases: ['VMGuid'],
      sets: inSets(['VMId', 'VMIdInstanceId'], { mandatory: true, pipeline: 'property' }),
      validate: notEmpty,
    }),
    VMName: parameter(type.strings, {
      help: 'For Windows only.',
      sets: inSets(['VMName', 'VMNameInstanceId'], { mandatory: true, pipeline: 'property' }),
      validate: notEmpty,
    }),
  },
  examples: [
    {
      title: 'Find a session by a part of its name',
      code: '$s = New-PSSession localhost -Name Build\n(Get-PSSession -Name Bu*).Name\nRemove-PSSession $s',
      output: 'Build',
    },
  ],
  invoke(ctx) {
    return {
      async process(args) {
        if (args.ComputerName || args.ConnectionUri || args.ContainerId || args.VMId || args.VMName) {
          ctx.throwTerminating({
            id: 'PSSessionComputerNameUnix',
            category: 'NotImplemented',
            exceptionType: 'System.NotImplementedException',
            message:
              'Over SSH, other computers cannot be asked for their sessions; without -ComputerName those of this process are listed.',
          });
        }
        const isSelecting = args.Name !== undefined || args.Id !== undefined || args.InstanceId !== undefined;
        const found = isSelecting ? await selectSessions(ctx, args) : sessionsOf(ctx.engine).all();
        for (const session of found) await ctx.write(session);
      },
    };
  },
});
