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

/** System.Reflection.AssemblyName: the parts of an assembly's full name. */
export class AssemblyName extends NetObject {
  readonly fullName: string;

  constructor(fullName: string) {
    super();
    this.fullName = fullName;
  }

  get name(): string {
    return this.fullName.split(',')[0] ?? '';
  }

  /** What stands behind `key=` in the full name. */
  part(key: 'Version' | 'Culture' | 'PublicKeyToken'): string | undefined {
    return new RegExp(`\\b${key}=([^,]+)`, 'i').exec(this.fullName)?.[1];
  }
}
