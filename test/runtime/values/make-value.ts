import { readFileSync } from 'node:fs';
import { BigInteger } from '../../../src/runtime/values/big-integer.ts';
import { Char } from '../../../src/runtime/values/char.ts';
import { Decimal } from '../../../src/runtime/values/decimal.ts';
import { toDouble } from '../../../src/runtime/values/double.ts';
import { integerOfKind } from '../../../src/runtime/values/integer-of-kind.ts';
import { numberKindOfType } from '../../../src/runtime/values/number-type-names.ts';
import type { PSValue } from '../../../src/runtime/values/ps-value.ts';
import { Single } from '../../../src/runtime/values/single.ts';

/** The value that recorded data writes as a kind and a text: `Int32 5`, `Decimal 1.10`, `String x`, `Null x`. */
export function makeValue(recorded: string): PSValue {
  const at = recorded.indexOf(' ');
  const text = recorded.slice(at + 1);
  const kind = recorded.slice(0, at);
  switch (kind) {
    case 'Null':
      return null;
    case 'String':
      return unescape(text);
    case 'Boolean':
      return text === 'True';
    case 'Char':
      return Char.of(Number(text));
    case 'Double':
      return toDouble(Number(text));
    case 'Single':
      return Single.of(Number(text));
    case 'Decimal':
      return makeDecimal(text);
    case 'BigInteger':
      return BigInteger.of(BigInt(text));
    default:
      return integerOfKind(numberKindOfType(`System.${kind}`), BigInt(text));
  }
}

export function makeDecimal(text: string): Decimal {
  const [whole = '', fraction = ''] = text.split('.');
  return Decimal.of(BigInt(whole + fraction), fraction.length);
}

/** Undoes the JSON escapes of recorded texts. */
export function unescape(text: string): string {
  return JSON.parse(`"${text.replaceAll('"', '\\"')}"`) as string;
}

/** The rows of a recorded table, by their tab-separated cells, without the comment lines. */
export function readRecorded(file: URL): string[][] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '' && !line.startsWith('# ')).map((line) => line.split('\t'));
}
