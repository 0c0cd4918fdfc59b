import type { EngineContext } from '../engine.ts';
import type { PSValue } from '../values/ps-value.ts';
import { badFormat } from './net-error.ts';
import { typeSystemOf } from './type-system.ts';

const item = /\{\{|\}\}|\{\s*(\d+)\s*(?:,\s*(-?\d+)\s*)?(?::((?:[^{}]|\{\{|\}\})*))?\}|[{}]/g;

/**
 * `String.Format`: `{index,alignment:format}` items filled from `args` in a culture; `{{` and `}}` are braces. Throws
 * FormatException for a bad item or an index without argument.
 */
export function formatComposite(engine: EngineContext, text: string, args: readonly PSValue[], culture: string): string {
  const types = typeSystemOf(engine);
  return text.replace(item, (whole, index?: string, width?: string, format?: string) => {
    if (whole === '{{') return '{';
    if (whole === '}}') return '}';
    if (index === undefined) throw badFormat('The format text has a brace that belongs to no item.');
    const at = Number(index);
    if (at >= args.length) throw badFormat(`The format text asks for item ${at}, but there are ${args.length}.`);
    const value = args[at];
    const shown = types.netText(value, format ? format.replaceAll('{{', '{').replaceAll('}}', '}') : null, culture);
    const columns = Number(width ?? 0);
    return columns < 0 ? shown.padEnd(-columns) : shown.padStart(columns);
  });
}
