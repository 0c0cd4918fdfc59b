import { describe, expect, it } from 'vitest';
import { runScript } from './run-script.ts';

/** A script and the texts of what it writes; errors last, as `error <id>`. */
export type Case = readonly [script: string, ...output: string[]];

/** Tests of scripts under headings, each in an engine of its own with the given files. */
export function casesOf(cases: Readonly<Record<string, readonly Case[]>>, files: Record<string, string> = {}): void {
  describe.each(Object.entries(cases))('%s', (_name, list) => {
    it.each(list)('%s', async (script, ...output) => {
      expect(await runScript(script, files)).toEqual(output);
    });
  });
}
