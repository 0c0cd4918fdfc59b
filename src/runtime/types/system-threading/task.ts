import type { EngineContext } from '../../engine.ts';
import { NetException } from '../../errors/net-exception.ts';
import type { NetDelegate } from '../../values/net-delegate.ts';
import { ReadOnlyCollection } from '../../values/net-list.ts';
import { NetObject } from '../../values/net-object.ts';
import { andThen, type Eventually, type PSValue } from '../../values/ps-value.ts';
import type { TimeSpan } from '../../values/time-span.ts';
import { TypedArray } from '../../values/typed-array.ts';
import { defineType, type MemberTable, withTypes } from '../define-type.ts';
import { argumentNull, outOfRange } from '../net-error.ts';
import { itemsOf } from '../sequence.ts';
import type { CancellationToken } from './cancellation.ts';
import { pause, pauseUntil } from './pause.ts';
import { NetTask, unfinishedTask } from './task-value.ts';

/** System.Runtime.CompilerServices.TaskAwaiter. */
class TaskAwaiter extends NetObject {
  readonly task: NetTask;

  constructor(task: NetTask) {
    super();
    this.task = task;
  }
}

const statusNumbers = { running: 1, done: 5, cancelled: 6, failed: 7 } as const;

/** The exception a task failed with, as AggregateException; null when it did not. */
function exceptionOf(engine: EngineContext, task: NetTask): NetException | null {
  if (task.status !== 'failed') return null;
  task.exception ??= aggregate(engine, task.failure);
  return task.exception;
}

function aggregate(engine: EngineContext, thrown: unknown): NetException {
  const inner = engine.toException(thrown);
  const made = new NetException('System.AggregateException', `Several errors happened. (${inner.message})`, inner);
  made.properties.set('InnerExceptions', new ReadOnlyCollection({ items: [inner] }));
  return made;
}

function settled(task: NetTask): Eventually<void> {
  return task.status === 'running' ? task.settled : undefined;
}

function throwIfFailed(engine: EngineContext, task: NetTask): void {
  const exception = task.status === 'cancelled' ? aggregate(engine, task.failure) : exceptionOf(engine, task);
  if (exception) throw exception;
}

/** Waits and answers; a failure comes wrapped, as `Wait` and `Result` throw it. */
function resultOf(engine: EngineContext, task: NetTask): Eventually<PSValue> {
  return andThen(settled(task), () => {
    throwIfFailed(engine, task);
    return task.result;
  });
}

/** Waits and answers; a failure comes as it was thrown. */
function awaited(task: NetTask): Eventually<PSValue> {
  return andThen(settled(task), () => {
    if (task.status === 'failed' || task.status === 'cancelled') throw task.failure;
    return task.result;
  });
}

function waitFor(engine: EngineContext, task: NetTask, milliseconds: number): Eventually<boolean> {
  if (milliseconds < -1) throw outOfRange('millisecondsTimeout');
  const finish = (inTime: boolean): boolean => {
    if (inTime) throwIfFailed(engine, task);
    return inTime;
  };
  if (task.status !== 'running') return finish(true);
  const limit = milliseconds < 0 ? Number.POSITIVE_INFINITY : milliseconds;
  return pauseUntil(engine, () => task.status !== 'running', limit).then(finish);
}

function tasksIn(value: PSValue): NetTask[] {
  return itemsOf(value, 'tasks').filter((task) => task instanceof NetTask);
}

function waitAll(engine: EngineContext, value: PSValue): Eventually<PSValue> {
  const tasks = tasksIn(value);
  const pending = tasks.map(settled).filter((wait) => wait instanceof Promise);
  const check = (): undefined => {
    for (const task of tasks) throwIfFailed(engine, task);
    return undefined;
  };
  return pending.length === 0 ? check() : Promise.all(pending).then(check);
}

function waitAny(value: PSValue): Eventually<number> {
  const tasks = tasksIn(value);
  const ready = tasks.findIndex((task) => task.status !== 'running');
  if (ready >= 0 || tasks.length === 0) return ready;
  return Promise.race(tasks.map((task, i) => Promise.resolve(settled(task)).then(() => i)));
}

function run(action: NetDelegate | null): NetTask {
  if (!action) throw argumentNull('action');
  return new NetTask(() => action.invoke([]));
}

function delay(engine: EngineContext, milliseconds: number): NetTask {
  if (milliseconds < -1) throw outOfRange('millisecondsDelay');
  return new NetTask(() => pause(engine, milliseconds < 0 ? Number.POSITIVE_INFINITY : milliseconds));
}

