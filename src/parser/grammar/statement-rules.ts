import type { ParserMethod } from 'chevrotain';
import type { AttributeBaseAst } from '../ast/definitions.ts';
import type { ExpressionAst } from '../ast/expressions.ts';
import type { StatementAst, StatementBlockAst, TrapStatementAst } from '../ast/statements.ts';
import { errorStatement } from '../build/statements.ts';
import type { Extent } from '../source.ts';
import type { Token } from '../tokens/token.ts';
import { TokenFlags, type TokenKind } from '../tokens/token-kinds.ts';
import { tokenTypes as t } from '../tokens/token-types.ts';
import type { Rule } from './base-parser.ts';
import type { StatementList } from './group-rules.ts';
import { PipelineRules } from './pipeline-rules.ts';

interface Alternative<Result> {
  ALT: () => Result;
}

/** What stood in brackets before a statement, and where. */
interface Prefix {
  readonly attributes: readonly AttributeBaseAst[] | undefined;
  readonly restorePoint: number;
}

const noPrefix: Prefix = { attributes: undefined, restorePoint: 0 };

/** Rules for statements in general and those without a rule family of their own. */
export abstract class StatementRules extends PipelineRules {
  abstract readonly ifStatement: Rule<StatementAst>;
  abstract readonly switchStatement: ParserMethod<[label?: Token], StatementAst>;
  abstract readonly foreachStatement: ParserMethod<[label?: Token], StatementAst>;
  abstract readonly forStatement: ParserMethod<[label?: Token], StatementAst>;
  abstract readonly whileStatement: ParserMethod<[label?: Token], StatementAst>;
  abstract readonly doStatement: ParserMethod<[label?: Token], StatementAst>;
  abstract readonly trapStatement: Rule<StatementAst>;
  abstract readonly tryStatement: Rule<StatementAst>;
  abstract readonly dataStatement: Rule<StatementAst>;
  abstract readonly functionStatement: Rule<StatementAst>;
  abstract readonly classStatement: ParserMethod<[attributes?: readonly AttributeBaseAst[]], StatementAst>;
  abstract readonly enumStatement: ParserMethod<[attributes?: readonly AttributeBaseAst[]], StatementAst>;
  abstract readonly usingStatement: Rule<StatementAst>;
  abstract readonly configurationStatement: Rule<StatementAst | undefined>;

  private statementAlternatives: Alternative<StatementAst | undefined>[] | undefined;
  private prefix = noPrefix;

  // statement-block = "{", statement-list, "}" ;
  readonly statementBlock = this.RULE('statementBlock', (): StatementBlockAst => {
    this.nest();
    const opening = this.take(0, t.LCurly);
    const list = this.subrule(0, this.statementList);
    const closing = this.takeIf(0, t.RCurly);
    this.unnest();
    return this.ACTION(() => {
      const end = closing ?? list.extent ?? opening;
      if (closing === undefined) {
        this.reporter.incompleteAt(opening.extent, this.peekToken().extent, 'MissingEndCurlyBrace');
      }
      return this.blockOf(list, this.span(opening, end));
    });
  });

  /** A block in braces, perhaps on a later line, if one comes next. */
  protected maybeBlock(idx: number): StatementBlockAst | undefined {
    let block: StatementBlockAst | undefined;
    this.newlines();
    this.option(idx, () => {
      block = this.subrule(idx, this.statementBlock);
    });
    return block;
  }

  // statement-list = SEPARATOR*, { statement, SEPARATOR* } ;
  readonly statementList: Rule<StatementList> = this.RULE('statementList', (): StatementList => {
    const statements: StatementAst[] = [];
    const traps: TrapStatementAst[] = [];
    let first: Extent | undefined;
    let last: Extent | undefined;
    let more = true;
    this.newlinesAndSemicolons();
    this.many(0, {
      GATE: () => more,
      DEF: () => {
        const statement = this.subrule(0, this.statement);
        this.ACTION(() => {
          more = statement !== undefined;
          if (statement === undefined) return;
          this.checkSignature(statement);
          if (statement.kind === 'TrapStatementAst') traps.push(statement);
          else statements.push(statement);
          first ??= statement.extent;
          last = statement.extent;
          this.newlinesAndSemicolons();
        });
      },
    });
    return this.ACTION(() => {
      const extent = first === undefined || last === undefined ? undefined : this.span(first, last);
      return { statements, traps, extent };
    });
  });

  private checkSignature(statement: StatementAst): void {
    const { signatureStart } = this.scanner;
    if (signatureStart !== undefined && signatureStart < statement.extent.startOffset) {
      this.reporter.error(statement.extent, 'TokenAfterEndOfValidScriptText');
    }
  }

