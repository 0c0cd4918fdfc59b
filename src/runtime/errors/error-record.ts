import type { PSValue } from '../values/ps-value.ts';
import type { ErrorCategory } from './error-category.ts';
import type { InvocationInfo } from './invocation-info.ts';
import { NetException } from './net-exception.ts';

/** `ErrorRecord.ErrorDetails`: a message that replaces the exception's when shown. */
export interface ErrorDetails {
  message: string;
  recommendedAction: string;
}

/** What is needed to make an {@link ErrorRecord}. */
export interface ErrorSpec {
  /** First part of FullyQualifiedErrorId; the command's class name follows where a command reports it. */
  readonly id: string;
  readonly category: ErrorCategory;
  readonly message: string;
  /** Full .NET name; System.Management.Automation.RuntimeException if left out. */
  readonly exceptionType?: string;
  readonly inner?: NetException | null;
  readonly target?: PSValue;
}

/** Contract. System.Management.Automation.ErrorRecord. */
export class ErrorRecord {
  exception: NetException;
  fullyQualifiedErrorId: string;
  category: ErrorCategory;
  /** CategoryInfo.Activity: the command that reported it. */
  activity = '';
  /** CategoryInfo.Reason/TargetName/TargetType where set by hand; derived otherwise. */
  reason: string | undefined = undefined;
  targetName: string | undefined = undefined;
  targetType: string | undefined = undefined;
  targetObject: PSValue;
  errorDetails: ErrorDetails | null = null;
  invocationInfo: InvocationInfo | null = null;
  scriptStackTrace: string | null = null;
  pipelineIterationInfo: number[] = [];
  /** Set for records that came over a remoting session (RemotingErrorRecord.OriginInfo). */
  originInfo: { readonly computerName: string; readonly runspaceId: string } | undefined = undefined;
  /** Made elsewhere (a session, a job): the command that passes it on leaves its id and invocation as they are. */
  isForeign = false;
  /** The exact .NET class of the record: RemotingErrorRecord for those from a session. */
  recordType = 'System.Management.Automation.ErrorRecord';

  constructor(exception: NetException, id: string, category: ErrorCategory, target: PSValue = null) {
    this.exception = exception;
    this.fullyQualifiedErrorId = id;
    this.category = category;
    this.targetObject = target ?? null;
  }

  static from(spec: ErrorSpec): ErrorRecord {
    const type = spec.exceptionType ?? 'System.Management.Automation.RuntimeException';
    return new ErrorRecord(
      new NetException(type, spec.message, spec.inner ?? null),
      spec.id,
      spec.category,
      spec.target,
    );
  }
}
