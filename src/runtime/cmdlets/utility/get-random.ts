import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { randomParameters, randomSteps } from './random-values.ts';
import { SeededRandom } from './seeded-random.ts';

const seeded = new WeakMap<object, SeededRandom>();

/** Doubles in [0, 1): from the seed that was set in this session, else from the engine. */
function next(ctx: CmdletContext): number {
  return seeded.get(ctx.engine)?.next() ?? ctx.engine.random.next();
}

/** Get-Random: random numbers, or random elements of a collection. */
export const getRandom = defineCmdlet({
  name: 'Get-Random',
  synopsis: 'Gets random numbers, or picks elements at random.',
  defaultParameterSet: 'RandomNumberParameterSet',
  outputs: ['System.Int32', 'System.Int64', 'System.Double'],
  effects: ['none'],
  parameters: {
    SetSeed: parameter(type.named<number>('System.Nullable[System.Int32]'), {
      validate: [{ kind: 'notNull' }],
      help: 'Begins a sequence that repeats for the same seed.',
    }),
    ...randomParameters,
  },
  invoke: (ctx) => ({
    begin(args) {
      if (args.SetSeed !== undefined) seeded.set(ctx.engine, new SeededRandom(args.SetSeed));
    },
    ...randomSteps(ctx, () => next(ctx)),
  }),
});
