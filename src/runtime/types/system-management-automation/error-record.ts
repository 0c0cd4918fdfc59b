import type { EngineContext } from '../../engine.ts';
import { errorCategories } from '../../errors/error-category.ts';
import { type ErrorDetails, ErrorRecord } from '../../errors/error-record.ts';
import type { NetException } from '../../errors/net-exception.ts';
import type { EnumValue } from '../../values/enum-value.ts';
import { ErrorCategoryInfo } from '../../values/error-category-info.ts';
import { ErrorDetailsValue } from '../../values/error-details.ts';
import { ReadOnlyCollection } from '../../values/net-list.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { defineEnum } from '../define-enum.ts';
import { defineType, type TypeSpec } from '../define-type.ts';
import { argumentNull } from '../net-error.ts';
import { typeOf } from '../type-of.ts';
import { typeSystemOf } from '../type-system.ts';

type Text = string | null;

function reasonOf({ record }: ErrorCategoryInfo): string {
  if (record.reason) return record.reason;
  const name = record.exception.netType?.fullName ?? record.exception.typeName;
  return name.slice(Math.max(name.lastIndexOf('.'), name.lastIndexOf('+')) + 1);
}

function targetNameOf(engine: EngineContext, { record }: ErrorCategoryInfo): string {
  if (record.targetName !== undefined) return record.targetName;
  if (record.targetObject === null || record.targetObject === undefined) return '';
  try {
    return typeSystemOf(engine).netText(record.targetObject);
  } catch {
    return '';
  }
}

function targetTypeOf({ record }: ErrorCategoryInfo): string {
  if (record.targetType !== undefined) return record.targetType;
  return record.targetObject === null || record.targetObject === undefined ? '' : typeOf(record.targetObject).name;
}

/** Long parts lose their middle in the category's message. */
function short(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 19)}…${text.slice(-19)}`;
}

function messageOf(engine: EngineContext, info: ErrorCategoryInfo): string {
  const { category, activity } = info.record;
  const target = `${short(targetNameOf(engine, info))}:${short(targetTypeOf(info))}`;
  const reason = info.record.reason ? short(info.record.reason) : reasonOf(info);
  return `${category}: (${target}) [${short(activity)}], ${reason}`;
}

function categoryOf(value: EnumValue) {
  return errorCategories[Number(value.value)] ?? 'NotSpecified';
}

function make(exception: NetException | null, id: Text, category: EnumValue, target: PSValue): ErrorRecord {
  if (!exception) throw argumentNull('exception');
  return new ErrorRecord(exception, id ?? '', categoryOf(category), target);
}

function copyOf(record: ErrorRecord, exception: NetException | null): ErrorRecord {
  const copy = new ErrorRecord(
    exception ?? record.exception,
    record.fullyQualifiedErrorId,
    record.category,
    record.targetObject,
  );
  return Object.assign(copy, {
    activity: record.activity,
    reason: record.reason,
    targetName: record.targetName,
    targetType: record.targetType,
    errorDetails: record.errorDetails,
    invocationInfo: record.invocationInfo,
    scriptStackTrace: record.scriptStackTrace,
  });
}

/** The details a script sees and may change. */
function detailsOf(record: ErrorRecord): ErrorDetailsValue | null {
  const { errorDetails } = record;
  if (!errorDetails) return null;
  return errorDetails instanceof ErrorDetailsValue ? errorDetails : ErrorDetailsValue.from(errorDetails);
}

const info = defineType({
  name: 'System.Management.Automation.ErrorCategoryInfo',
  jsClass: ErrorCategoryInfo,
  members: {
    'prop Category ErrorCategory get': (i: ErrorCategoryInfo) => errorCategories.indexOf(i.record.category),
    'prop Activity string get set': {
      get: (i: ErrorCategoryInfo) => i.record.activity,
      set: (i: ErrorCategoryInfo, v: Text) => {
        i.record.activity = v ?? '';
      },
    },
    'prop Reason string get set': {
      get: reasonOf,
      set: (i: ErrorCategoryInfo, v: Text) => {
        i.record.reason = v ?? '';
      },
    },
    'prop TargetName string get set': {
      get(i: ErrorCategoryInfo) {
        return targetNameOf(this, i);
      },
      set: (i: ErrorCategoryInfo, v: Text) => {
        i.record.targetName = v ?? '';
      },
    },
    'prop TargetType string get set': {
      get: targetTypeOf,
      set: (i: ErrorCategoryInfo, v: Text) => {
        i.record.targetType = v ?? '';
      },
    },
    'GetMessage() string'(i: ErrorCategoryInfo) {
      return messageOf(this, i);
    },
    'GetMessage(CultureInfo uiCultureInfo) string'(i: ErrorCategoryInfo) {
      return messageOf(this, i);
    },
    'ToString() string'(i: ErrorCategoryInfo) {
      return messageOf(this, i);
    },
  },
});

const details = defineType({
  name: 'System.Management.Automation.ErrorDetails',
  jsClass: ErrorDetailsValue,
  members: {
    'new(string message)': (message: Text) => new ErrorDetailsValue(message ?? ''),
    'prop Message string get': (d: ErrorDetailsValue) => d.message,
    'prop RecommendedAction string get set': {
      get: (d: ErrorDetailsValue) => d.recommendedAction,
      set: (d: ErrorDetailsValue, v: Text) => {
        d.recommendedAction = v ?? '';
      },
    },
    'ToString() string': (d: ErrorDetailsValue) => d.message,
  },
});

const record = defineType({
  name: 'System.Management.Automation.ErrorRecord',
  jsClass: ErrorRecord,
  typeNameOf: (r: ErrorRecord) => r.recordType,
  interfaces: 'ISerializable',
  members: {
    'new(Exception exception, string errorId, ErrorCategory errorCategory, object targetObject)': make,
    'new(ErrorRecord errorRecord, Exception replaceParentContainsErrorRecordException)': copyOf,
    'prop Exception Exception get': (r: ErrorRecord) => r.exception,
    'prop TargetObject object get': (r: ErrorRecord) => r.targetObject,
    'prop CategoryInfo ErrorCategoryInfo get': (r: ErrorRecord) => new ErrorCategoryInfo(r),
    'prop FullyQualifiedErrorId string get': (r: ErrorRecord) => r.fullyQualifiedErrorId,
    'prop ErrorDetails ErrorDetails get set': {
      get: detailsOf,
      set: (r: ErrorRecord, v: ErrorDetails | null) => {
        r.errorDetails = v;
      },
    },
    'prop InvocationInfo InvocationInfo get': (r: ErrorRecord) => r.invocationInfo,
    'prop ScriptStackTrace string get': (r: ErrorRecord) => r.scriptStackTrace,
    'prop PipelineIterationInfo ReadOnlyCollection<int> get': (r: ErrorRecord) =>
      new ReadOnlyCollection({ items: r.pipelineIterationInfo }),
    'ToString() string': (r: ErrorRecord) => r.errorDetails?.message || r.exception.message,
  },
});

/** ErrorRecord and its parts. */
export const errorRecordTypes: readonly TypeSpec[] = [
  defineEnum('System.Management.Automation.ErrorCategory', errorCategories.join(' ')),
  record,
  defineType({
    name: 'System.Management.Automation.Runspaces.RemotingErrorRecord',
    base: 'System.Management.Automation.ErrorRecord',
    members: { 'prop OriginInfo object get': (r: ErrorRecord) => r.originInfo ?? null },
  }),
  info,
  details,
];
