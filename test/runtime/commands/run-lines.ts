import { createEngine, memoryFs } from '../../../src/index.ts';

/** Runs a script in a fresh engine with memory files and gives its output as texts, and the ids of its errors. */
export async function runLines(script: string): Promise<string[]> {
  const engine = await createEngine({ fs: memoryFs(), location: '/' });
  const { output, errors } = await engine.run(script);
  return [...output.map(String), ...errors.map((error) => `error ${error.id}`)];
}
