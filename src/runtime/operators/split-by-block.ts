import type { Eventually } from '../values/ps-value.ts';
import type { ScriptBlock } from '../values/script-block.ts';
import type { TextOperatorServices } from './text-operator-services.ts';

/**
 * Cuts texts at the characters for which a block is true: `$_` is the character, the arguments are the text and the
 * position. At most `limit` pieces of each text (0: all), from the end when it is negative.
 */
export function splitByBlock(
  texts: readonly string[],
  block: ScriptBlock,
  limit: number,
  services: TextOperatorServices,
): Eventually<string[]> {
  if (Math.abs(limit) === 1) return [...texts];
  const all: string[] = [];
  const goOn = (from: number): Eventually<string[]> => {
    for (let i = from; i < texts.length; i++) {
      const pieces = new Cutting(texts[i] ?? '', block, limit, services).run();
      if (pieces instanceof Promise) {
        return pieces.then((later) => {
          all.push(...later);
          return goOn(i + 1);
        });
      }
      all.push(...pieces);
    }
    return all;
  };
  return goOn(0);
}

/** One text being cut. */
class Cutting {
  private readonly text: string;
  private readonly block: ScriptBlock;
  private readonly most: number;
  private readonly back: boolean;
  private readonly services: TextOperatorServices;
  private readonly pieces: string[] = [];
  /** Where the piece that is being read began. */
  private edge: number;
  private at: number;

  constructor(text: string, block: ScriptBlock, limit: number, services: TextOperatorServices) {
    this.text = text;
    this.block = block;
    this.most = limit === 0 ? Number.POSITIVE_INFINITY : Math.abs(limit);
    this.back = limit < 0;
    this.services = services;
    this.at = this.back ? text.length - 1 : 0;
    this.edge = this.back ? text.length : 0;
  }

  run(): Eventually<string[]> {
    const { text, block, services } = this;
    while (this.at >= 0 && this.at < text.length && this.pieces.length + 1 < this.most) {
      const isSeparator = services.callSeparator(block, text.charAt(this.at), text, this.at);
      if (isSeparator instanceof Promise) {
        return isSeparator.then((value) => {
          this.step(services.isTrue(value));
          return this.run();
        });
      }
      this.step(services.isTrue(isSeparator));
    }
    this.pieces.push(this.back ? text.slice(0, this.edge) : text.slice(this.edge));
    return this.back ? this.pieces.reverse() : this.pieces;
  }

  private step(isSeparator: boolean): void {
    const { at } = this;
    if (isSeparator) {
      this.pieces.push(this.back ? this.text.slice(at + 1, this.edge) : this.text.slice(this.edge, at));
      this.edge = this.back ? at : at + 1;
    }
    this.at += this.back ? -1 : 1;
  }
}