function cancelledTask(): NetTask {
  const { task } = unfinishedTask();
  task.cancel();
  return task;
}

const properties: MemberTable = {
  'prop AsyncState object get': () => null,
  'static prop CompletedTask Task get': () => new NetTask(() => undefined),
  'prop Exception AggregateException get'(self: NetTask) {
    return exceptionOf(this, self);
  },
  'prop Id int get': (self: NetTask) => self.id,
  'prop IsCanceled bool get': (self: NetTask) => self.status === 'cancelled',
  'prop IsCompleted bool get': (self: NetTask) => self.status !== 'running',
  'prop IsCompletedSuccessfully bool get': (self: NetTask) => self.status === 'done',
  'prop IsFaulted bool get': (self: NetTask) => self.status === 'failed',
  'prop Status TaskStatus get': (self: NetTask) => statusNumbers[self.status],
};

const taskType = defineType({
  name: 'System.Threading.Tasks.Task',
  interfaces: 'IAsyncResult, IDisposable',
  jsClass: NetTask,
  members: {
    ...properties,
    'ConfigureAwait(bool continueOnCapturedContext) Task': (self: NetTask) => self,
    'ContinueWith(Action<Task> continuationAction) Task': (self: NetTask, action: NetDelegate | null) => {
      if (!action) throw argumentNull('continuationAction');
      return new NetTask(() => andThen(settled(self), () => action.invoke([self])));
    },
    'Dispose() void': () => undefined,
    'GetAwaiter() TaskAwaiter': (self: NetTask) => new TaskAwaiter(self),
    'RunSynchronously() void': () => undefined,
    'Start() void': () => undefined,
    'Wait() void'(self: NetTask) {
      return andThen(resultOf(this, self), () => undefined);
    },
    'Wait(int millisecondsTimeout) bool'(self: NetTask, milliseconds: number) {
      return waitFor(this, self, milliseconds);
    },
    'Wait(TimeSpan timeout) bool'(self: NetTask, time: TimeSpan) {
      return waitFor(this, self, Number(time.ticks / 10_000n));
    },
    'static Delay(int millisecondsDelay) Task'(milliseconds: number) {
      return delay(this, milliseconds);
    },
    'static Delay(TimeSpan delay) Task'(time: TimeSpan) {
      return delay(this, Number(time.ticks / 10_000n));
    },
    'static FromCanceled(CancellationToken cancellationToken) Task': (token: CancellationToken) => {
      if (!token.source?.isCancelled) throw outOfRange('cancellationToken');
      return cancelledTask();
    },
    'static FromException(Exception exception) Task': (exception: NetException) =>
      new NetTask(() => {
        throw exception;
      }),
    'static FromResult<TResult>(TResult result) Task<TResult>': (result) => new NetTask(() => result),
    'static Run(Action action) Task': run,
    'static Run<TResult>(Func<TResult> function) Task<TResult>': run,
    'static WaitAll(params Task[] tasks) void'(tasks) {
      return waitAll(this, tasks);
    },
    'static WaitAny(params Task[] tasks) int': waitAny,
    'static WhenAll(params Task[] tasks) Task'(tasks) {
      return new NetTask(() => waitAll(this, tasks));
    },
    'static WhenAll<TResult>(params Task<TResult>[] tasks) Task<TResult[]>': withTypes(
      (types) =>
        function (this: EngineContext, tasks: PSValue) {
          const element = types.get('TResult');
          return new NetTask(() =>
            andThen(waitAll(this, tasks), () => {
              const results = tasksIn(tasks).map((task) => task.result ?? null);
              return element ? new TypedArray(element, results) : results;
            }),
          );
        },
    ),
    'static WhenAny(params Task[] tasks) Task<Task>': (tasks) =>
      new NetTask(() => andThen(waitAny(tasks), (at) => tasksIn(tasks)[at] ?? null)),
  },
});

/** Task, Task<TResult> and their awaiter. */
export const taskTypes = [
  taskType,
  defineType({
    name: 'System.Threading.Tasks.Task<TResult>',
    base: 'System.Threading.Tasks.Task',
    members: {
      'prop Result TResult get'(self: NetTask) {
        return resultOf(this, self);
      },
    },
  }),
  defineType({
    name: 'System.Runtime.CompilerServices.TaskAwaiter',
    kind: 'struct',
    jsClass: TaskAwaiter,
    members: {
      'prop IsCompleted bool get': (self: TaskAwaiter) => self.task.status !== 'running',
      'GetResult() object': (self: TaskAwaiter) => awaited(self.task),
    },
  }),
];
