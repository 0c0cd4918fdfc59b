import { errorCategories } from '../../runtime/errors/error-category.ts';
import { ErrorRecord } from '../../runtime/errors/error-record.ts';
import { NetException } from '../../runtime/errors/net-exception.ts';
import { NetObject } from '../../runtime/values/net-object.ts';
import { baseOf, notesOf } from '../../runtime/values/ps-object.ts';
import type { PSValue } from '../../runtime/values/ps-value.ts';
import type { ErrorRecordPayload } from '../psrp/messages/records.ts';

/** Where a record comes from: System.Management.Automation.Remoting.OriginInfo. */
export class OriginInfo extends NetObject {
  readonly computerName: string;
  readonly runspaceId: string;

  constructor(computerName: string, runspaceId: string) {
    super();
    this.computerName = computerName;
    this.runspaceId = runspaceId;
  }
}

/** A property of a deserialized object; null where it has none. */
function property(value: PSValue, name: string): PSValue {
  return notesOf(value)?.properties.get(name) ?? null;
}

/** The exception of a record from the far side: its words, and the snapshot of the original beside them. */
function remoteException(payload: ErrorRecordPayload): NetException {
  const message = baseOf(property(payload.exception, 'Message'));
  const words = typeof message === 'string' ? message : payload.categoryMessage;
  const exception = new NetException('System.Management.Automation.RemoteException', words);
  exception.hResult = -2146233087;
  exception.properties.set('SerializedRemoteException', payload.exception ?? null);
  exception.properties.set('SerializedRemoteInvocationInfo', payload.invocationInfo ?? null);
  return exception;
}

/**
 * The local record of an error that a session sent (RemotingErrorRecord): category and ids as there, a RemoteException,
 * no live InvocationInfo. Without an origin it is a plain ErrorRecord.
 */
export function remotingErrorRecord(payload: ErrorRecordPayload, origin: OriginInfo | undefined): ErrorRecord {
  const category = errorCategories[payload.category] ?? 'NotSpecified';
  const exception = remoteException(payload);
  const record = new ErrorRecord(exception, payload.fullyQualifiedErrorId, category, payload.targetObject);
  record.activity = payload.activity;
  record.reason = payload.reason;
  record.targetName = payload.targetName;
  record.targetType = payload.targetType;
  record.errorDetails = payload.details && { ...payload.details };
  record.scriptStackTrace = payload.scriptStackTrace;
  record.originInfo = origin;
  record.isForeign = true;
  if (origin) record.recordType = 'System.Management.Automation.Runspaces.RemotingErrorRecord';
  exception.errorRecord = record;
  return record;
}
