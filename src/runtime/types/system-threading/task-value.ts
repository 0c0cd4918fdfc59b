import { NetException } from '../../errors/net-exception.ts';
import { NetObject } from '../../values/net-object.ts';
import { type Eventually, isPending, type PSValue } from '../../values/ps-value.ts';

/** System.Threading.Tasks.Task and Task<T>: work that is done, failed, or still running on the host. */
export class NetTask extends NetObject {
  status: 'running' | 'done' | 'failed' | 'cancelled' = 'running';
  result: PSValue = undefined;
  /** What it failed with, as thrown. */
  failure: unknown = undefined;
  exception: NetException | null = null;
  /** Settles when the task does; never rejects. */
  readonly settled: Promise<void> | undefined;
  readonly id: number;

  constructor(work: () => Eventually<PSValue> | Eventually<void>) {
    super();
    this.id = ++lastId;
    this.settled = this.run(work);
  }

  private run(work: () => Eventually<PSValue> | Eventually<void>): Promise<void> | undefined {
    try {
      const answer = work();
      if (!isPending(answer)) {
        this.finish(answer ?? undefined);
        return undefined;
      }
      return answer.then(
        (value) => this.finish(value ?? undefined),
        (thrown: unknown) => this.fail(thrown),
      );
    } catch (thrown) {
      this.fail(thrown);
      return undefined;
    }
  }

  finish(value: PSValue): void {
    if (this.status !== 'running') return;
    this.status = 'done';
    this.result = value;
  }

  fail(thrown: unknown): void {
    if (this.status !== 'running') return;
    this.status = 'failed';
    this.failure = thrown;
  }

  cancel(): void {
    if (this.status !== 'running') return;
    this.status = 'cancelled';
    this.failure = new NetException('System.Threading.Tasks.TaskCanceledException', 'The task was cancelled.');
  }
}

let lastId = 0;

/** A task for an operation that has been started already. */
export function completedTask(work: Eventually<PSValue> | Eventually<void>): NetTask {
  return new NetTask(() => work);
}

/** A task that is finished from outside; `settled` must be called when it was. */
export function unfinishedTask(): { readonly task: NetTask; readonly settled: () => void } {
  let settled = (): void => {};
  const task = new NetTask(
    () =>
      new Promise<void>((resolve) => {
        settled = resolve;
      }),
  );
  return { task, settled: () => settled() };
}
