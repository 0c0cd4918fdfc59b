import type { EngineContext } from '../engine.ts';
import { formatComposite as fillItems } from '../text/composite-format.ts';
import type { PSValue } from '../values/ps-value.ts';
import { typeSystemOf } from './type-system.ts';

/** `String.Format` with a culture's name; see text/composite-format.ts. */
export function formatComposite(
  engine: EngineContext,
  text: string,
  args: readonly PSValue[],
  culture: string,
): string {
  const types = typeSystemOf(engine);
  return fillItems(text, args, (value, format) => types.netText(value, format || null, culture));
}
