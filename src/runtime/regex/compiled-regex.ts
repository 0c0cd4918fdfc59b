import { Backtracker } from './backtracker.ts';
import { costDegree } from './blowup.ts';
import { compileProgram } from './compile-program.ts';
import { type JavaScriptForm, toJavaScript } from './javascript-form.ts';
import { isAnchoredAtStart } from './node-analysis.ts';
import { parsePattern } from './pattern-parser.ts';
import type { RegexRun } from './regex-run.ts';
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
  private readonly ascii: HostForms = { tried: false, form: undefined, search: undefined, indexed: undefined };
  private readonly wide: HostForms = { tried: false, form: undefined, search: undefined, indexed: undefined };

  constructor(pattern: string, options: number) {
    this.tree = parsePattern(pattern, options);
    this.anchored = !this.tree.rightToLeft && isAnchoredAtStart(this.tree.root);
  }

  /**
   * The first match from `position` on; `scanStart` is what \G stands for. `stoppable` keeps off the host's RegExp,
   * as a match with a time limit must.
   */
  find(text: string, position: number, scanStart: number, run: RegexRun, stoppable: boolean): MatchData | undefined {
    if (this.anchored && position > 0) return undefined;
    const host = stoppable ? undefined : this.hostFor(text, text.length - position);
    if (host?.search === undefined || host.form === undefined) return this.findOwn(text, position, scanStart, run);
    if (host.form.sticky && position !== scanStart) return undefined;
    host.search.lastIndex = position;
    let found: RegExpExecArray | null;
    try {
      found = host.search.exec(text);
    } catch {
      // The host gave up (its own stack or size limits): ours has none.
      host.search = undefined;
      return this.findOwn(text, position, scanStart, run);
    }
    const end = found === null ? text.length : found.index + found[0].length;
    run.budget?.charge(1 + ((end - position) >> 5));
    return found === null ? undefined : new HostMatch(this, host, found, text, scanStart);
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

  private hostFor(text: string, length: number): HostForms | undefined {
    const forms = isAscii(text) ? this.ascii : this.wide;
    if (!forms.tried) {
      forms.tried = true;
      forms.form = toJavaScript(this.tree, forms === this.ascii);
      forms.search = forms.form === undefined ? undefined : hostRegExp(forms.form, '');
    }
    if (forms.search === undefined) return undefined;
    this.degreeCache ??= costDegree(this.tree);
    return length ** this.degreeCache <= UNSTOPPABLE_WORK ? forms : undefined;
  }
}

interface HostForms {
  tried: boolean;
  form: JavaScriptForm | undefined;
  /** For searching; `undefined` where the host cannot. */
  search: RegExp | undefined;
  /** For the positions of groups. */
  indexed: RegExp | undefined;
}

function hostRegExp(form: JavaScriptForm, flags: string): RegExp | undefined {
  try {
    return new RegExp(form.source, flags + (form.sticky || flags !== '' ? 'y' : 'g'));
  } catch {
    return undefined;
  }
}

/** A match by the host's RegExp: it tells the groups' texts; their places are found by matching again at its start. */
class HostMatch implements MatchData {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  private readonly regex: CompiledRegex;
  private readonly host: HostForms;
  private readonly found: RegExpExecArray;
  private readonly scanStart: number;
  private own: MatchData | undefined;
  private places: readonly (readonly [number, number] | undefined)[] | undefined;

  constructor(regex: CompiledRegex, host: HostForms, found: RegExpExecArray, text: string, scanStart: number) {
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
    if (this.host.form?.repeated.has(slot)) return this.ownMatch()?.captures(slot) ?? [];
    this.places ??= this.findPlaces();
    return this.places[this.groupOf(slot)] ?? [];
  }

  private groupOf(slot: number): number {
    const index = this.host.form?.slots.indexOf(slot) ?? -1;
    return index < 0 ? -1 : index + 1;
  }

  private findPlaces(): readonly (readonly [number, number] | undefined)[] {
    const { host } = this;
    if (host.form === undefined) return [];
    host.indexed ??= hostRegExp(host.form, 'd');
    if (host.indexed === undefined) return [];
    host.indexed.lastIndex = this.start;
    return host.indexed.exec(this.text)?.indices ?? [];
  }

  private ownMatch(): MatchData | undefined {
    this.own ??= this.regex.findOwn(this.text, this.start, this.scanStart, {});
    return this.own;
  }
}

let lastText = '';
let lastIsAscii = true;

/** Whether a text is ASCII only; remembered for the last one, since texts are searched again and again. */
function isAscii(text: string): boolean {
  if (text !== lastText || text.length < 32) {
    lastText = text;
    lastIsAscii = !/[^\x00-\x7f]/.test(text);
  }
  return lastIsAscii;
}
