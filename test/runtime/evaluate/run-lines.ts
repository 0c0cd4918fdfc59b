import { createEngine, memoryFs } from '../../../src/index.ts';

function text(value: unknown): string {
  if (value === null) return '';
  return typeof value === 'boolean' ? (value ? 'True' : 'False') : String(value);
}

/** Runs a script in a fresh engine: its output as text, then the ids of errors that reached the error stream. */
export async function lines(script: string, files: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const engine = await createEngine({ fs: memoryFs(files), location: '/' });
  const { output, errors } = await engine.run(script);
  return [...output.map(text), ...errors.map((error) => `error ${error.id}`)];
}
