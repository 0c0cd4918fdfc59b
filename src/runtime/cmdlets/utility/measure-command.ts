import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { nullSink } from '../../pipeline/sink.ts';
import { andThen } from '../../values/ps-value.ts';
import { TimeSpan } from '../../values/time-span.ts';

const ticksPerMillisecond = 10_000;

/** Measure-Command: how long a script block takes. */
export const measureCommand = defineCmdlet({
  name: 'Measure-Command',
  synopsis: 'Measures how long a script block takes; its output is dropped.',
  outputs: ['System.TimeSpan'],
  effects: ['none'],
  parameters: {
    InputObject: parameter(type.psobject, { pipeline: 'value', help: 'Objects for $_ in the block.' }),
    Expression: parameter(type.scriptBlock, { mandatory: true, position: 0, help: 'What is measured.' }),
  },
  invoke(ctx) {
    let total = 0;
    return {
      process(args) {
        const { clock } = ctx.engine;
        const started = clock.monotonic();
        const under = ctx.bound.has('InputObject') ? { dollarUnder: args.InputObject ?? null } : {};
        const ran = ctx.engine.invokeBlock(args.Expression, { dotSource: true, output: nullSink, ...under });
        return andThen(ran, () => {
          total += clock.monotonic() - started;
          return undefined;
        });
      },
      end: () => ctx.write(new TimeSpan(BigInt(Math.round(total * ticksPerMillisecond)))),
    };
  },
});
