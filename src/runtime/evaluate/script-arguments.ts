import type { Argument } from '../commands/argument.ts';
import { PSObject } from '../values/ps-object.ts';
import type { PSValue } from '../values/ps-value.ts';

/** Note on a text in `$args` that was a parameter name, so that `@args` passes it on as one. */
export const parameterNameNote = '<CommandParameterName>';

/** What a simple function finds in `$args`: names as `-name` texts that remember that they are names. */
export function argumentsLeft(leftovers: readonly Argument[]): PSValue[] {
  const args: PSValue[] = [];
  for (const argument of leftovers) {
    if (argument.name !== undefined) {
      const text = new PSObject(`-${argument.name}${argument.colon ? ':' : ''}`);
      text.properties.set(parameterNameNote, argument.name);
      args.push(text);
    }
    if (argument.hasValue) args.push(argument.value ?? null);
  }
  return args;
}
