import type { EngineContext } from '../../engine.ts';
import { compareText } from '../../text/text-comparison.ts';
import { typeOf } from '../../types/type-of.ts';
import { typeSystemOf } from '../../types/type-system.ts';
import { toDouble } from '../../values/double.ts';
import { GenericMeasureInfo, TextMeasureInfo } from '../../values/measure-info.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { valueOrder } from './value-order.ts';

/** What Measure-Object is asked for. */
export interface MeasureRequest {
  readonly Sum?: boolean | undefined;
  readonly Average?: boolean | undefined;
  readonly Maximum?: boolean | undefined;
  readonly Minimum?: boolean | undefined;
  readonly StandardDeviation?: boolean | undefined;
  readonly AllStats?: boolean | undefined;
  readonly Line?: boolean | undefined;
  readonly Word?: boolean | undefined;
  readonly Character?: boolean | undefined;
  readonly IgnoreWhiteSpace?: boolean | undefined;
}

/** Tries to read a value as a double, as a cast does. */
export type ToDouble = (value: PSValue) => number | undefined;

/** Running statistics of one property, or of the objects themselves. */
export class MeasureStatistics {
  readonly #engine: EngineContext;
  readonly #request: MeasureRequest;
  readonly #toDouble: ToDouble;
  count = 0;
  #sum = 0;
  #variance = 0;
  #maximum: PSValue = null;
  #minimum: PSValue = null;
  #lines = 0;
  #words = 0;
  #characters = 0;

  constructor(engine: EngineContext, request: MeasureRequest, toDouble: ToDouble) {
    this.#engine = engine;
    this.#request = request;
    this.#toDouble = toDouble;
  }

  /** Whether sums are asked for, so that every value must be a number. */
  get needsNumbers(): boolean {
    const { Sum, Average, StandardDeviation, AllStats } = this.#request;
    return Boolean(Sum || Average || StandardDeviation || AllStats);
  }

  /** Counts a value in; answers false for one that is no number where numbers are needed. */
  add(value: PSValue): boolean {
    this.count++;
    const { Line, Word, Character, Maximum, Minimum, AllStats } = this.#request;
    if (Line || Word || Character) this.#addText(typeSystemOf(this.#engine).toText(value));
    if (this.needsNumbers) {
      const number = this.#toDouble(value);
      if (number === undefined) return false;
      this.#addNumber(number);
    }
    if (Maximum || AllStats) this.#maximum = this.#extreme(value, this.#maximum, 1);
    if (Minimum || AllStats) this.#minimum = this.#extreme(value, this.#minimum, -1);
    return true;
  }

  #addNumber(number: number): void {
    const previous = this.#sum;
    this.#sum += number;
    if (this.count < 2) return;
    const mean = previous / (this.count - 1);
    this.#variance *= (this.count - 2) / (this.count - 1);
    this.#variance += ((number - mean) * (number - mean)) / this.count;
  }

  #addText(text: string): void {
    const white = this.#request.IgnoreWhiteSpace ? (text.match(/\s/g)?.length ?? 0) : 0;
    this.#characters += text.length - white;
    this.#words += text.match(/\S+/g)?.length ?? 0;
    if (text !== '') this.#lines += (text.match(/\n/g)?.length ?? 0) + (text.endsWith('\n') ? 0 : 1);
  }

  #extreme(value: PSValue, best: PSValue, direction: 1 | -1): PSValue {
    if (best === null) return value;
    if (typeof best === 'number' && typeof value === 'number') return (best - value) * direction > 0 ? best : value;
    const [a, b] = [this.#toDouble(best) ?? best, this.#toDouble(value) ?? value];
    const types = typeSystemOf(this.#engine);
    const order =
      typeof a === 'number' && typeof b === 'number'
        ? a - b
        : typeOf(a) === typeOf(b)
          ? valueOrder(this.#engine, true)(a, b)
          : compareText(types.toText(a), types.toText(b), false);
    return order * direction > 0 ? best : value;
  }

  /** The statistics of numbers and other values. `failed`: a value was no number, so sums say nothing. */
  generic(failed: boolean): GenericMeasureInfo {
    const { Sum, Average, StandardDeviation, Maximum, Minimum, AllStats } = this.#request;
    const info = new GenericMeasureInfo();
    info.count = this.count;
    if (!failed) {
      if (Sum || AllStats) info.sum = toDouble(this.#sum);
      if ((Average || AllStats) && this.count > 0) info.average = toDouble(this.#sum / this.count);
      if (StandardDeviation || AllStats) info.standardDeviation = toDouble(Math.sqrt(this.#variance));
    }
    const [maximum, minimum] = [this.#maximum, this.#minimum].map((value) =>
      value === null ? null : this.#toDouble(value),
    );
    info.ofObjects = maximum === undefined || minimum === undefined;
    const shown = (value: PSValue, number: number | null | undefined): PSValue =>
      info.ofObjects || number === null || number === undefined ? value : toDouble(number);
    if (Maximum || AllStats) info.maximum = shown(this.#maximum, maximum);
    if (Minimum || AllStats) info.minimum = shown(this.#minimum, minimum);
    return info;
  }

  /** The statistics of texts. */
  text(): TextMeasureInfo {
    const { Line, Word, Character } = this.#request;
    const info = new TextMeasureInfo();
    if (Line) info.lines = this.#lines;
    if (Word) info.words = this.#words;
    if (Character) info.characters = this.#characters;
    return info;
  }
}
