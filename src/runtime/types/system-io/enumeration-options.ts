import { EnumValue } from '../../values/enum-value.ts';
import { NetObject } from '../../values/net-object.ts';
import { defineType, type PropertyFunctions } from '../define-type.ts';
import { outOfRange } from '../net-error.ts';
import { FileAttributes } from './file-enums.ts';

/** How a folder is listed: System.IO.EnumerationOptions and what the older overloads mean. */
export interface ListingOptions {
  /** How many levels below the folder are listed too. */
  readonly depth: number;
  /** Attributes (FileAttributes bits) of what is left out. */
  readonly skipped: number;
  readonly ignoreCase: boolean;
  /** The pattern is read as the file commands of Windows do: `*.*` is everything, `?` may stand for nothing. */
  readonly isLoose: boolean;
  /** Folders that cannot be read are left out instead of failing. */
  readonly ignoreInaccessible: boolean;
}

const unlimited = 2_147_483_647;

/** The options of the overloads with a SearchOption. */
export function searchOptions(option?: EnumValue): ListingOptions {
  const depth = option?.value === 1 ? unlimited : 0;
  return { depth, skipped: 0, ignoreCase: false, isLoose: true, ignoreInaccessible: false };
}

/** System.IO.EnumerationOptions */
export class EnumerationOptions extends NetObject {
  attributesToSkip: number = FileAttributes.Hidden | FileAttributes.System;
  bufferSize = 0;
  ignoreInaccessible = true;
  matchCasing = 0;
  matchType = 0;
  maxRecursionDepth = unlimited;
  recurseSubdirectories = false;
  returnSpecialDirectories = false;

  toListing(): ListingOptions {
    return {
      depth: this.recurseSubdirectories ? this.maxRecursionDepth : 0,
      skipped: this.attributesToSkip,
      ignoreCase: this.matchCasing === 2,
      isLoose: this.matchType === 1,
      ignoreInaccessible: this.ignoreInaccessible,
    };
  }
}

type Key = Exclude<keyof EnumerationOptions, keyof NetObject | 'toListing'>;

function option(key: Key, isValid: (value: number) => boolean = () => true): PropertyFunctions {
  return {
    get: (self: EnumerationOptions) => self[key],
    set(self: EnumerationOptions, value: EnumValue | number | boolean) {
      const plain = value instanceof EnumValue ? Number(value.value) : value;
      if (typeof plain === 'number' && !isValid(plain)) throw outOfRange('value');
      Object.assign(self, { [key]: plain });
    },
  };
}

/** The options of listing a folder, with their enums. */
export const enumerationTypes = [
  defineType({
    name: 'System.IO.MatchCasing',
    kind: 'enum',
    enumValues: new Map(Object.entries({ PlatformDefault: 0, CaseSensitive: 1, CaseInsensitive: 2 })),
  }),
  defineType({
    name: 'System.IO.MatchType',
    kind: 'enum',
    enumValues: new Map(Object.entries({ Simple: 0, Win32: 1 })),
  }),
  defineType({
    name: 'System.IO.EnumerationOptions',
    jsClass: EnumerationOptions,
    members: {
      'new()': () => new EnumerationOptions(),
      'prop AttributesToSkip FileAttributes get set': option('attributesToSkip'),
      'prop BufferSize int get set': option('bufferSize'),
      'prop IgnoreInaccessible bool get set': option('ignoreInaccessible'),
      'prop MatchCasing MatchCasing get set': option('matchCasing'),
      'prop MatchType MatchType get set': option('matchType'),
      'prop MaxRecursionDepth int get set': option('maxRecursionDepth', (depth) => depth >= 0),
      'prop RecurseSubdirectories bool get set': option('recurseSubdirectories'),
      'prop ReturnSpecialDirectories bool get set': option('returnSpecialDirectories'),
    },
  }),
];
