import type {
  BinaryExpressionAst,
  ExpressionAst,
  InvokeMemberExpressionAst,
  StatementAst,
  StatementBlockAst,
  VariableExpressionAst,
} from '../../../parser/index.ts';
import { Double } from '../../values/double.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { constantValue } from '../literals.ts';
import { onlyExpression } from '../pipelines.ts';
import { arithmetic, bitwise, comparisons } from './operator-code.ts';
import type { Source } from './source.ts';

/**
 * What is known of a value in generated code: an Int32; a raw number as values hold it (an Int32 or a Double that is no
 * integer of 32 bits); a Double in an unboxed number of whatever value; an Int64 in a number that holds it exactly; a
 * truth value; or anything.
 */
export type Kind = 'int' | 'raw' | 'double' | 'long' | 'bool' | 'any';

/** An array whose elements code reaches directly. */
export interface ElementsCode {
  /** The local that holds the plain array of the elements. */
  readonly items: string;
  /** What is known of every element. */
  readonly kind: 'int' | 'double' | 'bool' | 'any';
  /** The locals with the lengths of both dimensions, where there are two. */
  readonly dims: readonly [string, string] | undefined;
  /** Whether elements may be stored. */
  readonly writable: boolean;
}

/** A value in generated code: a name or literal, free of effects, and what is known of it. */
export interface CodeValue {
  readonly code: string;
  readonly kind: Kind;
}

/** Variables as the code around an expression keeps them. */
export interface VariableCode {
  /** Whether the variable is one that code can read. */
  knows(ast: VariableExpressionAst): boolean;
  /** The local of the variable: for kind `any` it holds what is in the variable's place, else the value itself. */
  local(ast: VariableExpressionAst, fail: string): CodeValue;
  /** The array in the variable, where code can count on one. */
  elements(ast: VariableExpressionAst): ElementsCode | undefined;
}

const literals: Readonly<Record<string, CodeValue>> = {
  true: { code: 'true', kind: 'bool' },
  false: { code: 'false', kind: 'bool' },
  null: { code: 'null', kind: 'any' },
};

/** Casts by lower-case type name. */
const casts: Readonly<Record<string, 'int' | 'double' | 'char' | 'long'>> = {
  long: 'long',
  int64: 'long',
  'system.int64': 'long',
  int: 'int',
  int32: 'int',
  'system.int32': 'int',
  double: 'double',
  'system.double': 'double',
  char: 'char',
  'system.char': 'char',
};

/** Functions of [math] that JavaScript has with the same results, for doubles. */
const mathFunctions: Readonly<Record<string, string>> = {
  sqrt: 'Math.sqrt',
  floor: 'Math.floor',
  ceiling: 'Math.ceil',
  truncate: 'Math.trunc',
};

/** Longest text that code makes itself; longer ones are checked against the engine's limits. */
export const longestText = 4096;

/** The expression that a parenthesis or the right side of an assignment consists of, when it is nothing else. */
export function expressionOf(ast: StatementAst): ExpressionAst | undefined {
  if (ast.kind === 'PipelineAst') return onlyExpression(ast);
  return ast.kind === 'CommandExpressionAst' && ast.redirections.length === 0 ? ast.expression : undefined;
}

/**
 * Writes code for expressions that have no effect but their value: what they are made of is read, never called. Where a
 * value is not of a sort the code can deal with, it jumps to the label `fail`; as nothing has happened yet, the ordinary
 * closures can then start over.
 */
export class PureCode {
  readonly #source: Source;
  readonly #variables: VariableCode;

  constructor(source: Source, variables: VariableCode) {
    this.#source = source;
    this.#variables = variables;
  }

