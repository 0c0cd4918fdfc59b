import { fail } from '../errors/terminating-error.ts';
import type { Regex } from '../regex/regex.ts';
import type { RegexMatch } from '../regex/regex-match.ts';
import { RegexParseFailure } from '../regex/regex-parse-failure.ts';
import { baseOf } from '../values/ps-object.ts';
import { andThen, type Eventually, type PSValue } from '../values/ps-value.ts';
import { regexOf } from './match.ts';
import { elementsOf, textOf } from './text-operand.ts';
import type { TextOperatorServices } from './text-operator-services.ts';

/**
 * `left -replace pattern, replacement` (about_Comparison_Operators): every match in the text replaced; a collection
 * gives an array of the texts of all its elements. A script block as the replacement runs for each match; then a
 * promise may come out.
 */
export function replace(
  left: PSValue,
  right: PSValue,
  ignoreCase: boolean,
  services: TextOperatorServices,
): Eventually<PSValue> {
  const [pattern, replacement] = operands(right, services);
  const change = changer(patternOf(pattern, ignoreCase, services), replacement, services);
  const elements = elementsOf(left, services);
  if (elements === undefined) return change(textOf(left, services));
  const texts = Array.from(elements, (element) => textOf(element, services));
  return changeAll(texts, change);
}

/** Pattern and replacement out of the right operand; both may be left out. */
function operands(right: PSValue, services: TextOperatorServices): readonly [PSValue, PSValue] {
  const elements = elementsOf(right, services);
  if (elements === undefined) return [right, ''];
  const list = [...elements];
  if (list.length > 2) {
    throw fail({
      id: 'BadReplaceArgument',
      category: 'InvalidOperation',
      message: `-replace takes a pattern and a replacement, but it was given ${list.length} values.`,
      target: right,
    });
  }
  const [pattern = '', replacement = ''] = list.map((item) => item ?? null);
  return [pattern, replacement];
}

function patternOf(pattern: PSValue, ignoreCase: boolean, services: TextOperatorServices): Regex {
  try {
    return regexOf(pattern, ignoreCase, services);
  } catch (error) {
    if (!(error instanceof RegexParseFailure)) throw error;
    throw fail({
      id: 'InvalidRegularExpression',
      category: 'InvalidOperation',
      message: error.message,
      inner: error,
      target: pattern,
    });
  }
}

/** What is done to each text. */
function changer(
  regex: Regex,
  replacement: PSValue,
  services: TextOperatorServices,
): (text: string) => Eventually<string> {
  const evaluate = typeof replacement === 'string' ? undefined : services.evaluatorOf(baseOf(replacement));
  if (evaluate !== undefined) {
    const toText = (match: RegexMatch): Eventually<string> =>
      andThen(evaluate(match), (value) => textOf(value, services));
    return (text) => checked(regex.replaceWith(text, toText, -1, undefined, services.regexRun), services);
  }
  const by = textOf(replacement, services);
  return (text) => checked(regex.replace(text, by, -1, undefined, services.regexRun), services);
}

function checked(text: Eventually<string>, services: TextOperatorServices): Eventually<string> {
  if (typeof text === 'string') services.limits.checkString(text.length);
  return text;
}

function changeAll(texts: readonly string[], change: (text: string) => Eventually<string>): Eventually<PSValue> {
  const result: PSValue[] = [];
  const goOn = (from: number): Eventually<PSValue> => {
    for (let i = from; i < texts.length; i++) {
      const changed = change(texts[i] ?? '');
      if (changed instanceof Promise) {
        return changed.then((text) => {
          result.push(text);
          return goOn(i + 1);
        });
      }
      result.push(changed);
    }
    return result;
  };
  return goOn(0);
}
