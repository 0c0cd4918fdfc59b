import { CharSet } from './char-set.ts';
import type { JavaScriptForm } from './javascript-form.ts';
import { someNode } from './node-analysis.ts';
import type { Replacement } from './replacement.ts';
import type { RegexNode } from './syntax.ts';

/** A pattern on the host's RegExp. */
export class HostRegex {
  readonly form: JavaScriptForm;
  private search: RegExp | undefined;
  private indexed: RegExp | undefined;
  private readonly replacements = new Map<Replacement, string | undefined>();

  constructor(form: JavaScriptForm) {
    this.form = form;
    this.search = hostRegExp(form, form.sticky ? 'y' : 'g');
  }

  /** Whether the host took the pattern and has not given up on it. */
  get isUsable(): boolean {
    return this.search !== undefined;
  }

  /** The first match from `position` on; `undefined` when the host gives up (its own stack or size limits). */
  exec(text: string, position: number): RegExpExecArray | null | undefined {
    if (this.search === undefined) return undefined;
    this.search.lastIndex = position;
    try {
      return this.search.exec(text);
    } catch {
      this.search = undefined;
      return undefined;
    }
  }

  /** Whether there is a match from `position` on; as {@link exec}. */
  test(text: string, position: number): boolean | undefined {
    if (this.search === undefined) return undefined;
    this.search.lastIndex = position;
    try {
      return this.search.test(text);
    } catch {
      this.search = undefined;
      return undefined;
    }
  }

  /** All matches replaced by the host; `undefined` when it gives up or knows no such replacement. */
  replaceAll(text: string, replacement: Replacement): string | undefined {
    let pattern = this.replacements.get(replacement);
    if (pattern === undefined) {
      if (this.replacements.has(replacement)) return undefined;
      pattern = hostReplacement(replacement, this.form);
      this.replacements.clear();
      this.replacements.set(replacement, pattern);
    }
    if (this.search === undefined || pattern === undefined || this.form.sticky) return undefined;
    this.search.lastIndex = 0;
    try {
      return text.replace(this.search, pattern);
    } catch {
      this.search = undefined;
      return undefined;
    }
  }

  /** Where the groups of the match that starts at `start` lie. */
  places(text: string, start: number): readonly (readonly [number, number] | undefined)[] {
    this.indexed ??= hostRegExp(this.form, 'dy');
    if (this.indexed === undefined) return [];
    this.indexed.lastIndex = start;
    return this.indexed.exec(text)?.indices ?? [];
  }
}

function hostRegExp(form: JavaScriptForm, flags: string): RegExp | undefined {
  try {
    return new RegExp(form.source, flags);
  } catch {
    return undefined;
  }
}

/** A replacement pattern as JavaScript writes it; `undefined` for pieces that it does not have. */
function hostReplacement(replacement: Replacement, form: JavaScriptForm): string | undefined {
  let pattern = '';
  for (const part of replacement) {
    if (typeof part === 'string') {
      pattern += part.replaceAll('$', '$$$$');
    } else if (part === 0) {
      pattern += '$&';
    } else if (typeof part === 'number') {
      const group = form.slots.indexOf(part) + 1;
      if (group === 0 || group > 99) return undefined;
      pattern += `$${String(group).padStart(2, '0')}`;
    } else if (part.piece === '`' || part.piece === "'") {
      pattern += `$${part.piece}`;
    } else {
      return undefined;
    }
  }
  return pattern;
}

/** Sets with more ranges than this are worth a shorter form for ASCII texts. */
const MANY_RANGES = 64;

/** Whether a pattern has sets so large that ASCII texts deserve a form of their own. */
export function needsAsciiForm(root: RegexNode): boolean {
  return someNode(
    root,
    (node) =>
      (node.kind === 'set' && node.set !== CharSet.all && node.set.ranges.length > MANY_RANGES * 2) ||
      (node.kind === 'anchor' && /boundary/i.test(node.anchor)),
  );
}
