import type { ScriptBlockAst } from '../ast/script-block.ts';
import type { ParseError } from '../diagnostics.ts';
import type { Source } from '../source.ts';
import type { Token } from '../tokens/token.ts';
import { NestingTooDeep } from './base-parser.ts';
import { DefinitionRules } from './definition-rules.ts';

/** What the grammar makes of a text, before the checks of the finished tree. */
export interface Parsed {
  /** Undefined when the parser had to give up. */
  readonly ast: ScriptBlockAst | undefined;
  readonly tokens: Token[];
  readonly errors: ParseError[];
}

/** The whole grammar, ready to parse one text after another. */
export class GrammarParser extends DefinitionRules {
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
  parse(source: Source): Parsed {
    this.start(source);
    this.busy = true;
    let ast: ScriptBlockAst | undefined;
    try {
      ast = this.script();
      if (this.errors.length > 0) this.reporter.error(this.peekToken().extent, 'UnrecoverableParserError');
    } catch (error) {
      if (!(error instanceof NestingTooDeep) && !(error instanceof RangeError)) throw error;
      this.reporter.error(this.scanner.currentExtent(), 'ScriptTooComplicated');
    } finally {
      this.busy = false;
    }
    return { ast, tokens: this.scanner.tokens, errors: this.reporter.errors };
  }
}

let shared: GrammarParser | undefined;

/** The parser, built when it is first asked for. */
export function getParser(): GrammarParser {
  if (shared?.isBusy === true) return new GrammarParser(true);
  shared ??= new GrammarParser(true);
  return shared;
}
