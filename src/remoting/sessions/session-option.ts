import { automationEnum } from '../../runtime/commands/types/automation-enums.ts';
import { defineEnum } from '../../runtime/types/define-enum.ts';
import { defineType, type MemberTable, type TypeSpec } from '../../runtime/types/define-type.ts';
import { Hashtable } from '../../runtime/values/hashtable.ts';
import { NetObject } from '../../runtime/values/net-object.ts';
import { baseOf } from '../../runtime/values/ps-object.ts';
import type { PSValue } from '../../runtime/values/ps-value.ts';
import { TimeSpan } from '../../runtime/values/time-span.ts';

const remoting = 'System.Management.Automation.Remoting';
const minutes = (count: number) => TimeSpan.fromParts(0, 0, count, 0);

/** Name, type and first value of each option (about_Session_Options). */
const options: readonly (readonly [name: string, type: string, initial: () => PSValue])[] = [
  ['MaximumConnectionRedirectionCount', 'int', () => 5],
  ['NoCompression', 'bool', () => false],
  ['NoMachineProfile', 'bool', () => false],
  ['ProxyAccessType', 'ProxyAccessType', () => automationEnum('Remoting.ProxyAccessType', 'None')],
  [
    'ProxyAuthentication',
    'AuthenticationMechanism',
    () => automationEnum('Runspaces.AuthenticationMechanism', 'Negotiate'),
  ],
  ['ProxyCredential', 'object', () => null],
  ['SkipCACheck', 'bool', () => false],
  ['SkipCNCheck', 'bool', () => false],
  ['SkipRevocationCheck', 'bool', () => false],
  ['OperationTimeout', 'TimeSpan', () => minutes(3)],
  ['NoEncryption', 'bool', () => false],
  ['UseUTF16', 'bool', () => false],
  ['IncludePortInSPN', 'bool', () => false],
  ['OutputBufferingMode', 'OutputBufferingMode', () => automationEnum('Runspaces.OutputBufferingMode', 'None')],
  ['MaxConnectionRetryCount', 'int', () => 5],
  ['Culture', 'object', () => null],
  ['UICulture', 'object', () => null],
  ['MaximumReceivedDataSizePerCommand', 'object', () => null],
  ['MaximumReceivedObjectSize', 'object', () => 200 << 20],
  ['ApplicationArguments', 'object', () => null],
  ['OpenTimeout', 'TimeSpan', () => minutes(3)],
  ['CancelTimeout', 'TimeSpan', () => minutes(1)],
  ['IdleTimeout', 'TimeSpan', () => new TimeSpan(-10_000n)],
];

/** System.Management.Automation.Remoting.PSSessionOption. Over SSH, OpenTimeout and ApplicationArguments count. */
export class PSSessionOption extends NetObject {
  readonly values = new Map<string, PSValue>(options.map(([name, , initial]) => [name, initial()]));

  /** Milliseconds that opening may take; undefined where nothing was said, 0 for no limit. */
  get openTimeout(): number | undefined {
    const span = this.values.get('OpenTimeout');
    if (!(span instanceof TimeSpan) || !this.isSet.has('OpenTimeout')) return undefined;
    return Math.max(0, Number(span.ticks / 10_000n));
  }

  /** What the client says of itself besides its versions. */
  get applicationArguments(): Hashtable | undefined {
    const table = baseOf(this.values.get('ApplicationArguments'));
    return table instanceof Hashtable ? table : undefined;
  }

  /** Names of the options that were given. */
  readonly isSet = new Set<string>();

  set(name: string, value: PSValue): void {
    this.values.set(name, value);
    this.isSet.add(name);
  }
}

const members: MemberTable = Object.fromEntries(
  options.map(([name, type]) => [
    `prop ${name} ${type} get set`,
    {
      get: (self: PSSessionOption) => self.values.get(name) ?? null,
      set: (self: PSSessionOption, value: PSValue) => self.set(name, value),
    },
  ]),
);

/** PSSessionOption and its enums. */
export const sessionOptionTypes: readonly TypeSpec[] = [
  defineEnum(`${remoting}.ProxyAccessType`, 'None=0 IEConfig=1 WinHttpConfig=2 AutoDetect=4 NoProxyServer=8', {
    flags: true,
  }),
  defineEnum('System.Management.Automation.Runspaces.OutputBufferingMode', 'None Drop Block'),
  defineEnum(
    'System.Management.Automation.Runspaces.AuthenticationMechanism',
    'Default Basic Negotiate NegotiateWithImplicitCredential Credssp Digest Kerberos',
  ),
  defineType({
    name: `${remoting}.PSSessionOption`,
    isSealed: true,
    jsClass: PSSessionOption,
    assembly: 'System.Management.Automation',
    members: { 'new()': () => new PSSessionOption(), ...members },
  }),
];
