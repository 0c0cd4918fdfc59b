import {
  EarlyExitException,
  type IRecognitionException,
  type IToken,
  NoViableAltException,
  type ParserMethod,
  type TokenType,
} from 'chevrotain';
import type { ExpressionAst } from '../ast/expressions.ts';
import type { PipelineBaseAst } from '../ast/statements.ts';
import { Reporter } from '../reporter.ts';
import { isIdentifierStart } from '../scanner/characters.ts';
import { scanMemberOperator, scanTypeBracket } from '../scanner/lookahead.ts';
import { scanToken } from '../scanner/scanner.ts';
import { type Mode, ScannerState } from '../scanner/state.ts';
import { skipNewlines } from '../scanner/trivia.ts';
import { Extent, Source } from '../source.ts';
import type { Token } from '../tokens/token.ts';
import { TokenFlags, type TokenKind, tokenKinds, tokenTraits } from '../tokens/token-kinds.ts';
import { vocabulary } from '../tokens/token-types.ts';
import type { TypeCatalogue } from '../types.ts';
import { OneTokenLookahead } from './one-token-lookahead.ts';
import { RuleEngine } from './rule-engine.ts';

/** What has offsets: an extent or a token. */
export interface Located {
  readonly startOffset: number;
  readonly endOffset: number;
}

/** A rule without arguments that has not been defined yet where it is used. */
export type Rule<Result> = ParserMethod<[], Result>;

/** Thrown where scripts nest too deeply; `parse` turns it into an error. */
export class NestingTooDeep extends Error {
  override readonly name = 'NestingTooDeep';
}

/** How deep blocks and parentheses may nest; the stack that Node has by default ends sooner. */
const maxDepth = 1000;

/**
 * The ground the grammar stands on: rules take their tokens from a scanner that scans one token at a time, in the mode
 * that the rule has set. One token of lookahead is all there is; a change of mode puts it back to be scanned again.
 */
export abstract class BaseParser extends RuleEngine {
  protected scanner: ScannerState;
  protected reporter: Reporter;
  /** True where a comma separates arguments instead of making an array. */
  protected commaSeparates = false;
  protected types: TypeCatalogue | undefined;
  /** Whether a class, an enum or `using module` has been parsed. */
  protected needsSymbols = false;
  private readonly idle: ScannerState;
  private peeked: Token | undefined;
  private consumed = 0;
  private depth = 0;

  abstract readonly expression: Rule<ExpressionAst | undefined>;
  abstract readonly pipelineChain: Rule<PipelineBaseAst | undefined>;

  constructor(skipValidations: boolean) {
    const types = Math.max(...vocabulary.map(({ tokenTypeIdx }) => tokenTypeIdx ?? 0)) + 1;
    super([...vocabulary], {
      maxLookahead: 1,
      recoveryEnabled: false,
      skipValidations,
      lookaheadStrategy: new OneTokenLookahead(types),
    });
    this.idle = new ScannerState(new Source(''), new Reporter(''));
    this.scanner = this.idle;
    this.reporter = this.idle.report;
  }

  /** Makes ready to parse a text. */
  protected start(source: Source, types: TypeCatalogue | undefined): void {
    this.types = types;
    this.reset();
    this.reporter = new Reporter(source.text);
    this.scanner = new ScannerState(source, this.reporter);
    this.peeked = undefined;
    this.commaSeparates = false;
    this.needsSymbols = false;
    this.depth = 0;
  }

  /** Lets go of the text and of the types that were parsed with. */
  protected release(): void {
    this.types = undefined;
    this.scanner = this.idle;
    this.reporter = this.idle.report;
  }

  /** Drops the rules as data: half of the parser's size, and of no use once the lookahead is made. */
  forgetRules(): void {
    // The engine's types leave out where it keeps them.
    (this as unknown as { gastProductionsCache: object }).gastProductionsCache = {};
  }

  // Where no alternative fits, the engine would work out from the rules what could have stood there, for a message.

  protected raiseNoAltException(): never {
    throw this.remember(new NoViableAltException('no alternative fits', this.LA(1), this.LA(0)));
  }

  protected raiseEarlyExitException(): never {
    throw this.remember(new EarlyExitException('none of what must be repeated is there', this.LA(1), this.LA(0)));
  }

  private remember<E extends IRecognitionException>(error: E): E {
    this.errors = [...this.errors, error];
    return error;
  }

  // What the grammar's engine asks of a lexer that scans on demand.

  protected override LA_FAST(_howMuch: number): IToken {
    return this.peekToken();
  }

  protected override LA(_howMuch: number): IToken {
    return this.peekToken();
  }

