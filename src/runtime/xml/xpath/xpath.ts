import type { NetException } from '../../errors/net-exception.ts';
import { nodeType } from '../node-types.ts';
import { splitName } from '../xml-names.ts';
import { isCharacters, type XmlNode } from '../xml-node.ts';
import { axes, reverseAxes } from './xpath-axes.ts';
import { type XPathContext, xpathFunction } from './xpath-functions.ts';
import { type XPathToken, xpathError, xpathTokens } from './xpath-tokens.ts';
import { booleanOf, inDocumentOrder, numberOf, rootOf, stringOf, textOf, type XPathValue } from './xpath-values.ts';

/** The URI a prefix of an expression stands for; undefined for an unknown one. */
export type PrefixResolver = (prefix: string) => string | undefined;

type Expression = (context: XPathContext) => XPathValue;
type Test = (node: XmlNode) => boolean;

interface Step {
  readonly axis: string;
  readonly test: Test;
  readonly predicates: readonly Expression[];
}

/** A parsed XPath 1.0 expression. */
export class XPathExpression {
  readonly text: string;
  readonly #evaluate: Expression;

  /** @throws XPathException */
  constructor(text: string, prefixes: PrefixResolver = () => undefined) {
    this.text = text;
    this.#evaluate = new XPathParser(text, prefixes).parse();
  }

  evaluate(node: XmlNode): XPathValue {
    return this.#evaluate({ node, position: 1, size: 1 });
  }

  /** @throws XPathException when it gives no nodes but a value */
  select(node: XmlNode): readonly XmlNode[] {
    const value = this.evaluate(node);
    if (typeof value === 'object') return value;
    throw xpathError(`'${this.text}' gives a value, not nodes.`);
  }
}

