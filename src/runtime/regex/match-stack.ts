import type { Program } from './program.ts';

/** What a frame of the stack is for. The kinds from UNDO on only restore state; the others are choices. */
const Frame = {
  Choice: 0,
  Loop: 1,
  LoopBack: 2,
  Lazy: 3,
  Undo: 4,
  Uncapture: 4,
  Recapture: 5,
  Mark: 6,
  Count: 7,
} as const;

const FRAME_SIZE = 4;

/** The changing state of a match: captures, loop counters, and the stack that takes changes back. */
export class MatchStack {
  pc = 0;
  pos = 0;
  /** Set by {@link pop}: the instruction of the lazy loop to go on with, or -1. */
  lazyAt = -1;
  lazyLeft = 0;
  /** Per slot: start, end, start, end… */
  readonly captures: number[][];
  readonly counts: Int32Array;
  readonly lasts: Int32Array;
  /** Where each look-around or atomic group was entered. */
  readonly openedAt: Int32Array;
  private readonly marks: Int32Array;
  private readonly heights: Int32Array;
  private stack = new Int32Array(256);
  private top = 0;

  constructor(program: Program) {
    this.captures = Array.from({ length: program.slots }, () => []);
    this.counts = new Int32Array(program.loops);
    this.lasts = new Int32Array(program.loops);
    this.marks = new Int32Array(program.marks);
    this.heights = new Int32Array(program.registers);
    this.openedAt = new Int32Array(program.registers);
  }

  reset(): void {
    this.top = 0;
    for (const list of this.captures) list.length = 0;
  }

  pushChoice(pc: number, pos: number): void {
    this.push(Frame.Choice, pc, pos, 0);
  }

  /** A greedy run of single characters, from `limit` (the least) to `reached`. */
  pushLoop(pc: number, limit: number, reached: number, step: 1 | -1): void {
    this.push(step === 1 ? Frame.Loop : Frame.LoopBack, pc, limit, reached);
  }

  /** A lazy run of single characters that can take `left` more. */
  pushLazy(instruction: number, pos: number, left: number, _step: 1 | -1): void {
    this.push(Frame.Lazy, instruction, pos, left);
  }

  setLoop(loop: number, count: number, last: number): void {
    this.push(Frame.Count, loop, this.counts[loop] ?? 0, this.lasts[loop] ?? 0);
    this.counts[loop] = count;
    this.lasts[loop] = last;
  }

  setMark(mark: number): void {
    this.push(Frame.Mark, mark, this.marks[mark] ?? 0, 0);
    this.marks[mark] = this.pos;
  }

  isMatched(slot: number): boolean {
    return (this.captures[slot]?.length ?? 0) > 0;
  }

  /** Ends a group that began at a mark; `from` is the slot a balancing group takes a capture from, or -1. */
  capture(mark: number, slot: number, from: number): boolean {
    let start = Math.min(this.marks[mark] ?? 0, this.pos);
    let end = Math.max(this.marks[mark] ?? 0, this.pos);
    if (from >= 0) {
      const list = this.captures[from] ?? [];
      const innerEnd = list.pop();
      const innerStart = list.pop();
      if (innerStart === undefined || innerEnd === undefined) return false;
      this.push(Frame.Recapture, from, innerStart, innerEnd);
      // The balanced capture is what lies between the two.
      if (start >= innerEnd) {
        end = start;
        start = innerEnd;
      } else if (end <= innerStart) {
        start = innerStart;
      } else {
        end = Math.min(end, innerEnd);
        start = Math.max(start, innerStart);
      }
    }
    if (slot >= 0) {
      this.captures[slot]?.push(start, end);
      this.push(Frame.Uncapture, slot, 0, 0);
    }
    return true;
  }

  /** Enters a look-around or atomic group. */
  open(register: number): void {
    this.heights[register] = this.top;
    this.openedAt[register] = this.pos;
  }

  /** Leaves it with success: its choices are dropped, its captures stay and can still be taken back. */
  commit(register: number): void {
    const { stack } = this;
    let to = this.heights[register] ?? 0;
    for (let frame = to; frame < this.top; frame += FRAME_SIZE) {
      if ((stack[frame] ?? 0) < Frame.Undo) continue;
      if (frame !== to) stack.copyWithin(to, frame, frame + FRAME_SIZE);
      to += FRAME_SIZE;
    }
    this.top = to;
  }

  /** Leaves a negative look-around whose inside matched: all of it is taken back. */
  abandon(register: number): void {
    const height = this.heights[register] ?? 0;
    while (this.top > height) {
      this.top -= FRAME_SIZE;
      this.undo(this.top);
    }
  }

  /** Takes changes back up to the last choice and takes that; `false` when there is none. */
  pop(): boolean {
    const { stack } = this;
    this.lazyAt = -1;
    while (this.top > 0) {
      const frame = this.top - FRAME_SIZE;
      const kind = stack[frame] ?? 0;
      if (kind >= Frame.Undo) {
        this.undo(frame);
        this.top = frame;
        continue;
      }
      const pc = stack[frame + 1] ?? 0;
      const pos = stack[frame + 2] ?? 0;
      this.pc = pc;
      this.pos = pos;
      if (kind === Frame.Loop || kind === Frame.LoopBack) {
        const at = (stack[frame + 3] ?? 0) + (kind === Frame.Loop ? -1 : 1);
        stack[frame + 3] = at;
        this.pos = at;
        if (at === pos) this.top = frame;
        return true;
      }
      this.top = frame;
      if (kind === Frame.Lazy) {
        this.lazyAt = pc;
        this.lazyLeft = stack[frame + 3] ?? 0;
      }
      return true;
    }
    return false;
  }

  private undo(frame: number): void {
    const { stack } = this;
    const a = stack[frame + 1] ?? 0;
    const b = stack[frame + 2] ?? 0;
    const c = stack[frame + 3] ?? 0;
    switch (stack[frame]) {
      case Frame.Uncapture: {
        const list = this.captures[a];
        if (list !== undefined) list.length -= 2;
        break;
      }
      case Frame.Recapture:
        this.captures[a]?.push(b, c);
        break;
      case Frame.Mark:
        this.marks[a] = b;
        break;
      case Frame.Count:
        this.counts[a] = b;
        this.lasts[a] = c;
        break;
      default:
    }
  }

  private push(kind: number, a: number, b: number, c: number): void {
    const { top } = this;
    if (top + FRAME_SIZE > this.stack.length) this.grow();
    const { stack } = this;
    stack[top] = kind;
    stack[top + 1] = a;
    stack[top + 2] = b;
    stack[top + 3] = c;
    this.top = top + FRAME_SIZE;
  }

  private grow(): void {
    const larger = new Int32Array(this.stack.length * 2);
    larger.set(this.stack);
    this.stack = larger;
  }
}
