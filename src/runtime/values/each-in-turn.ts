import { type Eventually, isPending } from './ps-value.ts';

/** Runs `step` for each item, one after the other, without promises until one is pending; a false answer stops. */
export function eachInTurn<T>(
  items: readonly T[],
  step: (item: T, index: number) => Eventually<boolean>,
  from = 0,
): Eventually<void> {
  for (let i = from; i < items.length; i++) {
    const more = step(items[i] as T, i);
    if (isPending(more)) return more.then((go) => (go ? eachInTurn(items, step, i + 1) : undefined));
    if (!more) return undefined;
  }
  return undefined;
}

/** Sorts a copy by a comparison that may be pending; equal items keep their order. */
export function sortInTurn<T>(items: readonly T[], compare: (a: T, b: T) => Eventually<number>): Eventually<T[]> {
  if (items.length < 2) return [...items];
  const middle = items.length >> 1;
  const left = sortInTurn(items.slice(0, middle), compare);
  const right = isPending(left)
    ? left.then(() => sortInTurn(items.slice(middle), compare))
    : sortInTurn(items.slice(middle), compare);
  if (isPending(left) || isPending(right)) {
    return Promise.all([left, right]).then(([l, r]) => merge(l, r, compare, []));
  }
  return merge(left, right, compare, []);
}

function merge<T>(
  left: T[],
  right: T[],
  compare: (a: T, b: T) => Eventually<number>,
  out: T[],
  l = 0,
  r = 0,
): Eventually<T[]> {
  while (l < left.length && r < right.length) {
    const order = compare(left[l] as T, right[r] as T);
    if (isPending(order)) {
      const [i, j] = [l, r];
      return order.then((n) => {
        if (n <= 0) out.push(left[i] as T);
        else out.push(right[j] as T);
        return n <= 0 ? merge(left, right, compare, out, i + 1, j) : merge(left, right, compare, out, i, j + 1);
      });
    }
    if (order <= 0) out.push(left[l++] as T);
    else out.push(right[r++] as T);
  }
  for (; l < left.length; l++) out.push(left[l] as T);
  for (; r < right.length; r++) out.push(right[r] as T);
  return out;
}
