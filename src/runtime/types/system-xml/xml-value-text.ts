import type { EngineContext } from '../../engine.ts';
import { DateTime } from '../../values/date-time.ts';
import { DateTimeOffset } from '../../values/date-time-offset.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { TimeSpan } from '../../values/time-span.ts';
import { typeSystemOf } from '../type-system.ts';

/** A value as XML schema writes it: what XmlConvert.ToString and XmlWriter.WriteValue give. */
export function xmlValueText(engine: EngineContext, value: PSValue): string {
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (value instanceof DateTime) return typeSystemOf(engine).netText(value, 'yyyy-MM-ddTHH:mm:ss.FFFFFFFK', '');
  if (value instanceof DateTimeOffset) {
    const text = typeSystemOf(engine).netText(value, 'yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz', '');
    return text.replace(/[+-]00:00$/, 'Z');
  }
  if (value instanceof TimeSpan) return durationText(value.ticks);
  const text = typeSystemOf(engine).netText(value, null, '');
  if (text === '∞' || text === 'Infinity') return 'INF';
  return text === '-∞' || text === '-Infinity' ? '-INF' : text;
}

const ticksPerSecond = 10_000_000n;

/** ISO 8601 duration: `P1DT2H3M4.5S`. */
function durationText(ticks: bigint): string {
  if (ticks === 0n) return 'PT0S';
  const left = ticks < 0n ? -ticks : ticks;
  const seconds = left / ticksPerSecond;
  const part = (n: bigint, unit: string): string => (n === 0n ? '' : `${n}${unit}`);
  const fraction = (left % ticksPerSecond).toString().padStart(7, '0').replace(/0+$/, '');
  const date = part(seconds / 86_400n, 'D');
  let time = part((seconds / 3600n) % 24n, 'H') + part((seconds / 60n) % 60n, 'M');
  if (seconds % 60n !== 0n || fraction !== '') time += `${seconds % 60n}${fraction === '' ? '' : `.${fraction}`}S`;
  return `${ticks < 0n ? '-' : ''}P${date}${time === '' ? '' : `T${time}`}`;
}

/** Ticks of an ISO 8601 duration without years and months; undefined for other texts. */
export function durationTicks(text: string): bigint | undefined {
  const found = /^(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d+))?S)?)?$/.exec(text.trim());
  if (!found || /[PT]$/.test(text.trim())) return undefined;
  const [, sign, days = '0', hours = '0', minutes = '0', seconds = '0', fraction = ''] = found;
  const whole = ((BigInt(days) * 24n + BigInt(hours)) * 60n + BigInt(minutes)) * 60n + BigInt(seconds);
  const ticks = whole * ticksPerSecond + BigInt(fraction.slice(0, 7).padEnd(7, '0'));
  return sign === '-' ? -ticks : ticks;
}
