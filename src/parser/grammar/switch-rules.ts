import type { ExpressionAst } from '../ast/expressions.ts';
import type { Ast } from '../ast/index.ts';
import type {
  ErrorStatementFlag,
  PipelineBaseAst,
  StatementAst,
  StatementBlockAst,
  SwitchClause,
  SwitchFlag,
} from '../ast/statements.ts';
import { bareWord } from '../build/expressions.ts';
import { errorStatement } from '../build/statements.ts';
import type { ErrorId } from '../diagnostics.ts';
import type { Token } from '../tokens/token.ts';
import { tokenTypes as t } from '../tokens/token-types.ts';
import type { Located } from './base-parser.ts';
import { isParameter, LoopRules, labelOf, parameterName } from './loop-rules.ts';

/** The parameters of a switch, each with what it sets and takes back. */
const switchParameters: readonly {
  readonly name: string;
  readonly sets?: SwitchFlag;
  readonly clears: readonly SwitchFlag[];
}[] = [
  { name: 'regex', sets: 'Regex', clears: ['Wildcard'] },
  { name: 'wildcard', sets: 'Wildcard', clears: ['Regex'] },
  { name: 'exact', clears: ['Regex', 'Wildcard'] },
  { name: 'casesensitive', sets: 'CaseSensitive', clears: [] },
  { name: 'parallel', sets: 'Parallel', clears: [] },
  { name: 'file', sets: 'File', clears: [] },
];

/** A switch while it is read. */
class SwitchParts {
  readonly flags = new Set<SwitchFlag>();
  readonly specified: ErrorStatementFlag[] = [];
  readonly clauses: SwitchClause[] = [];
  /** The parts of the body in order, for an error statement. */
  readonly bodies: Ast[] = [];
  condition: PipelineBaseAst | undefined;
  /** Whether the condition stood in parentheses. */
  inParentheses = false;
  default: StatementBlockAst | undefined;
  /** The last thing that was found. */
  end: Located;
  failed = false;
  /** Whether an error that more input could repair was reported. */
  incomplete = false;

  constructor(end: Located) {
    this.end = end;
  }

  note(name: string, token: Token, argument: Ast | undefined): void {
    if (!this.specified.some((flag) => flag.name === name)) this.specified.push({ name, token, argument });
  }
}

/** Rules for `switch`. */
export abstract class SwitchRules extends LoopRules {
  // switch-statement = "switch", NL*, { switch-parameter }, [ "(", NL*, [ pipeline-chain ], NL*, ")" ], NL*, switch-body ;
  readonly switchStatement = this.RULE('switchStatement', (label?: Token): StatementAst => {
    const keyword = this.take(0, t.Switch);
    const start = label ?? keyword;
    const parts = new SwitchParts(start);
    this.newlines();
    this.many(0, () => {
      this.subrule(0, this.switchParameter, { ARGS: [parts] });
    });
    this.ACTION(() => {
      const next = this.peekToken();
      if (next.kind === 'Minus') parts.note('--%', next, undefined);
    });
    let opened = false;
    this.option(0, () => {
      const opening = this.take(0, t.LParen);
      this.ACTION(() => {
        opened = true;
        this.openSwitchCondition(parts, opening);
      });
      this.newlines();
      const condition = this.maybePipelineChain(1);
      this.ACTION(() => this.setSwitchCondition(parts, opening, condition));
      this.newlines();
      const closing = this.takeIf(2, t.RParen);
      this.ACTION(() => this.closeSwitchCondition(parts, closing));
    });
    this.ACTION(() => {
      if (opened || parts.condition !== undefined) return;
      if (!parts.flags.has('File')) this.switchFailure(parts, 'PipelineValueRequired');
    });
    this.newlines();
    let closing: Token | undefined;
    let hasBody = false;
    this.option(3, () => {
      closing = this.subrule(0, this.switchBody, { ARGS: [parts] });
      this.ACTION(() => {
        hasBody = true;
      });
    });
    return this.ACTION(() => {
      if (!hasBody && !parts.incomplete) {
        parts.failed = true;
        this.reporter.incomplete(this.behind(parts.end), 'MissingCurlyBraceInSwitchStatement');
      }
      return this.buildSwitch(start, keyword, label, parts, closing);
    });
  });

  private buildSwitch(
    start: Token,
    keyword: Token,
    label: Token | undefined,
    parts: SwitchParts,
    closing: Token | undefined,
  ): StatementAst {
    const { condition, clauses, bodies, specified } = parts;
    if (parts.failed || condition === undefined || closing === undefined) {
      const conditions = parts.inParentheses && condition !== undefined ? [condition] : [];
      const flagged = specified.flatMap(({ argument }) => (argument === undefined ? [] : [argument]));
      const nested = [...flagged, ...conditions, ...bodies];
      return errorStatement(this.span(start, parts.end), nested, { keyword, flags: specified, conditions, bodies });
    }
    return {
      kind: 'SwitchStatementAst',
      extent: this.span(start, closing),
      label: labelOf(label),
      flags: [...parts.flags],
      condition,
      clauses,
      default: parts.default,
    };
  }

  private switchFailure(parts: SwitchParts, id: ErrorId, at: Located = parts.end): void {
    parts.failed = true;
    parts.incomplete = this.reporter.incomplete(this.behind(at), id);
  }

  private openSwitchCondition(parts: SwitchParts, opening: Token): void {
    parts.end = opening;
    parts.inParentheses = true;
    if (!parts.flags.has('File')) return;
    parts.failed = true;
    this.reporter.error(opening.extent, 'PipelineValueRequired');
  }

