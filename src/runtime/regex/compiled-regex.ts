import { Backtracker } from './backtracker.ts';
import { costDegree } from './blowup.ts';
import { compileProgram } from './compile-program.ts';
import { HostRegex, needsAsciiForm } from './host-regex.ts';
import { toJavaScript } from './javascript-form.ts';
import { isAnchoredAtStart } from './node-analysis.ts';
import { parsePattern } from './pattern-parser.ts';
import type { RegexRun } from './regex-run.ts';
import type { Replacement } from './replacement.ts';
import type { RegexTree } from './syntax.ts';

/** Work that may be given to the host's RegExp, which cannot be stopped: about a second at worst. */
const UNSTOPPABLE_WORK = 5e8;

/** A match as it was found; positions of groups are worked out when they are asked for. */
export interface MatchData {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The text a slot captured last; `undefined` when it took no part. */
  groupText(slot: number): string | undefined;
  /** All captures of a slot: start, end, start, end… */
  captures(slot: number): readonly number[];
}

/** A pattern ready to match: on the host's RegExp where that is exact and safe, else on our own matcher. */
export class CompiledRegex {
  readonly tree: RegexTree;
  private backtracker: Backtracker | undefined;
  private degreeCache: number | undefined;
  private readonly anchored: boolean;
  private readonly hasAsciiForm: boolean;
  /** `null` where JavaScript has no exact form; made on first use. */
  private asciiHost: HostRegex | null | undefined;
  private wideHost: HostRegex | null | undefined;

  constructor(pattern: string, options: number) {
    this.tree = parsePattern(pattern, options);
    this.anchored = !this.tree.rightToLeft && isAnchoredAtStart(this.tree.root);
    this.hasAsciiForm = needsAsciiForm(this.tree.root);
  }

  /**
   * The first match from `position` on; `scanStart` is what \G stands for. `stoppable` keeps off the host's RegExp,
   * as a match with a time limit must.
   */
  find(text: string, position: number, scanStart: number, run: RegexRun, stoppable: boolean): MatchData | undefined {
    if (this.anchored && position > 0) return undefined;
    const host = stoppable ? undefined : this.hostFor(text, text.length - position);
    if (host?.form.sticky && position !== scanStart) return undefined;
    const found = host?.exec(text, position);
    if (host === undefined || found === undefined) return this.findOwn(text, position, scanStart, run);
    const end = found === null ? text.length : found.index + found[0].length;
    run.budget?.charge(1 + ((end - position) >> 5));
    return found === null ? undefined : new HostMatch(this, host, found, text, scanStart);
  }

  /** Whether there is a match from `position` on. */
  test(text: string, position: number, run: RegexRun, stoppable: boolean): boolean {
    if (this.anchored && position > 0) return false;
    const host = stoppable ? undefined : this.hostFor(text, text.length - position);
    const found = host?.test(text, position);
    if (found === undefined) return this.findOwn(text, position, position, run) !== undefined;
    run.budget?.charge(1 + (text.length >> 6));
    return found;
  }

  /** All matches of a text replaced at once; `undefined` where only one by one will do. */
  replaceAll(text: string, replacement: Replacement, run: RegexRun): string | undefined {
    const result = this.hostFor(text, text.length)?.replaceAll(text, replacement);
    if (result !== undefined) run.budget?.charge(1 + (text.length >> 4));
    return result;
  }

  /** Our own matcher. */
  findOwn(text: string, position: number, scanStart: number, run: RegexRun): MatchData | undefined {
    this.backtracker ??= new Backtracker(compileProgram(this.tree));
    const found = this.backtracker.find(text, position, scanStart, run);
    if (found === undefined) return undefined;
    const { captures } = found;
    return {
      text,
      start: found.start,
      end: found.end,
      captures: (slot) => captures[slot] ?? [],
      groupText(slot) {
        const list = captures[slot] ?? [];
        const [from, to] = [list[list.length - 2], list[list.length - 1]];
        return from === undefined ? undefined : text.slice(from, to);
      },
    };
  }

  private hostFor(text: string, length: number): HostRegex | undefined {
    const host = this.hasAsciiForm && isAscii(text) ? (this.asciiHost ??= this.makeHost(true)) : this.wide;
    if (host === null || !host.isUsable) return undefined;
    this.degreeCache ??= costDegree(this.tree);
    if (this.degreeCache > 1 && length ** this.degreeCache > UNSTOPPABLE_WORK) return undefined;
    return host;
  }

  private get wide(): HostRegex | null {
    this.wideHost ??= this.makeHost(false);
    return this.wideHost;
  }

  private makeHost(ascii: boolean): HostRegex | null {
    const form = toJavaScript(this.tree, ascii);
    return form === undefined ? null : new HostRegex(form);
  }
}

/** A match by the host's RegExp: it tells the groups' texts; their places are found by matching again at its start. */
class HostMatch implements MatchData {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  private readonly regex: CompiledRegex;
  private readonly host: HostRegex;
  private readonly found: RegExpExecArray;
  private readonly scanStart: number;
  private own: MatchData | undefined = undefined;
  private places: readonly (readonly [number, number] | undefined)[] | undefined = undefined;

  constructor(regex: CompiledRegex, host: HostRegex, found: RegExpExecArray, text: string, scanStart: number) {
    this.regex = regex;
    this.host = host;
    this.found = found;
    this.text = text;
    this.start = found.index;
    this.end = found.index + found[0].length;
    this.scanStart = scanStart;
  }

  groupText(slot: number): string | undefined {
    return slot === 0 ? this.found[0] : this.found[this.groupOf(slot)];
  }

  captures(slot: number): readonly number[] {
    if (slot === 0) return [this.start, this.end];
    if (this.found[this.groupOf(slot)] === undefined) return [];
    if (this.host.form.repeated.has(slot)) return this.ownMatch()?.captures(slot) ?? [];
    this.places ??= this.host.places(this.text, this.start);
    return this.places[this.groupOf(slot)] ?? [];
  }

  private groupOf(slot: number): number {
    const index = this.host.form.slots.indexOf(slot);
    return index < 0 ? -1 : index + 1;
  }

  private ownMatch(): MatchData | undefined {
    this.own ??= this.regex.findOwn(this.text, this.start, this.scanStart, {});
    return this.own;
  }
}

let lastText = '';
let lastIsAscii = true;

/** Whether a text is ASCII only; remembered for the last long one, since such are searched again and again. */
function isAscii(text: string): boolean {
  if (text.length < 32) return !/[^\x00-\x7f]/.test(text);
  if (text !== lastText) {
    lastText = text;
    lastIsAscii = !/[^\x00-\x7f]/.test(text);
  }
  return lastIsAscii;
}
