import type {
  AssignmentStatementAst,
  Ast,
  ExpressionAst,
  IfStatementAst,
  StatementAst,
  StatementBlockAst,
  UnaryExpressionAst,
  VariableExpressionAst,
} from '../../../parser/index.ts';
import type { Compile } from '../compile-context.ts';
import { onlyExpression } from '../pipelines.ts';
import { compileList, type StatementHolder } from '../statement-list.ts';
import { isSpecialName, mayHaveSlot } from '../variables.ts';
import { type HotPlace, Locals, steps } from './locals.ts';
import { type CodeValue, type ElementsCode, expressionOf, onlyIn, PureCode, type VariableCode } from './pure.ts';
import type { Source } from './source.ts';

const compound: Readonly<Record<string, string>> = {
  PlusEquals: 'Plus',
  MinusEquals: 'Minus',
  MultiplyEquals: 'Multiply',
  DivideEquals: 'Divide',
  RemainderEquals: 'Rem',
};

/** Names of the labels that `break` and `continue` of the loop itself jump to. */
export interface LoopLabels {
  readonly leave: string;
  readonly next: string;
}

/**
 * Writes code for statements. Variables of the running scope are kept in locals; what the code cannot do itself it
 * leaves to the ordinary closures, and before it does it puts the variables back where everybody finds them (`spill`),
 * to read them again afterwards (`reload`).
 */
export class StatementCode implements VariableCode {
  readonly source: Source;
  readonly pure: PureCode;
  readonly #c: Compile;
  readonly #locals: Locals;
  /** How many statements and conditions have code of their own. */
  written = 0;

  /** @param ast all that the code is for */
  constructor(source: Source, c: Compile, place: HotPlace, ast: Ast) {
    this.source = source;
    this.#c = c;
    this.#locals = new Locals(source, place, ast);
    this.pure = new PureCode(source, this);
  }

  knows({ variablePath: path }: VariableExpressionAst): boolean {
    const key = path.unqualifiedPath.toLowerCase();
    return path.isUnscopedVariable && !path.isDriveQualified && !isSpecialName(key) && mayHaveSlot(key);
  }

  local(ast: VariableExpressionAst, fail: string): CodeValue {
    const { local, kind, unset, assigned } = this.#locals.of(ast);
    if (kind !== 'any' && assigned) this.source.line(`if (${unset}) break ${fail};`);
    return { code: local, kind };
  }

  elements(ast: VariableExpressionAst): ElementsCode | undefined {
    return this.knows(ast) ? this.#locals.of(ast).array : undefined;
  }

  /** Makes the function of the code written; see {@link Locals.compile}. */
  compile(parameters: string, misfit: string, further: Readonly<Record<string, unknown>>): unknown {
    return this.#locals.compile(parameters, misfit, further);
  }

  /**
   * Writes the statements of a block under a label. After it `s` is undefined, a signal, or the promise of one; errors
   * that a statement leaves are dealt with as {@link compileStatements} does. What has no code of its own, or cannot go
   * on, jumps to the one place behind them where closures run, and comes back to the statement that follows.
   */
  list(block: StatementHolder, label: string, loop: LoopLabels | undefined): void {
    const { source } = this;
    const { statements, ...list } = compileList(block, this.#c);
    const place = { label, list: source.constant(list), at: source.name('i'), fail: source.name('f'), loop };
    const { at } = place;
    source.line(`${label}: for (let ${at} = 0; ; ) { try {`);
    source.line(`${place.fail}: { switch (${at}) {`);
    statements.forEach((ast, n) => {
      source.line(`case ${n}: { ${at} = ${n};`);
      this.#statement(ast, place);
      source.line('}');
    });
    source.line(`} break ${label}; }`);
    this.mark('spill');
    source.line(`frame.at = ${place.list}.extents[${at}];`);
    source.line(`s = ${place.list}.run[${at}](frame, out);`);
    source.line(`if (s instanceof Promise) { s = waitThen(${place.list}, frame, out, ${at}, s); break ${label}; }`);
    source.line(
      `} catch (thrown) { s = caught(${place.list}, frame, out, ${at}, thrown); ${at} = ${statements.length}; }`,
    );
    this.mark('reload');
    source.line(`if (s !== undefined) break ${label};`);
    source.line(`?if (!fit) { s = rest(${place.list}, frame, out, ${at}); break ${label}; }`);
    source.line(`${at}++; }`);
  }

  /** A place where the locals go back or are read again, filled in when all of them are known. */
  mark(what: 'spill' | 'reload'): void {
    this.source.line(`#${what}`);
  }

  #statement(ast: StatementAst, place: Place): void {
    if (this.#jump(ast, place)) return;
    const write = this.#writer(ast, place);
    if (write === undefined) {
      this.source.line(`break ${place.fail};`);
      return;
    }
    this.written++;
    write(place.fail);
  }

  /** Behind a nested list: what left it leaves this list too. */
  #leaveWithSignal({ list, at, label }: Place): void {
    const pending = `if (s instanceof Promise) s = waitThen(${list}, frame, out, ${at}, s);`;
    const misfit = `else if (s === left.atCharge) s = rest(${list}, frame, out, ${at});`;
    this.source.line(`if (s !== undefined) { ${pending} ${misfit} break ${label}; }`);
  }

