import type { NetException } from '../../errors/net-exception.ts';
import { NetObject } from '../../values/net-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { defineType, type MemberTable } from '../define-type.ts';
import { argumentNull, invalidOperation } from '../net-error.ts';
import { type NetTask, unfinishedTask } from './task-value.ts';

/** System.Threading.Tasks.TaskCompletionSource: a task that a script finishes. */
class TaskCompletionSource extends NetObject {
  readonly task: NetTask;
  readonly #settled: () => void;

  constructor() {
    super();
    const { task, settled } = unfinishedTask();
    this.task = task;
    this.#settled = settled;
  }

  /** Finishes the task; false when it was finished before. */
  tryFinish(finish: (task: NetTask) => void): boolean {
    if (this.task.status !== 'running') return false;
    finish(this.task);
    this.#settled();
    return true;
  }

  finish(finish: (task: NetTask) => void): void {
    if (!this.tryFinish(finish)) throw invalidOperation('The task has been finished before.');
  }
}

function failing(exception: NetException | null): (task: NetTask) => void {
  if (!exception) throw argumentNull('exception');
  return (task) => task.fail(exception);
}

const cancel = (task: NetTask): void => task.cancel();

const shared: MemberTable = {
  'new()': () => new TaskCompletionSource(),
  'SetCanceled() void': (self: TaskCompletionSource) => self.finish(cancel),
  'SetException(Exception exception) void': (self: TaskCompletionSource, exception: NetException | null) =>
    self.finish(failing(exception)),
  'TrySetCanceled() bool': (self: TaskCompletionSource) => self.tryFinish(cancel),
  'TrySetException(Exception exception) bool': (self: TaskCompletionSource, exception: NetException | null) =>
    self.tryFinish(failing(exception)),
};

/** TaskCompletionSource with and without a result. */
export const taskCompletionSourceTypes = [
  defineType({
    name: 'System.Threading.Tasks.TaskCompletionSource',
    jsClass: TaskCompletionSource,
    members: {
      ...shared,
      'prop Task Task get': (self: TaskCompletionSource) => self.task,
      'SetResult() void': (self: TaskCompletionSource) => self.finish((task) => task.finish(undefined)),
      'TrySetResult() bool': (self: TaskCompletionSource) => self.tryFinish((task) => task.finish(undefined)),
    },
  }),
  defineType({
    name: 'System.Threading.Tasks.TaskCompletionSource<TResult>',
    members: {
      ...shared,
      'prop Task Task<TResult> get': (self: TaskCompletionSource) => self.task,
      'SetResult(TResult result) void': (self: TaskCompletionSource, value: PSValue) =>
        self.finish((task) => task.finish(value)),
      'TrySetResult(TResult result) bool': (self: TaskCompletionSource, value: PSValue) =>
        self.tryFinish((task) => task.finish(value)),
    },
  }),
];
