import type { EngineContext } from '../../engine.ts';
import { Char } from '../../values/char.ts';
import { toDouble } from '../../values/double.ts';
import { andThen, type Eventually, type PSValue } from '../../values/ps-value.ts';
import { Single } from '../../values/single.ts';
import { StringBuilder } from '../../values/string-builder.ts';
import { formatComposite } from '../composite-format.ts';
import type { MemberTable } from '../define-type.ts';
import { cultureName } from '../format-provider.ts';
import { argumentNull, badArgument, outOfRange } from '../net-error.ts';
import { itemsOf } from '../sequence.ts';
import { typeSystemOf } from '../type-system.ts';

/** Where Write and WriteLine send their text: a writer instance, or the console. */
export interface WriteTarget {
  readonly newLine: string;
  readonly provider: PSValue;
  write(text: string): Eventually<void>;
}

type TargetOf = (engine: EngineContext, self: PSValue) => WriteTarget;

/** Values that are written as `ToString` gives them; the number types box what arrives unboxed. */
const valueTypes: Readonly<Record<string, (value: PSValue) => PSValue>> = {
  bool: same,
  char: same,
  decimal: same,
  double: (v) => (typeof v === 'number' ? toDouble(v) : v),
  float: (v) => (typeof v === 'number' ? Single.of(v) : v),
  int: same,
  uint: same,
  long: same,
  ulong: same,
  object: same,
  string: same,
};

function same(value: PSValue): PSValue {
  return value;
}

function textOf(engine: EngineContext, value: PSValue, provider: PSValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (value instanceof Char) return value.text;
  if (value instanceof StringBuilder) return value.text;
  return typeSystemOf(engine).netText(value, null, cultureName(engine, provider));
}

function chars(buffer: PSValue): string {
  if (buffer === null) return '';
  return itemsOf(buffer)
    .map((c) => (c instanceof Char ? c.text : ''))
    .join('');
}

function piece(buffer: PSValue, index: number, count: number): string {
  if (buffer === null) throw argumentNull('buffer');
  const text = chars(buffer);
  if (index < 0) throw outOfRange('index');
  if (count < 0) throw outOfRange('count');
  if (index + count > text.length) throw badArgument('The piece goes beyond the end of the buffer.');
  return text.slice(index, index + count);
}

/** Signature and text of one overload, without its name. */
type Overload = readonly [
  parameters: string,
  text: (engine: EngineContext, provider: PSValue, args: readonly PSValue[]) => string,
];

const formatted: Overload[1] = (engine, provider, [format, ...args]) => {
  if (typeof format !== 'string') throw argumentNull('format');
  return formatComposite(engine, format, args, cultureName(engine, provider));
};

/** The overloads that Write and WriteLine have in common. */
function overloads(isStatic: boolean): Overload[] {
  const list: Overload[] = Object.entries(valueTypes).map(([type, back]) => [
    `${type} value`,
    (engine, provider, [value]) => textOf(engine, back(value), provider),
  ]);
  if (!isStatic) list.push(['StringBuilder value', (engine, provider, [value]) => textOf(engine, value, provider)]);
  list.push(
    ['char[] buffer', (_engine, _provider, [buffer]) => chars(buffer)],
    ['char[] buffer, int index, int count', (_engine, _provider, [b, i, n]) => piece(b, Number(i), Number(n))],
    ['string format, object arg0', formatted],
    ['string format, object arg0, object arg1', formatted],
    ['string format, object arg0, object arg1, object arg2', formatted],
    [
      'string format, params object[] arg',
      (engine, provider, [format, args]) => formatted(engine, provider, [format, ...itemsOf(args, 'arg')]),
    ],
  );
  return list;
}

/** Write and WriteLine in all their overloads, as methods or as static methods. */
export function writeMembers(targetOf: TargetOf, isStatic = false): MemberTable {
  const table: Record<string, MemberTable[string]> = {};
  const prefix = isStatic ? 'static ' : '';
  for (const [name, isLine] of [
    ['Write', false],
    ['WriteLine', true],
  ] as const) {
    for (const [parameters, text] of overloads(isStatic)) {
      table[`${prefix}${name}(${parameters}) void`] = function (this: EngineContext, ...given: PSValue[]) {
        const self = isStatic ? null : given[0];
        const target = targetOf(this, self);
        const made = text(this, target.provider, isStatic ? given : given.slice(1));
        return andThen(target.write(isLine ? made + target.newLine : made), () => undefined);
      };
    }
  }
  table[`${prefix}WriteLine() void`] = function (this: EngineContext, ...given: PSValue[]) {
    const target = targetOf(this, isStatic ? null : given[0]);
    return andThen(target.write(target.newLine), () => undefined);
  };
  return table;
}
