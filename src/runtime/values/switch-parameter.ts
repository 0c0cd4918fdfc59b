/** `[switch]`: System.Management.Automation.SwitchParameter. Two instances exist, so values compare by identity. */
export class SwitchParameter {
  readonly isPresent: boolean;

  private constructor(isPresent: boolean) {
    this.isPresent = isPresent;
  }

  static readonly present = new SwitchParameter(true);
  static readonly absent = new SwitchParameter(false);

  static of(isPresent: boolean): SwitchParameter {
    return isPresent ? SwitchParameter.present : SwitchParameter.absent;
  }

  toString(): string {
    return this.isPresent ? 'True' : 'False';
  }
}
