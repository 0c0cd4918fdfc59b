import type { CodeValue, Kind, PureCode } from './pure.ts';
import type { Source } from './source.ts';

/** Writes the code of a binary operator. */
export type OperatorCode = (
  code: PureCode,
  source: Source,
  left: CodeValue,
  right: CodeValue,
  fail: string,
) => CodeValue;

/** Kinds that are raw numbers as values hold them. */
const raw: ReadonlySet<Kind> = new Set<Kind>(['int', 'raw']);
const isDouble = (value: CodeValue) => value.kind === 'double';

const isLong = (value: CodeValue) => value.kind === 'long';

/**
 * An operator of which one operand is an Int64 and the other an Int64 or Int32: done on numbers as long as they are exact;
 * undefined for other operands.
 */
function onLongs(
  code: PureCode,
  source: Source,
  [left, right]: readonly [CodeValue, CodeValue],
  sign: string,
  fail: string,
): CodeValue | undefined {
  if (!isLong(left) && !isLong(right)) return undefined;
  for (const { kind, code: operand } of [left, right]) {
    if (kind === 'raw') source.line(`if ((${operand} | 0) !== ${operand}) break ${fail};`);
    else if (kind !== 'int' && kind !== 'long') return undefined;
  }
  const result = code.define(`${left.code} ${sign} ${right.code}`, 'long');
  source.line(`if (!Number.isSafeInteger(${result.code})) break ${fail};`);
  source.line(`if (${result.code} === 0) ${result.code} = 0;`);
  return result;
}

/** What must hold for the quick form: that a value is a raw number, where that is not known. */
function numbers(...values: readonly CodeValue[]): string {
  if (values.some(isLong)) return 'false';
  const tests = values.filter((v) => !raw.has(v.kind)).map((v) => `typeof ${v.code} === 'number'`);
  return tests.join(' && ');
}

/** What must hold for a result to be an Int32: that its operands are. */
function integers(...values: readonly CodeValue[]): string {
  const tests = values.filter((v) => v.kind !== 'int').map((v) => `(${v.code} | 0) === ${v.code}`);
  return tests.join(' && ');
}

/** `quick` on two raw numbers, and the operator's own function for other numbers. */
function guarded(
  code: PureCode,
  source: Source,
  [left, right]: readonly [CodeValue, CodeValue],
  fail: string,
  how: { readonly result: string; readonly quick: string; readonly other: string; readonly test: string },
): void {
  if (how.test === '') source.line(how.quick);
  else {
    const operands = `${code.boxed(left).code}, ${code.boxed(right).code}`;
    source.line(
      `if (${how.test}) { ${how.quick} } else { ${how.result} = ${how.other}(${operands}, frame); if (${how.result} === BAIL) break ${fail}; }`,
    );
  }
}

/** `+` and `-` */
function additive(sign: string, other: string): OperatorCode {
  return (code, source, left, right, fail) => {
    if (left.kind === 'bool' || right.kind === 'bool') return failing(source, fail);
    if (isDouble(left) || isDouble(right)) {
      const a = code.unboxed(left, fail);
      return code.define(`${a} ${sign} ${code.unboxed(right, fail)}`, 'double');
    }
    const long = onLongs(code, source, [left, right], sign, fail);
    if (long !== undefined) return long;
    const sum = `${left.code} ${sign} ${right.code}`;
    if (left.kind === 'int' && right.kind === 'int') return code.define(sum, 'raw');
    const result = source.name('t');
    source.line(`let ${result};`);
    const quick = `${result} = ${sum}; if ((${result} | 0) === ${result} && !(${integers(left, right)})) ${result} = new Double(${result});`;
    guarded(code, source, [left, right], fail, { result, quick, other, test: numbers(left, right) });
    return { code: result, kind: 'any' };
  };
}

const multiplied: OperatorCode = (code, source, left, right, fail) => {
  if (left.kind === 'bool' || right.kind === 'bool') return failing(source, fail);
  if (isDouble(left) || isDouble(right)) {
    const a = code.unboxed(left, fail);
    return code.define(`${a} * ${code.unboxed(right, fail)}`, 'double');
  }
  const long = onLongs(code, source, [left, right], '*', fail);
  if (long !== undefined) return long;
  const result = source.name('t');
  source.line(`let ${result};`);
  const both = integers(left, right);
  // `| 0` also turns -0 into 0.
  const exact = both === '' ? `${result} | 0` : `${both} ? ${result} | 0 : new Double(${result})`;
  const quick = `${result} = ${left.code} * ${right.code}; if ((${result} | 0) === ${result}) ${result} = ${exact};`;
  guarded(code, source, [left, right], fail, { result, quick, other: 'multiply', test: numbers(left, right) });
  return { code: result, kind: both === '' ? 'raw' : 'any' };
};

