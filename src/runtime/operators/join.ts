import type { PSValue } from '../values/ps-value.ts';
import { elementsOf, textOf } from './text-operand.ts';
import type { TextOperatorServices } from './text-operator-services.ts';

/**
 * `left -join separator` (about_Join): the elements in one text, written in the current culture; a single value is
 * only turned into text.
 */
export function join(left: PSValue, separator: PSValue, services: TextOperatorServices): PSValue {
  const elements = elementsOf(left, services);
  if (elements === undefined) return textOf(left, services);
  const between = textOf(separator, services);
  const texts: string[] = [];
  let length = 0;
  for (const element of elements) {
    const text = typeof element === 'string' ? element : services.joinText(element ?? null);
    length += text.length + between.length;
    texts.push(text);
  }
  services.limits.checkString(length);
  return texts.join(between);
}

/** `-join list`: without anything in between. */
export function unaryJoin(operand: PSValue, services: TextOperatorServices): PSValue {
  return join(operand, '', services);
}
