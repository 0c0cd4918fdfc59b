import type { ExpressionAst, VariableExpressionAst } from '../ast/expressions.ts';
import type { Ast } from '../ast/index.ts';
import type { IfClause, PipelineBaseAst, StatementAst, StatementBlockAst } from '../ast/statements.ts';
import { errorStatement } from '../build/statements.ts';
import type { ErrorId } from '../diagnostics.ts';
import type { Extent } from '../source.ts';
import type { Token } from '../tokens/token.ts';
import { categories as c, tokenTypes as t } from '../tokens/token-types.ts';
import type { Located } from './base-parser.ts';
import { StatementRules } from './statement-rules.ts';

/** A condition in parentheses, as far as it was found. */
interface Condition {
  opening: Token | undefined;
  pipeline: PipelineBaseAst | undefined;
  closing: Token | undefined;
}

/** Rules for `if` and the loops. */
export abstract class LoopRules extends StatementRules {
  /** `( pipeline-chain )`, as far as it is there. */
  private condition(idx: number): Condition {
    const condition: Condition = { opening: undefined, pipeline: undefined, closing: undefined };
    this.newlines();
    this.option(idx, () => {
      const opening = this.take(idx, t.LParen);
      this.newlines();
      const pipeline = this.maybePipelineChain(idx + 1);
      this.ACTION(() => {
        condition.opening = opening;
        condition.pipeline = pipeline;
      });
      this.newlines();
      condition.closing = this.takeIf(idx + 2, t.RParen);
    });
    return condition;
  }

  // if-statement = "if", condition, statement-block, { NL*, "elseif", condition, statement-block },
  //   [ NL*, "else", statement-block ] ;
  readonly ifStatement = this.RULE('ifStatement', (): StatementAst => {
    const keyword = this.take(0, t.If);
    const clauses: IfClause[] = [];
    let failed = this.ifClause(0, keyword, keyword, clauses);
    let restorePoint = 0;
    this.many(0, {
      GATE: () => {
        if (failed !== undefined) return false;
        restorePoint = this.restorePoint();
        this.newlines();
        return true;
      },
      DEF: () => {
        const next = this.take(1, t.ElseIf);
        const clause = this.ifClause(4, keyword, next, clauses);
        this.ACTION(() => {
          failed = clause;
        });
      },
    });
    let elseClause: StatementBlockAst | undefined;
    let elseToken: Token | undefined;
    this.option(8, {
      GATE: () => failed === undefined,
      DEF: () => {
        const token = this.take(2, t.Else);
        this.ACTION(() => {
          elseToken = token;
        });
        elseClause = this.maybeBlock(9);
      },
    });
    return this.ACTION(() => {
      if (failed !== undefined) return failed;
      if (elseToken === undefined) this.resync(restorePoint);
      if (elseToken !== undefined && elseClause === undefined) {
        this.reporter.incomplete(this.behind(elseToken), 'MissingStatementBlockAfterElse');
        return errorStatement(this.span(keyword, elseToken), componentsOf(clauses));
      }
      const end = elseClause?.extent ?? clauses.at(-1)?.body.extent ?? keyword;
      return { kind: 'IfStatementAst', extent: this.span(keyword, end), clauses, elseClause };
    });
  });

  /** One condition and block; answers the error statement when a part is missing. */
  private ifClause(idx: number, start: Token, keyword: Token, clauses: IfClause[]): StatementAst | undefined {
    const { opening, pipeline, closing } = this.condition(idx);
    let failed: StatementAst | undefined;
    let condition: PipelineBaseAst | undefined = pipeline;
    this.ACTION(() => {
      if (opening === undefined) {
        this.reporter.incomplete(this.behind(keyword), 'MissingOpenParenthesisInIfStatement', keyword.text);
        failed = errorStatement(this.span(start, keyword), componentsOf(clauses));
        return;
      }
      condition ??= this.missingCondition(opening, keyword, 'IfStatementMissingCondition');
      if (closing !== undefined) return;
      const next = this.peekToken();
      if (condition.kind !== 'ErrorStatementAst') {
        this.reporter.incomplete(next.extent, 'MissingEndParenthesisAfterStatement', keyword.text);
      }
      failed = errorStatement(this.span(start, this.ahead(next)), [...componentsOf(clauses), pipeline]);
    });
    if (failed !== undefined) return failed;
    const body = this.maybeBlock(idx + 3);
    return this.ACTION(() => {
      if (closing === undefined || condition === undefined) return undefined;
      if (body !== undefined) {
        clauses.push({ condition, body });
        return undefined;
      }
      this.reporter.incomplete(closing.extent, 'MissingStatementBlock', keyword.text);
      return errorStatement(this.span(start, closing), [...componentsOf(clauses), pipeline]);
    });
  }

