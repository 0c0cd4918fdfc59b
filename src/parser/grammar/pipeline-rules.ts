import type { ParserMethod } from 'chevrotain';
import type { ExpressionAst } from '../ast/expressions.ts';
import type {
  AssignmentStatementAst,
  ChainableAst,
  CommandBaseAst,
  PipelineAst,
  PipelineBaseAst,
  RedirectionAst,
  StatementAst,
} from '../ast/statements.ts';
import { errorStatement } from '../build/statements.ts';
import { isIdentifierStart } from '../scanner/characters.ts';
import { pipeFollows } from '../scanner/trivia.ts';
import type { Token } from '../tokens/token.ts';
import type { TokenKind } from '../tokens/token-kinds.ts';
import { categories as c, tokenTypes as t } from '../tokens/token-types.ts';
import type { Located } from './base-parser.ts';
import { CommandRules, inStreamOrder } from './command-rules.ts';

/** A chain while its pipelines are collected. */
interface Chain {
  left: ChainableAst | undefined;
  operator: Token | undefined;
  /** Set when the chain is complete, also by an error. */
  result: PipelineBaseAst | undefined;
  done: boolean;
}

/** Rules for pipelines, chains of them, and assignments. */
export abstract class PipelineRules extends CommandRules {
  // pipeline-chain = expression, ASSIGNMENT, NL*, statement | pipeline, { ( "&&" | "||" ), NL*, pipeline }, [ "&" ] ;
  readonly pipelineChain = this.RULE('pipelineChain', (): PipelineBaseAst | undefined => {
    const mode = 'Command';
    const isCommand = this.ACTION(() => !this.peekExpression());
    let first: ExpressionAst | undefined;
    let assignment: AssignmentStatementAst | undefined;
    if (isCommand !== true) {
      this.option(0, () => {
        const value = this.subrule(0, this.expression);
        this.ACTION(() => {
          first = value;
        });
      });
      this.option(1, {
        GATE: () => first !== undefined,
        DEF: () => {
          const operator = this.take(0, c.AssignmentOperator);
          this.setMode(mode);
          this.newlines();
          const value = this.subrule(0, this.assignedStatement, { ARGS: [operator] });
          this.ACTION(() => {
            if (first !== undefined) assignment = this.assign(first, operator, value);
          });
        },
      });
    }
    this.setMode(mode);
    if (assignment !== undefined) return assignment;
    const chain: Chain = { left: undefined, operator: undefined, result: undefined, done: false };
    const pipeline = this.subrule(0, this.pipeline, { ARGS: [first, true] });
    if (!this.RECORDING_PHASE && !chainKinds.has(this.peekKind())) return pipeline;
    this.chainEnd(0, chain, pipeline, undefined);
    this.many(0, {
      GATE: () => !chain.done,
      DEF: () => {
        const operator: Token = this.or(0, [
          { ALT: () => this.take(0, t.AndAnd) },
          { ALT: () => this.take(0, t.OrOr) },
        ]);
        this.newlines();
        this.ACTION(() => this.chainOperator(chain, operator));
        const token = this.ACTION(() => this.peekToken());
        let next: PipelineAst | undefined;
        this.option(2, {
          GATE: () => !chain.done,
          DEF: () => {
            next = this.subrule(1, this.pipeline, { ARGS: [undefined, false] });
          },
        });
        this.chainEnd(1, chain, next, token);
      },
    });
    return chain.result;
  });

  /**
   * Whether an expression may come next; then it is scanned as one. A word that begins with a letter can only begin a
   * command, and is not scanned again.
   */
  private peekExpression(): boolean {
    if (this.mode === 'Command') {
      const token = this.peekToken();
      const isWord = token.kind === 'Identifier' || token.kind === 'Generic';
      if (isWord && isIdentifierStart(this.source.text.charCodeAt(token.startOffset))) return false;
      this.setMode('Expression');
    }
    return this.peekOperand(false).kind !== 'Comma' || !this.commaSeparates;
  }

  // assigned-statement = [ statement ] ;
  readonly assignedStatement = this.RULE('assignedStatement', (operator?: Token) => {
    let value: AssignmentStatementAst['right'] | undefined;
    this.option(0, () => {
      value = this.subrule(0, this.statement);
    });
    return this.ACTION(() => {
      if (value !== undefined || operator === undefined) return value;
      const extent = this.behind(operator);
      this.reporter.incomplete(extent, 'ExpectedValueExpression', operator.text);
      return errorStatement(extent, []);
    });
  });

  private assign(
    left: ExpressionAst,
    operator: Token,
    right: AssignmentStatementAst['right'] | undefined,
  ): AssignmentStatementAst | undefined {
    if (right === undefined) return undefined;
    return {
      kind: 'AssignmentStatementAst',
      extent: this.span(left.extent, right.extent),
      left,
      operator: operator.kind,
      right: loneExpression(right) ?? right,
      errorPosition: operator.extent,
    };
  }

