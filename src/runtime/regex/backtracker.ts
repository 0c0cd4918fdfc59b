import { anchorHolds } from './anchors.ts';
import { equalIgnoringCase } from './case-equivalence.ts';
import { CharSet } from './char-set.ts';
import { MatchStack } from './match-stack.ts';
import { Op, type Program, UNLIMITED } from './program.ts';
import { FREE_RUN, type RegexRun } from './regex-run.ts';
import { notNewlineSet } from './unicode-sets.ts';

/** How many instructions run between two looks at the budget. */
const STEPS_PER_CHARGE = 4096;

/** Where a match lies, and each group's captures as start, end, start, end… */
export interface FoundMatch {
  readonly start: number;
  readonly end: number;
  readonly captures: readonly (readonly number[])[];
}

/**
 * The backtracking matcher: runs a {@link Program} over a text with its own stack, so that neither long texts nor
 * deep patterns use the native one, and charges its steps to a budget, so that it can be stopped. One instance
 * serves all matches of a pattern, one after the other.
 */
export class Backtracker {
  private readonly program: Program;
  private readonly code: Int32Array;
  private text = '';
  private run: RegexRun = FREE_RUN;
  private readonly state: MatchStack;
  private readonly wholeLine: CharSet = notNewlineSet();
  private scanStart = 0;
  private fuel = STEPS_PER_CHARGE;

  constructor(program: Program) {
    this.program = program;
    this.code = program.code;
    this.state = new MatchStack(program);
  }

  /** The first match at or behind `start` (before it when reading right to left); `scanStart` is what \G means. */
  find(text: string, start: number, scanStart: number, run: RegexRun): FoundMatch | undefined {
    this.text = text;
    this.run = run;
    this.scanStart = scanStart;
    this.fuel = STEPS_PER_CHARGE;
    const found = this.program.rightToLeft ? this.findBackwards(start) : this.findForwards(start);
    run.budget?.charge(STEPS_PER_CHARGE - this.fuel);
    return found;
  }

