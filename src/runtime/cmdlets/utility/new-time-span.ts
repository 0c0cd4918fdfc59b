import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { dateEnvironmentOf } from '../../types/engine-zone.ts';
import type { DateTime } from '../../values/date-time.ts';
import { TimeSpan } from '../../values/time-span.ts';
import { localNow } from '../../values/time-zone.ts';

const unit = (help: string) => parameter(type.int, { set: 'Time', help });
const ticks = {
  day: 864_000_000_000n,
  hour: 36_000_000_000n,
  minute: 600_000_000n,
  second: 10_000_000n,
  millisecond: 10_000n,
} as const;

/** New-TimeSpan: a span from units, or between two times. */
export const newTimeSpan = defineCmdlet({
  name: 'New-TimeSpan',
  synopsis: 'Makes a time span, from units or between two times.',
  defaultParameterSet: 'Date',
  outputs: ['System.TimeSpan'],
  effects: ['none'],
  parameters: {
    Start: parameter(type.named<DateTime>('System.DateTime'), {
      aliases: ['LastWriteTime'],
      sets: { Date: { position: 0, pipeline: 'both' } },
      help: 'Where it begins; now if left out.',
    }),
    End: parameter(type.named<DateTime>('System.DateTime'), {
      sets: { Date: { position: 1, pipeline: 'property' } },
      help: 'Where it ends; now if left out.',
    }),
    Days: unit('Days.'),
    Hours: unit('Hours.'),
    Minutes: unit('Minutes.'),
    Seconds: unit('Seconds.'),
    Milliseconds: unit('Milliseconds.'),
  },
  examples: [{ title: 'From units', code: '(New-TimeSpan -Hours 1 -Minutes 30).TotalMinutes', output: '90' }],
  invoke: (ctx) => ({
    process(args) {
      if (ctx.parameterSetName === 'Time') {
        const total =
          BigInt(args.Days ?? 0) * ticks.day +
          BigInt(args.Hours ?? 0) * ticks.hour +
          BigInt(args.Minutes ?? 0) * ticks.minute +
          BigInt(args.Seconds ?? 0) * ticks.second +
          BigInt(args.Milliseconds ?? 0) * ticks.millisecond;
        return ctx.write(new TimeSpan(total));
      }
      const now = localNow(dateEnvironmentOf(ctx.engine));
      return ctx.write((args.End ?? now).since(args.Start ?? now));
    },
  }),
});
