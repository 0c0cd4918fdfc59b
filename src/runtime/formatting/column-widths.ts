/** Cells between two columns. */
export const SEPARATOR_CELLS = 1;

/**
 * Gives every column its width in a table of `tableWidth` cells. 0 asks for a share of what the fixed columns leave;
 * when all together are too wide, columns are shrunk and then hidden from the right. A hidden column has width -1.
 */
export function computeColumnWidths(wanted: readonly number[], tableWidth: number): number[] {
  const widths = [...wanted];
  if (!assignFreeWidths(widths, tableWidth)) trimToFit(widths, tableWidth);
  return widths;
}

function totalWidth(widths: readonly number[]): number {
  let sum = 0;
  let visible = 0;
  for (const width of widths) {
    if (width <= 0) continue;
    sum += width;
    visible++;
  }
  return sum + SEPARATOR_CELLS * (visible - 1);
}

/** Whether the columns fit; columns of width 0 share the room that is left, from the left on. */
function assignFreeWidths(widths: number[], tableWidth: number): boolean {
  const free = widths.flatMap((width, i) => (width > 0 ? [] : [i]));
  if (free.length === 0) return totalWidth(widths) <= tableWidth;
  for (const i of free) if (widths[i] === 0) widths[i] = 1;
  const room = tableWidth - totalWidth(widths);
  if (room < 0) return false;
  const share = Math.floor(room / free.length);
  const rest = room % free.length;
  free.forEach((column, n) => {
    widths[column] = (widths[column] ?? 0) + share + (n < rest ? 1 : 0);
  });
  return true;
}

function trimToFit(widths: number[], tableWidth: number): void {
  for (let last = widths.length - 1; last >= 0; last--) {
    const excess = totalWidth(widths) - tableWidth;
    if (excess <= 0) return;
    const shrunk = (widths[last] ?? 0) - excess;
    widths[last] = shrunk >= 1 ? shrunk : -1;
  }
}
