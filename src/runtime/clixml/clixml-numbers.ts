// Numbers as XmlConvert writes them: invariant, shortest digits that read back to the same value, scientific once the
// exponent passes what 17 (double) or 9 (single) digits can show.

/** Text of a Double in CLIXML (`Db`). */
export function doubleText(value: number): string {
  return special(value) ?? fromExponential(value.toExponential(), 17);
}

/** Text of a Single in CLIXML (`Sg`). */
export function singleText(value: number): string {
  const known = special(value);
  if (known !== undefined) return known;
  for (let precision = 1; precision < 9; precision++) {
    const text = value.toExponential(precision - 1);
    if (Math.fround(Number(text)) === value) return fromExponential(text, 9);
  }
  return fromExponential(value.toExponential(8), 9);
}

/** Reads a floating-point number; undefined when it is none. */
export function parseFloating(text: string): number | undefined {
  const trimmed = text.trim();
  if (trimmed === 'INF') return Number.POSITIVE_INFINITY;
  if (trimmed === '-INF') return Number.NEGATIVE_INFINITY;
  if (trimmed === 'NaN') return Number.NaN;
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(trimmed) ? Number(trimmed) : undefined;
}

function special(value: number): string | undefined {
  if (Number.isNaN(value)) return 'NaN';
  if (value === Number.POSITIVE_INFINITY) return 'INF';
  if (value === Number.NEGATIVE_INFINITY) return '-INF';
  return value === 0 ? (Object.is(value, -0) ? '-0' : '0') : undefined;
}

function fromExponential(text: string, digits: number): string {
  const [mantissa = '', power = '0'] = text.split('e');
  const exponent = Number(power);
  const sign = mantissa.startsWith('-') ? '-' : '';
  const number = mantissa.replace(/[-.]/g, '').replace(/0+$/, '');
  const position = exponent + 1;
  if (position > Math.max(number.length, digits) || position < -3) {
    const fraction = number.length > 1 ? `.${number.slice(1)}` : '';
    const size = String(Math.abs(exponent)).padStart(2, '0');
    return `${sign}${number.charAt(0)}${fraction}E${exponent < 0 ? '-' : '+'}${size}`;
  }
  if (position <= 0) return `${sign}0.${'0'.repeat(-position)}${number}`;
  if (position >= number.length) return sign + number.padEnd(position, '0');
  return `${sign}${number.slice(0, position)}.${number.slice(position)}`;
}
