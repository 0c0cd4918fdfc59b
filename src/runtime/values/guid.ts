/** System.Guid, held as its canonical lower-case text (32 digits, four hyphens); immutable. */
export class Guid {
  /** The "D" form: `00112233-4455-6677-8899-aabbccddeeff`. */
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}
