import type { StartProcessJob } from '../../runtime/cmdlets/core/jobs/process-job.ts';
import { encodeBase64Text } from '../../runtime/text/base64-text.ts';
import { Hashtable } from '../../runtime/values/hashtable.ts';
import type { PSValue } from '../../runtime/values/ps-value.ts';
import { startRemoteJob } from './remote-job.ts';
import type { RemoteScript } from './remote-script.ts';

const goTo = 'param($Path) Microsoft.PowerShell.Management\\Set-Location -LiteralPath $Path';
const setAll = `param($Values)
foreach ($name in $Values.Keys) { Microsoft.PowerShell.Utility\\Set-Variable -Name $name -Value $Values[$name] -Scope Global }`;

/** Makes Start-Job start `shell` as a process for each job, with a session in it (about_Jobs). */
export function processJobs(shell: string): StartProcessJob {
  return (engine, work) => {
    const { text, args, input, directory, location, variables, before } = work;
    const prelude = [
      scriptOf(goTo, [location]),
      ...(variables && variables.size > 0 ? [scriptOf(setAll, [Hashtable.from(variables)])] : []),
      ...(before === undefined ? [] : [scriptOf(before)]),
    ];
    return startRemoteJob(engine, [{ target: { kind: 'process', computerName: 'localhost', shell, directory } }], {
      script: { text, args, using: usingTable(work.using), hasInput: input !== undefined },
      input: input ?? [],
      name: work.name,
      throttle: 1,
      isShown: false,
      background: { command: work.command, prelude },
    });
  };
}

function scriptOf(text: string, args: readonly PSValue[] = []): RemoteScript {
  return { text, args, using: undefined, hasInput: false };
}

function usingTable(values: ReadonlyMap<string, PSValue>): Hashtable | undefined {
  if (values.size === 0) return undefined;
  const table = Hashtable.caseSensitive();
  for (const [name, value] of values) table.set(encodeBase64Text(name), value);
  return table;
}
