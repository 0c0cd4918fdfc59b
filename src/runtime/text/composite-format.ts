import { NetException } from '../errors/net-exception.ts';

/** No alignment or index is larger; .NET stops reading its digits here. */
const LIMIT = 1_000_000;

/** One piece of a composite format string: literal text, or an item to fill in. */
export type CompositePart =
  | string
  | {
      readonly index: number;
      /** Columns; negative aligns left, 0 not at all. */
      readonly alignment: number;
      /** What stands behind the colon; `null` without one. */
      readonly format: string | null;
    };

const cache = new Map<string, readonly CompositePart[]>();

/**
 * `String.Format`: fills `{index,alignment:format}` items with what `formatItem` makes of the arguments; `{{` and `}}`
 * are braces. A FormatException for a malformed item or an index without an argument.
 */
export function formatComposite<T>(
  format: string,
  args: readonly T[],
  formatItem: (value: T | undefined, format: string | null) => string,
): string {
  let result = '';
  for (const part of compositeParts(format)) {
    if (typeof part === 'string') {
      result += part;
      continue;
    }
    if (part.index >= args.length) {
      throw badFormat(`it asks for item ${part.index}, but there ${args.length === 1 ? 'is' : 'are'} ${args.length}`);
    }
    const text = formatItem(args[part.index], part.format);
    result += part.alignment < 0 ? text.padEnd(-part.alignment) : text.padStart(part.alignment);
  }
  return result;
}

/** Reads a composite format string; the last few hundred are kept. */
export function compositeParts(format: string): readonly CompositePart[] {
  let parts = cache.get(format);
  if (parts === undefined) {
    parts = readParts(format);
    if (cache.size >= 300) cache.clear();
    cache.set(format, parts);
  }
  return parts;
}

function readParts(format: string): readonly CompositePart[] {
  const parts: CompositePart[] = [];
  let text = '';
  for (let at = 0; at < format.length; ) {
    const char = format.charAt(at);
    if (char !== '{' && char !== '}') {
      text += char;
      at += 1;
    } else if (format.charAt(at + 1) === char) {
      text += char;
      at += 2;
    } else if (char === '}') {
      throw badFormat(`its '}' at position ${at} closes no item`);
    } else {
      if (text !== '') parts.push(text);
      text = '';
      const item = /^\{(\d+) *(?:, *(-?)(\d+) *)?(?::([^{}]*))?\}/.exec(format.slice(at));
      const [whole = '', index = '', sign, width = '0', itemFormat] = item ?? [];
      if (item === null || tooLong(index) || tooLong(width)) throw badFormat(`its item at position ${at} is malformed`);
      parts.push({
        index: Number(index),
        alignment: sign === '-' ? -Number(width) : Number(width),
        format: itemFormat ?? null,
      });
      at += whole.length;
    }
  }
  if (text !== '') parts.push(text);
  return parts;
}

/** Whether a digit follows where the number had reached the limit already. */
function tooLong(digits: string): boolean {
  return Number(digits.slice(0, -1)) >= LIMIT;
}

function badFormat(reason: string): NetException {
  return new NetException('System.FormatException', `The format string cannot be used: ${reason}.`);
}
