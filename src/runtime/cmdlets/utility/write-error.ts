import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';
import type { ErrorCategory } from '../../errors/error-category.ts';
import { ErrorRecord } from '../../errors/error-record.ts';
import { NetException } from '../../errors/net-exception.ts';
import type { Eventually, PSValue } from '../../values/ps-value.ts';

const own = ['NoException', 'WithException'];
/** Class of the exception for a message alone, and the id where none is given. */
const messageException = 'Microsoft.PowerShell.Commands.WriteErrorException';

interface WriteErrorArguments {
  readonly Exception?: NetException | undefined;
  readonly Message?: string | undefined;
  readonly ErrorRecord?: ErrorRecord | undefined;
  readonly Category?: ErrorCategory | undefined;
  readonly ErrorId?: string | undefined;
  readonly TargetObject?: PSValue;
  readonly RecommendedAction?: string | undefined;
  readonly CategoryActivity?: string | undefined;
  readonly CategoryReason?: string | undefined;
  readonly CategoryTargetName?: string | undefined;
  readonly CategoryTargetType?: string | undefined;
}

function recordOf(args: WriteErrorArguments): ErrorRecord {
  if (args.ErrorRecord) return copyOf(args.ErrorRecord);
  const exception = args.Exception ?? new NetException(messageException, args.Message ?? '');
  const record = new ErrorRecord(
    exception,
    args.ErrorId || exception.typeName,
    args.Category ?? 'NotSpecified',
    args.TargetObject ?? null,
  );
  if (args.Exception && args.Message) record.errorDetails = { message: args.Message, recommendedAction: '' };
  return record;
}

/** A record written again is a new one with the same content, so that its origin is this call. */
function copyOf(given: ErrorRecord): ErrorRecord {
  const copy = new ErrorRecord(given.exception, given.fullyQualifiedErrorId, given.category, given.targetObject);
  copy.activity = given.activity;
  copy.reason = given.reason;
  copy.targetName = given.targetName;
  copy.targetType = given.targetType;
  copy.errorDetails = given.errorDetails;
  return copy;
}

function write(ctx: CmdletContext, args: WriteErrorArguments): Eventually<void> {
  const record = recordOf(args);
  if (args.RecommendedAction)
    record.errorDetails = {
      message: record.errorDetails?.message ?? record.exception.message,
      recommendedAction: args.RecommendedAction,
    };
  if (args.CategoryActivity) record.activity = args.CategoryActivity;
  if (args.CategoryReason) record.reason = args.CategoryReason;
  if (args.CategoryTargetName) record.targetName = args.CategoryTargetName;
  if (args.CategoryTargetType) record.targetType = args.CategoryTargetType;
  return ctx.writeCallerError ? ctx.writeCallerError(record) : ctx.writeError(record);
}

/** Write-Error: reports a non-terminating error in the name of its caller. */
export const writeError = defineCmdlet({
  name: 'Write-Error',
  synopsis: 'Reports a non-terminating error.',
  defaultParameterSet: 'NoException',
  effects: ['none'],
  parameters: {
    Exception: parameter(type.named<NetException>('System.Exception'), {
      sets: { WithException: { mandatory: true, position: 0 } },
      help: 'The exception of the error.',
    }),
    Message: parameter(type.string, {
      aliases: ['Msg'],
      sets: { NoException: { mandatory: true, position: 0, pipeline: 'value' }, WithException: {} },
      allowNull: true,
      allowEmptyString: true,
      help: 'The text of the error.',
    }),
    ErrorRecord: parameter(type.named<ErrorRecord>('System.Management.Automation.ErrorRecord'), {
      sets: { ErrorRecord: { mandatory: true, position: 0 } },
      help: 'A record to report again.',
    }),
    Category: parameter(type.enumOf<ErrorCategory>('System.Management.Automation.ErrorCategory'), {
      set: own,
      help: 'The kind of trouble.',
    }),
    ErrorId: parameter(type.string, { set: own, help: 'The id of the error.' }),
    TargetObject: parameter(type.object, { set: own, help: 'What was being worked on.' }),
    RecommendedAction: parameter(type.string, { help: 'What the reader can do.' }),
    CategoryActivity: parameter(type.string, { aliases: ['Activity'], help: 'What was being done.' }),
    CategoryReason: parameter(type.string, { aliases: ['Reason'], help: 'Why it failed.' }),
    CategoryTargetName: parameter(type.string, { aliases: ['TargetName'], help: 'Name of the target.' }),
    CategoryTargetType: parameter(type.string, { aliases: ['TargetType'], help: 'Type of the target.' }),
  },
  invoke: (ctx) => ({ process: (args) => write(ctx, args) }),
});
