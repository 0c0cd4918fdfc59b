import { Char } from '../values/char.ts';
import { Hashtable } from '../values/hashtable.ts';
import { OrderedDictionary } from '../values/ordered-dictionary.ts';
import { baseOf } from '../values/ps-object.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import { arithmeticOfNumbers } from './arithmetic-numbers.ts';
import { callDeclared, declaredOperators } from './declared-operator.ts';
import { OperatorFailure } from './operator-failure.ts';
import type { OperatorServices } from './operator-services.ts';
import { backToEnum, leftOperand, rightOperand, textOperand } from './scalar-operands.ts';

/** `left + right` of operands that are not two raw numbers; the left one decides what `+` means. */
export function addOthers(left: PSValue, right: PSValue, services: OperatorServices): Eventually<PSValue> {
  const base = baseOf(left);
  if (typeof base === 'string') return concatenate(base, right, services);
  if (base === null || base === undefined) return right ?? null;
  if (base instanceof Char) return concatenate(base.text, right, services);
  const number = leftOperand(base);
  if (number !== undefined) {
    const rightBase = baseOf(right);
    const other = rightOperand(rightBase, number);
    if (other !== undefined) return backToEnum(arithmeticOfNumbers('add', number, other), base);
    if (typeof rightBase === 'string') return addOthers(base, textOperand(rightBase, base, services), services);
  }
  const elements = services.elementsOf(base);
  if (elements !== undefined) return addToArray(elements, right, services);
  const entries = services.entriesOf(base);
  if (entries !== undefined) return addTables(base, entries, right, services);
  return callDeclared(declaredOperators.add, base, baseOf(right), services);
}

function concatenate(left: string, right: PSValue, services: OperatorServices): string {
  const text = left + (typeof right === 'string' ? right : services.toText(right));
  if (text.length > 65536) services.limits.checkString(text.length);
  return text;
}

/** A new object[] of the elements and the right operand, whose elements are added one by one if it has some. */
function addToArray(elements: Iterable<PSValue>, right: PSValue, services: OperatorServices): PSValue[] {
  const result = Array.isArray(elements) ? elements.slice() : Array.from(elements);
  const more = services.elementsOf(baseOf(right));
  if (more === undefined) result.push(right ?? null);
  else for (const element of more) result.push(element);
  if (result.length > 4096) services.limits.checkArray(result.length);
  return result;
}

/** A new table with the entries of both: ordered if the left one is; a key in both is an ArgumentException. */
function addTables(
  left: PSValue,
  leftEntries: Iterable<readonly [PSValue, PSValue]>,
  right: PSValue,
  services: OperatorServices,
): Hashtable | OrderedDictionary {
  const rightEntries = services.entriesOf(baseOf(right));
  if (rightEntries === undefined) {
    throw new OperatorFailure(
      'AddHashTableToNonHashTable',
      'System.Management.Automation.RuntimeException',
      'Only another hashtable can be added to a hashtable.',
    );
  }
  const result = left instanceof OrderedDictionary ? new OrderedDictionary() : new Hashtable();
  for (const entries of [leftEntries, rightEntries]) {
    for (const [key, value] of entries) {
      if (result.has(key)) {
        const type = 'System.ArgumentException';
        throw new OperatorFailure(type, type, `Both hashtables have the key "${services.toText(key)}".`);
      }
      result.set(key, value);
    }
  }
  return result;
}
