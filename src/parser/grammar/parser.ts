import type { ScriptBlockAst } from '../ast/script-block.ts';
import type { Reporter } from '../reporter.ts';
import type { Source } from '../source.ts';
import type { Token } from '../tokens/token.ts';
import type { TypeCatalogue } from '../types.ts';
import { NestingTooDeep } from './base-parser.ts';
import { RequiresRules } from './requires-rules.ts';

/** What the grammar makes of a text, before the checks of the finished tree. */
export interface Parsed {
  /** Undefined when the parser had to give up. */
  readonly ast: ScriptBlockAst | undefined;
  readonly tokens: Token[];
  /** Holds the errors so far, and takes those of the checks. */
  readonly reporter: Reporter;
  /** Whether the text has classes, enums or `using module`. */
  readonly needsSymbols: boolean;
}

/** The whole grammar, ready to parse one text after another. */
export class GrammarParser extends RequiresRules {
  private busy = false;

  constructor(skipValidations: boolean) {
    super(skipValidations);
    this.performSelfAnalysis();
  }

  /** Whether a parse is under way; another one then needs a parser of its own. */
  get isBusy(): boolean {
    return this.busy;
  }

  /** Parses a text. Does not throw on anything that a text can hold. */
  parse(source: Source, types: TypeCatalogue | undefined): Parsed {
    this.start(source, types);
    this.busy = true;
    let ast: ScriptBlockAst | undefined;
    try {
      const tree = this.script();
      const { tokens } = this.scanner;
      ast = { ...tree, scriptRequirements: this.requirements() };
      this.scanner.tokens = tokens;
      if (this.errors.length > 0) this.reporter.error(this.peekToken().extent, 'UnrecoverableParserError');
    } catch (error) {
      if (!(error instanceof NestingTooDeep) && !(error instanceof RangeError)) throw error;
      this.reporter.error(this.scanner.currentExtent(), 'ScriptTooComplicated');
    } finally {
      this.busy = false;
    }
    const parsed = { ast, tokens: this.scanner.tokens, reporter: this.reporter, needsSymbols: this.needsSymbols };
    this.release();
    return parsed;
  }
}

let shared: GrammarParser | undefined;

/** The parser, built when it is first asked for. */
export function getParser(): GrammarParser {
  if (shared?.isBusy === true) return new GrammarParser(true);
  if (shared === undefined) {
    shared = new GrammarParser(true);
    shared.forgetRules();
  }
  return shared;
}
