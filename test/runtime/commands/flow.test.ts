import { expect, test } from 'vitest';
import { type Flow, runFlow, settle } from '../../../src/runtime/commands/flow.ts';

function* sum(values: readonly (number | Promise<number>)[]): Flow<number> {
  let total = 0;
  for (const value of values) total += yield* settle(value);
  return total;
}

test('a flow that never waits answers at once', () => {
  expect(runFlow(sum([1, 2, 3]))).toBe(6);
});

test('a flow that waits gives a promise', async () => {
  const answer = runFlow(sum([1, Promise.resolve(2), 3, Promise.resolve(4)]));
  expect(answer).toBeInstanceOf(Promise);
  expect(await answer).toBe(10);
});

test('rejections arrive where the flow waits', async () => {
  function* guarded(): Flow<string> {
    try {
      yield* settle(Promise.reject(new Error('late')));
    } catch (error) {
      return error instanceof Error ? error.message : '';
    }
    return 'none';
  }
  expect(await runFlow(guarded())).toBe('late');
});