/** `/` and `%`: integers by zero fail, as they must. */
function dividing(sign: string, other: string): OperatorCode {
  return (code, source, left, right, fail) => {
    if (left.kind === 'bool' || right.kind === 'bool') return failing(source, fail);
    if (isDouble(left) || isDouble(right)) {
      const a = code.unboxed(left, fail);
      return code.define(`${a} ${sign} ${code.unboxed(right, fail)}`, 'double');
    }
    const long = sign === '%' ? onLongs(code, source, [left, right], sign, fail) : undefined;
    if (long !== undefined) return long;
    const result = source.name('t');
    source.line(`let ${result};`);
    const both = integers(left, right);
    const whole = `if (${right.code} === 0) break ${fail}; ${result} = ${left.code} ${sign} ${right.code}; if (${result} === 0) ${result} = 0;`;
    const quick =
      both === ''
        ? whole
        : `if (${both}) { ${whole} } else { ${result} = ${left.code} ${sign} ${right.code}; if ((${result} | 0) === ${result}) ${result} = new Double(${result}); }`;
    guarded(code, source, [left, right], fail, { result, quick, other, test: numbers(left, right) });
    if (both !== '') return { code: result, kind: 'any' };
    return { code: result, kind: sign === '%' ? 'int' : 'raw' };
  };
}

/** Arithmetic operators by token. */
export const arithmetic: Readonly<Record<string, OperatorCode>> = {
  Plus: additive('+', 'add'),
  Minus: additive('-', 'subtract'),
  Multiply: multiplied,
  Divide: dividing('/', 'divide'),
  Rem: dividing('%', 'remainder'),
};

const isWhole = (value: CodeValue) => value.kind === 'int' || value.kind === 'long';

function onBits(sign: string, other: string): OperatorCode {
  return (code, source, given, operand, fail) => {
    if (given.kind === 'bool' || operand.kind === 'bool') return failing(source, fail);
    if (sign.length === 1 && (isLong(given) || isLong(operand)) && isWhole(given) && isWhole(operand)) {
      // Between Int32 values the operation is the same in 64 bits.
      const [l, r] = [given.code, operand.code];
      const result = code.define(
        `(${l} | 0) === ${l} && (${r} | 0) === ${r} ? ${l} ${sign} ${r} : Number(BigInt(${l}) ${sign} BigInt(${r}))`,
        'long',
      );
      source.line(`if (!Number.isSafeInteger(${result.code})) break ${fail};`);
      return result;
    }
    const [left, right] = [code.boxed(given), code.boxed(operand)];
    const result = source.name('t');
    source.line(`let ${result};`);
    const quick = `${result} = ${left.code} ${sign} ${right.code};`;
    const test = [numbers(left, right), integers(left, right)].filter((t) => t !== '').join(' && ');
    guarded(code, source, [left, right], fail, { result, quick, other, test });
    return { code: result, kind: test === '' ? 'int' : 'any' };
  };
}

/** Bitwise operators and shifts by token. */
export const bitwise: Readonly<Record<string, OperatorCode>> = {
  Band: onBits('&', 'bitAnd'),
  Bor: onBits('|', 'bitOr'),
  Bxor: onBits('^', 'bitXor'),
  Shl: onBits('<<', 'shiftLeft'),
  Shr: onBits('>>', 'shiftRight'),
};

function comparing(sign: string, other: string): OperatorCode {
  return (code, source, left, right, fail) => {
    const known = (v: CodeValue) => raw.has(v.kind) || isDouble(v) || isLong(v);
    if (known(left) && known(right)) return code.define(`${left.code} ${sign} ${right.code}`, 'bool');
    const result = source.name('t');
    source.line(`let ${result};`);
    const quick = `${result} = ${left.code} ${sign} ${right.code};`;
    const test = numbers(...[left, right].filter((v) => !isDouble(v) && !isLong(v)));
    guarded(code, source, [left, right], fail, { result, quick, other, test });
    // Comparing anything else may filter a collection.
    source.line(`if (typeof ${result} !== 'boolean') break ${fail};`);
    return { code: result, kind: 'bool' };
  };
}

/** Comparison operators by token. */
export const comparisons: Readonly<Record<string, OperatorCode>> = {
  Ieq: comparing('===', 'sameI'),
  Ceq: comparing('===', 'sameC'),
  Ine: comparing('!==', 'differentI'),
  Cne: comparing('!==', 'differentC'),
  Ilt: comparing('<', 'lessI'),
  Clt: comparing('<', 'lessC'),
  Ile: comparing('<=', 'atMostI'),
  Cle: comparing('<=', 'atMostC'),
  Igt: comparing('>', 'greaterI'),
  Cgt: comparing('>', 'greaterC'),
  Ige: comparing('>=', 'atLeastI'),
  Cge: comparing('>=', 'atLeastC'),
};

/** An operator on truth values is left to the ordinary way. */
function failing(source: Source, fail: string): CodeValue {
  source.line(`break ${fail};`);
  return { code: 'null', kind: 'any' };
}
