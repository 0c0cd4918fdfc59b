import { decoratedSlice, escapeRanges, isDecorated, RESET } from '../text/escape-sequences.ts';
import { cellLength, fitFromStart, unitCells } from './display-cells.ts';

/** Stands for what was cut off. */
export const ELLIPSIS = '\u2026';

/** The part of a text before its first line break, with an ellipsis when there was one. */
export function firstLineOf(text: string): string {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13) return text.slice(0, i) + ELLIPSIS;
  }
  return text;
}

/** The lines of a text; carriage returns vanish, decorations go on in the next line. */
export function splitLines(text: string): string[] {
  const lines = text.replaceAll('\r', '').split('\n');
  if (lines.length === 1 || !isDecorated(text)) return lines;
  let open = '';
  return lines.map((line, i) => {
    const whole = open + line;
    for (const [start, length] of escapeRanges(line) ?? []) open += line.slice(start, start + length);
    if (i === lines.length - 1 && line === '') return '';
    return open === '' || whole.endsWith(RESET) ? whole : whole + RESET;
  });
}

/** Languages whose texts are broken between words; all others break anywhere. */
const wordLanguages = new Set(['en', 'fr', 'de', 'it', 'pt', 'es']);

/** How {@link wrapLines} breaks a text. */
export interface WrapOptions {
  readonly first: number;
  readonly following?: number;
  /** Name of the culture; decides whether words stay whole. */
  readonly culture: string;
}

/** Breaks a text into lines of at most so many cells. Blanks stay at the end of the line they stand in. */
export function wrapLines(text: string, options: WrapOptions): string[] {
  if (text === '') return [''];
  const { first, following = first, culture } = options;
  const byWords = wordLanguages.has(culture.slice(0, 2).toLowerCase());
  const out: string[] = [];
  for (const line of splitLines(text)) {
    if (cellLength(line) <= first) out.push(line);
    else if (byWords) wrapWords(line, first, following, out);
    else wrapAnywhere(line, first, following, out);
  }
  return out;
}

function wrapAnywhere(line: string, first: number, following: number, out: string[]): void {
  let rest = line;
  for (let width = first; cellLength(rest) > width; width = following) {
    const units = fitFromStart(rest, width);
    out.push(units > 0 ? decoratedSlice(rest, 0, units) : '?');
    rest = decoratedSlice(rest, Math.max(1, units));
  }
  if (rest !== '' && rest !== RESET) out.push(rest);
}

const SOFT_HYPHEN = '\u00ad';
const HARD_HYPHEN = '\u2011';
const NO_BREAK_SPACE = '\u00a0';

interface Word {
  text: string;
  delimiter: string;
}

function wordsOf(line: string): Word[] {
  const words: Word[] = [];
  const ranges = escapeRanges(line);
  let open = '';
  let text = '';
  for (let i = 0; i < line.length; i++) {
    const skip = ranges?.get(i);
    if (skip !== undefined) {
      const code = line.slice(i, i + skip);
      text += code;
      open += code;
      i += skip - 1;
      continue;
    }
    const unit = line[i] ?? '';
    const breaks = unit === ' ' || unit === '\t' || unit === SOFT_HYPHEN;
    if (!breaks && unit !== HARD_HYPHEN && unit !== NO_BREAK_SPACE) {
      text += unit;
      continue;
    }
    words.push({ text: open !== '' && !text.endsWith(RESET) ? text + RESET : text, delimiter: breaks ? unit : '' });
    text = open;
  }
  if (open !== '') {
    if (text === open) text = '';
    else if (!text.endsWith(RESET)) text += RESET;
  }
  words.push({ text, delimiter: '' });
  return words;
}

/** Collects words into lines; the width changes after the first line. */
class WordWrapper {
  #line = '';
  #left: number;
  #width: number;
  readonly #following: number;
  readonly #out: string[];

  constructor(first: number, following: number, out: string[]) {
    this.#left = first;
    this.#width = first;
    this.#following = following;
    this.#out = out;
  }

  add({ text, delimiter }: Word): void {
    let suffix = delimiter;
    if (delimiter === SOFT_HYPHEN) suffix = cellLength(text) + 1 === this.#left ? '-' : '';
    const whole = text.endsWith(RESET) ? text.slice(0, -RESET.length) + suffix + RESET : text + suffix;
    const cells = cellLength(whole);
    if (cells > this.#width) {
      this.#addLong(whole);
      return;
    }
    if (cells > this.#left) this.#breakLine();
    this.#line += whole;
    this.#left -= cells;
  }

  finish(): void {
    this.#out.push(this.#line);
  }

  #addLong(word: string): void {
    const ranges = escapeRanges(word);
    let open = '';
    for (let i = 0; i < word.length; i++) {
      const skip = ranges?.get(i);
      if (skip !== undefined) {
        const code = word.slice(i, i + skip);
        this.#line += code;
        open += code;
        i += skip - 1;
        continue;
      }
      let unit = word[i] ?? '';
      let cells: number = unitCells(unit.charCodeAt(0));
      if (cells > this.#width) {
        unit = '?';
        cells = 1;
      }
      if (cells > this.#left) {
        if (open !== '' && !this.#line.endsWith(RESET)) this.#line += RESET;
        this.#breakLine();
        this.#line = open;
      }
      this.#line += unit;
      this.#left -= cells;
    }
  }

  #breakLine(): void {
    this.#out.push(this.#line);
    this.#line = '';
    this.#width = this.#following;
    this.#left = this.#following;
  }
}

function wrapWords(line: string, first: number, following: number, out: string[]): void {
  if (first <= 0) return;
  const wrapper = new WordWrapper(first, following, out);
  for (const word of wordsOf(line)) wrapper.add(word);
  wrapper.finish();
}
