import type { CustomText } from '../values/format-packets.ts';
import type { Eventually } from '../values/ps-value.ts';
import { eachInTurn } from './eventually-all.ts';
import type { LineWriter } from './line-writer.ts';
import { wrapLines } from './text-lines.ts';

interface Indent {
  readonly left: number;
  readonly right: number;
  readonly firstLine: number;
}

/** Writes the text of a custom view, indented and broken at `width`; what is left at the end is a line too. */
export function writeCustom(parts: readonly CustomText[], width: number, out: LineWriter): Eventually<void> {
  const lines: string[] = [];
  let text = '';
  const flush = (indent: Indent): void => {
    lines.push(...indentedLines(text, indent, width, out.culture));
    text = '';
  };
  const add = (list: readonly CustomText[], indent: Indent): void => {
    for (const part of list) {
      if (part === null) flush(indent);
      else if (typeof part === 'string') text += part;
      else {
        const { left, right, firstLine } = part;
        add(part.parts, { left: indent.left + left, right: indent.right + right, firstLine });
      }
    }
  };
  const none = { left: 0, right: 0, firstLine: 0 };
  add(parts, none);
  flush(none);
  return eachInTurn(lines, (line) => out.line(line));
}

function indentedLines(text: string, { left, right, firstLine }: Indent, width: number, culture: string): string[] {
  const room = width - left - right;
  const shown = room > 0 ? text : '';
  const hang = Math.abs(firstLine) >= room ? 0 : firstLine;
  const first = hang >= 0 ? room - hang : room;
  const following = hang >= 0 ? room : room + hang;
  const lines = wrapLines(shown, { first, following, culture });
  const firstPadding = ' '.repeat(left + Math.max(0, hang));
  const restPadding = ' '.repeat(left + Math.max(0, -hang));
  return lines.map((line, i) => (i === 0 ? firstPadding : restPadding) + line);
}