  protected consumeToken(): void {
    this.peeked = undefined;
    this.consumed++;
  }

  protected exportLexerState(): number {
    return this.consumed;
  }

  protected importLexerState(): void {}

  protected resetLexerState(): void {
    this.consumed = 0;
  }

  protected moveToTerminatedState(): void {}

  protected getLexerPosition(): number {
    return this.consumed;
  }

  protected onBeforeParse(): void {}

  protected onAfterParse(): void {}

  // Tokens.

  /** Consumes a token of a type; `idx` tells several in one rule apart. */
  protected take(idx: number, type: TokenType): Token {
    return this.consume(idx, type) as IToken & Token; // the scanner makes nothing else
  }

  /** Consumes a token of a type if it comes next. */
  protected takeIf(idx: number, type: TokenType): Token | undefined {
    let token: Token | undefined;
    this.option(idx, () => {
      token = this.take(idx, type);
    });
    return token;
  }

  /** The next token, scanned in the present mode unless it has been scanned already. */
  protected peekToken(): Token {
    this.peeked ??= scanToken(this.scanner);
    return this.peeked;
  }

  /** Whether a token has been scanned ahead. */
  protected get hasPeeked(): boolean {
    return this.peeked !== undefined;
  }

  protected peekKind(): TokenKind {
    return this.peekToken().kind;
  }

  /** Takes the next token whatever it is, outside the grammar: to recover from an error. */
  protected advance(): Token {
    const token = this.peekToken();
    this.peeked = undefined;
    this.consumed++;
    return token;
  }

  /** Makes a token the next one. */
  protected putBack(token: Token | undefined): void {
    this.peeked = token;
  }

  /** Goes back to an offset of the script, to scan from there again. */
  protected resync(offset: number): void {
    this.peeked = undefined;
    this.scanner.resync(offset);
  }

  /** The offset to resync to, to come back to here; a token scanned ahead is lost. */
  protected restorePoint(): number {
    return this.peeked?.startOffset ?? this.scanner.restorePoint();
  }

  /** Changes the mode; a token scanned ahead whose reading depends on it is put back. Answers the mode before. */
  protected setMode(mode: Mode): Mode {
    const { scanner } = this;
    const before = scanner.mode;
    if (mode !== before) {
      const token = this.peeked;
      if (token !== undefined && (token.flags & parseModeInvariant) === 0) this.resync(token.startOffset);
      scanner.mode = mode;
    }
    return before;
  }

  protected get mode(): Mode {
    return this.scanner.mode;
  }

  protected newlines(): void {
    const kind = this.peeked?.kind;
    if (kind !== undefined && kind !== 'NewLine') return;
    this.peeked = undefined;
    skipNewlines(this.scanner, false);
  }

  protected newlinesAndSemicolons(): void {
    const kind = this.peeked?.kind;
    if (kind !== undefined && kind !== 'NewLine' && kind !== 'Semi') return;
    this.peeked = undefined;
    skipNewlines(this.scanner, true);
  }

  /** Scans ahead for a plain name, even if it is a keyword or part of a word. */
  protected peekSimpleName(): boolean {
    this.scanner.simpleNames = true;
    const isName = this.peekToken().kind === 'Identifier';
    this.scanner.simpleNames = false;
    return isName;
  }

  /** Scans ahead for an operand: a sign may belong to a number, `?` and `:` may end one. */
  protected peekOperand(ternary: boolean): Token {
    const { scanner, peeked } = this;
    const signed = scanner.signedNumbers;
    const ends = scanner.ternaryEndsNumbers;
    scanner.signedNumbers = true;
    scanner.ternaryEndsNumbers = ternary;
    if (peeked !== undefined && (peeked.kind === 'Minus' || (ternary && peeked.kind === 'Generic'))) {
      this.resync(peeked.startOffset);
    }
    const token = this.peekToken();
    scanner.signedNumbers = signed;
    scanner.ternaryEndsNumbers = ends;
    return token;
  }

  /** Scans ahead for `.`, `::`, `?.`, `[` or `?[` right behind an operand. */
  protected peekMemberOperator(brackets: boolean): boolean {
    if (this.peeked !== undefined) return false;
    this.peeked = scanMemberOperator(this.scanner, brackets);
    return this.peeked !== undefined;
  }

  /** Scans ahead for a `[` that begins a type or attribute, even where it would be part of a word. */
  protected peekBracket(): boolean {
    if (this.peeked !== undefined) return this.peeked.kind === 'LBracket';
    this.peeked = scanTypeBracket(this.scanner);
    return this.peeked !== undefined;
  }