  /** What may follow a pipeline of a chain. */
  private chainEnd(idx: number, chain: Chain, pipeline: PipelineAst | undefined, token: Token | undefined): void {
    let background = false;
    this.option(3 + idx, {
      GATE: () => pipeline !== undefined && !chain.done,
      DEF: () => {
        this.take(idx, t.Ampersand);
        background = true;
      },
    });
    this.ACTION(() => {
      if (!chain.done) this.linkPipeline(chain, pipeline, background, token);
    });
  }

  private linkPipeline(
    chain: Chain,
    pipeline: PipelineAst | undefined,
    background: boolean,
    token: Token | undefined,
  ): void {
    const { left, operator } = chain;
    if (pipeline === undefined) {
      chain.done = true;
      if (operator !== undefined && left !== undefined) chain.result = this.emptyElement(left, operator, token);
      return;
    }
    const next = this.peekToken();
    const goesOn = next.kind === 'AndAnd' || next.kind === 'OrOr';
    if (background && goesOn) {
      this.advance();
      this.reporter.error(next.extent, 'BackgroundOperatorInPipelineChain');
      chain.result = errorStatement(this.span((left ?? pipeline).extent, next), []);
      chain.done = true;
      return;
    }
    chain.left = joined(left, operator, pipeline, background, this.span((left ?? pipeline).extent, pipeline.extent));
    chain.result = chain.left;
    chain.done = !goesOn;
  }

  private chainOperator(chain: Chain, operator: Token): void {
    chain.operator = operator;
    if (this.peekKind() !== 'EndOfInput') return;
    this.reporter.incomplete(this.behind(operator), 'EmptyPipelineChainElement', operator.text);
    chain.done = true;
  }

  private emptyElement(left: ChainableAst, operator: Token, token: Token | undefined): PipelineBaseAst {
    if (token?.kind === 'EndOfInput') {
      this.reporter.incomplete(this.behind(operator), 'EmptyPipelineChainElement', operator.text);
    } else if (token !== undefined && token.kind !== 'Dot' && token.kind !== 'Ampersand') {
      this.reporter.error(this.span(operator, token), 'EmptyPipelineChainElement', operator.text);
    }
    return errorStatement(this.span(left.extent, operator), [left], { keyword: operator });
  }

  // pipeline = ( pipeline-element | "|", NL*, [ pipeline-element ] ), { NL*, "|", NL*, [ pipeline-element ] } ;
  readonly pipeline: ParserMethod<[first?: ExpressionAst | undefined, isCommand?: boolean], PipelineAst | undefined> =
    this.RULE('pipeline', (first?: ExpressionAst, isCommand = false): PipelineAst | undefined => {
      const elements: CommandBaseAst[] = [];
      let more = true;
      if (first === undefined) {
        this.or(0, [
          {
            ALT: () => {
              const element = this.subrule(0, this.pipelineElement, { ARGS: [isCommand, false] });
              this.ACTION(() => this.addElement(elements, element, undefined));
            },
          },
          {
            ALT: () => {
              this.ACTION(() => this.addElement(elements, undefined, undefined));
              more = this.pipedElement(0, elements);
            },
          },
        ]);
      } else {
        const redirected = this.subrule(0, this.redirections, { ARGS: [first] });
        this.ACTION(() => this.addElement(elements, redirected, undefined));
      }
      this.many(0, {
        GATE: () => more && this.peekPipe(),
        DEF: () => {
          more = this.pipedElement(1, elements);
        },
      });
      return this.ACTION(() => {
        if (more) this.checkPipelineEnd();
        const start = elements[0];
        const end = elements.at(-1);
        if (start === undefined || end === undefined) return undefined;
        const extent = this.span(start.extent, end.extent);
        return { kind: 'PipelineAst', extent, pipelineElements: elements, background: false };
      });
    });

  /** A pipe and the element behind it; false when the script ends there. */
  private pipedElement(idx: number, elements: CommandBaseAst[]): boolean {
    const pipe = this.take(idx, t.Pipe);
    this.newlines();
    const atEnd = this.ACTION(() => {
      const ends = this.peekKind() === 'EndOfInput';
      if (ends) this.reporter.incomplete(this.behind(pipe), 'EmptyPipeElement');
      return ends;
    });
    if (atEnd === true) return false;
    let element: CommandBaseAst | undefined;
    this.option(idx, () => {
      element = this.subrule(1 + idx, this.pipelineElement, { ARGS: [false, elements.length > 0] });
    });
    this.ACTION(() => this.addElement(elements, element, pipe));
    return true;
  }

