import type { Eventually } from '../values/ps-value.ts';
import type { RegexMatch } from './regex-match.ts';

/** Replaces matches from `first` on, at most `count` of them unless that is negative. */
export function replaceAll(first: RegexMatch, count: number, evaluate: (match: RegexMatch) => string): string {
  const result = new Replacing(first);
  for (let match = first; match.success && result.done !== count; match = match.nextMatch()) {
    result.add(match, evaluate(match));
  }
  return result.finish();
}

/** As {@link replaceAll}, where the evaluator may give a promise. */
export function replaceAllLater(
  first: RegexMatch,
  count: number,
  evaluate: (match: RegexMatch) => Eventually<string>,
): Eventually<string> {
  const result = new Replacing(first);
  const goOn = (from: RegexMatch): Eventually<string> => {
    for (let match = from; match.success && result.done !== count; match = match.nextMatch()) {
      const text = evaluate(match);
      if (text instanceof Promise) {
        return text.then((later) => {
          result.add(match, later);
          return goOn(match.nextMatch());
        });
      }
      result.add(match, text);
    }
    return result.finish();
  };
  return goOn(first);
}

/** A text being put together from what lies between matches and what replaces them, in either direction. */
class Replacing {
  done = 0;
  private readonly text: string;
  private readonly back: boolean;
  private readonly pieces: string[] = [];
  private edge: number;

  constructor(first: RegexMatch) {
    this.text = first.text;
    this.back = first.regex.rightToLeft;
    this.edge = this.back ? this.text.length : 0;
  }

  add(match: RegexMatch, replacement: string): void {
    const end = match.index + match.length;
    const between = this.back ? this.text.slice(end, this.edge) : this.text.slice(this.edge, match.index);
    this.pieces.push(between, replacement);
    this.edge = this.back ? match.index : end;
    this.done += 1;
  }

  finish(): string {
    if (this.done === 0) return this.text;
    this.pieces.push(this.back ? this.text.slice(0, this.edge) : this.text.slice(this.edge));
    return (this.back ? this.pieces.reverse() : this.pieces).join('');
  }
}

/** Splits a text at matches into at most `count` pieces (0: any number), with what groups captured in between. */
export function splitText(first: RegexMatch, text: string, count: number): string[] {
  const back = first.regex.rightToLeft;
  const groups = first.regex.groupNumbers.length;
  const pieces: string[] = [];
  let edge = back ? text.length : 0;
  let left = count - 1;
  for (let match = first; match.success && left !== 0; match = match.nextMatch(), left--) {
    const end = match.index + match.length;
    pieces.push(back ? text.slice(end, edge) : text.slice(edge, match.index));
    edge = back ? match.index : end;
    for (let slot = 1; slot < groups; slot++) {
      const captured = match.groupText(slot);
      if (captured !== undefined) pieces.push(captured);
    }
  }
  pieces.push(back ? text.slice(0, edge) : text.slice(edge));
  return back ? pieces.reverse() : pieces;
}
