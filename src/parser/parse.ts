import type { ScriptBlockAst } from './ast/index.ts';
import { registerTree } from './ast/tree.ts';
import { checkDefinitions } from './checks/definitions.ts';
import { type CheckOptions, runChecks } from './checks/index.ts';
import type { ParseError } from './diagnostics.ts';
import { getParser } from './grammar/parser.ts';
import { Reporter } from './reporter.ts';
import { Source } from './source.ts';
import type { Token } from './tokens/token.ts';
import type { TypeCatalogue } from './types.ts';

/** What `parse` makes of a text. */
export interface ParseResult {
  readonly ast: ScriptBlockAst;
  readonly tokens: readonly Token[];
  readonly errors: readonly ParseError[];
  /**
   * What keeps the classes and enums of the text from being made, when there are no other errors. PowerShell reports it
   * when the script is about to run, and not from `Parser.ParseInput`.
   */
  readonly definitionErrors: readonly ParseError[];
  /** Whether the text defines classes or enums or uses a module: what it means depends on more than itself. */
  readonly needsSymbols: boolean;
}

/** Settings of `parse`. */
export interface ParseOptions {
  /** Path of the file the text came from; positions name it. */
  readonly file?: string;
  /** The types that exist where the script is to run; without it, checks that depend on types are left out. */
  readonly types?: TypeCatalogue;
}

/** Parses a script. Never throws: what is wrong with the text stands in `errors`, and a tree comes back all the same. */
export function parse(text: string, options: ParseOptions = {}): ParseResult {
  const source = new Source(text, options.file);
  const { ast, tokens, reporter, needsSymbols } = getParser().parse(source, options.types);
  const { errors } = reporter;
  if (ast === undefined) return { ast: emptyScript(source), tokens, errors, definitionErrors: [], needsSymbols };
  registerTree(ast, tokens);
  checkTree(ast, reporter, { types: options.types, needsSymbols });
  if (!needsSymbols || errors.length > 0) return { ast, tokens, errors, definitionErrors: [], needsSymbols };
  const later = new Reporter(text);
  checkDefinitions(ast, later, options.types);
  return { ast, tokens, errors, definitionErrors: later.errors, needsSymbols };
}

function emptyScript(source: Source): ScriptBlockAst {
  return {
    kind: 'ScriptBlockAst',
    extent: source.empty,
    attributes: [],
    usingStatements: [],
    paramBlock: undefined,
    dynamicParamBlock: undefined,
    beginBlock: undefined,
    processBlock: undefined,
    endBlock: undefined,
    cleanBlock: undefined,
    scriptRequirements: undefined,
  };
}

/** Runs the checks; a tree too deep for those that look into expressions is an error, not a crash. */
function checkTree(ast: ScriptBlockAst, reporter: Reporter, options: CheckOptions): void {
  try {
    runChecks(ast, reporter, options);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    reporter.error(ast.extent, 'ScriptTooComplicated');
  }
}
