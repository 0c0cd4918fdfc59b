import { InformationRecord, ProgressRecord } from '../../runtime/pipeline/records.ts';
import { DateTime, UNIX_EPOCH_DAY } from '../../runtime/values/date-time.ts';
import type { PSValue } from '../../runtime/values/ps-value.ts';
import type { InformationPayload, ProgressPayload } from '../psrp/messages/records.ts';

/** A record of the far side's information stream as one of ours. */
export function informationRecord(it: InformationPayload): InformationRecord {
  const record = new InformationRecord(it.messageData, it.source, instantOf(it.timeGenerated), [...it.tags]);
  record.user = it.user;
  record.computer = it.computer;
  record.processId = it.processId;
  return record;
}

/** A record of the far side's progress stream as one of ours. */
export function progressRecord(it: ProgressPayload): ProgressRecord {
  const record = new ProgressRecord(it.activityId, it.activity, it.statusDescription ?? '');
  record.parentActivityId = it.parentActivityId;
  record.currentOperation = it.currentOperation ?? '';
  record.percentComplete = it.percentComplete;
  record.secondsRemaining = it.secondsRemaining;
  record.completed = it.completed;
  return record;
}

function instantOf(value: PSValue): number {
  if (!(value instanceof DateTime)) return 0;
  return (value.day - UNIX_EPOCH_DAY) * 86_400_000 + value.tickOfDay / 10_000;
}
