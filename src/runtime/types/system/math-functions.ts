import type { RoundingMode } from '../../values/decimal-arithmetic.ts';
import type { EnumValue } from '../../values/enum-value.ts';
import { outOfRange } from '../net-error.ts';

/** Functions of one number that Math and Double both have. */
export const functionsOfOne: Readonly<Record<string, (x: number) => number>> = {
  Acos: Math.acos,
  Acosh: Math.acosh,
  Asin: Math.asin,
  Asinh: Math.asinh,
  Atan: Math.atan,
  Atanh: Math.atanh,
  Cbrt: Math.cbrt,
  Ceiling: Math.ceil,
  Cos: Math.cos,
  Cosh: Math.cosh,
  Exp: Math.exp,
  Floor: Math.floor,
  Log: Math.log,
  Log10: Math.log10,
  Log2: Math.log2,
  Sin: Math.sin,
  Sinh: Math.sinh,
  Sqrt: Math.sqrt,
  Tan: Math.tan,
  Tanh: Math.tanh,
  Truncate: Math.trunc,
};

const modes: readonly RoundingMode[] = ['ToEven', 'AwayFromZero', 'ToZero', 'ToNegativeInfinity', 'ToPositiveInfinity'];

/** The mode a MidpointRounding value stands for. */
export function roundingOf(mode: EnumValue): RoundingMode {
  return modes[Number(mode.value)] ?? 'ToEven';
}

const wholes: Readonly<Record<RoundingMode, (x: number) => number>> = {
  ToEven: (x) => {
    const floor = Math.floor(x);
    const rest = x - floor;
    if (rest < 0.5) return keepSign(floor, x);
    if (rest > 0.5) return keepSign(floor + 1, x);
    return keepSign(floor % 2 === 0 ? floor : floor + 1, x);
  },
  AwayFromZero: (x) => {
    const size = Math.abs(x);
    const whole = Math.trunc(size);
    return (size - whole >= 0.5 ? whole + 1 : whole) * (x < 0 ? -1 : 1);
  },
  ToZero: Math.trunc,
  ToNegativeInfinity: Math.floor,
  ToPositiveInfinity: Math.ceil,
};

function keepSign(result: number, x: number): number {
  return result === 0 && x < 0 ? -0 : result;
}

/** `Math.Round`: scales by a power of ten, rounds, scales back, as .NET does. */
export function roundTo(x: number, digits: number, mode: RoundingMode): number {
  if (digits < 0 || digits > 15) throw outOfRange('digits', 'Digits must be between 0 and 15.');
  const round = wholes[mode];
  if (digits === 0) return round(x);
  if (Math.abs(x) >= 1e16) return x;
  const power = 10 ** digits;
  return round(x * power) / power;
}
