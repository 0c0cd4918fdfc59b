import { MatchInfoContext } from '../../values/match-info.ts';

/** How many lines before and after a match are kept. */
export interface ContextSize {
  readonly before: number;
  readonly after: number;
}

/** The contexts of matches by the positions of their lines, so that no line is displayed twice. */
export function contextsOf(
  lines: readonly string[],
  positions: readonly number[],
  { before, after }: ContextSize,
): MatchInfoContext[] {
  let shownTo = 0;
  return positions.map((position, i) => {
    const context = new MatchInfoContext();
    const next = positions[i + 1] ?? lines.length;
    context.preContext = lines.slice(Math.max(0, position - before), position);
    context.postContext = lines.slice(position + 1, position + 1 + after);
    context.displayPreContext = lines.slice(Math.max(shownTo, position - before), position);
    context.displayPostContext = lines.slice(position + 1, Math.min(next, position + 1 + after));
    shownTo = Math.min(next, position + 1 + after);
    return context;
  });
}
