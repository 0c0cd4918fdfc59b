import { createEngine, memoryFs } from '../../../src/index.ts';

/** Runs a script in an engine of its own with an empty file system; answers the texts of its output, errors last. */
export async function runScript(script: string, files: Record<string, string> = {}): Promise<string[]> {
  const fs = memoryFs(files);
  const engine = await createEngine({ fs });
  const { output, errors } = await engine.run(script);
  return [...output.map((value) => String(value)), ...errors.map((error) => `error ${error.id}`)];
}
