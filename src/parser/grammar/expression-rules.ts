import type { ParserMethod } from 'chevrotain';
import type { AttributeBaseAst } from '../ast/definitions.ts';
import type { ExpressionAst } from '../ast/expressions.ts';
import { errorExpression } from '../build/expressions.ts';
import { foldOperators } from '../build/operators.ts';
import type { Token } from '../tokens/token.ts';
import { TokenFlags, type TokenKind, tokenKinds, tokenTraits } from '../tokens/token-kinds.ts';
import { categories as c, tokenTypes as t } from '../tokens/token-types.ts';
import { AttributeRules } from './attribute-rules.ts';
import type { Rule } from './base-parser.ts';

interface Alternative<Result> {
  ALT: () => Result;
}

/** Rules for operators, casts and what they stand between. */
export abstract class ExpressionRules extends AttributeRules {
  abstract readonly primaryExpression: ParserMethod<[withMembers?: boolean], ExpressionAst>;
  abstract readonly memberChain: ParserMethod<[target?: ExpressionAst], ExpressionAst | undefined>;

  private unaryAlternatives: Alternative<ExpressionAst | undefined>[] | undefined;

  // expression = unary-expression, { INFIX, NL*, unary-expression }, [ ternary ] ;
  readonly expression: Rule<ExpressionAst | undefined> = this.RULE('expression', (): ExpressionAst | undefined => {
    const first = this.subrule(0, this.unaryExpression);
    if (!this.RECORDING_PHASE && !continuations.has(this.peekKind())) return first;
    const operands: ExpressionAst[] = [];
    const operators: Token[] = [];
    if (first !== undefined) operands.push(first);
    this.many(0, {
      GATE: () => first !== undefined && this.mayGoOn(),
      DEF: () => {
        const operator = this.take(0, c.Infix);
        this.newlines();
        const operand = this.maybeUnary(1);
        operators.push(operator);
        this.ACTION(() => operands.push(operand ?? this.missingOperand(operator)));
      },
    });
    let result = this.ACTION(() => this.finishOperands(operands, operators));
    this.option(0, {
      GATE: () => result !== undefined,
      DEF: () => {
        result = this.subrule(0, this.ternary, { ARGS: [result] });
      },
    });
    return result;
  });

  private mayGoOn(): boolean {
    return !this.commaSeparates || this.peekKind() !== 'Comma';
  }

  private missingOperand(operator: Token): ExpressionAst {
    const extent = this.behind(operator);
    const comma = operator.kind === 'Comma';
    const id = comma ? 'MissingExpressionAfterToken' : 'ExpectedValueExpression';
    this.reporter.incomplete(extent, id, operator.text);
    return errorExpression(comma ? operator.extent : extent, []);
  }

  /** Folds the operands; a parameter behind them is taken for an operator that was not finished. */
  private finishOperands(operands: readonly ExpressionAst[], operators: readonly Token[]): ExpressionAst | undefined {
    const result = foldOperators(operands, operators);
    if (result === undefined || this.peekKind() !== 'Parameter') return result;
    const token = this.advance();
    this.reporter.error(token.extent, 'UnexpectedToken', token.text);
    const parameterName = token.value.is === 'parameter' ? token.value.parameterName : '';
    return errorExpression(this.span(result.extent, token), [
      result,
      {
        kind: 'CommandParameterAst',
        extent: token.extent,
        parameterName,
        argument: undefined,
        errorPosition: token.extent,
      },
    ]);
  }

  // ternary = "?", NL*, expression, NL*, ":", NL*, expression ;
  readonly ternary = this.RULE('ternary', (condition?: ExpressionAst): ExpressionAst | undefined => {
    const question = this.take(0, t.QuestionMark);
    this.newlines();
    const first = this.maybeExpression(1, true);
    const ifTrue = this.ACTION(() => first ?? this.missingOperand(question));
    this.newlines();
    let colon: Token | undefined;
    let second: ExpressionAst | undefined;
    this.option(0, () => {
      const mark = this.take(0, t.Colon);
      this.newlines();
      second = this.maybeExpression(2, true);
      this.ACTION(() => {
        colon = mark;
      });
    });
    return this.ACTION(() => {
      if (condition === undefined) return undefined;
      if (colon === undefined) return this.ternaryWithoutColon(condition, ifTrue);
      const ifFalse = second ?? this.missingOperand(colon);
      const extent = this.span(condition.extent, ifFalse.extent);
      return { kind: 'TernaryExpressionAst', extent, condition, ifTrue, ifFalse };
    });
  });

  private ternaryWithoutColon(condition: ExpressionAst, ifTrue: ExpressionAst): ExpressionAst {
    const next = this.peekToken();
    const extent = this.span(condition.extent, this.ahead(next));
    if (ifTrue.kind === 'ErrorExpressionAst') return errorExpression(extent, [condition]);
    this.reporter.incomplete(next.extent, 'MissingColonInTernaryExpression');
    return errorExpression(extent, [condition, ifTrue]);
  }

  /** An operand with its prefix operators and casts, if one comes next. */
  protected maybeUnary(idx: number): ExpressionAst | undefined {
    let operand: ExpressionAst | undefined;
    this.option(idx, {
      GATE: () => this.peekOperand(true).kind !== 'Comma' || !this.commaSeparates,
      DEF: () => {
        operand = this.subrule(idx, this.unaryExpression);
      },
    });
    return operand;
  }

