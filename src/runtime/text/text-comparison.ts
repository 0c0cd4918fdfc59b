/**
 * Comparison of texts as the operators do it: by the invariant culture's collation (ICU's root order), so that 'a'
 * comes before 'B', accents count, composed and decomposed letters are equal, and invisible characters do not count
 * (about_Comparison_Operators; .NET, CompareInfo.Compare).
 */

/** Printable ASCII, blanks included: there equality is that of the letters alone. */
const plain = /^[\t\n\v\f\r -~]*$/u;

/** Whether two texts are equal; `ignoreCase` as in -eq, otherwise as in -ceq. */
export function equalText(a: string, b: string, ignoreCase: boolean): boolean {
  if (a === b) return true;
  if (plain.test(a) && plain.test(b)) {
    return ignoreCase && a.length === b.length && a.toLowerCase() === b.toLowerCase();
  }
  return collatorOf(ignoreCase).compare(a, b) === 0;
}

/** -1, 0 or 1 as `a` sorts before, with or after `b`; at equal letters lower case comes first unless it is ignored. */
export function compareText(a: string, b: string, ignoreCase: boolean): number {
  return a === b ? 0 : Math.sign(collatorOf(ignoreCase).compare(a, b));
}

let ignoringCase: Intl.Collator | undefined;
let withCase: Intl.Collator | undefined;

function collatorOf(ignoreCase: boolean): Intl.Collator {
  // English has the root collation; the root itself ('und') would mean the host's default.
  if (ignoreCase) return (ignoringCase ??= new Intl.Collator('en', { sensitivity: 'accent', caseFirst: 'false' }));
  return (withCase ??= new Intl.Collator('en', { sensitivity: 'variant', caseFirst: 'false' }));
}
