import { PSObject } from '../../../runtime/values/ps-object.ts';
import type { PSValue } from '../../../runtime/values/ps-value.ts';
import { UInt32 } from '../../../runtime/values/uint32.ts';
import type { PayloadCodec } from '../payload-codec.ts';
import { type BagReader, bag } from '../property-bag.ts';
import { progressTypes, progressTypeValue } from '../protocol-enums.ts';

/** An error record as it travels, MS-PSRP 2.2.3.15. The category is its number. */
export interface ErrorRecordPayload {
  /** Any object with a Message property, or null. */
  readonly exception: PSValue;
  readonly targetObject: PSValue;
  readonly fullyQualifiedErrorId: string;
  readonly invocationInfo: PSValue;
  readonly category: number;
  readonly activity: string;
  readonly reason: string;
  readonly targetName: string;
  readonly targetType: string;
  readonly categoryMessage: string;
  readonly details: { readonly message: string; readonly recommendedAction: string } | null;
  readonly scriptStackTrace: string | null;
  /** What a console shows for it. */
  readonly text: string;
}

/** DEBUG_RECORD, VERBOSE_RECORD, WARNING_RECORD: MS-PSRP 2.2.2.22 to 2.2.2.24. */
export interface InformationalPayload {
  readonly message: string;
}

/** PROGRESS_RECORD, MS-PSRP 2.2.2.25. */
export interface ProgressPayload {
  readonly activity: string;
  readonly activityId: number;
  readonly statusDescription: string | null;
  readonly currentOperation: string | null;
  readonly parentActivityId: number;
  readonly percentComplete: number;
  readonly completed: boolean;
  readonly secondsRemaining: number;
}

/** INFORMATION_RECORD, MS-PSRP 2.2.2.26; since protocol 2.3. */
export interface InformationPayload {
  readonly messageData: PSValue;
  readonly source: string;
  /** A DateTime. */
  readonly timeGenerated: PSValue;
  readonly tags: readonly string[];
  readonly user: string;
  readonly computer: string;
  readonly processId: number;
}

function encodeErrorRecord(it: ErrorRecordPayload): PSObject {
  const object = bag(
    {
      Exception: it.exception ?? null,
      TargetObject: it.targetObject ?? null,
      FullyQualifiedErrorId: it.fullyQualifiedErrorId,
      InvocationInfo: it.invocationInfo ?? null,
      ErrorCategory_Category: it.category,
      ErrorCategory_Activity: it.activity,
      ErrorCategory_Reason: it.reason,
      ErrorCategory_TargetName: it.targetName,
      ErrorCategory_TargetType: it.targetType,
      ErrorCategory_Message: it.categoryMessage,
      ErrorDetails_Message: it.details?.message,
      ErrorDetails_RecommendedAction: it.details?.recommendedAction,
      SerializeExtendedInfo: false,
      ErrorDetails_ScriptStackTrace: it.scriptStackTrace ?? undefined,
    },
    ['System.Management.Automation.ErrorRecord', 'System.Object'],
  );
  object.text = it.text;
  return object;
}

function decodeErrorRecord(read: BagReader, value: PSValue): ErrorRecordPayload {
  const message = read.textOrNull('ErrorDetails_Message');
  const action = read.textOrNull('ErrorDetails_RecommendedAction');
  return {
    exception: read.value('Exception') ?? null,
    targetObject: read.value('TargetObject') ?? null,
    fullyQualifiedErrorId: read.textOrNull('FullyQualifiedErrorId') ?? '',
    invocationInfo: read.value('InvocationInfo') ?? null,
    category: read.int('ErrorCategory_Category'),
    activity: read.textOrNull('ErrorCategory_Activity') ?? '',
    reason: read.textOrNull('ErrorCategory_Reason') ?? '',
    targetName: read.textOrNull('ErrorCategory_TargetName') ?? '',
    targetType: read.textOrNull('ErrorCategory_TargetType') ?? '',
    categoryMessage: read.textOrNull('ErrorCategory_Message') ?? '',
    details: message === null && action === null ? null : { message: message ?? '', recommendedAction: action ?? '' },
    scriptStackTrace: read.textOrNull('ErrorDetails_ScriptStackTrace'),
    text: value instanceof PSObject ? (value.text ?? '') : '',
  };
}

export const errorRecordCodec: PayloadCodec<ErrorRecordPayload> = {
  encode: encodeErrorRecord,
  decode: decodeErrorRecord,
};

/** The codec of the three kinds of message records. */
export function informationalCodec(kind: 'Debug' | 'Verbose' | 'Warning'): PayloadCodec<InformationalPayload> {
  const base = 'System.Management.Automation';
  return {
    encode: (it) => {
      const object = bag(
        { InformationalRecord_Message: it.message, InformationalRecord_SerializeInvocationInfo: false },
        [`${base}.${kind}Record`, `${base}.InformationalRecord`, 'System.Object'],
      );
      object.text = it.message;
      return object;
    },
    decode: (read) => ({ message: read.textOrNull('InformationalRecord_Message') ?? '' }),
  };
}

export const progressCodec: PayloadCodec<ProgressPayload> = {
  encode: (it) =>
    bag({
      Activity: it.activity === '' ? ' ' : it.activity,
      ActivityId: it.activityId,
      StatusDescription: it.statusDescription,
      CurrentOperation: it.currentOperation,
      ParentActivityId: it.parentActivityId,
      PercentComplete: it.percentComplete,
      Type: progressTypeValue(it.completed ? 1 : 0),
      SecondsRemaining: it.secondsRemaining,
    }),
  decode: (read) => ({
    activity: read.textOrNull('Activity') ?? ' ',
    activityId: read.intOr('ActivityId', 0),
    statusDescription: read.textOrNull('StatusDescription'),
    currentOperation: read.textOrNull('CurrentOperation'),
    parentActivityId: read.intOr('ParentActivityId', -1),
    percentComplete: read.intOr('PercentComplete', -1),
    completed: read.has('Type') && read.int('Type', progressTypes) === 1,
    secondsRemaining: read.intOr('SecondsRemaining', -1),
  }),
};

export const informationCodec: PayloadCodec<InformationPayload> = {
  encode: (it) =>
    bag({
      MessageData: it.messageData ?? null,
      Source: it.source,
      TimeGenerated: it.timeGenerated,
      Tags: [...it.tags],
      User: it.user,
      Computer: it.computer,
      ProcessId: UInt32.of(it.processId),
      NativeThreadId: UInt32.of(0),
      ManagedThreadId: UInt32.of(0),
    }),
  decode: (read) => ({
    messageData: read.value('MessageData') ?? null,
    source: read.textOrNull('Source') ?? '',
    timeGenerated: read.value('TimeGenerated') ?? null,
    tags: read.value('Tags') ? read.items('Tags').filter((tag) => typeof tag === 'string') : [],
    user: read.textOrNull('User') ?? '',
    computer: read.textOrNull('Computer') ?? '',
    processId: read.intOr('ProcessId', 0),
  }),
};