const comparisons: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};
const arithmetic: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  div: (a, b) => a / b,
  mod: (a, b) => a % b,
};
/** Operators from the loosest to the tightest. */
const levels: readonly (readonly string[])[] = [
  ['or'],
  ['and'],
  ['=', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', 'div', 'mod'],
];
const typeTests: Readonly<Record<string, Test>> = {
  node: () => true,
  text: isCharacters,
  comment: (n) => n.nodeType === nodeType.comment,
  'processing-instruction': (n) => n.nodeType === nodeType.processingInstruction,
};

class XPathParser {
  readonly #text: string;
  readonly #prefixes: PrefixResolver;
  readonly #tokens: readonly XPathToken[];
  #at = 0;

  constructor(text: string, prefixes: PrefixResolver) {
    this.#text = text;
    this.#prefixes = prefixes;
    this.#tokens = xpathTokens(text);
  }

  parse(): Expression {
    const expression = this.#binary(0);
    if (this.#token.kind !== 'end') throw this.#unexpected();
    return expression;
  }

  get #token(): XPathToken {
    return this.#tokens[this.#at] ?? { kind: 'end', text: '' };
  }

  #is(operator: string): boolean {
    return this.#token.kind === 'operator' && this.#token.text === operator;
  }

  #takes(operator: string): boolean {
    if (!this.#is(operator)) return false;
    this.#at++;
    return true;
  }

  #expect(operator: string): void {
    if (!this.#takes(operator)) throw this.#unexpected();
  }

  #unexpected(): NetException {
    const { kind, text } = this.#token;
    return xpathError(
      kind === 'end' ? `'${this.#text}' ends too early.` : `'${this.#text}' has an unexpected '${text}'.`,
    );
  }

  #binary(level: number): Expression {
    const operators = levels[level];
    if (!operators) return this.#unary();
    let left = this.#binary(level + 1);
    for (
      let { kind, text } = this.#token;
      kind === 'operator' && operators.includes(text);
      { kind, text } = this.#token
    ) {
      this.#at++;
      left = operation(text, left, this.#binary(level + 1));
    }
    return left;
  }

  #unary(): Expression {
    if (!this.#takes('-')) return this.#union();
    const operand = this.#unary();
    return (c) => -numberOf(operand(c));
  }

  #union(): Expression {
    let left = this.#path();
    while (this.#takes('|')) {
      const [first, second] = [left, this.#path()];
      left = (c) => inDocumentOrder([...nodesOf(first(c)), ...nodesOf(second(c))]);
    }
    return left;
  }

  #path(): Expression {
    if (this.#takes('//')) return this.#steps((c) => [rootOf(c.node)], true);
    if (this.#takes('/')) {
      const root: Expression = (c) => [rootOf(c.node)];
      return this.#startsStep() ? this.#steps(root, false) : root;
    }
    const next = this.#tokens[this.#at + 1];
    const { kind, text } = this.#token;
    const isCall = kind === 'name' && next?.text === '(' && next.kind === 'operator' && !Object.hasOwn(typeTests, text);
    if (kind === 'name' ? !isCall : this.#startsStep()) return this.#steps((c) => [c.node], false);
    const primary = this.#filter(this.#primary());
    if (this.#takes('//')) return this.#steps(primary, true);
    return this.#takes('/') ? this.#steps(primary, false) : primary;
  }

  #startsStep(): boolean {
    const { kind, text } = this.#token;
    return kind === 'name' || (kind === 'operator' && ['.', '..', '@'].includes(text));
  }

  #filter(primary: Expression): Expression {
    const predicates = this.#predicates();
    if (predicates.length === 0) return primary;
    return (c) => predicates.reduce<readonly XmlNode[]>(keep, nodesOf(primary(c)));
  }

  #primary(): Expression {
    const { kind, text } = this.#token;
    this.#at++;
    if (kind === 'number') return constant(Number(text));
    if (kind === 'literal') return constant(text);
    if (kind === 'variable') throw xpathError(`The variable '$${text}' is not declared.`);
    if (kind === 'name') return this.#call(text);
    this.#at--;
    this.#expect('(');
    const inner = this.#binary(0);
    this.#expect(')');
    return inner;
  }

  #call(name: string): Expression {
    this.#expect('(');
    const args: Expression[] = [];
    if (!this.#is(')'))
      do args.push(this.#binary(0));
      while (this.#takes(','));
    this.#expect(')');
    const code = xpathFunction(name, args.length);
    return (c) =>
      code(
        c,
        args.map((a) => a(c)),
      );
  }

  #steps(start: Expression, fromAnywhere: boolean): Expression {
    const steps: Step[] = [];
    let anywhere = fromAnywhere;
    for (;;) {
      const step = this.#step();
      if (anywhere && step.axis === 'child' && step.predicates.length === 0)
        steps.push({ ...step, axis: 'descendant' });
      else if (anywhere) steps.push(anyNode, step);
      else steps.push(step);
      anywhere = this.#takes('//');
      if (!anywhere && !this.#takes('/')) break;
    }
    return (c) => steps.reduce<readonly XmlNode[]>(walk, nodesOf(start(c)));
  }

  #step(): Step {
    if (this.#takes('.')) return { axis: 'self', test: () => true, predicates: [] };
    if (this.#takes('..')) return { axis: 'parent', test: () => true, predicates: [] };
    let axis = 'child';
    if (this.#takes('@')) axis = 'attribute';
    else if (this.#tokens[this.#at + 1]?.text === '::') {
      axis = this.#token.text;
      if (!Object.hasOwn(axes, axis)) throw this.#unexpected();
      this.#at += 2;
    }
    const test = this.#test(axis);
    return { axis, test, predicates: this.#predicates() };
  }

  #test(axis: string): Test {
    const { kind, text } = this.#token;
    if (kind !== 'name') throw this.#unexpected();
    this.#at++;
    const byType = Object.hasOwn(typeTests, text) ? typeTests[text] : undefined;
    if (byType && this.#takes('(')) {
      const target = this.#token.kind === 'literal' ? this.#token.text : undefined;
      if (target !== undefined) this.#at++;
      this.#expect(')');
      return target === undefined ? byType : (n) => byType(n) && n.name === target;
    }
    const principal = axis === 'attribute' ? nodeType.attribute : nodeType.element;
    if (text === '*') return (n) => n.nodeType === principal;
    const { prefix, localName } = splitName(text);
    const namespace = prefix === '' ? '' : this.#prefixes(prefix);
    if (namespace === undefined) throw xpathError(`The prefix '${prefix}' of '${this.#text}' is not declared.`);
    return localName === '*'
      ? (n) => n.nodeType === principal && n.namespace === namespace
      : (n) => n.nodeType === principal && n.localName === localName && n.namespace === namespace;
  }

  #predicates(): Expression[] {
    const predicates: Expression[] = [];
    while (this.#takes('[')) {
      predicates.push(this.#binary(0));
      this.#expect(']');
    }
    return predicates;
  }
}

const anyNode: Step = { axis: 'descendant-or-self', test: () => true, predicates: [] };

function constant(value: XPathValue): Expression {
  return () => value;
}

function nodesOf(value: XPathValue): readonly XmlNode[] {
  if (typeof value === 'object') return value;
  throw xpathError('A node set is expected here.');
}

/** The nodes for which a predicate holds; a number is a position. */
function keep(nodes: readonly XmlNode[], predicate: Expression): readonly XmlNode[] {
  return nodes.filter((node, i) => {
    const value = predicate({ node, position: i + 1, size: nodes.length });
    return typeof value === 'number' ? value === i + 1 : booleanOf(value);
  });
}

/** One step from every node so far. */
function walk(nodes: readonly XmlNode[], step: Step): readonly XmlNode[] {
  const axis = axes[step.axis];
  if (!axis) return [];
  const found: XmlNode[] = [];
  for (const node of nodes) {
    let reached: readonly XmlNode[] = [...axis(node)].filter(step.test);
    for (const predicate of step.predicates) reached = keep(reached, predicate);
    for (const one of reached) found.push(one);
  }
  if (nodes.length === 1) return reverseAxes.has(step.axis) ? found.reverse() : found;
  return step.axis === 'self' || step.axis === 'attribute' ? found : inDocumentOrder(found);
}

function operation(operator: string, left: Expression, right: Expression): Expression {
  if (operator === 'or') return (c) => booleanOf(left(c)) || booleanOf(right(c));
  if (operator === 'and') return (c) => booleanOf(left(c)) && booleanOf(right(c));
  const calculate = arithmetic[operator];
  if (calculate) return (c) => calculate(numberOf(left(c)), numberOf(right(c)));
  return (c) => compare(operator, left(c), right(c));
}

/** Comparison: of node sets, any node will do. */
function compare(operator: string, left: XPathValue, right: XPathValue): boolean {
  const order = comparisons[operator];
  if (typeof left === 'object' && typeof right !== 'boolean') {
    return left.some((n) => compare(operator, textOf(n), right));
  }
  if (typeof right === 'object' && typeof left !== 'boolean') {
    return right.some((n) => compare(operator, left, textOf(n)));
  }
  if (order) return order(numberOf(left), numberOf(right));
  return isSame(left, right) === (operator === '=');
}

function isSame(left: XPathValue, right: XPathValue): boolean {
  if (typeof left === 'boolean' || typeof right === 'boolean') return booleanOf(left) === booleanOf(right);
  if (typeof left === 'number' || typeof right === 'number') return numberOf(left) === numberOf(right);
  return stringOf(left) === stringOf(right);
}
