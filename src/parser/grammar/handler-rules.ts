import type { AttributeBaseAst, TypeConstraintAst } from '../ast/definitions.ts';
import type { ExpressionAst } from '../ast/expressions.ts';
import type { CatchClauseAst, StatementAst, StatementBlockAst } from '../ast/statements.ts';
import { errorStatement } from '../build/statements.ts';
import type { Token } from '../tokens/token.ts';
import { tokenTypes as t } from '../tokens/token-types.ts';
import type { Located } from './base-parser.ts';
import { isParameter, parameterName } from './loop-rules.ts';
import { SwitchRules } from './switch-rules.ts';

/** A try statement while it is read. */
interface TryParts {
  readonly catches: CatchClauseAst[];
  /** Types of a catch that has no block. */
  readonly strayTypes: TypeConstraintAst[];
  /** Where the part that is there ends, once something was missing. */
  end: Located | undefined;
}

/** Rules for `trap`, `try` and `data`. */
export abstract class HandlerRules extends SwitchRules {
  // trap-statement = "trap", NL*, [ attribute ], statement-block ;
  readonly trapStatement = this.RULE('trapStatement', (): StatementAst => {
    const keyword = this.take(0, t.Trap);
    const trapType = this.maybeTypeLiteral(0);
    const body = this.maybeBlock(1);
    return this.ACTION(() => {
      if (body !== undefined) {
        return { kind: 'TrapStatementAst', extent: this.span(keyword, body.extent), trapType, body };
      }
      const end = trapType?.extent ?? keyword;
      this.reporter.incomplete(this.behind(end), 'MissingTrapStatement');
      return errorStatement(this.span(keyword, end), [trapType]);
    });
  });

  /** A type in brackets, if one comes next; an attribute there belongs to something else and is put back. */
  private maybeTypeLiteral(idx: number): TypeConstraintAst | undefined {
    const restorePoint = this.ACTION(() => this.restorePoint());
    this.newlines();
    const type: AttributeBaseAst | undefined = this.maybeAttribute(idx);
    return this.ACTION(() => {
      if (type?.kind !== 'AttributeAst') return type;
      this.resync(restorePoint);
      return undefined;
    });
  }

  // try-statement = "try", statement-block, { catch-clause }, [ NL*, "finally", statement-block ] ;
  readonly tryStatement = this.RULE('tryStatement', (): StatementAst => {
    const keyword = this.take(0, t.Try);
    const body = this.maybeBlock(0);
    const parts: TryParts = { catches: [], strayTypes: [], end: undefined };
    let more = true;
    this.many(0, {
      GATE: () => body !== undefined && more && this.skippedNewlines(),
      DEF: () => {
        const clause = this.subrule(0, this.catchClause, { ARGS: [parts] });
        this.ACTION(() => {
          more = clause !== undefined;
          if (clause !== undefined) parts.catches.push(clause);
        });
      },
    });
    let finallyBlock: StatementBlockAst | undefined;
    let finallyToken: Token | undefined;
    this.option(1, {
      GATE: () => body !== undefined && this.skippedNewlines(),
      DEF: () => {
        const token = this.take(1, t.Finally);
        this.ACTION(() => {
          finallyToken = token;
        });
        finallyBlock = this.maybeBlock(2);
      },
    });
    return this.ACTION(() => {
      if (body === undefined) {
        this.reporter.incomplete(this.behind(keyword), 'MissingTryStatementBlock');
        return errorStatement(keyword.extent, []);
      }
      return this.buildTry(keyword, body, parts, finallyToken, finallyBlock);
    });
  });

  private buildTry(
    keyword: Token,
    body: StatementBlockAst,
    parts: TryParts,
    finallyToken: Token | undefined,
    finallyBlock: StatementBlockAst | undefined,
  ): StatementAst {
    const { catches, strayTypes } = parts;
    let { end } = parts;
    if (finallyToken !== undefined && finallyBlock === undefined) {
      end = finallyToken;
      this.reporter.incomplete(this.behind(end), 'MissingFinallyStatementBlock');
    }
    if (catches.length === 0 && finallyBlock === undefined && end === undefined) {
      end = body.extent;
      this.reporter.incomplete(this.behind(end), 'MissingCatchOrFinally');
    }
    if (end !== undefined) return errorStatement(this.span(keyword, end), [body, ...catches, ...strayTypes]);
    const extent = this.span(keyword, finallyBlock?.extent ?? catches.at(-1)?.extent ?? body.extent);
    return { kind: 'TryStatementAst', extent, body, catchClauses: catches, finally: finallyBlock };
  }

