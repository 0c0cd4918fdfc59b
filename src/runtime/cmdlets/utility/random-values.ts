import type { CmdletContext, CmdletProcessor } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { isNumeric, toNumber } from '../../conversion/to-number.ts';
import { typeSystemOf } from '../../types/type-system.ts';
import { Double, toDouble } from '../../values/double.ts';
import { NumberKind } from '../../values/number-kinds.ts';
import { toJsNumber } from '../../values/number-parts.ts';
import { baseOf } from '../../values/ps-object.ts';
import type { PSValue } from '../../values/ps-value.ts';

const largestInt = 2147483647;

function bound(ctx: CmdletContext, value: PSValue): PSValue {
  const base = baseOf(value);
  if (typeof base === 'string')
    return typeSystemOf(ctx.engine).toText(base) === ''
      ? 0
      : (toNumber(base, base.includes('.') ? NumberKind.Double : NumberKind.Int32) ?? 0);
  return base;
}

const isWhole = (value: PSValue) => typeof value === 'bigint' || (typeof value === 'number' && (value | 0) === value);

function between(ctx: CmdletContext, minimum: PSValue, maximum: PSValue, next: () => number): PSValue {
  const low = minimum === undefined ? 0 : bound(ctx, minimum);
  const high =
    maximum === undefined ? (typeof low === 'bigint' ? 9223372036854775807n : largestInt) : bound(ctx, maximum);
  const isDouble = [low, high].some(
    (one) => one instanceof Double || (typeof one === 'number' && !isWhole(one)) || (isNumeric(one) && !isWhole(one)),
  );
  const a = toJsNumber(low as never);
  const b = toJsNumber(high as never);
  if (!(a < b))
    ctx.throwTerminating({
      id: 'MinGreaterThanOrEqualMax',
      category: 'InvalidArgument',
      exceptionType: 'System.ArgumentException',
      message: `The minimum ${a} must be less than the maximum ${b}.`,
      target: null,
    });
  const value = a + next() * (b - a);
  if (isDouble) return toDouble(value);
  if (typeof low === 'bigint' || typeof high === 'bigint') return BigInt(Math.floor(value));
  return Math.floor(value);
}

/** Parameters that Get-Random and Get-SecureRandom share. */
export const randomParameters = {
  Maximum: parameter(type.object, {
    sets: { RandomNumberParameterSet: { position: 0 } },
    help: 'All numbers are below it.',
  }),
  Minimum: parameter(type.object, { set: 'RandomNumberParameterSet', help: 'No number is below it.' }),
  InputObject: parameter(type.objects, {
    sets: {
      RandomListItemParameterSet: { mandatory: true, position: 0, pipeline: 'value' },
      ShuffleParameterSet: { mandatory: true, position: 0, pipeline: 'value' },
    },
    allowNull: true,
    help: 'What to pick from.',
  }),
  Count: parameter(type.int, {
    set: ['RandomNumberParameterSet', 'RandomListItemParameterSet'],
    validate: [{ kind: 'range', min: 1, max: largestInt }],
    help: 'How many.',
  }),
  Shuffle: parameter(type.switch, {
    sets: { ShuffleParameterSet: { mandatory: true } },
    help: 'All elements, in random order.',
  }),
} as const;

/** The process and end steps of both commands; `next` gives doubles in [0, 1). */
export function randomSteps(
  ctx: CmdletContext,
  next: () => number,
): Required<Pick<CmdletProcessor<typeof randomParameters>, 'process' | 'end'>> {
  const items: PSValue[] = [];
  return {
    *process(args) {
      if (ctx.parameterSetName !== 'RandomNumberParameterSet') {
        items.push(...(args.InputObject ?? []));
        return;
      }
      for (let i = 0; i < (args.Count ?? 1); i++) yield between(ctx, args.Minimum, args.Maximum, next);
    },
    *end(args) {
      const shuffle = ctx.parameterSetName === 'ShuffleParameterSet';
      const wanted = shuffle ? items.length : Math.min(args.Count ?? 1, items.length);
      for (let i = 0; i < wanted; i++) {
        const at = i + Math.floor(next() * (items.length - i));
        const picked = items[at];
        items[at] = items[i];
        yield picked ?? null;
      }
    },
  };
}
