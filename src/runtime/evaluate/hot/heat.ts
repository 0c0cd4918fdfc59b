import type { Layout } from '../../scope/layout.ts';
import { mayGenerate } from './source.ts';

/** Rounds or calls after which code is worth making. */
const threshold = 80;
/** For how many layouts code is made before it is given up: blocks that are run in many different scopes. */
const mostLayouts = 4;

/** Counts how often a piece of script has run, and makes code for it once that is worth while. */
export class Heat<T> {
  readonly #make: (layout: Layout) => T | undefined;
  #count = 0;
  #layouts = 0;
  #layout: Layout | undefined;
  #code: T | undefined;

  /** @param make the code for scopes of a layout; undefined where there is none */
  constructor(make: (layout: Layout) => T | undefined) {
    this.#make = make;
  }

  /** The code to go on with after so many more rounds; undefined as long as the closures are to run. */
  after(rounds: number, layout: Layout): T | undefined {
    this.#count += rounds;
    if (layout === this.#layout) return this.#code;
    if (this.#count < threshold || this.#layouts >= mostLayouts || !mayGenerate()) return undefined;
    this.#layouts++;
    this.#layout = layout;
    this.#code = this.#make(layout);
    return this.#code;
  }
}
