import type { Extent } from '../../parser/index.ts';

/** A source line with the marks that underline an extent in it, cut to a readable length. */
export interface PositionLines {
  /** The line, with an ellipsis where it was cut. */
  readonly line: string;
  /** Blanks and tildes below the line. */
  readonly marks: string;
}

/** Longest part of a line that is shown. */
const MAX_LINE = 69;
/** What is kept before and after the extent at least. */
const CONTEXT_BEFORE = 12;
const CONTEXT_AFTER = 8;

const expandTabs = (text: string): string => text.replaceAll('\t', '    ');

/** The first line of an extent and the marks under it; undefined where that line is empty. */
export function positionLines(extent: Extent): PositionLines | undefined {
  const source = extent.source.lineText(extent.startLineNumber).trimEnd();
  if (source === '') return undefined;
  const start = Math.min(extent.startColumnNumber - 1, source.length);
  const isOneLine = extent.startLineNumber === extent.endLineNumber && extent.endColumnNumber <= source.length + 1;
  const end = isOneLine ? extent.endColumnNumber - 1 : source.length;
  const before = expandTabs(source.slice(0, start));
  const marked = expandTabs(source.slice(start, end));
  const line = before + marked + expandTabs(source.slice(end));
  if (line.length <= MAX_LINE) return underlined(line, before.length, marked.length);
  return cutLine(line, before.length, marked.length);
}

function underlined(line: string, blanks: number, length: number): PositionLines {
  return { line, marks: ' '.repeat(blanks) + '~'.repeat(Math.max(1, length)) };
}

function cutLine(line: string, before: number, length: number): PositionLines {
  const after = line.length - length - before;
  let lead = Math.min(before, CONTEXT_BEFORE);
  let tail = Math.min(after, CONTEXT_AFTER);
  let moreAfter = true;
  if (lead + length + tail < MAX_LINE) {
    lead += Math.min(before - lead, MAX_LINE - (lead + length + tail));
    const room = MAX_LINE - (lead + length + tail);
    if (room > 0) tail += Math.min(after, room);
    moreAfter = tail < after;
  }
  const from = Math.max(before - lead, 0);
  const shown = line.slice(from, from + MAX_LINE);
  const isCutBefore = lead < before;
  const marks = Math.min(length, MAX_LINE - lead);
  const text = (isCutBefore ? '… ' : '') + shown + (moreAfter ? ' …' : '');
  return underlined(text, lead + (isCutBefore ? 2 : 0), marks);
}

/** `InvocationInfo.PositionMessage`: `At file:line char:column`, the line and the marks under it. */
export function positionMessage(extent: Extent): string {
  if (extent === extent.source.empty) return '';
  const where = `At ${extent.file ?? 'line'}:${extent.startLineNumber} char:${extent.startColumnNumber}`;
  const lines = positionLines(extent);
  return lines ? `${where}\n+ ${lines.line}\n+ ${lines.marks}` : where;
}
