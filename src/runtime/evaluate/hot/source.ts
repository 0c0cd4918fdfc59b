/** Whether this host lets a program make functions from text; asked once. */
let allowed: boolean | undefined;

/** Whether hot code can be made at all: a host may forbid code from strings (a content security policy, a Node flag). */
export function mayGenerate(): boolean {
  if (allowed === undefined) {
    try {
      allowed = new Function('return true')() === true;
    } catch {
      allowed = false;
    }
  }
  return allowed;
}

/** Longest text worth making a function of: V8 does not optimise functions whose bytecode is much larger. */
const longest = 60_000;

/**
 * The text of a JavaScript function while it is written. Nothing of a script's own text ever stands in it: values go in
 * as constants under made-up names.
 */
export class Source {
  readonly #lines: string[] = [];
  readonly #constants: unknown[] = [];
  readonly #known = new Map<unknown, string>();
  #names = 0;

  /** Adds a line. */
  line(text: string): void {
    this.#lines.push(text);
  }

  /** A name that nothing else has. */
  name(prefix: string): string {
    return `${prefix}${this.#names++}`;
  }

  /** The name under which the code finds a value. */
  constant(value: unknown): string {
    let name = this.#known.get(value);
    if (name === undefined) {
      name = `k${this.#constants.length}`;
      this.#constants.push(value);
      this.#known.set(value, name);
    }
    return name;
  }

  /**
   * Makes the function; undefined when its text is too long.
   *
   * @param parameters its parameters, as written between the parentheses
   * @param support what the code may call, by name
   * @param head lines that go before all others
   * @param marks what stands for lines that are known only now, as `spill` for the line `#spill`
   * @param typed whether the lines that begin with `?` belong in
   */
  compile(
    parameters: string,
    support: Readonly<Record<string, unknown>>,
    head: string,
    marks: Readonly<Record<string, string>>,
    typed: boolean,
  ): unknown {
    const lines = this.#lines.map((line) => {
      if (line.startsWith('#')) return marks[line.slice(1)] ?? '';
      if (line.startsWith('?')) return typed ? line.slice(1) : '';
      return line;
    });
    const body = [head, ...lines].join('\n');
    if (body.length > longest) return undefined;
    const constants = this.#constants.map((_, i) => `k${i} = k[${i}]`);
    const names = `const { ${Object.keys(support).join(', ')} } = $s;\nconst ${['$k = 0', ...constants].join(', ')};`;
    const make = new Function('$s', 'k', `'use strict';\n${names}\nreturn function (${parameters}) {\n${body}\n};`);
    return make(support, this.#constants);
  }
}
