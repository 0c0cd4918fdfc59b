import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { dateEnvironmentOf } from '../../types/engine-zone.ts';
import { TimeSpan } from '../../values/time-span.ts';
import { localNow } from '../../values/time-zone.ts';

/** Get-Uptime: for how long, or since when, the machine has been running. */
export const getUptime = defineCmdlet({
  name: 'Get-Uptime',
  synopsis: 'Gets the time since the machine was started.',
  defaultParameterSet: 'Timespan',
  outputs: ['System.TimeSpan', 'System.DateTime'],
  effects: ['none'],
  parameters: {
    Since: parameter(type.switch, { set: 'Since', help: 'Gives the time of the start instead.' }),
  },
  invoke: (ctx) => ({
    *process({ Since }) {
      const seconds = ctx.engine.platform.upSeconds;
      if (seconds === undefined)
        return ctx.throwTerminating({
          id: 'GetUptimePlatformIsNotSupported',
          category: 'NotImplemented',
          exceptionType: 'System.NotSupportedException',
          message: 'This engine does not know when its machine was started.',
        });
      const span = TimeSpan.fromParts(0, 0, 0, Math.floor(seconds));
      yield Since ? localNow(dateEnvironmentOf(ctx.engine)).subtract(span) : span;
    },
  }),
});
