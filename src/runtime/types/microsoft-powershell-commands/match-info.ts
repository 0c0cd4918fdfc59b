import { INPUT_STREAM, MatchInfo, MatchInfoContext } from '../../values/match-info.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { TypedArray } from '../../values/typed-array.ts';
import { UInt64 } from '../../values/uint64.ts';
import { defineType, type PropertyFunctions, type TypeSpec } from '../define-type.ts';

const assembly = 'Microsoft.PowerShell.Commands.Utility';

const lines = (
  field: 'preContext' | 'postContext' | 'displayPreContext' | 'displayPostContext',
): PropertyFunctions => ({
  get: (self: MatchInfoContext) => [...self[field]],
  set: (self: MatchInfoContext, value: PSValue) => {
    self[field] = value instanceof TypedArray ? value.toArray().map(String) : [];
  },
});

const matchInfoContext = defineType({
  name: 'Microsoft.PowerShell.Commands.MatchInfoContext',
  jsClass: MatchInfoContext,
  isSealed: true,
  assembly,
  members: {
    'prop PreContext string[] get set': lines('preContext'),
    'prop PostContext string[] get set': lines('postContext'),
    'prop DisplayPreContext string[] get set': lines('displayPreContext'),
    'prop DisplayPostContext string[] get set': lines('displayPostContext'),
  },
});

const matchInfo = defineType({
  name: 'Microsoft.PowerShell.Commands.MatchInfo',
  jsClass: MatchInfo,
  assembly,
  members: {
    'new()': () => new MatchInfo(),
    'prop IgnoreCase bool get set': {
      get: (self: MatchInfo) => self.ignoreCase,
      set: (self: MatchInfo, value: boolean) => {
        self.ignoreCase = value;
      },
    },
    'prop LineNumber UInt64 get set': {
      get: (self: MatchInfo) => UInt64.of(BigInt(self.lineNumber)),
      set: (self: MatchInfo, value: UInt64) => {
        self.lineNumber = Number(value.value);
      },
    },
    'prop Line string get set': {
      get: (self: MatchInfo) => self.line,
      set: (self: MatchInfo, value: string | null) => {
        self.line = value ?? '';
      },
    },
    'prop Filename string get': (self: MatchInfo) => self.filename,
    'prop Path string get set': {
      get: (self: MatchInfo) => self.path ?? INPUT_STREAM,
      set: (self: MatchInfo, value: string | null) => {
        self.path = value ?? undefined;
      },
    },
    'prop Pattern string get set': {
      get: (self: MatchInfo) => self.pattern,
      set: (self: MatchInfo, value: string | null) => {
        self.pattern = value ?? '';
      },
    },
    'prop Context Microsoft.PowerShell.Commands.MatchInfoContext get set': {
      get: (self: MatchInfo) => self.context,
      set: (self: MatchInfo, value: MatchInfoContext | null) => {
        self.context = value;
      },
    },
    'prop Matches System.Text.RegularExpressions.Match[] get set': {
      get: (self: MatchInfo) => [...self.matches],
      set: (self: MatchInfo, value: PSValue) => {
        self.matches = value instanceof TypedArray ? value.toArray() : [];
      },
    },
    'RelativePath(string directory) string': (self: MatchInfo, directory: string | null) =>
      self.relativePath(directory ?? ''),
    'ToString() string': (self: MatchInfo) => self.text(null),
    'ToString(string directory) string': (self: MatchInfo, directory: string | null) => self.text(directory),
    'ToEmphasizedString(string directory) string': (self: MatchInfo, directory: string | null) =>
      self.emphasizedText(directory),
  },
});

/** What Select-String writes. */
export const matchInfoTypes: readonly TypeSpec[] = [matchInfo, matchInfoContext];
