import type { EngineContext } from '../engine.ts';
import { errorCategories } from '../errors/error-category.ts';
import type { ErrorRecord } from '../errors/error-record.ts';
import type { InformationalRecord } from '../pipeline/records.ts';
import { typeOf } from '../types/type-of.ts';
import { typeSystemOf } from '../types/type-system.ts';
import type { PSValue } from '../values/ps-value.ts';
import type { PropertyReader } from './object-inspector.ts';

/** The parts of a record's CategoryInfo, derived where the record does not set them (System.Management.Automation.ErrorCategoryInfo). */
export interface CategoryParts {
  readonly category: number;
  readonly activity: string;
  readonly reason: string;
  readonly targetName: string;
  readonly targetType: string;
  /** `GetMessage()`: the line a console shows for the category. */
  readonly message: string;
}

const MAX_SHOWN = 40;

/** What a record's category says, as text. */
export function categoryParts(engine: EngineContext, record: ErrorRecord): CategoryParts {
  const target = record.targetObject;
  const hasTarget = target !== null && target !== undefined;
  const reason = record.reason ?? shortName(record.exception.netType?.fullName ?? record.exception.typeName);
  const targetName = record.targetName ?? (hasTarget ? quietText(engine, target) : '');
  const targetType = record.targetType ?? (hasTarget ? typeOf(target).name : '');
  const { activity, category } = record;
  const shown = [targetName, targetType, activity, reason].map(shortened);
  return {
    category: errorCategories.indexOf(category),
    activity,
    reason,
    targetName,
    targetType,
    message: `${category}: (${shown[0]}:${shown[1]}) [${shown[2]}], ${shown[3]}`,
  };
}

function quietText(engine: EngineContext, value: PSValue): string {
  try {
    return typeSystemOf(engine).netText(value);
  } catch {
    return '';
  }
}

function shortName(typeName: string): string {
  return typeName.slice(typeName.lastIndexOf('.') + 1);
}

/** Long parts lose their middle. */
function shortened(text: string): string {
  if (text.length <= MAX_SHOWN) return text;
  const tail = Math.floor((MAX_SHOWN - 3) / 2);
  return `${text.slice(0, MAX_SHOWN - 3 - tail)}...${text.slice(text.length - tail)}`;
}

function note(name: string, value: PSValue): PropertyReader {
  return { name, read: () => value, isInstance: true };
}

/** How an error record is serialized where it is a value among others (MS-PSRP 2.2.3.15). */
export function errorRecordReaders(engine: EngineContext, record: ErrorRecord): readonly PropertyReader[] {
  const parts = categoryParts(engine, record);
  const { errorDetails, scriptStackTrace } = record;
  return [
    note('Exception', record.exception),
    note('TargetObject', record.targetObject),
    note('FullyQualifiedErrorId', record.fullyQualifiedErrorId),
    note('InvocationInfo', record.invocationInfo),
    note('ErrorCategory_Category', parts.category),
    note('ErrorCategory_Activity', parts.activity),
    note('ErrorCategory_Reason', parts.reason),
    note('ErrorCategory_TargetName', parts.targetName),
    note('ErrorCategory_TargetType', parts.targetType),
    note('ErrorCategory_Message', parts.message),
    ...(errorDetails
      ? [
          note('ErrorDetails_Message', errorDetails.message),
          note('ErrorDetails_RecommendedAction', errorDetails.recommendedAction),
        ]
      : []),
    note('SerializeExtendedInfo', false),
    ...(scriptStackTrace ? [note('ErrorDetails_ScriptStackTrace', scriptStackTrace)] : []),
  ];
}

/** How a warning, verbose or debug record is serialized as a value (MS-PSRP 2.2.3.16). */
export function informationalRecordReaders(record: InformationalRecord): readonly PropertyReader[] {
  return [
    note('InformationalRecord_Message', record.message),
    note('InformationalRecord_SerializeInvocationInfo', false),
  ];
}
