import type { TypeSpec } from '../define-type.ts';
import { cancellationTypes } from './cancellation.ts';
import { countdownTypes } from './countdown.ts';
import { interlockedType } from './interlocked.ts';
import { lockTypes } from './locks.ts';
import { readerWriterLockType } from './reader-writer-lock.ts';
import { taskTypes } from './task.ts';
import { taskCompletionSourceTypes } from './task-completion-source.ts';
import { threadType } from './thread.ts';
import { threadValueTypes } from './thread-values.ts';

/** The types of System.Threading and System.Threading.Tasks. */
export const threadingTypes: readonly TypeSpec[] = [
  ...cancellationTypes,
  ...countdownTypes,
  interlockedType,
  ...lockTypes,
  readerWriterLockType,
  ...taskCompletionSourceTypes,
  ...taskTypes,
  threadType,
  ...threadValueTypes,
];
