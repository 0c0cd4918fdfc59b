import { expect, test } from 'vitest';
import { createEngine, memoryFs } from '../../../src/index.ts';

const wrap = (script: string): string => `$r = try { @(. { ${script} }).ForEach({
  if ($null -eq $_) { '<null>' } else { "$_" } }) -join '|'
} catch {
  $e = $_.Exception
  if ($e.InnerException -and $e -is [System.Management.Automation.RuntimeException]) { $e = $e.InnerException }
  '!' + $e.GetType().Name
}
$r`;

/**
 * A test of scripts, run one after another in one engine that has the folder `/t`, named by `$d`. Each answers the
 * texts of its output joined by `|`, or the exception it throws: `!FormatException`.
 */
export function rowsOf(name: string, rows: readonly (readonly [script: string, answer: string])[]): void {
  test(name, async () => {
    const engine = await createEngine({ fs: memoryFs({ '/t/.keep': '' }), culture: 'en-US' });
    await engine.run("[IO.File]::Delete('/t/.keep')");
    const answers: (readonly [string, string])[] = [];
    for (const [script] of rows) {
      const { output, errors } = await engine.run(`$d = '/t'\n${wrap(script)}`);
      answers.push([script, errors.length > 0 ? `error ${errors[0]?.id}` : output.map(String).join('\n')]);
    }
    expect(answers).toEqual(rows);
  });
}
