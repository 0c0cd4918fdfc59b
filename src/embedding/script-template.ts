/** A script with its values beside it: what the `ps` tag makes. The values travel as variables, never as text. */
export interface ScriptTemplate {
  readonly text: string;
  /** Values by variable name. */
  readonly variables: ReadonlyMap<string, unknown>;
}

/** Prefix of the variables that carry a template's values. */
const variablePrefix = '__ps';

/**
 * Makes a script from a template literal. What stands in `${…}` becomes the value of a variable in the script, so that
 * no text in it is ever read as code.
 *
 * @example engine.run(ps`Get-Order -Id ${id} | Where-Object Total -gt ${limit}`)
 */
export function ps(strings: TemplateStringsArray, ...values: readonly unknown[]): ScriptTemplate {
  const variables = new Map<string, unknown>();
  let text = strings.raw[0] ?? '';
  values.forEach((value, i) => {
    const name = `${variablePrefix}${i}`;
    variables.set(name, value);
    text += `\${${name}}${strings.raw[i + 1] ?? ''}`;
  });
  return { text, variables };
}

/**
 * Quotes text as one PowerShell argument: the literal string with that very value.
 *
 * @example quoteArgument("it's") // 'it''s' between single quotes
 */
export function quoteArgument(text: string): string {
  return `'${text.replaceAll(/['‘’‚‛]/g, (quote) => quote + quote)}'`;
}
