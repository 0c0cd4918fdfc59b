import { parse, type ScriptBlockAst } from '../../parser/index.ts';
import type { SessionState, SharedState } from '../scope/session-state.ts';
import { typeCatalogue } from '../types/type-catalogue.ts';
import { ScriptBlock } from '../values/script-block.ts';
import { parseErrorOf } from './parse-error.ts';

/** Trees of texts that were parsed before, by file and text. Like PowerShell's, it starts anew when it is full. */
class ParsedTexts {
  static readonly #MAX_TEXTS = 1024;
  static readonly #MAX_CHARACTERS = 512 * 1024;
  readonly #trees = new Map<string | undefined, Map<string, ScriptBlockAst>>();
  #texts = 0;
  #characters = 0;

  get(text: string, file: string | undefined): ScriptBlockAst | undefined {
    return this.#trees.get(file)?.get(text);
  }

  set(text: string, file: string | undefined, ast: ScriptBlockAst): void {
    if (text.length > ParsedTexts.#MAX_CHARACTERS) return;
    this.#texts++;
    this.#characters += text.length;
    if (this.#texts > ParsedTexts.#MAX_TEXTS || this.#characters > ParsedTexts.#MAX_CHARACTERS) {
      this.#trees.clear();
      this.#texts = 1;
      this.#characters = text.length;
    }
    const ofFile = this.#trees.get(file);
    if (ofFile === undefined) this.#trees.set(file, new Map([[text, ast]]));
    else ofFile.set(text, ast);
  }
}

const parsedTexts = new WeakMap<SharedState, ParsedTexts>();

/**
 * Parses a text into a script block of a session state. A text that a runspace parsed before has its tree already; the
 * blocks of both share it, as in PowerShell.
 *
 * @throws TerminatingError with PowerShell's parse error id when the text does not parse
 */
export function parseScript(text: string, state: SessionState, file?: string): ScriptBlock {
  const block = new ScriptBlock(treeOf(text, state.shared, file), state);
  block.file = file ?? null;
  return block;
}

function treeOf(text: string, shared: SharedState, file: string | undefined): ScriptBlockAst {
  let known = parsedTexts.get(shared);
  if (known === undefined) {
    known = new ParsedTexts();
    parsedTexts.set(shared, known);
  }
  const before = known.get(text, file);
  if (before !== undefined) return before;
  const types = typeCatalogue((name) => shared.findType(name));
  const { ast, errors, definitionErrors, needsSymbols } = parse(text, file === undefined ? { types } : { file, types });
  if (errors.length > 0) throw parseErrorOf(errors);
  if (definitionErrors.length > 0) throw parseErrorOf(definitionErrors);
  // Classes are made anew with each parse, and what a used module or assembly exports may have changed.
  if (!needsSymbols && ast.usingStatements.length === 0) known.set(text, file, ast);
  return ast;
}
