import { Regex } from '../../regex/regex.ts';
import type { RegexMatch } from '../../regex/regex-match.ts';
import { RegexOptions } from '../../regex/regex-options.ts';
import type { RegexRun } from '../../regex/regex-run.ts';
import type { MatchPlace } from '../../values/match-info.ts';

/** How lines are matched. */
export interface MatchSettings {
  readonly patterns: readonly string[];
  readonly simple: boolean;
  readonly caseSensitive: boolean;
  readonly all: boolean;
  readonly not: boolean;
}

/** What a line matched. */
export interface LineMatch {
  readonly pattern: string;
  readonly matches: readonly RegexMatch[];
  readonly places: readonly MatchPlace[];
}

/** Matches lines against the patterns of Select-String; the first pattern that fits counts. */
export class LineMatcher {
  readonly #settings: MatchSettings;
  readonly #regexes: readonly Regex[];
  readonly #run: RegexRun;

  /** @throws RegexParseFailure for a pattern that is wrong */
  constructor(settings: MatchSettings, run: RegexRun) {
    this.#settings = settings;
    this.#run = run;
    const options = settings.caseSensitive ? RegexOptions.None : RegexOptions.IgnoreCase;
    this.#regexes = settings.simple ? [] : settings.patterns.map((pattern) => Regex.get(pattern, options));
  }

  /** What the line matched; undefined when it is not one of those asked for. */
  match(line: string): LineMatch | undefined {
    const found = this.#settings.simple ? this.#simple(line) : this.#regular(line);
    if (!this.#settings.not) return found;
    return found ? undefined : { pattern: this.#settings.patterns[0] ?? '', matches: [], places: [] };
  }

  #simple(line: string): LineMatch | undefined {
    const { patterns, caseSensitive, all } = this.#settings;
    const text = caseSensitive ? line : line.toLowerCase();
    for (const pattern of patterns) {
      const wanted = caseSensitive ? pattern : pattern.toLowerCase();
      let at = text.indexOf(wanted);
      if (at < 0) continue;
      const places: MatchPlace[] = [];
      for (; at >= 0; at = all && wanted !== '' ? text.indexOf(wanted, at + wanted.length) : -1) {
        places.push({ index: at, length: wanted.length });
      }
      return { pattern, matches: [], places };
    }
    return undefined;
  }

  #regular(line: string): LineMatch | undefined {
    const { patterns, all } = this.#settings;
    for (const [i, regex] of this.#regexes.entries()) {
      const first = regex.match(line, undefined, this.#run);
      if (!first.success) continue;
      const matches: RegexMatch[] = [first];
      if (all) for (let next = first.nextMatch(); next.success; next = next.nextMatch()) matches.push(next);
      return { pattern: patterns[i] ?? '', matches, places: matches };
    }
    return undefined;
  }
}
