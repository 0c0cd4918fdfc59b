import { decoratedSlice, ESC, RESET } from '../text/escape-sequences.ts';
import type { Eventually } from '../values/ps-value.ts';
import { cellLength, fitFromStart } from './display-cells.ts';
import { eachInTurn } from './eventually-all.ts';
import type { LineWriter } from './line-writer.ts';
import { splitLines, wrapLines } from './text-lines.ts';

const SEPARATOR = ' : ';

/** Writes the `name : value` lines of one object; names are padded to the longest, long values broken below themselves. */
export function writeList(
  labels: readonly string[],
  values: readonly string[],
  width: number,
  out: LineWriter,
): Eventually<void> {
  if (labels.length === 0 || width < SEPARATOR.length + 2) return;
  const longest = Math.min(Math.max(...labels.map(cellLength)), width - SEPARATOR.length - 1);
  const lines: string[] = [];
  labels.forEach((label, i) => {
    lines.push(...propertyLines(fitLabel(label, longest) + SEPARATOR, values[i] ?? '', width, out));
  });
  return eachInTurn(lines, (line) => out.line(line));
}

function fitLabel(label: string, width: number): string {
  const cells = cellLength(label);
  if (cells > width) return decoratedSlice(label, 0, fitFromStart(label, width));
  return label + ' '.repeat(width - cells);
}

function propertyLines(prefix: string, value: string, width: number, out: LineWriter): string[] {
  const indent = cellLength(prefix);
  const padding = ' '.repeat(indent);
  const { formatAccent } = out.style;
  const head = formatAccent === '' ? prefix : formatAccent + prefix + RESET;
  const broken = splitLines(value).flatMap((line) => wrapLines(line, { first: width - indent, culture: out.culture }));
  return broken.map((line, i) => {
    const whole = (i === 0 ? head : padding) + line;
    return line.includes(ESC) && !line.endsWith(RESET) ? whole + RESET : whole;
  });
}