  private missingCondition(opening: Token, keyword: Token, id: ErrorId): PipelineBaseAst {
    const extent = this.behind(opening);
    this.reporter.incomplete(extent, id, keyword.text);
    return errorStatement(extent, []);
  }

  // while-statement = "while", condition, statement-block ;
  readonly whileStatement = this.RULE('whileStatement', (label?: Token): StatementAst => {
    const keyword = this.take(0, t.While);
    const start = label ?? keyword;
    const { opening, pipeline, closing } = this.condition(0);
    let failed: StatementAst | undefined;
    let condition: PipelineBaseAst | undefined = pipeline;
    this.ACTION(() => {
      if (opening === undefined) {
        this.reporter.incomplete(this.behind(keyword), 'MissingOpenParenthesisAfterKeyword', keyword.text);
        failed = errorStatement(this.span(start, keyword), []);
        return;
      }
      condition ??= this.missingCondition(opening, keyword, 'MissingExpressionAfterKeyword');
      if (closing !== undefined) return;
      if (condition.kind !== 'ErrorStatementAst') {
        const end = this.behind(condition.extent);
        this.reporter.incomplete(end, 'MissingEndParenthesisAfterStatement', keyword.text);
      }
      failed = errorStatement(this.span(start, condition.extent), [pipeline]);
    });
    if (failed !== undefined) return failed;
    const body = this.maybeBlock(3);
    return this.ACTION(() => {
      if (body === undefined || condition === undefined) {
        const end = closing ?? keyword;
        this.reporter.incomplete(this.behind(end), 'MissingLoopStatement', keyword.text);
        return errorStatement(this.span(start, end), [pipeline]);
      }
      const extent = this.span(start, body.extent);
      return { kind: 'WhileStatementAst', extent, label: labelOf(label), condition, body };
    });
  });

  // do-statement = "do", statement-block, NL*, ( "while" | "until" ), condition ;
  readonly doStatement = this.RULE('doStatement', (label?: Token): StatementAst => {
    const keyword = this.take(0, t.Do);
    const start = label ?? keyword;
    const body = this.maybeBlock(0);
    let condition: Condition = { opening: undefined, pipeline: undefined, closing: undefined };
    let test: Token | undefined;
    this.ACTION(() => {
      if (body !== undefined) this.newlines();
    });
    this.option(1, {
      GATE: () => body !== undefined,
      DEF: () => {
        const token: Token = this.or(0, [{ ALT: () => this.take(1, t.While) }, { ALT: () => this.take(2, t.Until) }]);
        this.ACTION(() => {
          test = token;
        });
        condition = this.condition(2);
      },
    });
    return this.ACTION(() => {
      const end = this.checkDo(keyword, body, test, condition);
      const { pipeline, closing } = condition;
      if (end !== undefined || body === undefined || pipeline === undefined || closing === undefined) {
        return errorStatement(this.span(start, end ?? keyword), [body, pipeline]);
      }
      const kind = test?.kind === 'Until' ? 'DoUntilStatementAst' : 'DoWhileStatementAst';
      return { kind, extent: this.span(start, closing), label: labelOf(label), condition: pipeline, body };
    });
  });