  // statement = [ attributes ], ( if-statement | … | LABEL, labeled-statement | pipeline-chain ) ;
  readonly statement: Rule<StatementAst | undefined> = this.RULE('statement', (): StatementAst | undefined => {
    const atEnd = this.ACTION(() => {
      if (this.reporter.errors.length > maxErrors) this.giveUp();
      this.prefix = this.peekAttributes();
      return this.skipStrayKeywords() || this.peekKind() === 'EndOfInput';
    });
    if (atEnd === true) return undefined;
    this.statementAlternatives ??= this.statementKinds();
    return this.or(0, { DEF: this.statementAlternatives, IGNORE_AMBIGUITIES: true });
  });

  private statementKinds(): Alternative<StatementAst | undefined>[] {
    return [
      { ALT: () => this.subrule(0, this.ifStatement) },
      { ALT: () => this.subrule(0, this.switchStatement) },
      { ALT: () => this.subrule(0, this.foreachStatement) },
      { ALT: () => this.subrule(0, this.forStatement) },
      { ALT: () => this.subrule(0, this.whileStatement) },
      { ALT: () => this.subrule(0, this.doStatement) },
      { ALT: () => this.subrule(0, this.functionStatement) },
      { ALT: () => this.subrule(0, this.valueStatement) },
      { ALT: () => this.subrule(0, this.jumpStatement) },
      { ALT: () => this.subrule(0, this.trapStatement) },
      { ALT: () => this.subrule(0, this.tryStatement) },
      { ALT: () => this.subrule(0, this.dataStatement) },
      { ALT: () => this.subrule(0, this.blockStatement) },
      { ALT: () => this.subrule(0, this.reservedStatement) },
      { ALT: () => this.subrule(0, this.labeledStatement) },
      { ALT: () => this.subrule(0, this.configurationStatement) },
      { ALT: () => this.subrule(0, this.classStatement, { ARGS: [this.prefix.attributes ?? []] }) },
      { ALT: () => this.subrule(0, this.enumStatement, { ARGS: [this.prefix.attributes ?? []] }) },
      { ALT: () => this.misplacedUsing() },
      {
        ALT: () => {
          const { attributes, restorePoint } = this.prefix;
          this.ACTION(() => {
            if (attributes !== undefined) this.resync(restorePoint);
          });
          return this.subrule(0, this.pipelineChain);
        },
      },
    ];
  }

  /** Reads attributes before a keyword that takes them; anything else in brackets begins an expression. */
  private peekAttributes(): Prefix {
    const token = this.peekToken();
    if (token.kind !== 'Generic' || this.source.text[token.startOffset] !== '[') return noPrefix;
    const restorePoint = token.startOffset;
    this.resync(restorePoint);
    const attributes = this.peekBracket() ? this.subrule(1, this.attributes, { ARGS: [false] }) : undefined;
    if (attributes === undefined) return noPrefix;
    const { flags } = this.peekToken();
    const type = attributes.find(({ kind }) => kind === 'TypeConstraintAst');
    if ((flags & TokenFlags.StatementDoesntSupportAttributes) !== 0) {
      const first = attributes[0];
      if (type !== undefined) this.resync(restorePoint);
      else if (first !== undefined) {
        this.reporter.error(first.extent, 'UnexpectedAttribute', first.typeName.fullName);
      }
    } else if ((flags & TokenFlags.Keyword) === 0) {
      this.resync(restorePoint);
    } else if (type !== undefined) {
      this.reporter.error(type.extent, 'TypeNotAllowedBeforeStatement', type.typeName.fullName);
    }
    return { attributes, restorePoint };
  }

  /** Once something is wrong, keywords that only go on another statement are skipped; true when none follows then. */
  private skipStrayKeywords(): boolean {
    if (this.reporter.errors.length === 0 || !strayKeywords.has(this.peekKind())) return false;
    while (strayKeywords.has(this.peekKind())) {
      this.advance();
      this.newlines();
      this.prefix = this.peekAttributes();
    }
    return statementEnds.has(this.peekKind());
  }

