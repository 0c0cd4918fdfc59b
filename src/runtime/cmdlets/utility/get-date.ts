import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { formatDateTime } from '../../text/date-time-format.ts';
import { dateTimeFormatOf } from '../../text/date-time-format-info.ts';
import { dateEnvironmentOf, zoneOf } from '../../types/engine-zone.ts';
import { DateTime } from '../../values/date-time.ts';
import { ensureNotes } from '../../values/ps-object.ts';
import { localNow, toLocalTime, toUniversalTime } from '../../values/time-zone.ts';
import { formatUnixDate } from './unix-date-format.ts';

const part = (min: number, max: number, help: string) =>
  parameter(type.int, { validate: [{ kind: 'range', min, max }], help });

/** Names that `-Format` takes besides format strings, in file-safe forms. */
const namedFormats: Readonly<Record<string, string>> = {
  filedate: 'yyyyMMdd',
  filedateuniversal: 'yyyyMMdd\\Z',
  filedatetime: 'yyyyMMdd\\THHmmssffff',
  filedatetimeuniversal: 'yyyyMMdd\\THHmmssffff\\Z',
};

interface DateParts {
  readonly Year?: number | undefined;
  readonly Month?: number | undefined;
  readonly Day?: number | undefined;
  readonly Hour?: number | undefined;
  readonly Minute?: number | undefined;
  readonly Second?: number | undefined;
  readonly Millisecond?: number | undefined;
}

/** The time with the parts that were given in place of its own. */
function withParts(time: DateTime, parts: DateParts): DateTime {
  let result = time;
  if (parts.Year !== undefined) result = result.addYears(parts.Year - result.year);
  if (parts.Month !== undefined) result = result.addMonths(parts.Month - result.month);
  if (parts.Day !== undefined) result = result.addDays(parts.Day - result.dayOfMonth);
  if (parts.Hour !== undefined) result = result.addHours(parts.Hour - result.hour);
  if (parts.Minute !== undefined) result = result.addMinutes(parts.Minute - result.minute);
  if (parts.Second !== undefined) result = result.addSeconds(parts.Second - result.second);
  if (parts.Millisecond !== undefined) {
    const rest = result.tickOfDay % 10_000_000;
    result = result.addTicks(BigInt(parts.Millisecond * 10_000 - rest));
  }
  return result;
}

function formatted(ctx: CmdletContext, time: DateTime, format: string): string {
  const zone = zoneOf(ctx.engine);
  const named = namedFormats[format.toLowerCase()];
  const shown = named !== undefined && /universal$/i.test(format) ? toUniversalTime(time, zone) : time;
  return formatDateTime(shown, named ?? format, dateTimeFormatOf(ctx.engine.culture), zone);
}

/** Get-Date: the time now, or a given one, as a DateTime or as text. */
export const getDate = defineCmdlet({
  name: 'Get-Date',
  synopsis: 'Gets the current time or a given one, also as text.',
  defaultParameterSet: 'DateAndFormat',
  outputs: ['System.String', 'System.DateTime'],
  effects: ['none'],
  parameters: {
    Date: parameter(type.named<DateTime>('System.DateTime'), {
      aliases: ['LastWriteTime'],
      sets: { DateAndFormat: { position: 0, pipeline: 'both' }, DateAndUFormat: { position: 0, pipeline: 'both' } },
      help: 'The time; now if left out.',
    }),
    UnixTimeSeconds: parameter(type.long, {
      aliases: ['UnixTime'],
      sets: { UnixTimeSecondsAndFormat: { mandatory: true }, UnixTimeSecondsAndUFormat: { mandatory: true } },
      validate: [{ kind: 'range', min: -62135596800n, max: 253402300799n }],
      help: 'The time in seconds since 1970.',
    }),
    Year: part(1, 9999, 'The year.'),
    Month: part(1, 12, 'The month.'),
    Day: part(1, 31, 'The day.'),
    Hour: part(0, 23, 'The hour.'),
    Minute: part(0, 59, 'The minute.'),
    Second: part(0, 59, 'The second.'),
    Millisecond: part(0, 999, 'The millisecond.'),
    DisplayHint: parameter(type.enumOf<'Date' | 'Time' | 'DateTime'>('Microsoft.PowerShell.Commands.DisplayHintType'), {
      help: 'What of it is shown.',
    }),
    UFormat: parameter(type.string, {
      sets: { DateAndUFormat: { mandatory: true }, UnixTimeSecondsAndUFormat: { mandatory: true } },
      help: 'A format of the Unix date command.',
    }),
    Format: parameter(type.string, {
      set: ['DateAndFormat', 'UnixTimeSecondsAndFormat'],
      help: 'A .NET format, or FileDate, FileDateTime and their Universal forms.',
    }),
    AsUTC: parameter(type.switch, { help: 'Converts to UTC.' }),
  },
  examples: [{ title: 'A date of 2024', code: "Get-Date -Date '2024-02-29' -Format yyyy/MM/dd", output: '2024/02/29' }],
  invoke: (ctx) => ({
    process(args) {
      const { engine } = ctx;
      const zone = zoneOf(engine);
      const unix = args.UnixTimeSeconds;
      const start =
        unix !== undefined
          ? toLocalTime(DateTime.unixEpoch.addTicks(unix * 10_000_000n), zone)
          : (args.Date ?? localNow(dateEnvironmentOf(engine)));
      let time = withParts(start, args);
      if (args.AsUTC) time = toUniversalTime(time, zone);
      if (args.UFormat !== undefined)
        return ctx.write(formatUnixDate(time, args.UFormat, dateTimeFormatOf(engine.culture), zone));
      if (args.Format !== undefined) return ctx.write(formatted(ctx, time, args.Format));
      const object = time === args.Date ? new DateTime(time.day, time.tickOfDay, time.kind) : time;
      if (args.DisplayHint !== undefined) ensureNotes(object).properties.set('DisplayHint', args.DisplayHint);
      return ctx.write(object);
    },
  }),
});