  /** Reports what a do loop lacks; answers where the part that is there ends. */
  private checkDo(
    keyword: Token,
    body: StatementBlockAst | undefined,
    test: Token | undefined,
    { opening, pipeline, closing }: Condition,
  ): Located | undefined {
    const missing = (end: Located, id: ErrorId, ...details: readonly string[]): Located => {
      this.reporter.incomplete(this.behind(end), id, ...details);
      return end;
    };
    if (body === undefined) return missing(keyword, 'MissingLoopStatement', 'do');
    if (test === undefined) return missing(body.extent, 'MissingWhileOrUntilInDoWhile');
    const word = test.text.toLowerCase();
    if (opening === undefined) return missing(test, 'MissingOpenParenthesisAfterKeyword', word);
    if (pipeline === undefined) return missing(opening, 'MissingExpressionAfterKeyword', word);
    if (closing === undefined) return missing(pipeline.extent, 'MissingEndParenthesisAfterStatement', word);
    return undefined;
  }

  // for-statement = "for", NL*, "(", NL*, [ pipeline-chain ], [ ";" ], NL*, [ pipeline-chain ], [ ";" ], NL*,
  //   [ pipeline-chain ], NL*, ")", statement-block ;
  readonly forStatement = this.RULE('forStatement', (label?: Token): StatementAst => {
    const keyword = this.take(0, t.For);
    const start = label ?? keyword;
    const parts: (PipelineBaseAst | undefined)[] = [];
    let end: Located | undefined;
    let opening: Token | undefined;
    let closing: Token | undefined;
    this.newlines();
    this.option(0, () => {
      opening = this.take(0, t.LParen);
      for (const idx of [1, 2]) {
        this.newlines();
        const part = this.maybePipelineChain(idx);
        parts.push(part);
        const semicolon = this.takeIf(idx + 2, t.Semi);
        end = semicolon ?? part?.extent ?? end;
      }
      this.newlines();
      const part = this.maybePipelineChain(5);
      parts.push(part);
      end = part?.extent ?? end;
      this.newlines();
      closing = this.takeIf(6, t.RParen);
    });
    const body = this.loopBody(7, closing);
    return this.ACTION(() => {
      const [initializer, condition, iterator] = parts;
      if (opening === undefined) {
        this.reporter.incomplete(this.behind(keyword), 'MissingOpenParenthesisAfterKeyword', 'for');
        return errorStatement(this.span(start, keyword), []);
      }
      if (body !== undefined) {
        const extent = this.span(start, body.extent);
        return { kind: 'ForStatementAst', extent, label: labelOf(label), initializer, condition, iterator, body };
      }
      const last = closing ?? end ?? opening;
      const id = closing === undefined ? 'MissingEndParenthesisAfterStatement' : 'MissingLoopStatement';
      this.reporter.incomplete(this.behind(last), id, 'for');
      return errorStatement(this.span(start, last), parts);
    });
  });

  /** The block of a loop, looked for only behind a complete head. */
  private loopBody(idx: number, closing: Token | undefined): StatementBlockAst | undefined {
    if (closing === undefined) return undefined;
    return this.maybeBlock(idx);
  }

  // foreach-statement = "foreach", NL*, { PARAMETER, NL*, [ argument-item ], NL* }, "(", NL*, VARIABLE, NL*, "in", NL*,
  //   [ pipeline-chain ], NL*, ")", statement-block ;
  readonly foreachStatement = this.RULE('foreachStatement', (label?: Token): StatementAst => {
    const keyword = this.take(0, t.Foreach);
    const start = label ?? keyword;
    const head: ForeachHead = { flags: 'None', throttleLimit: undefined, badFlag: undefined };
    this.foreachParameters(head);
    let opening: Token | undefined;
    let name: Token | undefined;
    let inToken: Token | undefined;
    let pipeline: PipelineBaseAst | undefined;
    let closing: Token | undefined;
    this.option(1, () => {
      opening = this.take(1, t.LParen);
      this.newlines();
      this.option(2, () => {
        name = this.take(2, c.AnyVariable);
        this.newlines();
        this.option(3, () => {
          inToken = this.take(3, t.In);
          this.newlines();
          pipeline = this.maybePipelineChain(4);
          this.option(5, {
            GATE: () => pipeline !== undefined && this.skippedNewlines(),
            DEF: () => {
              closing = this.take(5, t.RParen);
            },
          });
        });
      });
    });
    const body = this.loopBody(6, closing);
    return this.ACTION(() => {
      const variable = name === undefined ? undefined : this.variable(name);
      const found = { keyword, opening, variable, inToken, pipeline, closing, body };
      const end = this.checkForeach(found) ?? head.badFlag;
      if (end === undefined && variable !== undefined && pipeline !== undefined && body !== undefined) {
        const { flags, throttleLimit } = head;
        const extent = this.span(start, body.extent);
        const condition = pipeline;
        return {
          kind: 'ForEachStatementAst',
          extent,
          label: labelOf(label),
          flags,
          throttleLimit,
          variable,
          condition,
          body,
        };
      }
      return errorStatement(this.span(start, end ?? keyword), [variable, pipeline, body]);
    });
  });

