import { CharSet } from './char-set.ts';
import { firstSet, isAnchoredAtStart, isNullable, literalPrefix, minLength } from './node-analysis.ts';
import { ANCHORS, Op, type Program, UNLIMITED } from './program.ts';
import type { RegexNode, RegexTree } from './syntax.ts';

type Loop = Extract<RegexNode, { kind: 'loop' }>;

/** Compiles a pattern for the backtracking matcher. */
export function compileProgram(tree: RegexTree): Program {
  const compiler = new Compiler(tree);
  compiler.emit(tree.root, tree.rightToLeft, undefined);
  compiler.code.push(Op.Match);
  return {
    code: Int32Array.from(compiler.code),
    sets: compiler.sets,
    texts: compiler.texts,
    slots: tree.groupNumbers.length,
    marks: compiler.marks,
    loops: compiler.loops,
    registers: compiler.registers,
    rightToLeft: tree.rightToLeft,
    ecmaScript: tree.ecmaScript,
    cultureInvariant: tree.cultureInvariant,
    anchored: isAnchoredAtStart(tree.root),
    prefix: literalPrefix(tree.root),
    first: firstSet(tree.root),
    minLength: minLength(tree.root),
  };
}

class Compiler {
  readonly code: number[] = [];
  readonly sets: CharSet[] = [];
  readonly texts: string[] = [];
  marks = 0;
  loops = 0;
  registers = 0;
  private readonly slotOf: ReadonlyMap<number, number>;
  private readonly setIndex = new Map<CharSet, number>();

  constructor(tree: RegexTree) {
    this.slotOf = new Map(tree.groupNumbers.map((number, slot) => [number, slot]));
  }

  /** `back` reads right to left; `follow` is what must come next, where that is known. */
  emit(node: RegexNode, back: boolean, follow: CharSet | undefined): void {
    switch (node.kind) {
      case 'empty':
        return;
      case 'char':
        this.code.push(back ? Op.CharBack : Op.Char, node.code);
        return;
      case 'set':
        this.code.push(back ? Op.SetBack : Op.Set, this.set(node.set));
        return;
      case 'concat':
        this.concat(node.nodes, back, follow);
        return;
      case 'alternate':
        this.alternate(node.nodes, back, follow);
        return;
      case 'loop':
        this.loop(node, back, follow);
        return;
      case 'capture': {
        const mark = this.marks++;
        this.code.push(Op.Mark, mark);
        this.emit(node.node, back, follow);
        this.code.push(Op.Capture, mark, this.slot(node.number), this.slot(node.uncapture));
        return;
      }
      case 'look':
        this.look(node);
        return;
      case 'atomic': {
        const register = this.registers++;
        this.code.push(Op.AtomicStart, register);
        this.emit(node.node, back, undefined);
        this.code.push(Op.AtomicEnd, register);
        return;
      }
      case 'backreference':
        this.code.push(back ? Op.BackBack : Op.Back, this.slot(node.number), node.ignoreCase ? 1 : 0);
        return;
      case 'ifGroup':
      case 'ifLook':
        this.conditional(node, back, follow);
        return;
      case 'anchor':
        this.code.push(Op.Anchor, ANCHORS.indexOf(node.anchor));
        return;
    }
  }

  private concat(nodes: readonly RegexNode[], back: boolean, follow: CharSet | undefined): void {
    const order = back ? [...nodes].reverse() : nodes;
    for (let i = 0; i < order.length; i++) {
      const node = order[i];
      if (node === undefined) continue;
      let text = '';
      if (!back && node.kind === 'char') {
        for (let next = order[i]; next?.kind === 'char'; next = order[i + text.length]) {
          text += String.fromCharCode(next.code);
        }
      }
      if (text.length > 1) {
        this.code.push(Op.Text, this.texts.push(text) - 1);
        i += text.length - 1;
        continue;
      }
      this.emit(node, back, i + 1 < order.length ? this.singleAt(order[i + 1]) : follow);
    }
  }

  /** What a node that takes exactly one character first takes, in either direction. */
  private singleAt(node: RegexNode | undefined): CharSet | undefined {
    if (node === undefined) return undefined;
    if (node.kind === 'loop') return node.min > 0 ? this.singleAt(node.node) : undefined;
    if (node.kind === 'capture') return this.singleAt(node.node);
    return oneCharacter(node);
  }