  private addElement(elements: CommandBaseAst[], element: CommandBaseAst | undefined, pipe: Token | undefined): void {
    if (element !== undefined) {
      elements.push(element);
    } else if (elements.length > 0 || this.peekKind() === 'Pipe') {
      const extent = pipe === undefined ? this.peekToken().extent : this.behind(pipe);
      this.reporter.incomplete(extent, 'EmptyPipeElement');
    }
  }

  /** Scans ahead for the next pipe, which may begin the next line. */
  private peekPipe(): boolean {
    const token = this.peekToken();
    if (token.kind === 'NewLine' && pipeFollows(this.scanner.text, token.endOffset)) this.newlines();
    return true;
  }

  private checkPipelineEnd(): void {
    const token = this.peekToken();
    if (!pipelineEnds.has(token.kind)) this.reporter.error(token.extent, 'UnexpectedToken', token.text);
  }

  // pipeline-element = expression, redirections | command ;
  readonly pipelineElement: ParserMethod<[isCommand?: boolean, isLater?: boolean], CommandBaseAst | undefined> =
    this.RULE('pipelineElement', (isCommand = false, isLater = false): CommandBaseAst | undefined => {
      const mode = 'Command';
      if (isCommand || this.ACTION(() => !this.peekExpression()) === true) {
        this.setMode(mode);
        return this.subrule(0, this.command);
      }
      let expression: ExpressionAst | undefined;
      let command: CommandBaseAst | undefined;
      this.or(0, {
        DEF: [
          {
            ALT: () => {
              const value = this.subrule(0, this.expression);
              this.setMode(mode);
              this.ACTION(() => {
                expression = value;
              });
              this.option(0, {
                GATE: () => expression === undefined,
                DEF: () => {
                  command = this.subrule(1, this.command);
                },
              });
            },
          },
          {
            ALT: () => {
              this.setMode(mode);
              command = this.subrule(2, this.command);
            },
          },
        ],
        IGNORE_AMBIGUITIES: true,
      });
      if (expression === undefined) return command;
      return this.ACTION(() => this.laterElement(expression, isLater));
    });

  /** An expression as an element; anywhere but first that is an error. */
  private laterElement(expression: ExpressionAst | undefined, isLater: boolean): CommandBaseAst | undefined {
    if (expression === undefined) return undefined;
    if (isLater) this.reporter.error(expression.extent, 'ExpressionsMustBeFirstInPipeline');
    return this.subrule(1, this.redirections, { ARGS: [expression] });
  }

  // redirections = { REDIRECTION, [ argument-item ] } ;
  readonly redirections = this.RULE('redirections', (expression?: ExpressionAst): CommandBaseAst | undefined => {
    const list: RedirectionAst[] = [];
    let end: Located | undefined;
    this.many(0, () => {
      const token = this.take(0, c.AnyRedirection);
      let location: ExpressionAst | undefined;
      if (this.ACTION(() => token.value.is === 'merge') !== true) location = this.maybeArgument(1, 'file');
      this.ACTION(() => {
        const stop = this.redirect(token, location, list);
        end = token.value.is === 'input' ? undefined : stop;
      });
    });
    return this.ACTION(() => (expression === undefined ? undefined : this.expressionElement(expression, list, end)));
  });

  private expressionElement(
    expression: ExpressionAst,
    redirections: RedirectionAst[],
    end: Located | undefined,
  ): CommandBaseAst {
    return {
      kind: 'CommandExpressionAst',
      extent: end === undefined ? expression.extent : this.span(expression.extent, end),
      expression,
      redirections: inStreamOrder(redirections),
    };
  }
}

/** Kinds that go on a chain behind its first pipeline. */
const chainKinds: ReadonlySet<TokenKind> = new Set<TokenKind>(['AndAnd', 'OrOr', 'Ampersand']);

const pipelineEnds: ReadonlySet<TokenKind> = new Set<TokenKind>([
  'Semi',
  'NewLine',
  'RParen',
  'RCurly',
  'EndOfInput',
  'AndAnd',
  'OrOr',
  'Ampersand',
]);

function joined(
  left: ChainableAst | undefined,
  operator: Token | undefined,
  pipeline: PipelineAst,
  background: boolean,
  extent: ChainableAst['extent'],
): ChainableAst {
  if (left === undefined || operator === undefined) return background ? { ...pipeline, background } : pipeline;
  return {
    kind: 'PipelineChainAst',
    extent,
    lhsPipelineChain: left,
    rhsPipeline: pipeline,
    operator: operator.kind === 'AndAnd' ? 'AndAnd' : 'OrOr',
    background,
  };
}

/** A pipeline that is nothing but an expression counts as that expression where a value is assigned. */
function loneExpression(statement: StatementAst): CommandBaseAst | undefined {
  if (statement.kind !== 'PipelineAst' || statement.background || statement.pipelineElements.length !== 1)
    return undefined;
  const element = statement.pipelineElements[0];
  return element?.kind === 'CommandExpressionAst' ? element : undefined;
}
