import { fail } from '../errors/terminating-error.ts';
import { Regex, RegexOptions } from '../regex/regex.ts';
import { escapeRegex } from '../regex/regex-escape.ts';
import { baseOf } from '../values/ps-object.ts';
import { andThen, type Eventually, type PSValue } from '../values/ps-value.ts';
import { ScriptBlock } from '../values/script-block.ts';
import { splitByBlock } from './split-by-block.ts';
import { SplitOptions, splitOptionsOf } from './split-options.ts';
import { elementsOf, textOf } from './text-operand.ts';
import type { TextOperatorServices } from './text-operator-services.ts';

/** The regular expression option of each split option that has one. */
const REGEX_OPTIONS: readonly (readonly [split: number, regex: number])[] = [
  [SplitOptions.CultureInvariant, RegexOptions.CultureInvariant],
  [SplitOptions.IgnorePatternWhitespace, RegexOptions.IgnorePatternWhitespace],
  [SplitOptions.Multiline, RegexOptions.Multiline],
  [SplitOptions.Singleline, RegexOptions.Singleline],
  [SplitOptions.IgnoreCase, RegexOptions.IgnoreCase],
  [SplitOptions.ExplicitCapture, RegexOptions.ExplicitCapture],
];

/** The right operand of -split. */
interface Separator {
  readonly separator: PSValue;
  readonly limit: number;
  readonly options: number;
}

/**
 * `left -split separator[, limit[, options]]` (about_Split): the texts of the left operand cut at a pattern, or at the
 * characters for which a script block is true, into one `string[]`. A limit below 0 counts from the end.
 */
export function split(
  left: PSValue,
  right: PSValue,
  ignoreCase: boolean,
  services: TextOperatorServices,
): Eventually<PSValue> {
  const { separator, limit, options } = operands(right, ignoreCase, services);
  const texts = textsOf(left, services);
  const block = baseOf(separator);
  if (block instanceof ScriptBlock) {
    return andThen(splitByBlock(texts, block, limit, services), (pieces) => services.stringArray(pieces));
  }
  const regex = regexFor(textOf(separator, services), limit, options);
  return services.stringArray(cut(texts, regex, Math.abs(limit), services));
}

/** `-split text`: cut at white space, none at the ends. */
export function unarySplit(operand: PSValue, services: TextOperatorServices): PSValue {
  const texts = textsOf(operand, services).map((text) => text.trim());
  return services.stringArray(cut(texts, Regex.get('\\s+'), 0, services));
}

function textsOf(value: PSValue, services: TextOperatorServices): string[] {
  const elements = elementsOf(value, services);
  if (elements === undefined) return [textOf(value, services)];
  return Array.from(elements, (element) => textOf(element, services));
}

function cut(texts: readonly string[], regex: Regex, limit: number, services: TextOperatorServices): string[] {
  const pieces: string[] = [];
  for (const text of texts) {
    for (const piece of regex.split(text, limit, undefined, services.regexRun)) pieces.push(piece);
    services.limits.checkArray(pieces.length);
  }
  return pieces;
}

function operands(right: PSValue, ignoreCase: boolean, services: TextOperatorServices): Separator {
  const elements = elementsOf(right, services);
  const list = elements === undefined ? [right] : [...elements];
  if (list.length === 0) {
    throw fail({
      id: 'BadOperatorArgument',
      category: 'InvalidOperation',
      message: '-split needs a separator: a pattern or a script block.',
      target: right,
    });
  }
  const [separator = null, limit, given] = list;
  const chosen = given !== undefined && given !== null && given !== '';
  // The case of -isplit counts; only an empty text in place of the options takes it away.
  const implied = ignoreCase && given !== '' ? SplitOptions.IgnoreCase : 0;
  const options = (chosen ? splitOptionsOf(given, services) : 0) | implied;
  if (chosen && baseOf(separator) instanceof ScriptBlock) {
    throw parseError('InvalidSplitOptionWithPredicate', '-split takes no options together with a script block.');
  }
  return { separator, limit: list.length < 2 ? 0 : services.toInt(limit), options };
}

function regexFor(separator: string, limit: number, options: number): Regex {
  const simple = (options & SplitOptions.SimpleMatch) !== 0;
  if (simple && (options & ~(SplitOptions.SimpleMatch | SplitOptions.IgnoreCase)) !== 0) {
    throw parseError('InvalidSplitOptionCombination', 'SimpleMatch goes together with IgnoreCase only.');
  }
  let regexOptions: number = limit < 0 ? RegexOptions.RightToLeft : RegexOptions.None;
  for (const [split, regex] of REGEX_OPTIONS) if ((options & split) !== 0) regexOptions |= regex;
  return Regex.get(simple ? escapeRegex(separator) : separator, regexOptions);
}

function parseError(id: string, message: string) {
  return fail({
    id,
    category: 'ParserError',
    exceptionType: 'System.Management.Automation.ParseException',
    message,
  });
}