  private alternate(nodes: readonly RegexNode[], back: boolean, follow: CharSet | undefined): void {
    const jumps: number[] = [];
    for (const [index, node] of nodes.entries()) {
      if (index === nodes.length - 1) {
        this.emit(node, back, follow);
        continue;
      }
      const split = this.reserve(Op.Split);
      this.emit(node, back, follow);
      jumps.push(this.reserve(Op.Jump));
      this.patch(split);
    }
    for (const jump of jumps) this.patch(jump);
  }

  private loop(node: Loop, back: boolean, follow: CharSet | undefined): void {
    const { min, max, lazy } = node;
    if (max === 0) return;
    const single = oneCharacter(node.node);
    if (single !== undefined) {
      // A loop that cannot give anything back to what follows need not remember its choices.
      const atomic = min === max || (!lazy && follow !== undefined && !follow.intersects(single));
      const [forward, backward] = atomic
        ? [Op.SetAtomic, Op.SetAtomicBack]
        : lazy
          ? [Op.SetLazy, Op.SetLazyBack]
          : [Op.SetLoop, Op.SetLoopBack];
      this.code.push(back ? backward : forward, this.set(single), min, Math.min(max, UNLIMITED));
      return;
    }
    const split = lazy ? Op.SplitJump : Op.Split;
    if (min === 0 && max === 1) {
      const skip = this.reserve(split);
      this.emit(node.node, back, follow);
      this.patch(skip);
    } else if (max === Number.POSITIVE_INFINITY && min <= 1 && !isNullable(node.node)) {
      this.openLoop(node, back, split);
    } else {
      this.countedLoop(node, back);
    }
  }

  /** `*` and `+` of something that is never empty need no counter. */
  private openLoop(node: Loop, back: boolean, split: number): void {
    const start = this.code.length;
    const before = node.min === 0 ? this.reserve(split) : undefined;
    this.emit(node.node, back, undefined);
    const after = before ?? this.reserve(split);
    this.code.push(Op.Jump, start);
    this.patch(after);
  }

  private countedLoop(node: Loop, back: boolean): void {
    const counter = this.loops++;
    this.code.push(Op.LoopInit, counter);
    const test = this.code.length;
    this.code.push(Op.LoopTest, counter, node.min, Math.min(node.max, UNLIMITED), node.lazy ? 1 : 0, 0);
    const exit = this.code.length - 1;
    this.code.push(Op.LoopEnter, counter);
    this.emit(node.node, back, undefined);
    this.code.push(Op.Jump, test);
    this.patch(exit);
  }

  private look(node: Extract<RegexNode, { kind: 'look' }>): void {
    const register = this.registers++;
    if (node.negative) {
      this.code.push(Op.NegativeStart, register, 0);
      const target = this.code.length - 1;
      this.emit(node.node, node.behind, undefined);
      this.code.push(Op.NegativeEnd, register);
      this.patch(target);
    } else {
      this.code.push(Op.LookStart, register);
      this.emit(node.node, node.behind, undefined);
      this.code.push(Op.LookEnd, register);
    }
  }

  private conditional(
    node: Extract<RegexNode, { kind: 'ifGroup' | 'ifLook' }>,
    back: boolean,
    follow: CharSet | undefined,
  ): void {
    if (node.kind === 'ifGroup') {
      this.code.push(Op.IfGroup, this.slot(node.number), 0);
    } else {
      this.code.push(Op.ConditionStart, this.registers++, 0);
    }
    const otherwise = this.code.length - 1;
    if (node.kind === 'ifLook') {
      const register = this.code[otherwise - 1] ?? 0;
      this.emit(node.condition, back, undefined);
      this.code.push(Op.LookEnd, register);
    }
    this.emit(node.yes, back, follow);
    const end = this.reserve(Op.Jump);
    this.patch(otherwise);
    this.emit(node.no, back, follow);
    this.patch(end);
  }

  /** Emits an instruction whose target is not known yet; where the target goes. */
  private reserve(op: number): number {
    this.code.push(op, 0);
    return this.code.length - 1;
  }

  private patch(target: number): void {
    this.code[target] = this.code.length;
  }

  private set(set: CharSet): number {
    let index = this.setIndex.get(set);
    if (index === undefined) {
      index = this.sets.push(set) - 1;
      this.setIndex.set(set, index);
    }
    return index;
  }

  private slot(number: number): number {
    return number < 0 ? -1 : (this.slotOf.get(number) ?? -1);
  }
}

function oneCharacter(node: RegexNode): CharSet | undefined {
  if (node.kind === 'set') return node.set;
  return node.kind === 'char' ? CharSet.of(node.code, node.code) : undefined;
}
