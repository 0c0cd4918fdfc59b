import type { Layout } from '../../scope/layout.ts';
import type { Scope } from '../../scope/scope.ts';
import type { HotPlace } from './locals.ts';
import { mayGenerate } from './source.ts';

/** Rounds after which code is worth making. */
const threshold = 80;
/** How often code is made anew, for scopes of another layout or other sorts of values, before it is given up. */
const mostTries = 6;
/** How often code counts on the sorts of numbers that it sees. */
const typedTries = 3;

/** How many of the first runs of some code are short, and how short: V8 then knows its ways in and out. */
const shortRuns = 3;
const shortRun = 4;

/** Counts how often a piece of script has run, and makes code for it once that is worth while. */
export class Heat<T> {
  readonly #make: (place: HotPlace) => T | undefined;
  #count = 0;
  #tries = 0;
  #runs = 0;
  #layout: Layout | undefined;
  #code: T | undefined;

  /** @param make the code for a place; undefined where there is none */
  constructor(make: (place: HotPlace) => T | undefined) {
    this.#make = make;
  }

  /** The code to go on with after so many more rounds; undefined as long as the closures are to run. */
  after(rounds: number, scope: Scope): T | undefined {
    if (scope.layout === this.#layout) return this.#code;
    this.#count += rounds;
    return this.#count < threshold ? undefined : this.#renew(scope);
  }

  /** How many rounds the next run of the code may have: the first few are short. */
  most(): number {
    return this.#runs++ < shortRuns ? shortRun : Number.MAX_SAFE_INTEGER;
  }

  /** The code did not fit the values that variables hold now: the next one will. */
  misfit(): void {
    this.#layout = undefined;
  }

  #renew(scope: Scope): T | undefined {
    if (this.#tries >= mostTries || !mayGenerate()) return undefined;
    const generic = this.#tries++ >= typedTries;
    this.#runs = 0;
    this.#layout = scope.layout;
    this.#code = this.#make({ layout: scope.layout, scope, generic });
    return this.#code;
  }
}
