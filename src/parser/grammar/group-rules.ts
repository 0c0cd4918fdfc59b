import type { ExpressionAst, KeyValuePair } from '../ast/expressions.ts';
import type { ScriptBlockAst } from '../ast/script-block.ts';
import type { PipelineBaseAst, StatementAst, StatementBlockAst, TrapStatementAst } from '../ast/statements.ts';
import { errorStatement } from '../build/statements.ts';
import type { Mode } from '../scanner/state.ts';
import type { Extent } from '../source.ts';
import type { Token } from '../tokens/token.ts';
import { tokenTypes as t } from '../tokens/token-types.ts';
import type { Rule } from './base-parser.ts';
import { MemberRules } from './member-rules.ts';

/** Statements, the traps among them apart, and the stretch that they cover. */
export interface StatementList {
  readonly statements: StatementAst[];
  readonly traps: TrapStatementAst[];
  readonly extent: Extent | undefined;
}

/** Rules for values in brackets: parentheses, subexpressions, hash literals, script blocks. */
export abstract class GroupRules extends MemberRules {
  abstract readonly statementList: Rule<StatementList>;
  abstract readonly statement: Rule<StatementAst | undefined>;
  abstract readonly braces: Rule<ScriptBlockAst>;

  // paren-expression = "(", NL*, pipeline-chain, NL*, ")" ;
  readonly parenExpression = this.RULE('parenExpression', (): ExpressionAst => {
    this.nest();
    const opening = this.take(0, t.LParen);
    const mode = this.setMode('Command');
    const separates = this.commaSeparates;
    this.commaSeparates = false;
    this.newlines();
    const found = this.maybePipelineChain(0);
    const pipeline = this.ACTION(() => found ?? this.missingPipeline(opening));
    this.newlines();
    const closing = this.takeIf(1, t.RParen);
    this.ACTION(() => {
      if (closing === undefined) {
        this.reporter.incomplete(this.behind(pipeline.extent), 'MissingEndParenthesisInExpression');
      }
    });
    this.commaSeparates = separates;
    this.setMode(mode);
    this.unnest();
    return this.ACTION(() => {
      const extent = this.span(opening, closing ?? pipeline.extent);
      return { kind: 'ParenExpressionAst', extent, pipeline };
    });
  });

  private missingPipeline(opening: Token): PipelineBaseAst {
    const extent = this.behind(opening);
    this.reporter.incomplete(extent, 'ExpectedExpression');
    return errorStatement(extent, []);
  }

  // sub-expression = ( "$(" | "@(" ), NL*, statement-list, NL*, ")" ;
  readonly subExpression = this.RULE('subExpression', (): ExpressionAst => {
    this.nest();
    const opening: Token = this.or(0, [
      { ALT: () => this.take(0, t.DollarParen) },
      { ALT: () => this.take(0, t.AtParen) },
    ]);
    const mode = this.setMode('Command');
    const separates = this.commaSeparates;
    this.commaSeparates = false;
    this.newlines();
    const list = this.subrule(0, this.statementList);
    this.newlines();
    const closing = this.takeIf(0, t.RParen);
    this.ACTION(() => {
      if (closing !== undefined) return;
      this.reporter.incomplete(this.peekToken().extent, 'MissingEndParenthesisInSubexpression');
    });
    this.commaSeparates = separates;
    this.setMode(mode);
    this.unnest();
    return this.ACTION(() => {
      const extent = this.span(opening, closing ?? list.extent ?? opening);
      const subExpression = this.blockOf(list);
      if (opening.kind === 'DollarParen') return { kind: 'SubExpressionAst', extent, subExpression };
      return { kind: 'ArrayExpressionAst', extent, subExpression };
    });
  });

  /** The block that a list of statements forms by itself. */
  protected blockOf(list: StatementList, extent = list.extent ?? this.source.empty): StatementBlockAst {
    const traps = list.traps.length === 0 ? undefined : list.traps;
    return { kind: 'StatementBlockAst', extent, statements: list.statements, traps };
  }

