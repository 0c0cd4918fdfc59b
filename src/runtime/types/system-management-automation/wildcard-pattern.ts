import { NetException } from '../../errors/net-exception.ts';
import { escapeWildcard, unescapeWildcard, WildcardFailure, WildcardPattern } from '../../text/wildcard.ts';
import type { EnumValue } from '../../values/enum-value.ts';
import { defineEnum } from '../define-enum.ts';
import { defineType, type TypeSpec } from '../define-type.ts';
import { argumentNull } from '../net-error.ts';

const IGNORE_CASE = 2;

function make(pattern: string | null, options: number): WildcardPattern {
  if (pattern === null) throw argumentNull('pattern');
  try {
    return new WildcardPattern(pattern, (options & IGNORE_CASE) !== 0);
  } catch (thrown) {
    if (!(thrown instanceof WildcardFailure)) throw thrown;
    throw new NetException(
      'System.Management.Automation.WildcardPatternException',
      `'${pattern}' is not a valid wildcard pattern.`,
    );
  }
}

function escape(pattern: string | null): string {
  if (pattern === null) throw argumentNull('pattern');
  return escapeWildcard(pattern);
}

function unescape(pattern: string | null): string {
  if (pattern === null) throw argumentNull('pattern');
  return unescapeWildcard(pattern);
}

/** WildcardPattern and WildcardOptions. */
export const wildcardTypes: readonly TypeSpec[] = [
  defineEnum('System.Management.Automation.WildcardOptions', 'None=0 Compiled=1 IgnoreCase=2 CultureInvariant=4', {
    flags: true,
  }),
  defineType({
    name: 'System.Management.Automation.WildcardPattern',
    jsClass: WildcardPattern,
    members: {
      'new(string pattern)': (pattern: string | null) => make(pattern, 0),
      'new(string pattern, WildcardOptions options)': (pattern: string | null, options: EnumValue) =>
        make(pattern, Number(options.value)),
      'static ContainsWildcardCharacters(string pattern) bool': (pattern: string | null) =>
        pattern !== null && /[*?[]/.test(pattern.replace(/`./g, '')),
      'static Escape(string pattern) string': escape,
      'static Get(string pattern, WildcardOptions options) WildcardPattern': (
        pattern: string | null,
        options: EnumValue,
      ) => make(pattern, Number(options.value)),
      'static Unescape(string pattern) string': unescape,
      'IsMatch(string input) bool': (w: WildcardPattern, input: string | null) => input !== null && w.isMatch(input),
      'ToWql() string': (w: WildcardPattern) =>
        w.pattern.replaceAll('%', '[%]').replaceAll('_', '[_]').replaceAll('*', '%').replaceAll('?', '_'),
    },
  }),
];
