import type { ParserMethod } from 'chevrotain';
import type { ExpressionAst } from '../ast/expressions.ts';
import type { CommandElementAst } from '../ast/statements.ts';
import type { TypeName } from '../ast/type-names.ts';
import { errorExpression } from '../build/expressions.ts';
import type { Token } from '../tokens/token.ts';
import { TokenFlags } from '../tokens/token-kinds.ts';
import { tokenTypes as t } from '../tokens/token-types.ts';
import type { Located } from './base-parser.ts';
import { PrimaryRules } from './primary-rules.ts';

interface Alternative<Result> {
  ALT: () => Result;
}

/** The arguments of a call and where their list ends. */
export interface ArgumentList {
  readonly list: readonly ExpressionAst[];
  readonly end: Located;
}

/** Rules for what is reached through a value: members, calls, elements. */
export abstract class MemberRules extends PrimaryRules {
  /** One argument as in a command, to recover what stands where a member's name is missing. */
  protected abstract strayArgument(): ExpressionAst | undefined;

  private target: ExpressionAst | undefined;
  private chainAlternatives: Alternative<ExpressionAst | undefined>[] | undefined;

  // member-chain = ( member-access | element-access ), { member-access | element-access } ;
  readonly memberChain: ParserMethod<[target?: ExpressionAst], ExpressionAst | undefined> = this.RULE(
    'memberChain',
    (target?: ExpressionAst): ExpressionAst | undefined => {
      this.chainAlternatives ??= [
        { ALT: () => this.subrule(0, this.memberAccess, { ARGS: [this.target] }) },
        { ALT: () => this.subrule(0, this.elementAccess, { ARGS: [this.target] }) },
      ];
      const alternatives = this.chainAlternatives;
      let result = target;
      let isFirst = true;
      this.atLeastOne(0, {
        GATE: () => isFirst || this.peekMemberOperator(true),
        DEF: () => {
          isFirst = false;
          this.target = result;
          result = this.or(0, alternatives);
        },
      });
      return result;
    },
  );

  // member-access = ( "." | "::" | "?." ), NL*, [ member-name, [ [ "[", type-argument-list, "]" ], call ] ] ;
  readonly memberAccess = this.RULE('memberAccess', (target?: ExpressionAst): ExpressionAst | undefined => {
    const operator: Token = this.or(0, [
      { ALT: () => this.take(0, t.Dot) },
      { ALT: () => this.take(0, t.ColonColon) },
      { ALT: () => this.take(0, t.QuestionDot) },
    ]);
    this.newlines();
    const member = this.subrule(0, this.memberName);
    const restorePoint = this.ACTION(() => (this.hasPeeked ? undefined : this.scanner.restorePoint()));
    let typeArguments: readonly TypeName[] | undefined;
    let closing: Token | undefined;
    this.option(0, {
      GATE: () => member !== undefined && restorePoint !== undefined && this.peekTypeArguments(restorePoint),
      DEF: () => {
        typeArguments = this.subrule(0, this.typeArgumentList);
        closing = this.takeIf(1, t.RBracket);
        this.ACTION(() => this.finishTypeArguments(closing));
      },
    });
    let args: ArgumentList | undefined;
    this.option(2, {
      GATE: () => member !== undefined && restorePoint !== undefined && this.peekCallOpening(),
      DEF: () => {
        args = this.subrule(0, this.call);
      },
    });
    return this.ACTION(() => {
      if (target === undefined) return undefined;
      if (args === undefined && closing !== undefined && restorePoint !== undefined) this.resync(restorePoint);
      const name = member ?? this.missingMember(target, operator);
      const parts = {
        expression: target,
        member: name,
        static: operator.kind === 'ColonColon',
        nullConditional: operator.kind === 'QuestionDot',
      };
      if (args === undefined) {
        return { kind: 'MemberExpressionAst', extent: this.span(target.extent, name.extent), ...parts };
      }
      return {
        kind: 'InvokeMemberExpressionAst',
        extent: this.span(target.extent, args.end),
        ...parts,
        arguments: args.list.length === 0 ? undefined : args.list,
        genericTypeArguments: typeArguments,
      };
    });
  });

  private missingMember(target: ExpressionAst, operator: Token): CommandElementAst {
    this.reporter.incomplete(this.behind(operator), 'MissingPropertyName');
    return this.strayArgument() ?? errorExpression(this.span(target.extent, operator), []);
  }

  /**
   * Whether the type arguments of a generic method follow: `[` and a name. Then the bracket is consumed and types are
   * read as such; otherwise everything stays as it was.
   */
  private peekTypeArguments(restorePoint: number): boolean {
    if (!maybeTypeArguments.test(this.scanner.text.slice(this.scanner.index, this.scanner.index + 64))) return false;
    if (this.peekKind() === 'LBracket') {
      this.advance();
      this.outerMode = this.setMode('TypeName');
      this.newlines();
      if (this.peekKind() === 'Identifier') return true;
      this.setMode(this.outerMode);
    }
    this.resync(restorePoint);
    return false;
  }