  /** Whether code can be written for the expression. */
  supports(ast: ExpressionAst): boolean {
    switch (ast.kind) {
      case 'VariableExpressionAst':
        return literalOf(ast) !== undefined || this.#variables.knows(ast);
      case 'ConstantExpressionAst':
      case 'StringConstantExpressionAst':
        return true;
      case 'ExpandableStringExpressionAst':
        return this.#allOf(ast.parts.filter((part) => typeof part !== 'string').map(partOf));
      case 'ParenExpressionAst':
        return this.#allOf([expressionOf(ast.pipeline)]);
      case 'BinaryExpressionAst':
        return ast.operator in operators && this.#allOf([ast.left, ast.right]);
      case 'UnaryExpressionAst':
        return ['Minus', 'Not', 'Exclaim'].includes(ast.tokenKind) && this.supports(ast.child);
      case 'TernaryExpressionAst':
        return this.#allOf([ast.condition, ast.ifTrue, ast.ifFalse]);
      case 'ConvertExpressionAst':
        return casts[ast.type.typeName.fullName.toLowerCase()] !== undefined && this.supports(ast.child);
      case 'IndexExpressionAst':
        if (ast.nullConditional) return false;
        return this.#allOf(ast.index.kind === 'ArrayLiteralAst' ? pairOf(ast.index.elements) : [ast.index], ast.target);
      case 'MemberExpressionAst':
        return (
          !ast.static &&
          !ast.nullConditional &&
          ast.member.kind === 'StringConstantExpressionAst' &&
          this.supports(ast.expression)
        );
      case 'InvokeMemberExpressionAst':
        return mathFunction(ast) !== undefined && this.#allOf(ast.arguments ?? []);
      default:
        return false;
    }
  }

