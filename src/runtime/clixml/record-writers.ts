import { errorCategories } from '../errors/error-category.ts';
import { ErrorRecord } from '../errors/error-record.ts';
import { NetException } from '../errors/net-exception.ts';
import { elementsOf } from '../members/enumerate.ts';
import { InformationRecord } from '../pipeline/records.ts';
import { DateTime } from '../values/date-time.ts';
import { baseOf, notesOf } from '../values/ps-object.ts';
import type { PSValue } from '../values/ps-value.ts';
import { unixMillisecondsOf } from '../values/time-zone.ts';

type Read = (name: string) => PSValue;

function reader(value: PSValue): Read {
  const properties = notesOf(value)?.properties;
  return (name) => properties?.get(name) ?? null;
}

const textOf = (value: PSValue): string => {
  const base = baseOf(value);
  return typeof base === 'string' ? base : '';
};

/**
 * The record of an error that another shell sent: a serialized one (MS-PSRP 2.2.3.15), or the text that its console would
 * have shown.
 */
export function errorRecordFrom(value: PSValue): ErrorRecord {
  const read = reader(value);
  const id = textOf(read('FullyQualifiedErrorId'));
  if (id === '') {
    const text = String(baseOf(value) ?? '');
    const exception = new NetException('System.Management.Automation.RemoteException', text);
    return new ErrorRecord(exception, 'NativeCommandError', 'NotSpecified', text);
  }
  const message = textOf(reader(read('Exception'))('Message')) || textOf(read('ErrorCategory_Message'));
  const exception = new NetException('System.Management.Automation.RemoteException', message);
  exception.properties.set('SerializedRemoteException', read('Exception'));
  exception.properties.set('SerializedRemoteInvocationInfo', read('InvocationInfo'));
  const category = errorCategories[Number(baseOf(read('ErrorCategory_Category')) ?? 0)] ?? 'NotSpecified';
  const record = new ErrorRecord(exception, id, category, read('TargetObject'));
  record.activity = textOf(read('ErrorCategory_Activity'));
  record.reason = textOf(read('ErrorCategory_Reason'));
  record.targetName = textOf(read('ErrorCategory_TargetName'));
  record.targetType = textOf(read('ErrorCategory_TargetType'));
  const details = textOf(read('ErrorDetails_Message'));
  const recommendedAction = textOf(read('ErrorDetails_RecommendedAction'));
  if (details || recommendedAction) record.errorDetails = { message: details, recommendedAction };
  record.isForeign = true;
  exception.errorRecord = record;
  return record;
}

/** The record of information that another shell sent; `now` where it has no time of its own. */
export function informationRecordFrom(value: PSValue, now: number): InformationRecord {
  const read = reader(value);
  const data = read('MessageData');
  if (data === null) return new InformationRecord(value, '', now);
  const time = baseOf(read('TimeGenerated'));
  const tags = elementsOf(baseOf(read('Tags'))) ?? [];
  const at = time instanceof DateTime ? unixMillisecondsOf(time) : now;
  const record = new InformationRecord(data, textOf(read('Source')), at, tags.map(textOf));
  record.user = textOf(read('User'));
  record.computer = textOf(read('Computer'));
  record.processId = Number(baseOf(read('ProcessId')) ?? 0) || 0;
  return record;
}