  private outerMode: 'Command' | 'Expression' | 'TypeName' | 'Signature' = 'Expression';

  private finishTypeArguments(closing: Token | undefined): void {
    if (closing === undefined) {
      this.reporter.incomplete(this.ahead(this.peekToken()), 'EndSquareBracketExpectedAtEndOfType');
    }
    this.setMode(this.outerMode);
  }

  // member-name = IDENTIFIER | unary-expression | primary-expression ;
  readonly memberName = this.RULE('memberName', (): CommandElementAst | undefined => {
    let name: CommandElementAst | undefined;
    this.option(0, {
      GATE: () => this.peekSimpleName(),
      DEF: () => {
        const word = this.take(0, t.Identifier);
        this.ACTION(() => {
          name = this.memberNameOf(word);
        });
      },
    });
    this.option(1, {
      GATE: () => name === undefined && this.beginsUnary() && this.peekUnary(),
      DEF: () => {
        const value = this.subrule(0, this.unaryExpression);
        this.ACTION(() => {
          name = value;
        });
      },
    });
    this.option(2, {
      GATE: () => name === undefined && !this.beginsUnary(),
      DEF: () => {
        const value = this.subrule(0, this.primaryExpression, { ARGS: [false] });
        this.ACTION(() => {
          name = value;
        });
      },
    });
    return name;
  });

  private peekUnary(): boolean {
    return this.peekOperand(false).kind !== 'Comma' || !this.commaSeparates;
  }

  private beginsUnary(): boolean {
    const token = this.peekToken();
    return (token.flags & TokenFlags.UnaryOperator) !== 0 || token.kind === 'LBracket';
  }

  // call = argument-list | script-block-expression ;
  readonly call = this.RULE('call', (): ArgumentList => {
    return this.or<readonly Alternative<ArgumentList>[]>(0, [
      { ALT: () => this.subrule(0, this.argumentList) },
      {
        ALT: () => {
          const block = this.subrule(0, this.scriptBlockExpression);
          return this.ACTION(() => ({ list: [block], end: block.extent }));
        },
      },
    ]);
  });

  // argument-list = "(", NL*, [ expression, { NL*, ",", NL*, expression } ], NL*, ")" ;
  readonly argumentList = this.RULE('argumentList', (): ArgumentList => {
    const opening = this.take(0, t.LParen);
    const separates = this.commaSeparates;
    this.commaSeparates = true;
    this.nest();
    const list: ExpressionAst[] = [];
    let trailing: Token | undefined;
    this.newlines();
    const first = this.maybeExpression(0);
    if (first !== undefined) list.push(first);
    this.many(0, {
      GATE: () => first !== undefined && trailing === undefined && this.skippedNewlines(),
      DEF: () => {
        const comma = this.take(0, t.Comma);
        this.newlines();
        const next = this.maybeExpression(1);
        this.ACTION(() => {
          if (next === undefined) {
            trailing = comma;
            this.reporter.incomplete(this.behind(comma), 'MissingExpressionAfterToken', ',');
          } else {
            list.push(next);
          }
        });
      },
    });
    this.newlines();
    const closing = this.takeIf(2, t.RParen);
    this.commaSeparates = separates;
    this.unnest();
    return this.ACTION(() => {
      const last = list.at(-1)?.extent ?? opening;
      if (closing === undefined && trailing === undefined) {
        this.reporter.incomplete(this.behind(last), 'MissingEndParenthesisInMethodCall');
      }
      return { list, end: closing ?? trailing ?? last };
    });
  });

  // element-access = ( "[" | "?[" ), NL*, [ expression ], NL*, "]" ;
  readonly elementAccess = this.RULE('elementAccess', (target?: ExpressionAst): ExpressionAst | undefined => {
    const opening: Token = this.or(0, [
      { ALT: () => this.take(0, t.LBracket) },
      { ALT: () => this.take(0, t.QuestionLBracket) },
    ]);
    this.newlines();
    const separates = this.commaSeparates;
    this.commaSeparates = false;
    this.nest();
    const found = this.maybeExpression(0);
    this.commaSeparates = separates;
    this.unnest();
    const index = this.ACTION(() => found ?? this.missingIndex(opening));
    this.newlines();
    const closing = this.takeIf(1, t.RBracket);
    return this.ACTION(() => {
      if (target === undefined) return undefined;
      if (closing === undefined && index.kind !== 'ErrorExpressionAst') {
        this.reporter.incomplete(this.behind(index.extent), 'MissingEndSquareBracket');
      }
      return {
        kind: 'IndexExpressionAst',
        extent: this.span(target.extent, closing ?? index.extent),
        target,
        index,
        nullConditional: opening.kind === 'QuestionLBracket',
      };
    });
  });

  private missingIndex(opening: Token): ExpressionAst {
    this.reporter.incomplete(this.behind(opening), 'MissingArrayIndexExpression');
    return errorExpression(this.span(opening, opening), []);
  }
}

/** What may stand before the bracket of type arguments. */
const maybeTypeArguments = /^\s*[[<#`]/;
