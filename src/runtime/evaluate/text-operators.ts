import type { TokenKind } from '../../parser/index.ts';
import { ConversionFailure } from '../conversion/conversion-failure.ts';
import { format } from '../operators/format.ts';
import { join, unaryJoin } from '../operators/join.ts';
import { like } from '../operators/like.ts';
import { match } from '../operators/match.ts';
import type { SizeLimits } from '../operators/operator-services.ts';
import { replace } from '../operators/replace.ts';
import { split, unarySplit } from '../operators/split.ts';
import { badOperand } from '../operators/split-options.ts';
import type { MatchEntry, TextOperatorServices } from '../operators/text-operator-services.ts';
import type { RegexMatch } from '../regex/regex-match.ts';
import type { RegexRun } from '../regex/regex-run.ts';
import { assignIn } from '../scope/variable-access.ts';
import { numberFormatOf } from '../text/number-format-info.ts';
import { numberToEngineText } from '../text/number-text.ts';
import { coreTypes } from '../types/core-types.ts';
import { typeSystemOf } from '../types/type-system.ts';
import { Hashtable } from '../values/hashtable.ts';
import { NetDelegate } from '../values/net-delegate.ts';
import { NetEnumerator } from '../values/net-enumerable.ts';
import { BoxedNumber, NumberKind } from '../values/number-kinds.ts';
import { baseOf, PSObject } from '../values/ps-object.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import { ScriptBlock } from '../values/script-block.ts';
import { TypedArray } from '../values/typed-array.ts';
import { isTrue } from './conditionals.ts';
import type { Frame } from './frame.ts';
import type { BinaryOperation } from './operator-table.ts';
import { textOf } from './strings.ts';

/** What the text operators need, from the frame that runs them. */
class FrameText implements TextOperatorServices {
  readonly #frame: Frame;

  constructor(frame: Frame) {
    this.#frame = frame;
  }

  get limits(): SizeLimits {
    return this.#frame.engine.budget;
  }

  get regexRun(): RegexRun {
    return this.#frame.engine;
  }

  toText(value: PSValue): string {
    return textOf(this.#frame, value);
  }

  elementsOf(value: PSValue): Iterable<PSValue> | undefined {
    // An enumerator (`$input`) is one operand; its text takes what is left of it.
    if (value instanceof NetEnumerator) return undefined;
    return this.#frame.session.operators.elementsOf(value);
  }

  joinText(value: PSValue): string {
    const { engine } = this.#frame;
    const base = baseOf(value);
    if (typeof base === 'number' || typeof base === 'bigint' || base instanceof BoxedNumber) {
      return numberToEngineText(base, numberFormatOf(engine.culture));
    }
    return typeSystemOf(engine).netText(base, null, engine.culture);
  }

  formatText(value: PSValue, itemFormat: string | null): string {
    const { engine } = this.#frame;
    if (value instanceof PSObject && value.base === undefined) return textOf(this.#frame, value);
    return typeSystemOf(engine).netText(value, itemFormat || null, engine.culture);
  }

  toInt(value: PSValue): number {
    try {
      const number = this.#frame.session.operators.convertToNumber(value, NumberKind.Int32);
      return typeof number === 'number' ? number : 0;
    } catch (error) {
      if (error instanceof ConversionFailure) throw badOperand(error.message);
      throw error;
    }
  }

  isTrue(value: PSValue): boolean {
    return isTrue(this.#frame, value);
  }

  stringArray(items: string[]): PSValue {
    return new TypedArray(coreTypes().string, items);
  }

  callSeparator(block: ScriptBlock, character: string, text: string, position: number): Eventually<PSValue> {
    return this.#frame.engine.invokeBlock(block, { dollarUnder: character, args: [text, position], errors: 'report' });
  }

  evaluatorOf(replacement: PSValue): ((found: RegexMatch) => Eventually<PSValue>) | undefined {
    if (replacement instanceof ScriptBlock) return this.#frame.engine.scripts.prepareValue(replacement, this.#frame);
    return replacement instanceof NetDelegate ? (found) => replacement.invoke([found]) : undefined;
  }

  setMatches(entries: readonly MatchEntry[]): void {
    assignIn(this.#frame.scope, 'Matches', 'matches', Hashtable.from(entries));
  }
}

type Pattern = (
  left: PSValue,
  right: PSValue,
  ignoreCase: boolean,
  negated: boolean,
  services: TextOperatorServices,
) => PSValue;

function pattern(operation: Pattern, ignoreCase: boolean, negated: boolean): BinaryOperation {
  return (frame, left, right) => operation(left, right, ignoreCase, negated, new FrameText(frame));
}

type Cased = (
  left: PSValue,
  right: PSValue,
  ignoreCase: boolean,
  services: TextOperatorServices,
) => Eventually<PSValue>;

function cased(operation: Cased, ignoreCase: boolean): BinaryOperation {
  return (frame, left, right) => operation(left, right, ignoreCase, new FrameText(frame));
}

/** `-like`, `-match`, `-replace`, `-split`, `-join` and `-f`. */
export const textOperators: Readonly<Partial<Record<TokenKind, BinaryOperation>>> = {
  Ilike: pattern(like, true, false),
  Clike: pattern(like, false, false),
  Inotlike: pattern(like, true, true),
  Cnotlike: pattern(like, false, true),
  Imatch: pattern(match, true, false),
  Cmatch: pattern(match, false, false),
  Inotmatch: pattern(match, true, true),
  Cnotmatch: pattern(match, false, true),
  Ireplace: cased(replace, true),
  Creplace: cased(replace, false),
  Isplit: cased(split, true),
  Csplit: cased(split, false),
  Join: (frame, left, right) => join(left, right, new FrameText(frame)),
  Format: (frame, left, right) => format(left, right, new FrameText(frame)),
};

/** `-join list` and `-split text`. */
export const unaryTextOperators: Readonly<
  Partial<Record<TokenKind, (frame: Frame, operand: PSValue) => Eventually<PSValue>>>
> = {
  Join: (frame, operand) => unaryJoin(operand, new FrameText(frame)),
  Isplit: (frame, operand) => unarySplit(operand, new FrameText(frame)),
  Csplit: (frame, operand) => unarySplit(operand, new FrameText(frame)),
};
