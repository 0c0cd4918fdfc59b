import { characterEscape } from './pattern-escapes.ts';
import { PatternReader } from './pattern-reader.ts';

const NAMED: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\f': '\\f', '\r': '\\r' };

/** Regex.Escape: the text as a pattern that matches it; `]` and `}` need no escape and get none. */
export function escapeRegex(text: string): string {
  return text.replace(/[\t\n\f\r #$()*+.?[\\^{|]/g, (char) => NAMED[char] ?? `\\${char}`);
}

/** Regex.Unescape: every escape resolved; a RegexParseFailure for one that is none. A last backslash is dropped. */
export function unescapeRegex(text: string): string {
  const reader = new PatternReader(text, 0);
  let result = '';
  while (!reader.atEnd) {
    const char = reader.take();
    if (char !== '\\') {
      result += char;
      continue;
    }
    if (reader.atEnd) break;
    result += String.fromCharCode(characterEscape(reader));
  }
  return result;
}
