// biome-ignore-all lint/correctness/noComponentHookFactories: GATE, ALT and LA_FAST are the grammar engine's names, not components.
import {
  Alternation,
  type IProduction,
  type IProductionWithOccurrence,
  type IToken,
  LLkLookaheadStrategy,
  NonTerminal,
  Option,
  Repetition,
} from 'chevrotain';
import { describe, expect, it } from 'vitest';
import { OneTokenLookahead } from '../../src/parser/grammar/one-token-lookahead.ts';
import { GrammarParser } from '../../src/parser/grammar/parser.ts';
import { vocabulary } from '../../src/parser/tokens/token-types.ts';

/** The steps of a rule, at any depth. */
function steps(production: IProduction | { readonly definition?: IProduction[] }): IProductionWithOccurrence[] {
  // Another rule's steps are its own.
  const inner =
    'definition' in production && !(production instanceof NonTerminal) ? (production.definition as IProduction[]) : [];
  return [...inner.filter((one) => 'idx' in one), ...inner.flatMap(steps)] as IProductionWithOccurrence[];
}

const numbers = vocabulary.map(({ tokenTypeIdx }) => tokenTypeIdx ?? 0);
const own = new OneTokenLookahead(Math.max(...numbers) + 1);
const engine = new LLkLookaheadStrategy({ maxLookahead: 1 });
const rules = Object.values(new GrammarParser(true).getGAstProductions());
const tokens = vocabulary.map((tokenType, i) => ({ tokenType, tokenTypeIdx: numbers[i] }) as IToken);
/** Gates of alternatives: every second one is shut. */
const gates = Array.from({ length: 60 }, (_, i) => ({ ALT: () => undefined, GATE: () => i % 2 === 0 }));

/** What a decision answers to every token. */
const answers = (decide: (alternatives?: typeof gates) => unknown) =>
  tokens.map((token) => decide.call({ LA_FAST: () => token }, gates));

describe('lookahead of one token', () => {
  it('decides as the engine does, in every rule and for every token, with gates and without', () => {
    let compared = 0;
    for (const rule of rules)
      for (const step of steps(rule)) {
        const options = { rule, prodOccurrence: step.idx ?? 0, maxLookahead: 1, dynamicTokensEnabled: false };
        if (step instanceof Alternation)
          for (const hasPredicates of [true, false]) {
            const alternation = { ...options, hasPredicates };
            expect(answers(own.buildLookaheadForAlternation(alternation))).toEqual(
              answers(engine.buildLookaheadForAlternation(alternation)),
            );
          }
        else if (step instanceof Option || step instanceof Repetition) {
          const optional = { ...options, prodType: step instanceof Option ? 'Option' : 'Repetition' } as const;
          expect(answers(own.buildLookaheadForOptional(optional))).toEqual(
            answers(engine.buildLookaheadForOptional(optional)),
          );
        } else continue;
        compared++;
      }
    expect(compared).toBeGreaterThan(150);
  });
});
