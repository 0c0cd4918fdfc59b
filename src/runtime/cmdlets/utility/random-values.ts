import type { CmdletContext, CmdletProcessor } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { textToAnyNumber } from '../../conversion/text-to-number.ts';
import { toNumber } from '../../conversion/to-number.ts';
import { typeOf } from '../../types/type-of.ts';
import { toDouble } from '../../values/double.ts';
import { NumberKind } from '../../values/number-kinds.ts';
import { toJsNumber } from '../../values/number-parts.ts';
import { baseOf } from '../../values/ps-object.ts';
import type { PSValue } from '../../values/ps-value.ts';

const largestInt = 2147483647;
const largestLong = 9223372036854775807n;

const isInt = (value: PSValue): value is number => typeof value === 'number' && (value | 0) === value;
const isWhole = (value: PSValue): value is number | bigint => typeof value === 'bigint' || isInt(value);

/** A bound as a number of its own type; undefined where none was given or it is null. */
function bound(value: PSValue): PSValue | undefined {
  const base = baseOf(value);
  if (base === null || base === undefined) return undefined;
  return typeof base === 'string' ? textToAnyNumber(base, NumberKind.Int32) : base;
}

function asDouble(ctx: CmdletContext, value: PSValue): number {
  const number = toNumber(value, NumberKind.Double);
  if (number !== undefined) return toJsNumber(number);
  return ctx.throwTerminating({
    id: 'InvalidCastFromAnyTypeToDouble',
    category: 'InvalidArgument',
    exceptionType: 'System.Management.Automation.PSInvalidCastException',
    message: `${typeOf(value).toString()} cannot be a bound: a number is needed.`,
  });
}

function checkOrder(ctx: CmdletContext, low: number | bigint, high: number | bigint): void {
  if (low < high) return;
  ctx.throwTerminating({
    id: 'MinGreaterThanOrEqualMax',
    category: 'InvalidArgument',
    exceptionType: 'System.ArgumentException',
    message: `The minimum ${low} must be less than the maximum ${high}.`,
    target: null,
  });
}

/** Int32 where both bounds are, Int64 where both are whole, else Double. */
function between(ctx: CmdletContext, minimum: PSValue, maximum: PSValue, next: () => number): PSValue {
  const low = bound(minimum) ?? 0;
  const given = bound(maximum);
  const high = given ?? (isInt(low) ? largestInt : isWhole(low) ? largestLong : Number.MAX_VALUE);
  if (isInt(low) && isInt(high)) {
    checkOrder(ctx, low, high);
    return Math.floor(low + next() * (high - low));
  }
  if (isWhole(low) && isWhole(high)) {
    checkOrder(ctx, low, high);
    const from = BigInt(low);
    return from + (((BigInt(high) - from) * BigInt(Math.floor(next() * 2 ** 53))) >> 53n);
  }
  const from = asDouble(ctx, low);
  const to = asDouble(ctx, high);
  checkOrder(ctx, from, to);
  const at = next();
  // Not from + at * (to - from): the difference of very large bounds is infinite.
  return toDouble(from * (1 - at) + to * at);
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
      const maximum = baseOf(args.Maximum);
      if (ctx.parameterSetName !== 'RandomNumberParameterSet') items.push(...(args.InputObject ?? []));
      // By position a list is what to pick from.
      else if (Array.isArray(maximum)) items.push(...maximum);
      if (items.length > 0 || ctx.parameterSetName !== 'RandomNumberParameterSet') return;
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
