import { baseOf } from '../../../values/ps-object.ts';
import type { PSValue } from '../../../values/ps-value.ts';
import type { Job } from './job.ts';

const sessions = new WeakMap<Job, PSValue>();

/** Notes which session a child job runs in. */
export function noteSession(job: Job, session: PSValue): void {
  sessions.set(job, baseOf(session));
}

/** Whether a child job runs in one of these sessions. */
export function isFromSession(wanted: readonly PSValue[], job: Job): boolean {
  const session = sessions.get(job);
  return session !== undefined && wanted.map(baseOf).includes(session);
}
