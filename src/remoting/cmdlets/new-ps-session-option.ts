import { defineCmdlet } from '../../runtime/commands/define-cmdlet.ts';
import { parameter, type } from '../../runtime/commands/parameter.ts';
import { Hashtable } from '../../runtime/values/hashtable.ts';
import type { PSValue } from '../../runtime/values/ps-value.ts';
import { TimeSpan } from '../../runtime/values/time-span.ts';
import { PSSessionOption } from '../sessions/session-option.ts';
import { notNull } from './connection-parameters.ts';

const noEffect = 'Has no effect over SSH.';
const milliseconds = (help: string, aliases: readonly string[]) =>
  parameter(type.int, { help, aliases, validate: [{ kind: 'range', min: 0, max: 2_147_483_647 }] });

/** Parameters whose value becomes the option of another name. */
const renamed: Readonly<Record<string, string>> = { MaximumRedirection: 'MaximumConnectionRedirectionCount' };
const spans: ReadonlySet<string> = new Set(['OpenTimeout', 'CancelTimeout', 'OperationTimeout', 'IdleTimeout']);

/** New-PSSessionOption: settings for -SessionOption. */
export const newPSSessionOption = defineCmdlet({
  name: 'New-PSSessionOption',
  synopsis: 'Makes an object with settings for new sessions.',
  outputs: ['System.Management.Automation.Remoting.PSSessionOption'],
  effects: ['none'],
  parameters: {
    MaximumRedirection: parameter(type.int, { help: noEffect }),
    NoCompression: parameter(type.switch, { help: noEffect }),
    NoMachineProfile: parameter(type.switch, { help: noEffect }),
    Culture: parameter(type.named('System.Globalization.CultureInfo'), { help: noEffect, validate: notNull }),
    UICulture: parameter(type.named('System.Globalization.CultureInfo'), { help: noEffect, validate: notNull }),
    MaximumReceivedDataSizePerCommand: parameter(type.int, { help: noEffect }),
    MaximumReceivedObjectSize: parameter(type.int, { help: noEffect }),
    OutputBufferingMode: parameter(type.enumOf('System.Management.Automation.Runspaces.OutputBufferingMode'), {
      help: noEffect,
    }),
    MaxConnectionRetryCount: parameter(type.int, { help: noEffect }),
    ApplicationArguments: parameter(type.hashtable, {
      help: 'What the far side sees in $PSSenderInfo.ApplicationArguments.',
      validate: notNull,
    }),
    OpenTimeout: milliseconds('Milliseconds that opening a session may take; 0 is no limit.', ['OpenTimeoutMSec']),
    CancelTimeout: milliseconds(noEffect, ['CancelTimeoutMSec']),
    IdleTimeout: parameter(type.int, { help: noEffect, aliases: ['IdleTimeoutMSec'] }),
    ProxyAccessType: parameter(type.enumOf('System.Management.Automation.Remoting.ProxyAccessType'), {
      help: noEffect,
      validate: notNull,
    }),
    ProxyAuthentication: parameter(type.enumOf('System.Management.Automation.Runspaces.AuthenticationMechanism'), {
      help: noEffect,
    }),
    ProxyCredential: parameter(type.named('System.Management.Automation.PSCredential'), { help: noEffect }),
    SkipCACheck: parameter(type.switch, { help: noEffect }),
    SkipCNCheck: parameter(type.switch, { help: noEffect }),
    SkipRevocationCheck: parameter(type.switch, { help: noEffect }),
    OperationTimeout: milliseconds(noEffect, ['OperationTimeoutMSec']),
    NoEncryption: parameter(type.switch, { help: noEffect }),
    UseUTF16: parameter(type.switch, { help: noEffect }),
    IncludePortInSPN: parameter(type.switch, { help: noEffect }),
  },
  examples: [
    {
      title: 'Ten seconds to open a session',
      code: '$o = New-PSSessionOption -OpenTimeout 10000\n$o.OpenTimeout.TotalSeconds',
      output: '10',
    },
  ],
  invoke(ctx) {
    return {
      async end() {
        const option = new PSSessionOption();
        for (const [name, value] of ctx.bound) {
          const optionName = renamed[name] ?? name;
          if (option.values.has(optionName)) option.set(optionName, valueOf(name, value));
        }
        await ctx.write(option);
      },
    };
  },
});

function valueOf(name: string, value: PSValue): PSValue {
  if (spans.has(name) && typeof value === 'number') return new TimeSpan(BigInt(value) * 10_000n);
  return value instanceof Hashtable ? Hashtable.from(Array.from(value.entries(), (it) => [it.key, it.value])) : value;
}