  #allOf(list: readonly (ExpressionAst | undefined)[], further?: ExpressionAst): boolean {
    return list.every((ast) => ast !== undefined && this.supports(ast)) && (!further || this.supports(further));
  }

  /** Writes the code of an expression that is supported. */
  emit(ast: ExpressionAst, fail: string): CodeValue {
    switch (ast.kind) {
      case 'VariableExpressionAst':
        return literalOf(ast) ?? this.#read(this.#variables.local(ast, fail), fail);
      case 'ConstantExpressionAst':
        return this.#constant(constantValue(ast.value));
      case 'StringConstantExpressionAst':
        return { code: this.#source.constant(ast.value), kind: 'any' };
      case 'ExpandableStringExpressionAst':
        return this.#text(ast.parts, fail);
      case 'ParenExpressionAst':
        return this.#inner(expressionOf(ast.pipeline), fail);
      case 'BinaryExpressionAst':
        return this.#binary(ast, fail);
      case 'UnaryExpressionAst':
        return ast.tokenKind === 'Minus' ? this.#negated(ast.child, fail) : this.#not(ast.child, fail);
      case 'TernaryExpressionAst':
        return this.choice([{ condition: ast.condition, value: ast.ifTrue }], ast.ifFalse, fail);
      case 'ConvertExpressionAst':
        return this.#cast(casts[ast.type.typeName.fullName.toLowerCase()], this.emit(ast.child, fail), fail);
      case 'IndexExpressionAst':
        return this.#element(ast.target, ast.index, fail);
      case 'MemberExpressionAst':
        return this.#member(ast, fail);
      case 'InvokeMemberExpressionAst':
        return this.#math(ast, fail);
      default:
        throw new Error(`No code for ${ast.kind}.`);
    }
  }

  /** Text with values in it: texts, integers and truth values in place; what else there is fails. */
  #text(parts: readonly (string | ExpressionAst)[], fail: string): CodeValue {
    const pieces = parts.map((part) => {
      if (typeof part === 'string') return this.#source.constant(part);
      const { code, kind } = this.boxed(this.#inner(partOf(part), fail));
      return kind === 'int' ? code : this.orFail(this.define(`textOf(${code})`, 'any'), fail).code;
    });
    const text = this.define(['""', ...pieces].join(' + '), 'any');
    this.#source.line(`if (${text.code}.length > ${longestText}) break ${fail};`);
    return text;
  }

  #inner(ast: ExpressionAst | undefined, fail: string): CodeValue {
    return ast === undefined ? { code: 'null', kind: 'any' } : this.emit(ast, fail);
  }

  /** A new name holding what an expression of JavaScript gives. */
  define(code: string, kind: Kind): CodeValue {
    const name = this.#source.name('t');
    this.#source.line(`let ${name} = ${code};`);
    return { code: name, kind };
  }

  /** The value as it is held everywhere else: Doubles boxed where they must be. */
  boxed(value: CodeValue): CodeValue {
    const { code, kind } = value;
    if (kind === 'long') return this.define(`BigInt(${code})`, 'any');
    if (kind !== 'double') return value;
    return this.define(`(${code} | 0) === ${code} ? new Double(${code}) : ${code}`, 'any');
  }

  /** The truth of a value. */
  truth(value: CodeValue): string {
    const { code, kind } = value;
    if (kind === 'bool') return code;
    if (kind !== 'any') return `${code} !== 0`;
    return `(typeof ${code} === 'boolean' ? ${code} : isTrue(frame, ${code}))`;
  }

  /** The number in a value as a Double's, whatever its type; anything but numbers fails. */
  unboxed(value: CodeValue, fail: string): string {
    const { code, kind } = value;
    if (kind !== 'any') return code;
    const number = this.#source.name('t');
    this.#source.line(`let ${number} = ${code};`);
    this.#source.line(
      `if (typeof ${number} !== 'number') { if (${number} instanceof Double) ${number} = ${number}.value; else break ${fail}; }`,
    );
    return number;
  }

  /** The first choice whose condition holds; for `if` as a value and `? :`. */
  choice(
    cases: readonly { readonly condition: ExpressionAst; readonly value: ExpressionAst }[],
    otherwise: ExpressionAst,
    fail: string,
  ): CodeValue {
    const result = this.#source.name('t');
    this.#source.line(`let ${result};`);
    for (const { condition, value } of cases) {
      const test = this.truth(this.emit(condition, fail));
      this.#source.line(`if (${test}) {`);
      this.#source.line(`${result} = ${this.boxed(this.emit(value, fail)).code};`);
      this.#source.line('} else {');
    }
    this.#source.line(`${result} = ${this.boxed(this.emit(otherwise, fail)).code};`);
    this.#source.line('}'.repeat(cases.length));
    return { code: result, kind: 'any' };
  }

  /** Jumps away when a quick form did not know. */
  orFail(value: CodeValue, fail: string): CodeValue {
    this.#source.line(`if (${value.code} === BAIL) break ${fail};`);
    return value;
  }

  #read({ code: held, kind }: CodeValue, fail: string): CodeValue {
    if (kind !== 'any') return { code: held, kind };
    const value = this.define(held, 'any');
    this.#source.line(
      `if (typeof ${value.code} !== 'number' && (${value.code} = plain(${held})) === BAIL) break ${fail};`,
    );
    return value;
  }

  #constant(value: PSValue): CodeValue {
    if (typeof value === 'number')
      return Number.isInteger(value) && (value | 0) === value
        ? { code: `${value}`, kind: 'int' }
        : { code: this.#source.constant(value), kind: 'double' };
    if (value instanceof Double) return { code: Object.is(value.value, -0) ? '-0' : `${value.value}`, kind: 'double' };
    if (typeof value === 'boolean') return { code: `${value}`, kind: 'bool' };
    if (typeof value === 'bigint' && Number.isSafeInteger(Number(value))) return { code: `${value}`, kind: 'long' };
    return { code: this.#source.constant(value), kind: 'any' };
  }

  #binary(ast: BinaryExpressionAst, fail: string): CodeValue {
    if (ast.operator === 'And' || ast.operator === 'Or') return this.#shortCircuit(ast, fail);
    const left = this.emit(ast.left, fail);
    return this.combine(ast.operator, left, this.emit(ast.right, fail), fail);
  }

  /** `left operator right` of two values; the operator is one of {@link operators}, but for `-and` and `-or`. */
  combine(operator: string, left: CodeValue, right: CodeValue, fail: string): CodeValue {
    const compare = comparisons[operator];
    if (compare !== undefined) return compare(this, this.#source, left, right, fail);
    const bits = bitwise[operator];
    if (bits !== undefined) return bits(this, this.#source, left, right, fail);
    const operate = arithmetic[operator];
    if (operate === undefined) throw new Error(`No code for the operator ${operator}.`);
    return operate(this, this.#source, left, right, fail);
  }

  #shortCircuit(ast: BinaryExpressionAst, fail: string): CodeValue {
    const result = this.define(this.truth(this.emit(ast.left, fail)), 'bool');
    this.#source.line(`if (${ast.operator === 'And' ? '' : '!'}${result.code}) {`);
    this.#source.line(`${result.code} = ${this.truth(this.emit(ast.right, fail))};`);
    this.#source.line('}');
    return result;
  }

  #not(ast: ExpressionAst, fail: string): CodeValue {
    return this.define(`!(${this.truth(this.emit(ast, fail))})`, 'bool');
  }

  #negated(ast: ExpressionAst, fail: string): CodeValue {
    return this.combine('Minus', { code: '0', kind: 'int' }, this.emit(ast, fail), fail);
  }

  #cast(to: 'int' | 'double' | 'char' | 'long' | undefined, value: CodeValue, fail: string): CodeValue {
    if (to === 'double')
      return value.kind === 'bool' ? this.#failing(fail) : this.define(this.unboxed(value, fail), 'double');
    if (to === 'char') {
      const code = value.kind === 'int' ? value : this.#cast('int', value, fail);
      this.#source.line(`if (${code.code} < 0 || ${code.code} > 65535) break ${fail};`);
      return this.define(`Char.of(${code.code})`, 'any');
    }
    if (to === 'long') {
      if (value.kind === 'long') return value;
      return value.kind === 'int' ? { code: value.code, kind: 'long' } : this.#failing(fail);
    }
    if (value.kind === 'int') return value;
    if (value.kind === 'long') {
      this.#source.line(`if ((${value.code} | 0) !== ${value.code}) break ${fail};`);
      return this.define(`${value.code} | 0`, 'int');
    }
    if (value.kind === 'bool') return this.define(`${value.code} ? 1 : 0`, 'int');
    const { code } = value;
    const quick = this.define(
      `typeof ${code} === 'number' && (${code} | 0) === ${code} ? ${code} | 0 : toInt(${code})`,
      'int',
    );
    return this.orFail(quick, fail);
  }

  #failing(fail: string): CodeValue {
    this.#source.line(`break ${fail};`);
    return { code: 'null', kind: 'any' };
  }

  #element(target: ExpressionAst, index: ExpressionAst, fail: string): CodeValue {
    const elements = target.kind === 'VariableExpressionAst' ? this.#variables.elements(target) : undefined;
    const position = elements && this.position(elements, index, fail);
    if (elements !== undefined && position !== undefined) return this.itemAt(elements, position);
    const holder = this.boxed(this.emit(target, fail)).code;
    if (index.kind === 'ArrayLiteralAst') {
      const [row, column] = index.elements.map((e) => this.boxed(this.emit(e, fail)).code);
      const place = this.define(`cell(${holder}, ${row}, ${column})`, 'int').code;
      this.#source.line(`if (${place} < 0) break ${fail};`);
      return this.define(`${holder}.get(${place})`, 'any');
    }
    return this.elementAt(holder, this.boxed(this.emit(index, fail)).code, fail);
  }

  /** Where in its items an index of an array stands; undefined for indexes of another number of dimensions. */
  position(elements: ElementsCode, index: ExpressionAst, fail: string): string | undefined {
    const indexes = index.kind === 'ArrayLiteralAst' ? index.elements : [index];
    if (indexes.length !== (elements.dims?.length ?? 1)) return undefined;
    const limits = elements.dims ?? [`${elements.items}.length`];
    const parts = indexes.map((one, n) => {
      const { code, kind } = this.boxed(this.emit(one, fail));
      const whole = kind === 'int' ? '' : kind === 'raw' ? '' : `typeof ${code} !== 'number' || `;
      this.#source.line(
        `if (${whole}!(${code} >= 0 && ${code} < ${limits[n]}) || (${code} | 0) !== ${code}) break ${fail};`,
      );
      return code;
    });
    return elements.dims === undefined
      ? parts[0]
      : this.define(`${parts[0]} * ${elements.dims[1]} + ${parts[1]}`, 'int').code;
  }

  /** The element at a position. */
  itemAt({ items, kind }: ElementsCode, position: string): CodeValue {
    const item = this.define(`${items}[${position}]`, kind);
    if (kind === 'double')
      this.#source.line(`if (typeof ${item.code} !== 'number') ${item.code} = ${item.code}.value;`);
    else if (kind === 'any') this.#source.line(`if (${item.code} === undefined) ${item.code} = null;`);
    return item;
  }

  /** `holder[index]` of two values: typed and plain arrays in place, everything else by a call. */
  elementAt(holder: string, index: string, fail: string): CodeValue {
    const result = this.#source.name('t');
    const items = this.#source.name('t');
    this.#source.line(`let ${result}, ${items};`);
    this.#source.line(
      `if (typeof ${index} === 'number' && ${index} >= 0 && (${index} | 0) === ${index} && ` +
        `(${items} = ${holder} instanceof TypedArray ? (${holder}.dims === undefined ? ${holder}.items : undefined) : Array.isArray(${holder}) ? ${holder} : undefined) !== undefined && ` +
        `${index} < ${items}.length) { ${result} = ${items}[${index}]; if (${result} === undefined) ${result} = null; } ` +
        `else if ((${result} = at(${holder}, ${index})) === BAIL) break ${fail};`,
    );
    return { code: result, kind: 'any' };
  }

  #member(ast: ExpressionAst & { kind: 'MemberExpressionAst' }, fail: string): CodeValue {
    const holder = this.boxed(this.emit(ast.expression, fail)).code;
    const name = ast.member.kind === 'StringConstantExpressionAst' ? ast.member.value : '';
    const key = name.toLowerCase();
    const code =
      key === 'length' || key === 'count'
        ? `lengthOf(${holder}, ${key === 'count'})`
        : `note(${holder}, ${this.#source.constant(name)})`;
    return this.orFail(this.define(code, 'any'), fail);
  }

  #math(ast: InvokeMemberExpressionAst, fail: string): CodeValue {
    const [argument] = ast.arguments ?? [];
    return this.define(`${mathFunction(ast)}(${this.unboxed(this.#inner(argument, fail), fail)})`, 'double');
  }
}

