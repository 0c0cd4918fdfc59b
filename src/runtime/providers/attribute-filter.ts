import { fail } from '../errors/terminating-error.ts';
import { FileAttributes } from '../types/system-io/file-enums.ts';
import { NetObject } from '../values/net-object.ts';

/** One attribute of an expression: it must be there, or with `isNot` must not. */
interface Term {
  readonly bit: number;
  readonly isNot: boolean;
}

/**
 * FlagsExpression[FileAttributes] (about_… Get-ChildItem -Attributes): names of attributes joined with `+` for and, `,`
 * for or, `!` for not.
 */
export class AttributeFilter extends NetObject {
  readonly text: string;
  /** Any of these, each all of its terms. */
  readonly #alternatives: readonly (readonly Term[])[];

  /** @throws TerminatingError for names that are no attributes and for operators at the wrong place */
  constructor(text: string) {
    super();
    this.text = text;
    this.#alternatives = text.split(',').map((group) => group.split('+').map((term) => termOf(term.trim(), text)));
  }

  evaluate(attributes: number): boolean {
    return this.#alternatives.some((terms) =>
      terms.every(({ bit, isNot }) => ((attributes & bit) === bit) !== isNot || (bit === 0 && !isNot)),
    );
  }

  /** Whether the expression speaks of an attribute at all. */
  mentions(bit: number): boolean {
    return this.#alternatives.some((terms) => terms.some((term) => term.bit === bit));
  }

  override toString(): string {
    return this.text;
  }
}

function termOf(term: string, whole: string): Term {
  const isNot = term.startsWith('!');
  const name = isNot ? term.slice(1).trim() : term;
  const wanted = name.toLowerCase();
  const known: readonly (readonly [string, number])[] = Object.entries(FileAttributes);
  const exact = known.find(([attribute]) => attribute.toLowerCase() === wanted);
  const matches = exact
    ? [exact]
    : known.filter(([attribute]) => wanted !== '' && attribute.toLowerCase().startsWith(wanted));
  const [found] = matches;
  if (found && matches.length === 1) return { bit: found[1], isNot };
  const id =
    name === '' ? 'NoIdentifierGroupInExpression' : matches.length > 1 ? 'EnumMatchAmbiguous' : 'NoEnumNameMatch';
  throw fail({
    id,
    category: 'InvalidData',
    exceptionType: 'System.Management.Automation.RuntimeException',
    message:
      name === ''
        ? `"${whole}" has an operator where the name of an attribute is missing.`
        : `"${name}" is no attribute of files; there are ${known.map(([attribute]) => attribute).join(', ')}.`,
  });
}