  /** Scans ahead for the `(` or `{` of a method call, right behind the member's name. */
  protected peekCallOpening(): boolean {
    if (this.peeked !== undefined) return false;
    const opening = this.scanner.text[this.scanner.index];
    if (opening !== '(' && opening !== '{') return false;
    this.peekToken();
    return true;
  }

  /** Skips to one of the kinds, brackets of each sort being balanced; a closing one is consumed when asked. */
  protected skipTo(consumeClosing: boolean, ...kinds: readonly TokenKind[]): void {
    const open = { Paren: 0, Curly: 0, Bracket: 0 };
    const closings = { RParen: 'Paren', RCurly: 'Curly', RBracket: 'Bracket' } as const;
    const openings = { LParen: 'Paren', LCurly: 'Curly', LBracket: 'Bracket' } as const;
    for (const kind of kinds) if (isKey(closings, kind)) open[closings[kind]] = 1;
    for (;;) {
      const token = this.advance();
      const { kind } = token;
      if (kind === 'EndOfInput') {
        this.putBack(token);
        return;
      }
      if (isKey(openings, kind)) {
        open[openings[kind]]++;
      } else if (isKey(closings, kind)) {
        open[closings[kind]]--;
        if (open[closings[kind]] === 0 && kinds.includes(kind)) {
          if (!consumeClosing) this.putBack(token);
          return;
        }
      }
      if (kinds.includes(kind) && open.Paren === 0 && open.Curly === 0 && open.Bracket === 0) return;
    }
  }

  /** Moves to the end of the text, so that everything open is closed. */
  protected giveUp(): void {
    this.peeked = undefined;
    this.scanner.index = this.scanner.text.length;
  }

  // Positions.

  protected get source(): Source {
    return this.scanner.source;
  }

  /** The extent from the start of one thing to the end of another. */
  protected span(first: Located, last: Located): Extent {
    return new Extent(this.scanner.source, first.startOffset, last.endOffset);
  }

  /** The empty stretch just behind something. */
  protected behind(located: Located): Extent {
    return new Extent(this.scanner.source, located.endOffset, located.endOffset);
  }

  /** The empty stretch one character before something. */
  protected ahead(located: Located): Extent {
    const offset = Math.max(0, located.startOffset - 1);
    return new Extent(this.scanner.source, offset, offset);
  }

  // Shared pieces of rules.

  /** Counts a level of nesting; every call needs its `unnest`. */
  protected nest(): void {
    if (++this.depth > maxDepth) throw new NestingTooDeep();
  }

  protected unnest(): void {
    this.depth--;
  }

  /** An expression, if one comes next: scanned as one, whatever the present mode. */
  protected maybeExpression(idx: number, ternary = false): ExpressionAst | undefined {
    let result: ExpressionAst | undefined;
    const mode = this.setMode('Expression');
    this.option(idx, {
      GATE: () => this.peekOperand(ternary).kind !== 'Comma' || !this.commaSeparates,
      DEF: () => {
        result = this.subrule(idx, this.expression);
      },
    });
    this.setMode(mode);
    return result;
  }

  /**
   * Scans ahead for what may begin a pipeline: first as an operand, unless a letter begins it, then as a command. Always
   * true; the token decides.
   */
  private peekChain(): true {
    if (this.peeked !== undefined) return true;
    this.scanner.skipWhitespace();
    if (isIdentifierStart(this.scanner.peek())) return true;
    this.setMode('Expression');
    if (!operandKinds.has(this.peekOperand(false).kind)) this.setMode('Command');
    return true;
  }

  /** A pipeline, chain or assignment, if one comes next. */
  protected maybePipelineChain(idx: number): PipelineBaseAst | undefined {
    let result: PipelineBaseAst | undefined;
    this.option(idx, {
      GATE: () => this.peekChain(),
      DEF: () => {
        result = this.subrule(idx, this.pipelineChain);
      },
    });
    return result;
  }
}

const parseModeInvariant = TokenFlags.ParseModeInvariant;

/** Kinds that begin an expression. */
const operandKinds: ReadonlySet<TokenKind> = new Set(
  tokenKinds
    .filter((kind) => (tokenTraits[kind].flags & TokenFlags.UnaryOperator) !== 0)
    .concat(
      ['LBracket', 'Variable', 'SplattedVariable', 'Number', 'LParen', 'DollarParen', 'AtParen', 'AtCurly', 'LCurly'],
      ['StringLiteral', 'StringExpandable', 'HereStringLiteral', 'HereStringExpandable'],
    ),
);

function isKey<Table extends object>(table: Table, key: string): key is keyof Table & string {
  return Object.hasOwn(table, key);
}
