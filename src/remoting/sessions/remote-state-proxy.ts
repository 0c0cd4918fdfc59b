import { namedArgument } from '../../runtime/commands/argument.ts';
import { automationEnum } from '../../runtime/commands/types/automation-enums.ts';
import { CollectSink, nullSink, quietStreams } from '../../runtime/pipeline/sink.ts';
import { defineType, type TypeSpec } from '../../runtime/types/define-type.ts';
import { NetObject } from '../../runtime/values/net-object.ts';
import { baseOf } from '../../runtime/values/ps-object.ts';
import type { PSValue } from '../../runtime/values/ps-value.ts';
import type { SessionRunspace } from './session-runspace.ts';

/** `$session.Runspace.SessionStateProxy`: asks the session. */
export class RemoteStateProxy extends NetObject {
  readonly runspace: SessionRunspace;

  constructor(runspace: SessionRunspace) {
    super();
    this.runspace = runspace;
  }

  /** The first object that a script gives there. */
  async ask(text: string, args: Readonly<Record<string, PSValue>> = {}): Promise<PSValue> {
    const output = new CollectSink();
    const given = Object.entries(args).map(([name, value]) => namedArgument(name, value));
    const { done } = this.runspace.begin({
      statements: [[{ kind: 'script', text, command: undefined, useLocalScope: false, args: given }]],
      input: undefined,
      streams: {
        ...quietStreams,
        output,
        error: nullSink,
      },
    });
    const { error } = await done;
    if (error) throw error.exception;
    return output.items[0] ?? null;
  }
}

/** The type of a {@link RemoteStateProxy}. */
export const remoteStateProxyType: TypeSpec = defineType({
  name: 'System.Management.Automation.RemoteSessionStateProxy',
  base: 'System.Management.Automation.Runspaces.SessionStateProxy',
  jsClass: RemoteStateProxy,
  assembly: 'System.Management.Automation',
  members: {
    'GetVariable(string name) object': (self: RemoteStateProxy, name: string) =>
      self.ask(
        'param($Name) , (Microsoft.PowerShell.Utility\\Get-Variable -Name $Name -ValueOnly -Scope Global -ErrorAction Ignore)',
        { Name: name },
      ),
    'SetVariable(string name, object value) void': async (self: RemoteStateProxy, name: string, value) => {
      await self.ask(
        'param($Name, $Value) Microsoft.PowerShell.Utility\\Set-Variable -Name $Name -Value $Value -Scope Global',
        {
          Name: name,
          Value: value,
        },
      );
    },
    'prop LanguageMode PSLanguageMode get': async (self: RemoteStateProxy) => {
      const mode = await self.ask('"$($ExecutionContext.SessionState.LanguageMode)"');
      return automationEnum('PSLanguageMode', String(baseOf(mode)));
    },
  },
});
