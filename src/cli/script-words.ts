import { type Argument, namedArgument, parameterArgument, positionalArgument } from '../runtime/commands/argument.ts';

const literals: Readonly<Record<string, boolean>> = { $true: true, $false: false, true: true, false: false };

/**
 * The words after `-File script` as arguments: `-Name`, `-Name:value` and `-Name: value` name parameters, everything else
 * is a string. `$true`, `true` and their opposites behind a colon are booleans, so that switches can be given a value.
 */
export function argumentsOfWords(words: readonly string[]): readonly Argument[] {
  const list: Argument[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    const match = /^[-–—―]([A-Za-z_?][^:]*)(?::(.*))?$/s.exec(word);
    const [, name = '', value] = match ?? [];
    const next = words[i + 1];
    if (!match) list.push(positionalArgument(word));
    else if (value === undefined) list.push(parameterArgument(name));
    else if (value !== '' || next === undefined) list.push(namedArgument(name, literals[value.toLowerCase()] ?? value));
    else {
      list.push(namedArgument(name, next));
      i++;
    }
  }
  return list;
}