  private findForwards(start: number): FoundMatch | undefined {
    const { anchored, prefix, first, minLength } = this.program;
    const { text } = this;
    const last = text.length - minLength;
    if (anchored) return start === 0 && last >= 0 ? this.matchAt(0) : undefined;
    for (let at = start; at <= last; at++) {
      if (prefix !== '') {
        at = text.indexOf(prefix, at);
        if (at < 0) return undefined;
      } else if (first !== undefined) {
        while (at <= last && !first.has(text.charCodeAt(at))) at += 1;
        if (at > last) return undefined;
      }
      const found = this.matchAt(at);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  private findBackwards(start: number): FoundMatch | undefined {
    for (let at = start; at >= this.program.minLength; at--) {
      const found = this.matchAt(at);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  private matchAt(at: number): FoundMatch | undefined {
    this.state.reset();
    const end = this.execute(at);
    if (end < 0) return undefined;
    const captures = this.state.captures.map((list) => list.slice());
    captures[0] = [Math.min(at, end), Math.max(at, end)];
    return { start: Math.min(at, end), end: Math.max(at, end), captures };
  }

  /** Runs the program from a position; where it ended, or -1. */
  private execute(start: number): number {
    const { code, text, state } = this;
    const { sets, texts } = this.program;
    const end = text.length;
    let pc = 0;
    let pos = start;
    for (;;) {
      this.fuel -= 1;
      if (this.fuel <= 0) this.refuel();
      let alive = false;
      switch (code[pc]) {
        case Op.Char:
          alive = pos < end && text.charCodeAt(pos) === code[pc + 1];
          pos += 1;
          pc += 2;
          break;
        case Op.CharBack:
          pos -= 1;
          alive = pos >= 0 && text.charCodeAt(pos) === code[pc + 1];
          pc += 2;
          break;
        case Op.Set:
          alive = pos < end && (sets[code[pc + 1] ?? 0]?.has(text.charCodeAt(pos)) ?? false);
          pos += 1;
          pc += 2;
          break;
        case Op.SetBack:
          pos -= 1;
          alive = pos >= 0 && (sets[code[pc + 1] ?? 0]?.has(text.charCodeAt(pos)) ?? false);
          pc += 2;
          break;
        case Op.Text: {
          const literal = texts[code[pc + 1] ?? 0] ?? '';
          alive = text.startsWith(literal, pos);
          pos += literal.length;
          pc += 2;
          break;
        }
        case Op.Split:
          state.pushChoice(code[pc + 1] ?? 0, pos);
          alive = true;
          pc += 2;
          break;
        case Op.SplitJump:
          state.pushChoice(pc + 2, pos);
          alive = true;
          pc = code[pc + 1] ?? 0;
          break;
        case Op.Jump:
          alive = true;
          pc = code[pc + 1] ?? 0;
          break;
        case Op.Match:
          return pos;
        default:
          state.pc = pc;
          state.pos = pos;
          alive = pc >= 0 && this.other(code[pc] ?? 0);
          pc = state.pc;
          pos = state.pos;
      }
      if (alive) continue;
      if (!this.backtrack()) return -1;
      pc = state.pc;
      pos = state.pos;
    }
  }

  /** The instructions that are not worth a place in the main loop. */
  private other(op: number): boolean {
    const { code, state } = this;
    const a = code[state.pc + 1] ?? 0;
    const b = code[state.pc + 2] ?? 0;
    const c = code[state.pc + 3] ?? 0;
    switch (op) {
      case Op.SetLoop:
      case Op.SetLazy:
      case Op.SetAtomic:
        return this.setLoop(op, a, b, c, 1);
      case Op.SetLoopBack:
      case Op.SetLazyBack:
      case Op.SetAtomicBack:
        return this.setLoop(op - 1, a, b, c, -1);
      case Op.LoopInit:
        state.setLoop(a, -1, -1);
        state.pc += 2;
        return true;
      case Op.LoopTest:
        this.loopTest(a, b, c);
        return true;
      case Op.LoopEnter:
        state.setLoop(a, state.counts[a] ?? 0, state.pos);
        state.pc += 2;
        return true;
      case Op.Mark:
        state.setMark(a);
        state.pc += 2;
        return true;
      case Op.Capture:
        state.pc += 4;
        return state.capture(a, b, c);
      case Op.LookStart:
      case Op.AtomicStart:
        state.open(a);
        state.pc += 2;
        return true;
      case Op.LookEnd:
        state.commit(a);
        state.pos = state.openedAt[a] ?? 0;
        state.pc += 2;
        return true;
      case Op.AtomicEnd:
        state.commit(a);
        state.pc += 2;
        return true;
      case Op.NegativeStart:
      case Op.ConditionStart:
        state.open(a);
        state.pushChoice(b, state.pos);
        state.pc += 3;
        return true;
      case Op.NegativeEnd:
        state.abandon(a);
        return false;
      case Op.IfGroup:
        state.pc = state.isMatched(a) ? state.pc + 3 : b;
        return true;
      case Op.Back:
      case Op.BackBack:
        return this.backreference(a, b === 1, op === Op.BackBack);
      default:
        state.pc += 2;
        return anchorHolds(a, this.text, state.pos, this.scanStart);
    }
  }

  private setLoop(op: number, setIndex: number, min: number, max: number, step: 1 | -1): boolean {
    const { state } = this;
    const set = this.program.sets[setIndex] ?? CharSet.empty;
    const start = state.pos;
    const wanted = op === Op.SetLazy ? min : max;
    const reached = this.scan(set, start, wanted, step);
    if ((reached - start) * step < min) return false;
    if (op === Op.SetLoop && reached !== start + min * step) {
      state.pushLoop(state.pc + 4, start + min * step, reached, step);
    } else if (op === Op.SetLazy && max > min) {
      state.pushLazy(state.pc, reached, max - min, step);
    }
    state.pos = reached;
    state.pc += 4;
    return true;
  }

  /** How far a run of the set's members goes, at most `max` of them. */
  private scan(set: CharSet, start: number, max: number, step: 1 | -1): number {
    const { text } = this;
    let at = start;
    if (step === 1) {
      const limit = max === UNLIMITED ? text.length : Math.min(text.length, start + max);
      if (set === CharSet.all) return limit;
      if (set === this.wholeLine) {
        const newline = text.indexOf('\n', at);
        return newline < 0 || newline > limit ? limit : newline;
      }
      const { low } = set;
      for (; at < limit; at++) {
        const code = text.charCodeAt(at);
        if (code < 256 ? low[code] === 0 : !set.has(code)) break;
      }
    } else {
      const limit = max === UNLIMITED ? 0 : Math.max(0, start - max);
      while (at > limit && set.has(text.charCodeAt(at - 1))) at -= 1;
    }
    this.fuel -= Math.abs(at - start) >> 3;
    return at;
  }

  private loopTest(loop: number, min: number, max: number): void {
    const { state, code } = this;
    const lazy = code[state.pc + 4] === 1;
    const exit = code[state.pc + 5] ?? 0;
    const enter = state.pc + 6;
    const count = (state.counts[loop] ?? 0) + 1;
    const last = state.lasts[loop] ?? -1;
    state.setLoop(loop, count, last);
    // A round that matched nothing is the last one, once there are enough.
    if (count >= min && (count >= max || (count > 0 && last === state.pos))) {
      state.pc = exit;
    } else if (count < min) {
      state.pc = enter;
    } else if (lazy) {
      state.pushChoice(enter, state.pos);
      state.pc = exit;
    } else {
      state.pushChoice(exit, state.pos);
      state.pc = enter;
    }
  }

  private backreference(slot: number, ignoreCase: boolean, back: boolean): boolean {
    const { state, text } = this;
    state.pc += 3;
    const list = state.captures[slot] ?? [];
    const from = list[list.length - 2];
    const to = list[list.length - 1];
    if (from === undefined || to === undefined) return this.program.ecmaScript;
    const length = to - from;
    const at = back ? state.pos - length : state.pos;
    if (at < 0 || at + length > text.length) return false;
    for (let i = 0; i < length; i++) {
      const [a, b] = [text.charCodeAt(at + i), text.charCodeAt(from + i)];
      if (a !== b && !(ignoreCase && equalIgnoringCase(a, b, this.program.cultureInvariant))) return false;
    }
    state.pos = back ? at : at + length;
    return true;
  }

  private backtrack(): boolean {
    const { state } = this;
    while (state.pop()) {
      if (state.lazyAt < 0) return true;
      if (this.oneMore(state.lazyAt)) return true;
    }
    return false;
  }

  /** A lazy loop takes one more; its frame has been popped and goes back when there is still more to take. */
  private oneMore(instruction: number): boolean {
    const { state, code, text } = this;
    const set = this.program.sets[code[instruction + 1] ?? 0] ?? CharSet.empty;
    const step = code[instruction] === Op.SetLazy ? 1 : -1;
    const at = step === 1 ? state.pos : state.pos - 1;
    if (at < 0 || at >= text.length || !set.has(text.charCodeAt(at))) return false;
    state.pos += step;
    if (state.lazyLeft > 1) {
      const left = state.lazyLeft === UNLIMITED ? UNLIMITED : state.lazyLeft - 1;
      state.pushLazy(instruction, state.pos, left, step);
    }
    state.pc = instruction + 4;
    return true;
  }

  private refuel(): void {
    const spent = STEPS_PER_CHARGE - this.fuel;
    this.fuel = STEPS_PER_CHARGE;
    this.run.budget?.charge(spent);
    this.run.checkTime?.();
  }
}