  private foreachParameters(head: ForeachHead): void {
    this.newlines();
    this.many(0, () => {
      const token = this.take(0, t.Parameter);
      const isLimit = this.ACTION(() => isParameter(token, 'throttlelimit') && !isParameter(token, 'parallel'));
      if (isLimit !== false) {
        this.newlines();
        head.throttleLimit = this.maybeArgument(0, 'argument');
      }
      this.ACTION(() => this.checkForeachParameter(token, head));
      this.newlines();
    });
  }

  private checkForeachParameter(token: Token, head: ForeachHead): void {
    if (isParameter(token, 'parallel')) {
      head.flags = 'Parallel';
    } else if (isParameter(token, 'throttlelimit')) {
      if (head.throttleLimit === undefined) this.reporter.incomplete(this.behind(token), 'MissingThrottleLimit');
    } else {
      head.badFlag = token;
      this.reporter.error(token.extent, 'InvalidForeachFlag', parameterName(token));
    }
  }

  /** Reports what a foreach loop lacks; answers where the part that is there ends. */
  private checkForeach(found: ForeachParts): Located | undefined {
    const missing = (end: Located, id: ErrorId, ...details: readonly string[]): Located => {
      this.reporter.incomplete(this.behind(end), id, ...details);
      return end;
    };
    const { keyword, opening, variable, inToken, pipeline, closing, body } = found;
    if (opening === undefined) return missing(keyword, 'MissingOpenParenthesisAfterKeyword', 'foreach');
    if (variable === undefined) return missing(opening, 'MissingVariableNameAfterForeach');
    if (inToken === undefined) return missing(variable.extent, 'MissingInInForeach');
    if (pipeline === undefined) return missing(inToken, 'MissingForeachExpression');
    if (closing === undefined) return missing(pipeline.extent, 'MissingEndParenthesisAfterForeach');
    if (body === undefined) return missing(closing, 'MissingForeachStatement');
    return undefined;
  }
}

interface ForeachHead {
  flags: 'None' | 'Parallel';
  throttleLimit: ExpressionAst | undefined;
  badFlag: Token | undefined;
}

interface ForeachParts {
  readonly keyword: Token;
  readonly opening: Token | undefined;
  readonly variable: VariableExpressionAst | undefined;
  readonly inToken: Token | undefined;
  readonly pipeline: PipelineBaseAst | undefined;
  readonly closing: Token | undefined;
  readonly body: { readonly extent: Extent } | undefined;
}

/** The text of a label, if there is one. */
export function labelOf(label: Token | undefined): string | undefined {
  return label?.value?.is === 'label' ? label.value.labelText : undefined;
}

/** Name of a parameter token without its dash. */
export function parameterName(token: Token): string {
  return token.value.is === 'parameter' ? token.value.parameterName : '';
}

/** Whether a parameter token is a prefix of a name, in any letter case. */
export function isParameter(token: Token, name: string): boolean {
  return name.startsWith(parameterName(token).toLowerCase());
}

function componentsOf(clauses: readonly IfClause[]): readonly Ast[] {
  return clauses.flatMap(({ condition, body }) => [condition, body]);
}
