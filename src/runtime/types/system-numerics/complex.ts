import type { EngineContext } from '../../engine.ts';
import type { BigInteger } from '../../values/big-integer.ts';
import type { Decimal } from '../../values/decimal.ts';
import { decimalToDouble } from '../../values/decimal-conversion.ts';
import { toDouble } from '../../values/double.ts';
import { NetObject } from '../../values/net-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { defineType, type MemberTable } from '../define-type.ts';
import { cultureName } from '../format-provider.ts';
import { rawOf } from '../system/number-members.ts';
import { typeSystemOf } from '../type-system.ts';

/** System.Numerics.Complex */
export class Complex extends NetObject {
  readonly real: number;
  readonly imaginary: number;

  constructor(real: number, imaginary: number) {
    super();
    this.real = real;
    this.imaginary = imaginary;
  }

  equalityText(): string {
    return `complex ${this.real} ${this.imaginary}`;
  }
}

const of = (real: number, imaginary = 0): Complex => new Complex(real, imaginary);
const size = (z: Complex): number => Math.hypot(z.real, z.imaginary);
const angle = (z: Complex): number => Math.atan2(z.imaginary, z.real);
const polar = (radius: number, phase: number): Complex => of(radius * Math.cos(phase), radius * Math.sin(phase));

const add = (a: Complex, b: Complex): Complex => of(a.real + b.real, a.imaginary + b.imaginary);
const subtract = (a: Complex, b: Complex): Complex => of(a.real - b.real, a.imaginary - b.imaginary);
const negate = (z: Complex): Complex => of(-z.real, -z.imaginary);

function multiply(a: Complex, b: Complex): Complex {
  return of(a.real * b.real - a.imaginary * b.imaginary, a.imaginary * b.real + a.real * b.imaginary);
}

/** Smith's way, which does not overflow early. */
function divide(x: Complex, y: Complex): Complex {
  const [a, b, c, d] = [x.real, x.imaginary, y.real, y.imaginary];
  if (Math.abs(d) < Math.abs(c)) {
    const q = d / c;
    return of((a + b * q) / (c + d * q), (b - a * q) / (c + d * q));
  }
  const q = c / d;
  return of((b + a * q) / (d + c * q), (-a + b * q) / (d + c * q));
}

function exp(z: Complex): Complex {
  return polar(Math.exp(z.real), z.imaginary);
}

function log(z: Complex): Complex {
  return of(Math.log(size(z)), angle(z));
}

function sqrt(z: Complex): Complex {
  if (z.imaginary === 0) return z.real < 0 ? of(0, Math.sqrt(-z.real)) : of(Math.sqrt(z.real), 0);
  const r = size(z);
  const real = Math.sqrt((r + Math.abs(z.real)) / 2);
  const other = Math.abs(z.imaginary) / (2 * real);
  const sign = z.imaginary < 0 ? -1 : 1;
  return z.real >= 0 ? of(real, sign * other) : of(other, sign * real);
}

function pow(z: Complex, power: Complex): Complex {
  if (power.real === 0 && power.imaginary === 0) return of(1);
  if (z.real === 0 && z.imaginary === 0) return of(0);
  const rho = size(z);
  const theta = angle(z);
  const phase = power.real * theta + power.imaginary * Math.log(rho);
  return polar(rho ** power.real * Math.exp(-power.imaginary * theta), phase);
}

const functions: Readonly<Record<string, (z: Complex) => Complex>> = {
  Conjugate: (z) => of(z.real, -z.imaginary),
  Cos: (z) => of(Math.cos(z.real) * Math.cosh(z.imaginary), -(Math.sin(z.real) * Math.sinh(z.imaginary))),
  Cosh: (z) => of(Math.cosh(z.real) * Math.cos(z.imaginary), Math.sinh(z.real) * Math.sin(z.imaginary)),
  Exp: exp,
  Log: log,
  Log10: (z) => of(log(z).real * Math.LOG10E, log(z).imaginary * Math.LOG10E),
  Negate: negate,
  Reciprocal: (z) => (z.real === 0 && z.imaginary === 0 ? of(0) : divide(of(1), z)),
  Sin: (z) => of(Math.sin(z.real) * Math.cosh(z.imaginary), Math.cos(z.real) * Math.sinh(z.imaginary)),
  Sinh: (z) => of(Math.sinh(z.real) * Math.cos(z.imaginary), Math.cosh(z.real) * Math.sin(z.imaginary)),
  Sqrt: sqrt,
};

