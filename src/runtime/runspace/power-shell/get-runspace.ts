import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { wildcardMatcher } from '../../commands/wildcard-name.ts';
import type { Guid } from '../../values/guid.ts';
import { runspacesOf } from './local-runspace.ts';

/** Get-Runspace: the runspaces of this process that a script can see. */
export const getRunspace = defineCmdlet({
  name: 'Get-Runspace',
  synopsis: 'Gets the runspaces of this process.',
  defaultParameterSet: 'NameParameterSet',
  outputs: ['System.Management.Automation.Runspaces.Runspace'],
  effects: ['none'],
  parameters: {
    Name: parameter(type.strings, {
      set: 'NameParameterSet',
      position: 0,
      validate: [{ kind: 'notNullOrEmpty' }],
      supportsWildcards: true,
      help: 'Names; wildcards are allowed.',
    }),
    Id: parameter(type.ints, { set: 'IdParameterSet', mandatory: true, position: 0, help: 'Numbers.' }),
    InstanceId: parameter(type.named<readonly Guid[]>('System.Guid[]'), {
      set: 'InstanceIdParameterSet',
      mandatory: true,
      position: 0,
      help: 'GUIDs.',
    }),
  },
  examples: [{ title: 'The one a script runs in', code: '(Get-Runspace)[0].RunspaceAvailability', output: 'Busy' }],
  invoke: (ctx) => ({
    *process({ Name, Id, InstanceId }) {
      const matches = Name?.map(wildcardMatcher);
      const guids = InstanceId && [...InstanceId].map((one) => one.text);
      for (const one of runspacesOf(ctx.engine)) {
        if (matches && !matches.some((isMatch) => isMatch(one.name))) continue;
        if ((Id && !Id.includes(one.id)) || (guids && !guids.includes(one.instanceId.text))) continue;
        yield one;
      }
    },
  }),
});