  private setSwitchCondition(parts: SwitchParts, opening: Token, condition: PipelineBaseAst | undefined): void {
    parts.condition = condition;
    if (condition === undefined) this.switchFailure(parts, 'PipelineValueRequired', opening);
    else parts.end = condition.extent;
  }

  private closeSwitchCondition(parts: SwitchParts, closing: Token | undefined): void {
    if (closing !== undefined) parts.end = closing;
    else if (!parts.incomplete) this.switchFailure(parts, 'MissingEndParenthesisInSwitchStatement');
  }

  // switch-parameter = PARAMETER, [ NL*, argument-item ] ;
  readonly switchParameter = this.RULE('switchParameter', (parts?: SwitchParts): void => {
    const token = this.take(0, t.Parameter);
    const parameter = this.ACTION(() => switchParameters.find(({ name }) => isParameter(token, name)));
    let file: ExpressionAst | undefined;
    if (parameter === undefined || parameter.sets === 'File') {
      const isFile = this.ACTION(() => parameter?.sets === 'File');
      if (isFile !== false) {
        this.newlines();
        file = this.maybeArgument(0, 'file');
      }
    }
    this.ACTION(() => {
      if (parts === undefined) return;
      parts.end = token;
      if (parameter === undefined) {
        parts.failed = true;
        this.reporter.error(token.extent, 'InvalidSwitchFlag', parameterName(token));
        return;
      }
      for (const flag of parameter.clears) parts.flags.delete(flag);
      if (parameter.sets !== undefined) parts.flags.add(parameter.sets);
      if (parameter.sets === 'File') this.setSwitchFile(parts, token, file);
      else parts.note(parameter.name, token, undefined);
    });
  });

  private setSwitchFile(parts: SwitchParts, token: Token, file: ExpressionAst | undefined): void {
    if (file === undefined) {
      this.switchFailure(parts, 'MissingFilenameOption', token);
      parts.note('file', token, undefined);
      return;
    }
    const { extent } = file;
    parts.end = extent;
    parts.condition = {
      kind: 'PipelineAst',
      extent,
      pipelineElements: [{ kind: 'CommandExpressionAst', extent, expression: file, redirections: [] }],
      background: false,
    };
    parts.note('file', token, parts.condition);
  }

  // switch-body = "{", NL*, switch-clause, SEPARATOR*, { switch-clause, SEPARATOR* }, "}" ;
  readonly switchBody = this.RULE('switchBody', (parts?: SwitchParts): Token | undefined => {
    this.nest();
    const opening = this.take(0, t.LCurly);
    let more = true;
    this.newlines();
    const next = (): boolean => {
      const kind = this.peekKind();
      if (parts === undefined || kind === 'RCurly') more = false;
      if (kind === 'EndOfInput') {
        more = false;
        if (parts !== undefined && !parts.incomplete) this.unclosedSwitch(parts, opening);
      }
      return more;
    };
    const clause = (idx: number): void => {
      const found = this.subrule(idx, this.switchClause, { ARGS: [parts] });
      this.ACTION(() => {
        more = found === true;
        if (!more) return;
        this.newlinesAndSemicolons();
        next();
      });
    };
    this.ACTION(() => {
      if (parts !== undefined) parts.end = opening;
    });
    clause(0);
    this.many(0, { GATE: () => more, DEF: () => clause(1) });
    const closing = this.takeIf(1, t.RCurly);
    this.unnest();
    return closing;
  });

  private unclosedSwitch(parts: SwitchParts, opening: Token): void {
    parts.failed = true;
    this.reporter.incompleteAt(opening.extent, this.peekToken().extent, 'MissingEndCurlyBrace');
  }

  // switch-clause = [ ( "default" | argument-item ), statement-block ] ;
  readonly switchClause = this.RULE('switchClause', (parts?: SwitchParts): boolean => {
    let word: Token | undefined;
    let condition: ExpressionAst | undefined;
    this.option(0, () => {
      const token = this.take(0, t.Default);
      this.ACTION(() => {
        word = token;
        condition = bareWord(token.extent, token.text);
      });
    });
    if (word === undefined) {
      const found = this.maybeArgument(1, 'switchCondition');
      this.ACTION(() => {
        condition = found;
      });
    }
    const failed = this.ACTION(() => parts !== undefined && !this.setClauseCondition(parts, condition));
    if (failed === true) return false;
    const body = this.maybeBlock(2);
    this.ACTION(() => {
      if (parts === undefined || condition === undefined) return;
      if (body === undefined) return this.switchFailure(parts, 'MissingSwitchStatementClause');
      parts.bodies.push(body);
      parts.end = body.extent;
      if (word === undefined) parts.clauses.push({ condition, body });
      else this.setDefault(parts, word, body);
    });
    return true;
  });

  private setClauseCondition(parts: SwitchParts, condition: ExpressionAst | undefined): boolean {
    if (condition !== undefined) {
      parts.bodies.push(condition);
      parts.end = condition.extent;
      return true;
    }
    parts.failed = true;
    this.reporter.incomplete(this.behind(parts.end), 'MissingSwitchConditionExpression');
    return false;
  }

  private setDefault(parts: SwitchParts, word: Token, body: StatementBlockAst): void {
    if (parts.default !== undefined) {
      parts.failed = true;
      this.reporter.error(word.extent, 'MultipleSwitchDefaultClauses');
    }
    parts.default = body;
  }
}
