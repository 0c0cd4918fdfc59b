import { NetObject } from './net-object.ts';
import type { PSValue } from './ps-value.ts';

/** What stands in for a path where lines came through the pipeline. */
export const INPUT_STREAM = 'InputStream';

/** Lines around a match; the display forms leave out what an earlier match has shown. */
export class MatchInfoContext extends NetObject {
  preContext: readonly string[] = [];
  postContext: readonly string[] = [];
  displayPreContext: readonly string[] = [];
  displayPostContext: readonly string[] = [];
}

/** A piece of a line that matched. */
export interface MatchPlace {
  readonly index: number;
  readonly length: number;
}

/** Microsoft.PowerShell.Commands.MatchInfo: one line that Select-String found. */
export class MatchInfo extends NetObject {
  ignoreCase = true;
  lineNumber = 0;
  line = '';
  /** Undefined for lines from the pipeline. */
  path: string | undefined = undefined;
  pattern = '';
  context: MatchInfoContext | null = null;
  /** The matches of the pattern; empty for -SimpleMatch and -NotMatch. */
  matches: readonly PSValue[] = [];
  /** Pieces to emphasize when shown. */
  places: readonly MatchPlace[] = [];

  get filename(): string {
    return this.path === undefined ? INPUT_STREAM : this.path.slice(this.path.lastIndexOf('/') + 1);
  }

  /** The path as seen from a directory, when it lies below it. */
  relativePath(directory: string): string {
    const { path } = this;
    if (path === undefined) return INPUT_STREAM;
    const base = directory.endsWith('/') ? directory : `${directory}/`;
    return directory !== '' && path.startsWith(base) ? path.slice(base.length) : path;
  }

  /** `path:line number:line`, or with context all its lines, the match marked by `> `. */
  text(directory: string | null, line = this.line): string {
    const path = directory === null || this.path === undefined ? (this.path ?? '') : this.relativePath(directory);
    const shown = (text: string, number: number, prefix: string): string =>
      this.path === undefined ? prefix + text : `${prefix}${path}:${number}:${text}`;
    if (!this.context) return shown(line, this.lineNumber, '');
    const { displayPreContext, displayPostContext } = this.context;
    const before = displayPreContext.map((text, i) =>
      shown(text, this.lineNumber - displayPreContext.length + i, '  '),
    );
    const after = displayPostContext.map((text, i) => shown(text, this.lineNumber + 1 + i, '  '));
    return [...before, shown(line, this.lineNumber, '> '), ...after].join('\n');
  }

  /** As {@link text}, with the matched pieces in reverse video. */
  emphasizedText(directory: string | null): string {
    let line = '';
    let at = 0;
    for (const { index, length } of this.places) {
      line += `${this.line.slice(at, index)}\u001b[7m${this.line.slice(index, index + length)}\u001b[0m`;
      at = index + length;
    }
    return this.text(directory, line + this.line.slice(at));
  }
}
