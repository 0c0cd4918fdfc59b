import { type ErrorId, messageOf, type ParseError } from './diagnostics.ts';
import { onlyTriviaFollows } from './scanner/trivia.ts';
import type { Extent } from './source.ts';

/** Collects the errors of one parse; the same error at the same place counts once. */
export class Reporter {
  readonly errors: ParseError[] = [];
  /** The text being scanned, whose end decides whether more input could repair an error. */
  text: string;
  private readonly seen = new Set<string>();

  constructor(text: string) {
    this.text = text;
  }

  /** Reports an error that more input cannot repair. */
  error(extent: Extent, errorId: ErrorId, ...details: readonly string[]): void {
    this.add(extent, errorId, details, false);
  }

  /** Reports an error that more input can repair if it stands at the end of the text; answers whether it does. */
  incomplete(extent: Extent, errorId: ErrorId, ...details: readonly string[]): boolean {
    return this.incompleteAt(extent, extent, errorId, ...details);
  }

  /** As `incomplete`, for an error that is shown at one place and was found at another. */
  incompleteAt(extent: Extent, found: Extent, errorId: ErrorId, ...details: readonly string[]): boolean {
    const incomplete = found.endOffset >= this.text.length || onlyTriviaFollows(this.text, found.endOffset);
    this.add(extent, errorId, details, incomplete);
    return incomplete;
  }

  private add(extent: Extent, errorId: ErrorId, details: readonly string[], incomplete: boolean): void {
    const key = `${errorId} ${extent.startOffset} ${extent.endOffset}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.errors.push({ errorId, message: messageOf(errorId, details), extent, incomplete });
  }
}
