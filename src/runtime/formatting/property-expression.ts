import { TerminatingError } from '../errors/terminating-error.ts';
import { andThen, type Eventually, type PSValue } from '../values/ps-value.ts';
import { ScriptBlock } from '../values/script-block.ts';
import type { FormatContext } from './format-context.ts';
import type { ValueSource } from './view.ts';

/** What evaluating a source for an object gave. */
export interface SourceResult {
  /** False where the object has no such property. */
  readonly found: boolean;
  readonly value: PSValue;
  /** The property's declared name, or the block's text. */
  readonly name: string;
  /** What was thrown, when something was. */
  readonly failure?: unknown;
}

/** Whether a name is a wildcard pattern. */
export function isPattern(name: string): boolean {
  return /[*?[]/.test(name);
}

/** The text of a block between its braces, as a column of it is headed. */
export function blockText(block: ScriptBlock): string {
  const { text } = block.ast.extent;
  return text.startsWith('{') && text.endsWith('}') ? text.slice(1, -1) : text;
}

/** How a source is named where it has no label. */
export function sourceName(source: ValueSource): string {
  if (typeof source === 'string') return source;
  return source instanceof ScriptBlock ? blockText(source) : '';
}

/** Evaluates a source for an object; failures are kept, control flow passes. */
export function evaluateSource(source: ValueSource, object: PSValue, context: FormatContext): Eventually<SourceResult> {
  if (typeof source === 'string') {
    const plain = context.objects.plain(object, source);
    if (plain !== undefined) return plain;
    const [name] = context.objects.resolve(object, source);
    if (name === undefined) return { found: false, value: null, name: source };
    return readProperty(object, name, context);
  }
  const name = sourceName(source);
  return guarded(name, () => (typeof source === 'function' ? source(object, context) : context.invoke(source, object)));
}

/** Reads a property whose declared name is known. */
export function readProperty(object: PSValue, name: string, context: FormatContext): Eventually<SourceResult> {
  return guarded(name, () => context.objects.get(object, name));
}

function guarded(name: string, read: () => Eventually<PSValue>): Eventually<SourceResult> {
  const done = (value: PSValue): SourceResult => ({ found: true, value, name });
  const failed = (failure: unknown): SourceResult => {
    if (failure instanceof TerminatingError) return { found: true, value: null, name, failure };
    throw failure;
  };
  try {
    const value = read();
    return value instanceof Promise ? value.then(done, failed) : done(value);
  } catch (failure) {
    return failed(failure);
  }
}

/** Whether a condition holds for an object; a failing one does not. */
export function conditionHolds(
  condition: ValueSource | undefined,
  object: PSValue,
  context: FormatContext,
): Eventually<boolean> {
  if (condition === undefined) return true;
  return andThen(
    evaluateSource(condition, object, context),
    (result) => result.found && !('failure' in result) && context.objects.isTrue(result.value),
  );
}
