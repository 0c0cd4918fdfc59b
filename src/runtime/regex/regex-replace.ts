import type { Eventually } from '../values/ps-value.ts';
import type { MatchData } from './compiled-regex.ts';

/** The matches of one text, one after the other. */
export interface MatchScan {
  readonly text: string;
  readonly rightToLeft: boolean;
  readonly first: MatchData | undefined;
  /** The match after one that was found. */
  after(match: MatchData): MatchData | undefined;
}

/** Replaces the matches of a scan, at most `count` of them unless that is negative. */
export function replaceAll(scan: MatchScan, count: number, evaluate: (match: MatchData) => string): string {
  if (scan.first === undefined) return scan.text;
  const result = new Replacing(scan);
  for (let match: MatchData | undefined = scan.first; match && result.done !== count; match = scan.after(match)) {
    result.add(match, evaluate(match));
  }
  return result.finish();
}

/** As {@link replaceAll}, where the evaluator may give a promise. */
export function replaceAllLater(
  scan: MatchScan,
  count: number,
  evaluate: (match: MatchData) => Eventually<string>,
): Eventually<string> {
  const result = new Replacing(scan);
  const goOn = (from: MatchData | undefined): Eventually<string> => {
    for (let match = from; match && result.done !== count; match = scan.after(match)) {
      const text = evaluate(match);
      if (text instanceof Promise) {
        const waiting = match;
        return text.then((later) => {
          result.add(waiting, later);
          return goOn(scan.after(waiting));
        });
      }
      result.add(match, text);
    }
    return result.finish();
  };
  return goOn(scan.first);
}

/** A text being put together from what lies between matches and what replaces them, in either direction. */
class Replacing {
  done = 0;
  private readonly text: string;
  private readonly back: boolean;
  private result = '';
  private edge: number;

  constructor(scan: MatchScan) {
    this.text = scan.text;
    this.back = scan.rightToLeft;
    this.edge = this.back ? this.text.length : 0;
  }

  add(match: MatchData, replacement: string): void {
    if (this.back) {
      this.result = replacement + this.text.slice(match.end, this.edge) + this.result;
      this.edge = match.start;
    } else {
      this.result += this.text.slice(this.edge, match.start) + replacement;
      this.edge = match.end;
    }
    this.done += 1;
  }

  finish(): string {
    if (this.done === 0) return this.text;
    return this.back ? this.text.slice(0, this.edge) + this.result : this.result + this.text.slice(this.edge);
  }
}

/**
 * Splits a text at the matches of a scan into at most `count` pieces (0: all), with what the groups captured in
 * between; `slots` is how many groups there are.
 */
export function splitText(scan: MatchScan, count: number, slots: number): string[] {
  const { text, rightToLeft: back } = scan;
  const pieces: string[] = [];
  let edge = back ? text.length : 0;
  let left = count - 1;
  for (let match = scan.first; match && left !== 0; match = scan.after(match), left--) {
    pieces.push(back ? text.slice(match.end, edge) : text.slice(edge, match.start));
    edge = back ? match.start : match.end;
    for (let slot = 1; slot < slots; slot++) {
      const captured = match.groupText(slot);
      if (captured !== undefined) pieces.push(captured);
    }
  }
  pieces.push(back ? text.slice(0, edge) : text.slice(edge));
  return back ? pieces.reverse() : pieces;
}
