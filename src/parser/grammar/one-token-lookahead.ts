import {
  getLookaheadPaths,
  type IOrAlt,
  type IToken,
  LLkLookaheadStrategy,
  type LookaheadSequence,
  type OptionalProductionType,
  type Rule,
} from 'chevrotain';

/** What the grammar's engine calls a lookahead function on. */
interface Scanning {
  LA_FAST(howMuch: number): IToken;
}

/** Which alternative to take, with the alternatives as the rule gives them. */
type Choice = (this: Scanning, alternatives?: readonly IOrAlt<unknown>[]) => number | undefined;

/** Whether to go into an optional production. */
type Entry = (this: Scanning) => boolean;

interface Production {
  readonly prodOccurrence: number;
  readonly rule: Rule;
}

/**
 * Lookahead by one token, with tables that are small and shared: a table is a text whose character at the number of a
 * token's type says what that token decides. The engine's own tables and paths were a third of the parser's size.
 */
export class OneTokenLookahead extends LLkLookaheadStrategy {
  readonly #tables = new Map<string, string>();
  readonly #size: number;

  /** @param size one more than the highest number of a token's type */
  constructor(size: number) {
    super({ maxLookahead: 1 });
    this.#size = size;
  }

  override buildLookaheadForAlternation({
    prodOccurrence,
    rule,
    hasPredicates,
  }: Production & { readonly hasPredicates: boolean }): (alternatives?: IOrAlt<unknown>[]) => number | undefined {
    const paths = getLookaheadPaths({ occurrence: prodOccurrence, rule, prodType: 'Alternation', maxLookahead: 1 });
    return unbound(hasPredicates ? gated(paths.map((one) => this.#table([one]))) : ungated(this.#table(paths)));
  }

  override buildLookaheadForOptional({
    prodOccurrence,
    rule,
    prodType,
  }: Production & { readonly prodType: OptionalProductionType }): () => boolean {
    const [inside = []] = getLookaheadPaths({ occurrence: prodOccurrence, rule, prodType, maxLookahead: 1 });
    return unbound(entry(this.#table([inside])));
  }

  /** For every type of token, one more than the first of the alternatives that may begin with it; else 0. */
  #table(alternatives: readonly LookaheadSequence[]): string {
    const codes = new Array<number>(this.#size).fill(0);
    alternatives.forEach((paths, index) => {
      for (const [first] of paths) {
        const types = first === undefined ? codes.keys() : [first.tokenTypeIdx ?? 0, ...(first.categoryMatches ?? [])];
        for (const type of types) codes[type] ||= index + 1;
      }
    });
    const text = String.fromCharCode(...codes);
    const known = this.#tables.get(text);
    if (known === undefined) this.#tables.set(text, text);
    return known ?? text;
  }
}

function ungated(table: string): Choice {
  return function () {
    const found = table.charCodeAt(this.LA_FAST(1).tokenTypeIdx);
    return found > 0 ? found - 1 : undefined;
  };
}

function gated(tables: readonly string[]): Choice {
  return function (alternatives = []) {
    const { tokenTypeIdx } = this.LA_FAST(1);
    for (let index = 0; index < tables.length; index++) {
      const gate = alternatives[index]?.GATE;
      if (gate !== undefined && gate.call(this) === false) continue;
      if (tables[index]?.charCodeAt(tokenTypeIdx) === 1) return index;
    }
    return undefined;
  };
}

function entry(table: string): Entry {
  return function () {
    return table.charCodeAt(this.LA_FAST(1).tokenTypeIdx) === 1;
  };
}

/** The engine's types leave out that it calls these functions on the parser. */
function unbound<Parameters extends unknown[], Result>(
  found: (this: Scanning, ...args: Parameters) => Result,
): (...args: Parameters) => Result {
  return found as (...args: Parameters) => Result;
}
