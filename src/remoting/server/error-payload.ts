import { categoryParts } from '../../runtime/clixml/record-readers.ts';
import type { EngineContext } from '../../runtime/engine.ts';
import type { ErrorRecord } from '../../runtime/errors/error-record.ts';
import type { ErrorRecordPayload } from '../psrp/messages/records.ts';

/** An error record as it travels (MS-PSRP 2.2.3.15). */
export function errorPayload(engine: EngineContext, record: ErrorRecord): ErrorRecordPayload {
  const parts = categoryParts(engine, record);
  return {
    exception: record.exception,
    targetObject: record.targetObject ?? null,
    fullyQualifiedErrorId: record.fullyQualifiedErrorId,
    invocationInfo: record.invocationInfo,
    category: parts.category,
    activity: parts.activity,
    reason: parts.reason,
    targetName: parts.targetName,
    targetType: parts.targetType,
    categoryMessage: parts.message,
    details: record.errorDetails && { ...record.errorDetails },
    scriptStackTrace: record.scriptStackTrace,
    text: record.errorDetails?.message || record.exception.message,
  };
}