/** Operators that have code. */
const operators: Readonly<Record<string, unknown>> = { ...arithmetic, ...bitwise, ...comparisons, And: 1, Or: 1 };

/** What a part of an expandable text evaluates: of `$( … )` the one expression in it. */
function partOf(part: ExpressionAst): ExpressionAst | undefined {
  return part.kind === 'SubExpressionAst' ? onlyIn(part.subExpression) : part;
}

/** The one expression that a block consists of. */
export function onlyIn(block: StatementBlockAst): ExpressionAst | undefined {
  const [statement] = block.statements;
  if (block.statements.length !== 1 || block.traps !== undefined || statement === undefined) return undefined;
  return expressionOf(statement);
}

function literalOf(ast: ExpressionAst): CodeValue | undefined {
  if (ast.kind !== 'VariableExpressionAst' || !ast.variablePath.isUnscopedVariable) return undefined;
  const key = ast.variablePath.unqualifiedPath.toLowerCase();
  return Object.hasOwn(literals, key) ? literals[key] : undefined;
}

function pairOf(elements: readonly ExpressionAst[]): readonly (ExpressionAst | undefined)[] {
  return elements.length === 2 ? elements : [undefined];
}

/** What `[math]::Name(x)` is in JavaScript. */
function mathFunction(ast: InvokeMemberExpressionAst): string | undefined {
  if (!ast.static || ast.arguments?.length !== 1 || ast.genericTypeArguments !== undefined) return undefined;
  if (ast.expression.kind !== 'TypeExpressionAst' || ast.member.kind !== 'StringConstantExpressionAst')
    return undefined;
  if (!['math', 'system.math'].includes(ast.expression.typeName.fullName.toLowerCase())) return undefined;
  const key = ast.member.value.toLowerCase();
  return Object.hasOwn(mathFunctions, key) ? mathFunctions[key] : undefined;
}
