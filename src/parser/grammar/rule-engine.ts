import {
  type ConsumeMethodOpts,
  type DSLMethodOpts,
  EmbeddedActionsParser,
  type GrammarAction,
  type IToken,
  type ParserMethod,
  type SubruleMethodOpts,
  type TokenType,
} from 'chevrotain';

/** Decides by the next token whether an optional part or another round follows. */
type Decide = (this: RuleEngine) => boolean;
type Decisions = Readonly<Record<number, Decide>>;

/** What the grammar's engine keeps with a rule beside what it shows. */
type RuleBody<Args extends unknown[], Result> = ParserMethod<Args, Result> & {
  readonly ruleName: string;
  readonly originalGrammarAction: (...args: Args) => Result;
};

/** Where the decisions of a rule stand in its table: the kind of step, and its index in the rule. */
const optionKey = 2 << 8;
const manyKey = 3 << 8;

/**
 * The steps of rules, without what the grammar's engine does for its recovery from errors and its syntax trees: this
 * grammar uses neither, and calls of rules are most of the work. While the grammar is recorded, the engine puts methods
 * of its own in front of these. The fields declared here are the engine's.
 */
export abstract class RuleEngine extends EmbeddedActionsParser {
  declare private currRuleLookaheadFuncs: Decisions;
  declare private currRuleShortName: number;
  declare private readonly lookAheadFuncsCache: readonly Decisions[];
  declare private readonly fullRuleNameToShort: Readonly<Record<string, number>>;
  declare private readonly tokenMatcher: (token: IToken, type: TokenType) => boolean;

  protected abstract peekToken(): IToken;
  protected abstract consumeToken(): void;
  protected abstract getLexerPosition(): number;

  protected override subrule<Args extends unknown[], Result>(
    _idx: number,
    rule: ParserMethod<Args, Result>,
    options?: SubruleMethodOpts<Args>,
  ): Result {
    // Every rule is made by RULE, which adds these.
    const { ruleName, originalGrammarAction: body } = rule as RuleBody<Args, Result>;
    const { currRuleLookaheadFuncs: decisions, currRuleShortName: caller } = this;
    const callee = this.fullRuleNameToShort[ruleName] ?? -1;
    this.currRuleShortName = callee;
    this.currRuleLookaheadFuncs = this.lookAheadFuncsCache[callee] ?? none;
    // `apply` takes undefined for no arguments; the rule's type says whether it needs any.
    const result = body.apply(this, options?.ARGS as Args);
    // What a rule throws ends the whole parse; nothing has to be put back then.
    this.currRuleShortName = caller;
    this.currRuleLookaheadFuncs = decisions;
    return result;
  }

  protected override option<Result>(
    idx: number,
    step: GrammarAction<Result> | DSLMethodOpts<Result>,
  ): Result | undefined {
    const decide = this.currRuleLookaheadFuncs[optionKey | idx];
    if (typeof step === 'function') return decide?.call(this) === true ? step() : undefined;
    const { GATE: gate, DEF: action } = step;
    return (gate === undefined || gate()) && decide?.call(this) === true ? action() : undefined;
  }

  protected override many(idx: number, step: GrammarAction<unknown> | DSLMethodOpts<unknown>): void {
    const decide = this.currRuleLookaheadFuncs[manyKey | idx];
    const gate = typeof step === 'function' ? undefined : step.GATE;
    const action = typeof step === 'function' ? step : step.DEF;
    let position = -1;
    // A round that consumes nothing is the last one.
    while ((gate === undefined || gate()) && decide?.call(this) === true && position < this.getLexerPosition()) {
      position = this.getLexerPosition();
      action();
    }
  }

  protected override consume(idx: number, type: TokenType, options?: ConsumeMethodOpts): IToken {
    const token = this.peekToken();
    if (!this.tokenMatcher(token, type)) return super.consume(idx, type, options);
    this.consumeToken();
    return token;
  }

  protected override ACTION<Result>(action: () => Result): Result {
    return action();
  }
}

const none: Decisions = {};
