import { expect, test } from 'vitest';
import { OutputQueue } from '../../../../src/runtime/pipeline/native/output-queue.ts';

const chunk = (size: number) => ({ stream: 'output' as const, data: new Uint8Array(size) });

test('chunks come in order and the end is seen after the last', async () => {
  const queue = new OutputQueue();
  const first = queue.take();
  void queue.push(chunk(1));
  void queue.push(chunk(2));
  queue.end();
  expect([(await first)?.data.length, (await queue.take())?.data.length, await queue.take()]).toEqual([
    1,
    2,
    undefined,
  ]);
});

test('a writer that is far ahead waits until something was taken', async () => {
  const queue = new OutputQueue();
  const held = queue.push(chunk(2 << 20));
  expect(held).toBeInstanceOf(Promise);
  queue.takeNow();
  await held;
});
