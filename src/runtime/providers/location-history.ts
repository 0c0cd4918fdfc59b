import { fail } from '../errors/terminating-error.ts';

/** Where `Set-Location -` and `+` lead: places that were left, the last at the end. */
export class LocationHistory {
  readonly #left: string[] = [];
  readonly #undone: string[] = [];

  /** Notes that a place is left. */
  push(place: string): void {
    this.#undone.length = 0;
    this.#left.push(place);
    if (this.#left.length > 20) this.#left.shift();
  }

  /** The place to go back (`-`) or forward (`+`) to. @throws TerminatingError where there is none */
  step(direction: '-' | '+', current: string): string {
    const [from, to] = direction === '-' ? [this.#left, this.#undone] : [this.#undone, this.#left];
    const place = from.pop();
    if (place === undefined)
      throw fail({
        id: 'System.InvalidOperationException',
        category: 'InvalidOperation',
        exceptionType: 'System.InvalidOperationException',
        message: `There is no location to go ${direction === '-' ? 'back' : 'forward'} to.`,
      });
    to.push(current);
    return place;
  }
}