  // unary-expression = ( prefix-expression | bracket-expression | primary-expression ), [ "++" | "--" ] ;
  readonly unaryExpression = this.RULE('unaryExpression', (): ExpressionAst | undefined => {
    this.unaryAlternatives ??= [
      { ALT: () => this.subrule(0, this.prefixExpression) },
      { ALT: () => this.subrule(0, this.bracketExpression) },
      { ALT: () => this.subrule(0, this.primaryExpression, withMembers) },
    ];
    let result: ExpressionAst | undefined = this.or(0, this.unaryAlternatives);
    if (!this.RECORDING_PHASE && !steps.has(this.peekKind())) return result;
    this.option(0, {
      GATE: () => result !== undefined && result.kind !== 'ErrorExpressionAst',
      DEF: () => {
        const operator: Token = this.or(1, [
          { ALT: () => this.take(0, t.PlusPlus) },
          { ALT: () => this.take(0, t.MinusMinus) },
        ]);
        result = this.ACTION(() => this.postfix(result, operator));
      },
    });
    return result;
  });

  private postfix(child: ExpressionAst | undefined, operator: Token): ExpressionAst | undefined {
    if (child === undefined) return undefined;
    const tokenKind = operator.kind === 'PlusPlus' ? 'PostfixPlusPlus' : 'PostfixMinusMinus';
    return { kind: 'UnaryExpressionAst', extent: this.span(child.extent, operator), tokenKind, child };
  }

  // prefix-expression = PREFIX, NL*, unary-expression ;
  readonly prefixExpression = this.RULE('prefixExpression', (): ExpressionAst => {
    this.nest();
    const operator = this.take(0, c.UnaryOperator);
    this.newlines();
    const child = this.maybeUnary(0);
    this.unnest();
    return this.ACTION(() => {
      if (child === undefined) {
        this.reporter.incomplete(this.behind(operator), 'MissingExpressionAfterOperator', operator.text);
        return errorExpression(operator.extent, []);
      }
      const extent = this.span(operator, child.extent);
      if (operator.kind === 'Comma') return { kind: 'ArrayLiteralAst', extent, elements: [child] };
      return { kind: 'UnaryExpressionAst', extent, tokenKind: operator.kind, child };
    });
  });

  // bracket-expression = attributes, [ member-chain | unary-expression ] ;
  readonly bracketExpression = this.RULE('bracketExpression', (): ExpressionAst | undefined => {
    this.nest();
    const opening = this.ACTION(() => this.peekToken());
    const attributes = this.subrule(0, this.attributes, { ARGS: [true] });
    const last = this.ACTION(() => attributes?.at(-1));
    let child: ExpressionAst | undefined;
    let reached: ExpressionAst | undefined;
    this.option(0, {
      GATE: () => last?.kind === 'TypeConstraintAst' && this.peekMemberOperator(false),
      DEF: () => {
        const target = this.ACTION(() => this.typeExpression(last));
        reached = this.subrule(0, this.memberChain, { ARGS: [target] });
      },
    });
    this.option(1, {
      GATE: () => last !== undefined && reached === undefined && this.castGoesOn(last),
      DEF: () => {
        child = this.subrule(0, this.unaryExpression);
      },
    });
    this.unnest();
    return this.ACTION(() => {
      if (attributes === undefined || last === undefined) return undefined;
      if (last.kind === 'AttributeAst' && child === undefined) {
        this.reporter.incomplete(last.extent, 'UnexpectedAttribute', last.typeName.fullName);
        return errorExpression(this.span(opening, last.extent), attributes);
      }
      const inner = reached ?? (child === undefined ? this.typeExpression(last) : this.attributed(last, child));
      return attributes.slice(0, -1).reduceRight((expression, item) => this.attributed(item, expression), inner);
    });
  });

  /** Whether an operand can follow a cast or attribute; a cast is not continued on another line. */
  private castGoesOn(last: AttributeBaseAst): boolean {
    if (last.kind === 'AttributeAst') this.newlines();
    else if (this.peekKind() === 'NewLine' || this.peekKind() === 'Comma') return false;
    return this.peekOperand(true).kind !== 'Comma' || !this.commaSeparates;
  }

  private typeExpression(type: AttributeBaseAst | undefined): ExpressionAst {
    if (type === undefined) return errorExpression(this.source.empty, []);
    return { kind: 'TypeExpressionAst', extent: type.extent, typeName: type.typeName };
  }

  private attributed(attribute: AttributeBaseAst, child: ExpressionAst): ExpressionAst {
    const extent = this.span(attribute.extent, child.extent);
    if (attribute.kind === 'TypeConstraintAst') return { kind: 'ConvertExpressionAst', extent, type: attribute, child };
    return { kind: 'AttributedExpressionAst', extent, attribute, child };
  }
}

/** Kinds that go on an expression behind its first operand; behind others there is nothing to look for. */
const continuations: ReadonlySet<TokenKind> = new Set(
  tokenKinds
    .filter((kind) => (tokenTraits[kind].flags & TokenFlags.BinaryOperator) !== 0)
    .concat(['Comma', 'QuestionMark', 'Parameter']),
);
const steps: ReadonlySet<TokenKind> = new Set<TokenKind>(['PlusPlus', 'MinusMinus']);

const withMembers: { ARGS: [boolean] } = { ARGS: [true] };
