import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';
import type { TimeSpan } from '../../values/time-span.ts';

/** Start-Sleep: waits. Ctrl+C ends the wait. */
export const startSleep = defineCmdlet({
  name: 'Start-Sleep',
  synopsis: 'Waits for some time.',
  defaultParameterSet: 'Seconds',
  effects: ['none'],
  parameters: {
    Seconds: parameter(type.double, {
      sets: { Seconds: { mandatory: true, position: 0, pipeline: 'both' } },
      validate: [{ kind: 'range', min: 0, max: 2147483 }],
      help: 'Seconds, fractions allowed.',
    }),
    Milliseconds: parameter(type.int, {
      aliases: ['ms'],
      sets: { Milliseconds: { mandatory: true, pipeline: 'property' } },
      validate: [{ kind: 'range', min: 0, max: 2147483647 }],
      help: 'Milliseconds.',
    }),
    Duration: parameter(type.named<TimeSpan>('System.TimeSpan'), {
      aliases: ['ts'],
      sets: { FromTimeSpan: { mandatory: true, position: 0, pipeline: 'both' } },
      help: 'A time span.',
    }),
  },
  invoke: (ctx) => ({
    process(args) {
      const milliseconds =
        args.Milliseconds ?? (args.Duration ? Number(args.Duration.ticks / 10_000n) : (args.Seconds ?? 0) * 1000);
      return milliseconds > 0 ? ctx.engine.clock.sleep(milliseconds, ctx.whenStopping) : undefined;
    },
  }),
});
