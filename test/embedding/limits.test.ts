import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/index.ts';

const limits = { steps: 300_000, stringLength: 100_000, arrayLength: 100_000 };
const lastId = async (script: string) => (await (await createEngine({ limits })).run(script)).errors.at(-1)?.id;

describe('limits', () => {
  it.each([
    ['an endless loop', 'while ($true) { }', 'StepLimitExceeded'],
    [
      'an endless loop that catches everything',
      'while ($true) { try { while ($true) { } } catch { } }',
      'StepLimitExceeded',
    ],
    ['a huge range', '1..1e9', 'ArrayLimitExceeded'],
    ['a huge string', "'a' * 1e9", 'StringLimitExceeded'],
    ['a string that doubles', "$s = 'a'; while ($true) { $s += $s }", 'StringLimitExceeded'],
    ['a regex that backtracks', "('a' * 40 + '!') -match '^(a+)+$'", 'StepLimitExceeded'],
    ['endless recursion of functions', 'function f { f }; f', 'CallDepthOverflow'],
    ['endless recursion of methods', 'class C { [int] M() { return $this.M() } }; [C]::new().M()', 'CallDepthOverflow'],
  ])('%s ends in its error', async (_name, script, id) => {
    expect(await lastId(script)).toBe(id);
  });

  it('leaves the engine usable', async () => {
    const engine = await createEngine({ limits });
    await engine.run('while ($true) { }');
    expect((await engine.run('1 + 1')).output).toEqual([2]);
  });

  it('ends a run after its time', async () => {
    const engine = await createEngine({ limits: { milliseconds: 50 } });
    expect((await engine.run('while ($true) { }')).errors.at(-1)?.id).toBe('TimeLimitExceeded');
  });

  it('counts output', async () => {
    const engine = await createEngine();
    const { errors, output } = await engine.run('1..100', { limits: { outputObjects: 10 } });
    expect(errors.at(-1)?.id).toBe('OutputLimitExceeded');
    expect(output).toHaveLength(10);
  });

  it('says what was spent', async () => {
    const { usage } = await (await createEngine()).run('foreach ($i in 1..1000) { }');
    expect(usage.steps).toBeGreaterThanOrEqual(1000);
  });

  it.each([
    ['functions', 'function f($n) { if ($n -eq 0) { 0 } else { 1 + (f ($n - 1)) } }; f 5000'],
    [
      'methods',
      'class C { [int] M([int] $n) { if ($n -eq 0) { return 0 }; return 1 + $this.M($n - 1) } }; [C]::new().M(5000)',
    ],
  ])('lets %s nest 5,000 deep', async (_name, script) => {
    expect((await (await createEngine()).run(script)).output).toEqual([5000]);
  });

  it('stops at an abort signal and rejects with its reason', async () => {
    const engine = await createEngine();
    const controller = new AbortController();
    const run = engine.run('try { while ($true) { } } finally { $global:cleaned = 1 }', { signal: controller.signal });
    setTimeout(() => controller.abort(new Error('enough')), 20);
    await expect(Promise.resolve(run)).rejects.toThrow('enough');
    expect(engine.get('cleaned')).toBe(1);
  });
});