  /** `break` and `continue` of the loop that the code is for. */
  #jump(ast: StatementAst, { loop }: Place): boolean {
    if (loop === undefined) return false;
    if (ast.kind === 'BreakStatementAst' && ast.label === undefined) this.source.line(`break ${loop.leave};`);
    else if (ast.kind === 'ContinueStatementAst' && ast.label === undefined) this.source.line(`break ${loop.next};`);
    else return false;
    return true;
  }

  /** How to write a statement; undefined for those that closures run. */
  #writer(ast: StatementAst, place: Place): ((fail: string) => void) | undefined {
    if (ast.kind === 'AssignmentStatementAst') return this.#assignment(ast);
    if (ast.kind === 'IfStatementAst') return this.#if(ast, place);
    if (ast.kind !== 'PipelineAst') return undefined;
    const expression = onlyExpression(ast);
    return expression?.kind === 'UnaryExpressionAst' ? this.#step(expression) : undefined;
  }

  /** A statement that stands alone, as the iterator of a `for`; undefined when closures run it. */
  alone(ast: StatementAst): ((fail: string) => void) | undefined {
    const place: Place = { label: '', list: '', at: '', fail: '', loop: undefined };
    if (ast.kind === 'IfStatementAst') return undefined;
    return this.#writer(ast, place);
  }

  #step(ast: UnaryExpressionAst): ((fail: string) => void) | undefined {
    const { child } = ast;
    const by = steps[ast.tokenKind];
    if (by === undefined || child.kind !== 'VariableExpressionAst' || !this.knows(child)) return undefined;
    return (fail) => {
      const { kind, local } = this.#locals.of(child);
      const before = this.local(child, fail);
      if (kind === 'any')
        this.source.line(`if (typeof ${local} !== 'number' || (${local} | 0) !== ${local}) break ${fail};`);
      const after = this.pure.define(`${before.code} ${by}`, 'raw');
      if (kind === 'long') this.source.line(`if (!Number.isSafeInteger(${after.code})) break ${fail};`);
      if (kind === 'int') this.source.line(`if ((${after.code} | 0) !== ${after.code}) break ${fail};`);
      this.source.line(`${local} = ${after.code}; engine.lastSucceeded = true;`);
    };
  }

  #assignment(ast: AssignmentStatementAst): ((fail: string) => void) | undefined {
    const { left } = ast;
    const value = this.#valueOf(ast.right);
    const operator = compound[ast.operator];
    if (value === undefined || (ast.operator !== 'Equals' && operator === undefined)) return undefined;
    if (left.kind === 'VariableExpressionAst' && this.knows(left))
      return (fail) => {
        const right = value(fail);
        const result = operator === undefined ? right : this.#combined(operator, left, right, fail);
        this.store(left, result, fail);
        this.source.line('engine.lastSucceeded = true;');
      };
    if (left.kind === 'IndexExpressionAst' && !left.nullConditional && this.#supportsElement(left))
      return (fail) => this.#assignElement(left, operator, value(fail), fail);
    if (left.kind === 'MemberExpressionAst' && this.pure.supports(left))
      return (fail) => this.#assignProperty(left, operator, value(fail), fail);
    return undefined;
  }

  #combined(operator: string, left: VariableExpressionAst, right: CodeValue, fail: string): CodeValue {
    return this.pure.combine(operator, this.pure.emit(left, fail), right, fail);
  }

  /** The value of what stands right of `=`: an expression, or an `if` that only chooses one. */
  #valueOf(ast: StatementAst): ((fail: string) => CodeValue) | undefined {
    if (ast.kind === 'IfStatementAst') return this.#choice(ast);
    const expression = expressionOf(ast);
    if (expression === undefined || !this.pure.supports(expression)) return undefined;
    return (fail) => this.pure.emit(expression, fail);
  }

  #choice(ast: IfStatementAst): ((fail: string) => CodeValue) | undefined {
    const cases = ast.clauses.map(({ condition, body }) => ({
      condition: expressionOf(condition),
      value: onlyIn(body),
    }));
    const otherwise = ast.elseClause && onlyIn(ast.elseClause);
    const known: { condition: ExpressionAst; value: ExpressionAst }[] = [];
    for (const { condition, value } of cases) {
      if (!condition || !value || !this.pure.supports(condition) || !this.pure.supports(value)) return undefined;
      known.push({ condition, value });
    }
    if (otherwise === undefined || !this.pure.supports(otherwise)) return undefined;
    return (fail) => {
      const chosen = this.pure.choice(known, otherwise, fail);
      // A statement's output is taken apart, which only matters for objects.
      this.source.line(
        `if (typeof ${chosen.code} === 'object' && ${chosen.code} !== null && !(${chosen.code} instanceof Double)) break ${fail};`,
      );
      return chosen;
    };
  }

  /** Stores a value in a variable of the running scope. */
  store(target: VariableExpressionAst, value: CodeValue, fail: string): void {
    const { source } = this;
    const variable = this.#locals.of(target);
    const { local, kind, unset } = variable;
    const maySet = `maySet(frame, ${source.constant(variable)})`;
    if (kind === 'any') {
      const { code } = this.pure.boxed(value);
      const isCell = `typeof ${local} === 'object' && ${local} instanceof Variable`;
      source.line(`if (${local} === undefined ? !${maySet} : ${isCell}) break ${fail};`);
      source.line(`${local} = ${code};`);
      return;
    }
    const code = this.#as(kind, value, fail);
    source.line(`if (${unset}) { if (!${maySet}) break ${fail}; ${unset} = false; }`);
    source.line(`${local} = ${code};`);
  }

  #as(kind: 'int' | 'double' | 'long', value: CodeValue, fail: string): string {
    if (kind === 'int') return this.#asInt(value, fail);
    return kind === 'long' ? this.#asLong(value, fail) : this.#asDouble(value, fail);
  }

  /** The value as the Int64 it must be; everything else fails. */
  #asLong({ code, kind }: CodeValue, fail: string): string {
    if (kind === 'long') return code;
    if (kind !== 'any') this.source.line(`break ${fail};`);
    else this.source.line(`if (typeof ${code} !== 'bigint' || !Number.isSafeInteger(Number(${code}))) break ${fail};`);
    return `Number(${code})`;
  }

  /** The value as the Int32 it must be; everything else fails. */
  #asInt({ code, kind }: CodeValue, fail: string): string {
    if (kind === 'any')
      this.source.line(`if (typeof ${code} !== 'number' || (${code} | 0) !== ${code}) break ${fail};`);
    else if (kind === 'raw') this.source.line(`if ((${code} | 0) !== ${code}) break ${fail};`);
    else if (kind !== 'int') this.source.line(`break ${fail};`);
    return kind === 'int' ? code : `${code} | 0`;
  }

  /** The number in the Double that the value must be; everything else fails. */
  #asDouble(value: CodeValue, fail: string): string {
    const { code, kind } = value;
    if (kind === 'double') return code;
    if (kind !== 'any' && kind !== 'raw') this.source.line(`break ${fail};`);
    else this.source.line(`if (typeof ${code} === 'number' && (${code} | 0) === ${code}) break ${fail};`);
    return this.pure.unboxed(value, fail);
  }

  #supportsElement({ target, index }: ExpressionAst & { kind: 'IndexExpressionAst' }): boolean {
    if (!this.pure.supports(target)) return false;
    if (index.kind !== 'ArrayLiteralAst') return this.pure.supports(index);
    return index.elements.length === 2 && index.elements.every((e) => this.pure.supports(e));
  }

  #assignElement(
    left: ExpressionAst & { kind: 'IndexExpressionAst' },
    operator: string | undefined,
    right: CodeValue,
    fail: string,
  ): void {
    const { pure, source } = this;
    const array = left.target.kind === 'VariableExpressionAst' ? this.elements(left.target) : undefined;
    const place = array?.writable ? pure.position(array, left.index, fail) : undefined;
    if (array !== undefined && place !== undefined) {
      const result = operator === undefined ? right : pure.combine(operator, pure.itemAt(array, place), right, fail);
      source.line(
        `${array.items}[${place}] = ${this.#element(array.kind, result, fail)}; engine.lastSucceeded = true;`,
      );
      return;
    }
    const holder = pure.boxed(pure.emit(left.target, fail)).code;
    const indexes = left.index.kind === 'ArrayLiteralAst' ? left.index.elements : [left.index];
    const [first = 'null', second] = indexes.map((e) => pure.boxed(pure.emit(e, fail)).code);
    const position = second === undefined ? first : pure.define(`cell(${holder}, ${first}, ${second})`, 'int').code;
    if (second !== undefined) source.line(`if (${position} < 0) break ${fail};`);
    const old = () =>
      second === undefined ? pure.elementAt(holder, position, fail) : pure.define(`${holder}.get(${position})`, 'any');
    const value = pure.boxed(operator === undefined ? right : pure.combine(operator, old(), right, fail)).code;
    if (second !== undefined)
      source.line(`if (!fits(${holder}, ${value})) break ${fail}; ${holder}.set(${position}, ${value});`);
    else
      source.line(
        `if (${holder} instanceof TypedArray && ${holder}.dims === undefined && ${holder}.items !== undefined && ` +
          `typeof ${position} === 'number' && ${position} >= 0 && ${position} < ${holder}.items.length && ` +
          `(${position} | 0) === ${position} && fits(${holder}, ${value})) ${holder}.items[${position}] = ${value}; ` +
          `else if (!setAt(${holder}, ${position}, ${value})) break ${fail};`,
      );
    source.line('engine.lastSucceeded = true;');
  }

  /** A value as an element of an array whose elements are all of a kind. */
  #element(kind: ElementsCode['kind'], value: CodeValue, fail: string): string {
    if (kind === 'int') return this.#asInt(value, fail);
    if (kind === 'double') return this.pure.boxed({ code: this.#asDouble(value, fail), kind: 'double' }).code;
    if (kind === 'bool' && value.kind !== 'bool') this.source.line(`break ${fail};`);
    return this.pure.boxed(value).code;
  }

  /** Stores in a property of a custom object, or in a hashtable by a name. */
  #assignProperty(
    left: ExpressionAst & { kind: 'MemberExpressionAst' },
    operator: string | undefined,
    right: CodeValue,
    fail: string,
  ): void {
    const { pure, source } = this;
    const holder = pure.boxed(pure.emit(left.expression, fail)).code;
    const name = source.constant(left.member.kind === 'StringConstantExpressionAst' ? left.member.value : '');
    const old = () => pure.orFail(pure.define(`note(${holder}, ${name})`, 'any'), fail);
    const value = pure.boxed(operator === undefined ? right : pure.combine(operator, old(), right, fail)).code;
    source.line(`if (!setNote(${holder}, ${name}, ${value})) break ${fail}; engine.lastSucceeded = true;`);
  }

  #if(ast: IfStatementAst, place: Place): ((fail: string) => void) | undefined {
    const blocks = [...ast.clauses.map((k) => k.body), ...(ast.elseClause ? [ast.elseClause] : [])];
    // Traps would have to see every error.
    if (blocks.some((b) => b.traps !== undefined)) return undefined;
    const conditions = ast.clauses.map((k) => expressionOf(k.condition));
    if (!conditions.every((k) => k !== undefined && this.pure.supports(k))) return undefined;
    return (fail) => {
      ast.clauses.forEach(({ body }, n) => {
        const condition = conditions[n];
        if (condition === undefined) return;
        const truth = this.pure.define(this.pure.truth(this.pure.emit(condition, fail)), 'bool');
        this.source.line('engine.lastSucceeded = true;');
        this.source.line(`if (${truth.code}) {`);
        this.#nested(body, place);
        this.source.line('} else {');
      });
      if (ast.elseClause) this.#nested(ast.elseClause, place);
      this.source.line('}'.repeat(ast.clauses.length));
    };
  }

  #nested(block: StatementBlockAst, place: Place): void {
    const [first] = block.statements;
    if (first === undefined || this.#jump(first, place)) return;
    this.list(block, this.source.name('b'), place.loop);
    this.#leaveWithSignal(place);
  }
}

/** Where a statement stands. */
interface Place {
  /** The label of its list, and the name of the list itself. */
  readonly label: string;
  readonly list: string;
  /** The local that holds the position of the statement that runs. */
  readonly at: string;
  /** The label to jump to when closures have to go on. */
  readonly fail: string;
  readonly loop: LoopLabels | undefined;
}