  // hash-expression = "@{", NL*, [ hash-entry, { SEPARATOR, hash-entry } ], "}" ;
  readonly hashExpression = this.RULE('hashExpression', (): ExpressionAst => {
    this.nest();
    const opening = this.take(0, t.AtCurly);
    const pairs: KeyValuePair[] = [];
    let more = true;
    this.newlines();
    const mode = this.mode;
    this.many(0, {
      GATE: () => more && this.peekKey(),
      DEF: () => {
        const pair = this.subrule(0, this.hashEntry, { ARGS: [mode] });
        this.ACTION(() => {
          if (pair !== undefined) pairs.push(pair);
          this.setMode(mode);
          const next = this.peekKind();
          more = pair !== undefined && (next === 'NewLine' || next === 'Semi');
          if (more) this.newlinesAndSemicolons();
        });
      },
    });
    this.setMode(mode);
    const closing = this.takeIf(1, t.RCurly);
    this.unnest();
    return this.ACTION(() => {
      const end = closing ?? this.missingHashEnd(opening);
      return { kind: 'HashtableAst', extent: this.span(opening, end), keyValuePairs: pairs };
    });
  });

  private missingHashEnd(opening: Token): Extent {
    const next = this.peekToken();
    this.reporter.incompleteAt(this.behind(opening), next.extent, 'MissingEndCurlyBrace');
    return this.ahead(next);
  }

  /** Scans ahead for the key of an entry: a plain name, or an operand. */
  private peekKey(): boolean {
    this.setMode('Expression');
    if (this.peekSimpleName()) return true;
    const { kind } = this.peekToken();
    return kind !== 'NewLine' && kind !== 'Semi' && kind !== 'Comma' && this.peekOperand(false) !== undefined;
  }

  // hash-entry = ( IDENTIFIER | unary-expression ), "=", NL*, statement ;
  readonly hashEntry = this.RULE('hashEntry', (mode: Mode = 'Command'): KeyValuePair | undefined => {
    const key = this.subrule(0, this.labelOrKey);
    let value: StatementAst | undefined;
    let equals: Token | undefined;
    this.option(0, {
      GATE: () => key !== undefined,
      DEF: () => {
        const sign = this.take(0, t.Equals);
        this.ACTION(() => {
          equals = sign;
        });
        this.setMode('Command');
        this.newlines();
        this.option(1, () => {
          value = this.subrule(0, this.statement);
        });
      },
    });
    return this.ACTION(() => {
      if (key === undefined) return undefined;
      if (equals === undefined) return { key, value: this.missingEquals(key, mode) };
      return { key, value: value ?? this.missingValue(equals) };
    });
  });

  private missingEquals(key: ExpressionAst, mode: Mode): StatementAst {
    this.scanner.mode = mode;
    const extent = this.behind(key.extent);
    this.reporter.error(extent, 'MissingEqualsInHashLiteral');
    this.skipTo(false, 'RCurly', 'Semi', 'NewLine');
    return errorStatement(extent, []);
  }

  private missingValue(equals: Token): StatementAst {
    const extent = this.behind(equals);
    this.reporter.incomplete(extent, 'MissingStatementInHashLiteral');
    return errorStatement(extent, []);
  }

  // label-or-key = IDENTIFIER | unary-expression ;
  readonly labelOrKey = this.RULE('labelOrKey', (): ExpressionAst | undefined => {
    let key: ExpressionAst | undefined;
    const separates = this.commaSeparates;
    this.or(0, [
      {
        ALT: () => {
          const word = this.take(0, t.Identifier);
          key = this.ACTION(() => this.memberNameOf(word));
        },
      },
      {
        ALT: () => {
          this.commaSeparates = true;
          key = this.subrule(0, this.unaryExpression);
          this.commaSeparates = separates;
        },
      },
    ]);
    return key;
  });

  // script-block-expression = braces ;
  readonly scriptBlockExpression = this.RULE('scriptBlockExpression', (): ExpressionAst => {
    const separates = this.commaSeparates;
    const mode = this.mode;
    this.commaSeparates = false;
    const scriptBlock = this.subrule(0, this.braces);
    this.commaSeparates = separates;
    this.setMode(mode);
    return this.ACTION(() => ({ kind: 'ScriptBlockExpressionAst', extent: scriptBlock.extent, scriptBlock }));
  });
}