  // catch-clause = "catch", [ NL*, attribute, { NL*, ",", NL*, attribute } ], statement-block ;
  readonly catchClause = this.RULE('catchClause', (parts?: TryParts): CatchClauseAst | undefined => {
    const keyword = this.take(0, t.Catch);
    const catchTypes: TypeConstraintAst[] = [];
    const first = this.maybeTypeLiteral(0);
    if (first !== undefined) catchTypes.push(first);
    let dangling: Token | undefined;
    this.many(0, {
      GATE: () => first !== undefined && dangling === undefined && this.skippedNewlines(),
      DEF: () => {
        const comma = this.take(0, t.Comma);
        const next = this.maybeTypeLiteral(1);
        this.ACTION(() => {
          if (next === undefined) dangling = comma;
          else catchTypes.push(next);
        });
      },
    });
    this.ACTION(() => {
      if (dangling === undefined || parts === undefined) return;
      parts.end = dangling;
      this.reporter.incomplete(this.behind(dangling), 'MissingTypeLiteralToken');
    });
    const body = this.maybeBlock(2);
    return this.ACTION(() => {
      if (body !== undefined) {
        return { kind: 'CatchClauseAst', extent: this.span(keyword, body.extent), catchTypes, body };
      }
      if (parts === undefined) return undefined;
      if (dangling === undefined) {
        parts.end = catchTypes.at(-1)?.extent ?? keyword;
        this.reporter.incomplete(this.behind(parts.end), 'MissingCatchHandlerBlock');
      }
      parts.strayTypes.push(...catchTypes);
      return undefined;
    });
  });

  // data-statement = "data", NL*, [ IDENTIFIER ], NL*, [ PARAMETER, NL*, argument-item, { ",", NL*, argument-item } ],
  //   statement-block ;
  readonly dataStatement = this.RULE('dataStatement', (): StatementAst => {
    const keyword = this.take(0, t.Data);
    this.newlines();
    let name: Token | undefined;
    this.option(0, {
      GATE: () => this.peekSimpleName(),
      DEF: () => {
        const token = this.take(0, t.Identifier);
        this.ACTION(() => {
          name = token;
          this.memberNameOf(token);
        });
      },
    });
    this.newlines();
    const allowed: ExpressionAst[] = [];
    let end: Located | undefined;
    let hasAllowed = false;
    this.option(1, () => {
      const parameter = this.take(1, t.Parameter);
      this.ACTION(() => {
        hasAllowed = true;
        end = this.checkDataParameter(parameter);
      });
      end = this.allowedCommands(parameter, allowed, () => end);
    });
    const body = end === undefined ? this.maybeBlock(4) : undefined;
    return this.ACTION(() => {
      if (end === undefined && body === undefined) {
        end = hasAllowed ? (allowed.at(-1)?.extent ?? keyword) : (name ?? keyword);
        this.reporter.incomplete(this.behind(end), 'MissingStatementBlockForDataSection');
      }
      if (end !== undefined || body === undefined) return errorStatement(this.span(keyword, end ?? keyword), allowed);
      const extent = this.span(keyword, body.extent);
      return { kind: 'DataStatementAst', extent, variable: name?.text, commandsAllowed: allowed, body };
    });
  });

  private checkDataParameter(token: Token): Located | undefined {
    if (isParameter(token, 'supportedcommand')) return undefined;
    this.reporter.error(token.extent, 'InvalidParameterForDataSectionStatement', parameterName(token));
    return token;
  }

  /** The commands that a data section allows; answers where the part that is there ends, once something is wrong. */
  private allowedCommands(
    parameter: Token,
    allowed: ExpressionAst[],
    failedBefore: () => Located | undefined,
  ): Located | undefined {
    let end: Located | undefined;
    let more = true;
    const one = (idx: number, comma: Token | undefined): void => {
      this.newlines();
      const command = this.maybeArgument(idx, 'name');
      this.ACTION(() => {
        end = failedBefore();
        if (command !== undefined) {
          allowed.push(command);
          return;
        }
        more = false;
        const last = comma ?? parameter;
        if (end === undefined) {
          this.reporter.incomplete(this.behind(last), 'MissingValueForSupportedCommandInDataSectionStatement');
        }
        end = last;
      });
    };
    one(2, undefined);
    this.many(0, { GATE: () => more, DEF: () => one(3, this.take(0, t.Comma)) });
    return end;
  }
}
