/**
 * Writes the whole part of a number with group separators: `sizes` are the group lengths from the right, the last one
 * repeats, 0 stops grouping.
 */
export function groupDigits(whole: string, separator: string, sizes: readonly number[]): string {
  if (separator === '') return whole;
  const groups: string[] = [];
  let end = whole.length;
  let at = 0;
  while (end > 0) {
    const size = sizes[at] ?? 0;
    if (size === 0 || end <= size) break;
    groups.unshift(whole.slice(end - size, end));
    end -= size;
    if (at < sizes.length - 1) at++;
  }
  groups.unshift(whole.slice(0, end));
  return groups.join(separator);
}
