import type { ConstantValue } from './node.ts';

/** The digits of a number without suffix and multiplier; decimals keep their scale. */
export function constantText(constant: ConstantValue): string {
  if (constant.type !== 'decimal') return Object.is(constant.value, -0) ? '-0' : String(constant.value);
  const { mantissa, scale } = constant.value;
  const sign = mantissa < 0n ? '-' : '';
  const digits = String(mantissa < 0n ? -mantissa : mantissa).padStart(scale + 1, '0');
  return scale === 0 ? sign + digits : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}
