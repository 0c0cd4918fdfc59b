import type { ParserMethod } from 'chevrotain';
import type { ExpandableStringExpressionAst, ExpressionAst, VariableExpressionAst } from '../ast/expressions.ts';
import type { StringConstantType } from '../ast/node.ts';
import { parseVariablePath } from '../ast/variable-path.ts';
import type { SubExpressionText, Token } from '../tokens/token.ts';
import { categories as c, tokenTypes as t } from '../tokens/token-types.ts';
import type { Rule } from './base-parser.ts';
import { ExpressionRules } from './expression-rules.ts';

interface Alternative<Result> {
  ALT: () => Result;
}

/** Rules for values. */
export abstract class PrimaryRules extends ExpressionRules {
  abstract readonly parenExpression: Rule<ExpressionAst>;
  abstract readonly subExpression: Rule<ExpressionAst>;
  abstract readonly hashExpression: Rule<ExpressionAst>;
  abstract readonly scriptBlockExpression: Rule<ExpressionAst>;

  private primaryAlternatives: Alternative<ExpressionAst>[] | undefined;

  // primary-expression = ( VARIABLE | NUMBER | EXPANDABLE_STRING | STRING | paren-expression | sub-expression
  //   | hash-expression | script-block-expression ), [ member-chain ] ;
  readonly primaryExpression: ParserMethod<[withMembers?: boolean], ExpressionAst> = this.RULE(
    'primaryExpression',
    (withMembers = false): ExpressionAst => {
      this.primaryAlternatives ??= [
        { ALT: () => this.variable(this.take(0, c.AnyVariable)) },
        { ALT: () => this.constant(this.take(0, t.Number)) },
        { ALT: () => this.expandable(this.take(0, c.ExpandableString)) },
        { ALT: () => this.literal(this.take(0, c.LiteralString)) },
        { ALT: () => this.subrule(0, this.parenExpression) },
        { ALT: () => this.subrule(0, this.subExpression) },
        { ALT: () => this.subrule(0, this.hashExpression) },
        { ALT: () => this.subrule(0, this.scriptBlockExpression) },
      ];
      const value: ExpressionAst = this.or(0, this.primaryAlternatives);
      const using = isUsingVariable(value);
      let result = using ? withoutUsing(value) : value;
      this.option(0, {
        GATE: () => withMembers && this.peekMemberOperator(true),
        DEF: () => {
          result = this.subrule(0, this.memberChain, { ARGS: [result] }) ?? result;
        },
      });
      return using ? { kind: 'UsingExpressionAst', extent: result.extent, subExpression: result } : result;
    },
  );

  /** The variable of a token. */
  protected variable(token: Token): VariableExpressionAst {
    return {
      kind: 'VariableExpressionAst',
      extent: this.span(token, token),
      variablePath: token.value?.is === 'variable' ? token.value.variablePath : parseVariablePath(':'),
      splatted: token.kind === 'SplattedVariable',
    };
  }

  private constant(token: Token): ExpressionAst {
    const number = token.value?.is === 'number' ? token.value.number : undefined;
    return {
      kind: 'ConstantExpressionAst',
      extent: this.span(token, token),
      value: number ?? { type: 'int', value: 0 },
    };
  }

  private literal(token: Token): ExpressionAst {
    return {
      kind: 'StringConstantExpressionAst',
      extent: this.span(token, token),
      value: token.value?.is === 'string' ? token.value.string : '',
      stringConstantType: stringTypes.get(token.kind) ?? 'BareWord',
    };
  }

  /** The string of a token, what it expands being parsed now. */
  protected expandable(token: Token): ExpressionAst {
    return this.ACTION(() => (token.value.is === 'expandable' ? this.expand(token) : this.literal(token)));
  }

  private expand(token: Token): ExpandableStringExpressionAst {
    const { value } = token;
    const nestedTokens: Token[] = [];
    const nestedExpressions: ExpressionAst[] = [];
    const pieces = value.is === 'expandable' ? value.pieces : [];
    const parts = pieces.map((piece) => {
      if (typeof piece === 'string') return piece;
      const part = 'is' in piece ? this.nested(piece, nestedTokens) : this.nestedVariable(piece, nestedTokens);
      nestedExpressions.push(part);
      return part;
    });
    const string = value.is === 'expandable' ? value.string : '';
    token.value = { is: 'expandable', string, pieces, nestedTokens };
    return {
      kind: 'ExpandableStringExpressionAst',
      extent: token.extent,
      value: string,
      stringConstantType: stringTypes.get(token.kind) ?? 'BareWord',
      nestedExpressions,
      parts,
    };
  }

  private nestedVariable(token: Token, tokens: Token[]): ExpressionAst {
    tokens.push(token);
    const variable = this.variable(token);
    if (!isUsingVariable(variable)) return variable;
    return { kind: 'UsingExpressionAst', extent: variable.extent, subExpression: withoutUsing(variable) };
  }

  /** Parses the text of a subexpression inside a string. */
  private nested(piece: SubExpressionText, tokens: Token[]): ExpressionAst {
    const suspended = this.scanner.enter(piece.text, piece.startOffset, piece.skipped);
    this.putBack(undefined);
    const expression = this.subrule(1, this.primaryExpression, { ARGS: [true] });
    for (const token of this.scanner.tokens) tokens.push(token);
    this.putBack(undefined);
    this.scanner.leave(suspended);
    return expression;
  }
}

const stringTypes: ReadonlyMap<string, StringConstantType> = new Map<string, StringConstantType>([
  ['StringLiteral', 'SingleQuoted'],
  ['StringExpandable', 'DoubleQuoted'],
  ['HereStringLiteral', 'SingleQuotedHereString'],
  ['HereStringExpandable', 'DoubleQuotedHereString'],
]);

function isUsingVariable(value: ExpressionAst): value is VariableExpressionAst {
  if (value.kind !== 'VariableExpressionAst') return false;
  const { driveName, unqualifiedPath } = value.variablePath;
  return driveName !== undefined && driveName.toLowerCase() === 'using' && unqualifiedPath !== '';
}

function withoutUsing(value: VariableExpressionAst): VariableExpressionAst {
  return { ...value, variablePath: parseVariablePath(value.variablePath.unqualifiedPath) };
}
