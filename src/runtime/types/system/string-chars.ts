import { Char } from '../../values/char.ts';
import type { TypedArray } from '../../values/typed-array.ts';
import { outOfRange } from '../net-error.ts';

/** Text of a char[] argument, or of a part of it. */
export function charsText(chars: TypedArray | null, start = 0, count?: number): string {
  const items = chars?.items ?? [];
  if (start < 0 || (count ?? 0) < 0 || start + (count ?? 0) > items.length) throw outOfRange('startIndex');
  const part = items.slice(start, count === undefined ? undefined : start + count);
  return part.map((c) => (c instanceof Char ? c.text : '')).join('');
}
