import type { TypeSpec } from '../define-type.ts';
import { cancellationTypes } from './cancellation.ts';
import { interlockedType } from './interlocked.ts';
import { lockTypes } from './locks.ts';
import { taskTypes } from './task.ts';
import { threadType } from './thread.ts';

/** The types of System.Threading and System.Threading.Tasks. */
export const threadingTypes: readonly TypeSpec[] = [
  ...cancellationTypes,
  interlockedType,
  ...lockTypes,
  ...taskTypes,
  threadType,
];
