import { type Argument, namedArgument, parameterArgument, positionalArgument } from '../runtime/commands/argument.ts';

const literals: Readonly<Record<string, boolean>> = { $true: true, $false: false };

/**
 * The words after `-File script` as arguments: `-Name` and `-Name:value` name parameters, everything else is a string.
 * `$true` and `$false` after a colon are booleans, so that switches can be given a value.
 */
export function argumentsOfWords(words: readonly string[]): readonly Argument[] {
  return words.map((word) => {
    const match = /^[-–—―]([A-Za-z_?][^:]*)(?::(.*))?$/s.exec(word);
    if (!match) return positionalArgument(word);
    const [, name = '', value] = match;
    if (value === undefined) return parameterArgument(name);
    return namedArgument(name, literals[value.toLowerCase()] ?? value);
  });
}