const pairs: Readonly<Record<string, (a: Complex, b: Complex) => Complex>> = {
  Add: add,
  Subtract: subtract,
  Multiply: multiply,
  Divide: divide,
};
const operators: Readonly<Record<string, string>> = {
  Add: 'op_Addition',
  Subtract: 'op_Subtraction',
  Multiply: 'op_Multiply',
  Divide: 'op_Division',
};

function calculations(): MemberTable {
  const table: Record<string, MemberTable[string]> = {};
  for (const [name, run] of Object.entries(functions)) table[`static ${name}(Complex value) Complex`] = run;
  for (const [name, run] of Object.entries(pairs)) {
    for (const method of [name, operators[name] ?? name]) {
      table[`static ${method}(Complex left, Complex right) Complex`] = run;
      table[`static ${method}(Complex left, double right) Complex`] = (a: Complex, b: number) => run(a, of(b));
      table[`static ${method}(double left, Complex right) Complex`] = (a: number, b: Complex) => run(of(a), b);
    }
  }
  return table;
}

function text(engine: EngineContext, z: Complex, format: string | null, provider: PSValue): string {
  const types = typeSystemOf(engine);
  const culture = cultureName(engine, provider);
  return `<${types.netText(toDouble(z.real), format, culture)}; ${types.netText(toDouble(z.imaginary), format, culture)}>`;
}

const fromNumber = (value: PSValue): Complex => of(Number(rawOf(value)));

/** System.Numerics.Complex */
export const complexType = defineType({
  name: 'System.Numerics.Complex',
  kind: 'struct',
  jsClass: Complex,
  interfaces: 'IEquatable<Complex>, IFormattable, ISpanFormattable',
  defaultValue: () => of(0),
  assembly: 'System.Runtime.Numerics',
  members: {
    'new(double real, double imaginary)': of,
    'prop Real double get': (z: Complex) => z.real,
    'prop Imaginary double get': (z: Complex) => z.imaginary,
    'prop Magnitude double get': size,
    'prop Phase double get': angle,
    'static field ImaginaryOne Complex': () => of(0, 1),
    'static field Infinity Complex': () => of(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY),
    'static field NaN Complex': () => of(Number.NaN, Number.NaN),
    'static field One Complex': () => of(1),
    'static field Zero Complex': () => of(0),
    'static Abs(Complex value) double': size,
    ...calculations(),
    'Equals(Complex value) bool': (a: Complex, b: Complex) => a.equalityText() === b.equalityText(),
    'Equals(object obj) bool': (a: Complex, b) => b instanceof Complex && a.equalityText() === b.equalityText(),
    'static FromPolarCoordinates(double magnitude, double phase) Complex': polar,
    'static IsNaN(Complex value) bool': (z: Complex) => Number.isNaN(z.real) || Number.isNaN(z.imaginary),
    'static Log(Complex value, double baseValue) Complex': (z: Complex, base: number) =>
      divide(log(z), of(Math.log(base))),
    'static Pow(Complex value, Complex power) Complex': pow,
    'static Pow(Complex value, double power) Complex': (z: Complex, power: number) => pow(z, of(power)),
    'ToString() string'(z: Complex) {
      return text(this, z, null, null);
    },
    'ToString(string format) string'(z: Complex, format: string | null) {
      return text(this, z, format, null);
    },
    'ToString(IFormatProvider provider) string'(z: Complex, provider) {
      return text(this, z, null, provider);
    },
    'ToString(string format, IFormatProvider provider) string'(z: Complex, format: string | null, provider) {
      return text(this, z, format, provider);
    },
    'static op_UnaryNegation(Complex value) Complex': negate,
  },
  casts: {
    'implicit int -> Complex': fromNumber,
    'implicit long -> Complex': fromNumber,
    'implicit double -> Complex': fromNumber,
    'explicit decimal -> Complex': (value: Decimal) => of(decimalToDouble(value)),
    'explicit BigInteger -> Complex': (value: BigInteger) => of(Number(value.value)),
  },
});
