import { NetObject } from './net-object.ts';

/** System.Reflection.Assembly: just its name. */
export class Assembly extends NetObject {
  readonly fullName: string;

  private constructor(fullName: string) {
    super();
    this.fullName = fullName;
  }

  static of(fullName: string): Assembly {
    let found = known.get(fullName);
    if (!found) {
      found = new Assembly(fullName);
      known.set(fullName, found);
    }
    return found;
  }

  get simpleName(): string {
    return this.fullName.split(',')[0] ?? '';
  }
}

const known = new Map<string, Assembly>();