  // value-statement = ( "return" | "throw" | "exit" ), [ pipeline-chain ] ;
  readonly valueStatement = this.RULE('valueStatement', (): StatementAst => {
    const keyword: Token = this.or(0, [
      { ALT: () => this.take(0, t.Return) },
      { ALT: () => this.take(0, t.Throw) },
      { ALT: () => this.take(0, t.Exit) },
    ]);
    const pipeline = this.maybePipelineChain(0);
    return this.ACTION(() => {
      const extent = this.span(keyword, pipeline?.extent ?? keyword);
      if (keyword.kind === 'Return') return { kind: 'ReturnStatementAst', extent, pipeline };
      if (keyword.kind === 'Throw') return { kind: 'ThrowStatementAst', extent, pipeline };
      return { kind: 'ExitStatementAst', extent, pipeline };
    });
  });

  // jump-statement = ( "break" | "continue" ), [ label-or-key ] ;
  readonly jumpStatement = this.RULE('jumpStatement', (): StatementAst => {
    const keyword: Token = this.or(0, [{ ALT: () => this.take(0, t.Break) }, { ALT: () => this.take(0, t.Continue) }]);
    let label: ExpressionAst | undefined;
    this.option(0, {
      GATE: () => this.peekLabel(),
      DEF: () => {
        label = this.subrule(0, this.labelOrKey);
      },
    });
    return this.ACTION(() => {
      const extent = this.span(keyword, label?.extent ?? keyword);
      return { kind: keyword.kind === 'Break' ? 'BreakStatementAst' : 'ContinueStatementAst', extent, label };
    });
  });

  private peekLabel(): boolean {
    if (this.peekSimpleName()) return true;
    const kind = this.peekKind();
    return kind !== 'NewLine' && kind !== 'Semi' && kind !== 'Comma' && this.peekOperand(false) !== undefined;
  }

  // labeled-statement = LABEL, NL*, ( switch-statement | foreach-statement | … | pipeline-chain ) ;
  readonly labeledStatement = this.RULE('labeledStatement', (): StatementAst | undefined => {
    const label = this.take(0, t.Label);
    this.newlines();
    const isLoop = this.ACTION(() => loopKeywords.has(this.peekKind()));
    if (isLoop === false) {
      this.resync(label.startOffset);
      return this.subrule(0, this.pipelineChain);
    }
    const options = { ARGS: [label] satisfies [Token] };
    return this.or<readonly Alternative<StatementAst>[]>(0, [
      { ALT: () => this.subrule(0, this.switchStatement, options) },
      { ALT: () => this.subrule(0, this.foreachStatement, options) },
      { ALT: () => this.subrule(0, this.forStatement, options) },
      { ALT: () => this.subrule(0, this.whileStatement, options) },
      { ALT: () => this.subrule(0, this.doStatement, options) },
    ]);
  });

  // block-statement = ( "parallel" | "sequence" ), [ statement-block ] ;
  readonly blockStatement = this.RULE('blockStatement', (): StatementAst => {
    const keyword: Token = this.or(0, [
      { ALT: () => this.take(0, t.Parallel) },
      { ALT: () => this.take(0, t.Sequence) },
    ]);
    const body = this.maybeBlock(0);
    return this.ACTION(() => {
      if (body !== undefined) {
        return { kind: 'BlockStatementAst', extent: this.span(keyword, body.extent), keyword, body };
      }
      this.reporter.incomplete(this.behind(keyword), 'MissingStatementAfterKeyword', keyword.text);
      return errorStatement(keyword.extent, []);
    });
  });

  // reserved-statement = "from" | "define" | "var" ;
  readonly reservedStatement = this.RULE('reservedStatement', (): StatementAst => {
    const keyword: Token = this.or(0, [
      { ALT: () => this.take(0, t.From) },
      { ALT: () => this.take(0, t.Define) },
      { ALT: () => this.take(0, t.Var) },
    ]);
    return this.ACTION(() => {
      this.reporter.error(keyword.extent, 'ReservedKeywordNotAllowed', keyword.text);
      return errorStatement(keyword.extent, []);
    });
  });

  private misplacedUsing(): StatementAst {
    const statement = this.subrule(0, this.usingStatement);
    this.ACTION(() => this.reporter.error(statement.extent, 'UsingMustBeAtStartOfScript'));
    return statement;
  }
}

/** Number of errors behind which the rest of a script is not looked at any more. */
const maxErrors = 500;

const strayKeywords: ReadonlySet<TokenKind> = new Set<TokenKind>(['Else', 'ElseIf', 'Catch', 'Until']);
const statementEnds: ReadonlySet<TokenKind> = new Set<TokenKind>([
  'NewLine',
  'Semi',
  'RParen',
  'RCurly',
  'AndAnd',
  'OrOr',
  'EndOfInput',
]);
const loopKeywords: ReadonlySet<TokenKind> = new Set<TokenKind>(['Switch', 'Foreach', 'For', 'While', 'Do']);
