import type { ScriptBlockAst } from './ast/index.ts';
import { registerTree } from './ast/tree.ts';
import { type CheckOptions, runChecks } from './checks/index.ts';
import type { ParseError } from './diagnostics.ts';
import { getParser } from './grammar/parser.ts';
import type { Reporter } from './reporter.ts';
import { Source } from './source.ts';
import type { Token } from './tokens/token.ts';
import type { TypeCatalogue } from './types.ts';

/** What `parse` makes of a text. */
export interface ParseResult {
  readonly ast: ScriptBlockAst;
  readonly tokens: readonly Token[];
  readonly errors: readonly ParseError[];
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
  const { ast, tokens, reporter, definesTypes } = getParser().parse(source, options.types);
  if (ast === undefined) return { ast: emptyScript(source), tokens, errors: reporter.errors };
  registerTree(ast, tokens);
  checkTree(ast, reporter, { types: options.types, definesTypes });
  return { ast, tokens, errors: reporter.errors };
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
