/** CLIXML text that cannot be read; `position` is the offset in the text. */
export class ClixmlError extends Error {
  override readonly name = 'ClixmlError';
  readonly position: number;

  constructor(message: string, position: number) {
    super(`${message} (at character ${position} of the CLIXML text)`);
    this.position = position;
  }
}
