import type { EngineContext } from '../../engine.ts';
import { Char } from '../../values/char.ts';
import { toDouble } from '../../values/double.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { Single } from '../../values/single.ts';
import { StringBuilder } from '../../values/string-builder.ts';
import type { TypedArray } from '../../values/typed-array.ts';
import { formatComposite } from '../composite-format.ts';
import { defineType, type MemberTable } from '../define-type.ts';
import { cultureName } from '../format-provider.ts';
import { argumentNull, badArgument, outOfRange } from '../net-error.ts';
import { itemsOf, writeItems } from '../sequence.ts';
import { typeSystemOf } from '../type-system.ts';

type Text = string | null;
type Builder = StringBuilder;

/** Strings longer than this are reported to the budget before they are made. */
const LARGE = 65_536;

function append(engine: EngineContext, self: Builder, text: string): Builder {
  const length = self.text.length + text.length;
  if (length > LARGE) engine.budget.checkString(length);
  if (length > self.maxCapacity) throw outOfRange('valueCount', 'The text would be longer than the maximum capacity.');
  return self.append(text);
}

function charsOf(array: PSValue): string {
  return array === null
    ? ''
    : itemsOf(array)
        .map((c) => (c instanceof Char ? c.text : ''))
        .join('');
}

function piece(text: string, start: number, count: number, startName = 'startIndex', countName = 'count'): string {
  if (start < 0 || start > text.length) throw outOfRange(startName);
  if (count < 0 || start + count > text.length) throw outOfRange(countName);
  return text.slice(start, start + count);
}

function repeated(engine: EngineContext, text: string, count: number): string {
  if (count < 0) throw outOfRange('repeatCount', 'The count must not be negative.');
  if (text.length * count > LARGE) engine.budget.checkString(text.length * count);
  return text.repeat(count);
}

function insert(engine: EngineContext, self: Builder, index: number, text: string): Builder {
  if (index < 0 || index > self.text.length) throw outOfRange('index');
  const length = self.text.length + text.length;
  if (length > LARGE) engine.budget.checkString(length);
  return self.replace(self.text.slice(0, index) + text + self.text.slice(index));
}

/** Value types whose text is `ToString()` in the current culture; how an argument becomes that value again. */
const written: Readonly<Record<string, (value: PSValue) => PSValue>> = {
  short: same,
  int: same,
  long: same,
  float: (v) => (typeof v === 'number' ? Single.of(v) : v),
  double: (v) => (typeof v === 'number' ? toDouble(v) : v),
  decimal: same,
  sbyte: same,
  ushort: same,
  ulong: same,
  object: same,
  uint: same,
  byte: same,
  bool: same,
  char: same,
};

function same(value: PSValue): PSValue {
  return value;
}

const textOf = (engine: EngineContext, value: PSValue): string => {
  if (value instanceof Char) return value.text;
  return typeof value === 'string' ? value : typeSystemOf(engine).netText(value);
};

/** Append and Insert of every value type, which look alike. */
function valueMembers(): MemberTable {
  const table: Record<string, MemberTable[string]> = {};
  for (const [type, back] of Object.entries(written)) {
    table[`Append(${type} value) StringBuilder`] = function (this: EngineContext, self: Builder, value) {
      return append(this, self, textOf(this, back(value)));
    };
    table[`Insert(int index, ${type} value) StringBuilder`] = function (
      this: EngineContext,
      self: Builder,
      index: number,
      value,
    ) {
      return insert(this, self, index, textOf(this, back(value)));
    };
  }
  return table;
}

function format(
  engine: EngineContext,
  self: Builder,
  provider: PSValue,
  text: Text,
  args: readonly PSValue[],
): Builder {
  if (text === null) throw argumentNull('format');
  return append(engine, self, formatComposite(engine, text, args, cultureName(engine, provider)));
}

function formatMembers(): MemberTable {
  const table: Record<string, MemberTable[string]> = {};
  for (const args of ['object arg0', 'object arg0, object arg1', 'object arg0, object arg1, object arg2']) {
    table[`AppendFormat(string format, ${args}) StringBuilder`] = function (
      this: EngineContext,
      self: Builder,
      text: Text,
      ...values
    ) {
      return format(this, self, null, text, values);
    };
    table[`AppendFormat(IFormatProvider provider, string format, ${args}) StringBuilder`] = function (
      this: EngineContext,
      self: Builder,
      provider,
      text: Text,
      ...values
    ) {
      return format(this, self, provider, text, values);
    };
  }
  table['AppendFormat(string format, params object[] args) StringBuilder'] = function (
    this: EngineContext,
    self: Builder,
    text: Text,
    values,
  ) {
    return format(this, self, null, text, itemsOf(values, 'args'));
  };
  table['AppendFormat(IFormatProvider provider, string format, params object[] args) StringBuilder'] = function (
    this: EngineContext,
    self: Builder,
    provider,
    text: Text,
    values,
  ) {
    return format(this, self, provider, text, itemsOf(values, 'args'));
  };
  return table;
}

function joinMembers(): MemberTable {
  const table: Record<string, MemberTable[string]> = {};
  for (const separator of ['char', 'string']) {
    for (const values of [
      '(S, params string[] values)',
      '<T>(S, IEnumerable<T> values)',
      '(S, params object[] values)',
    ]) {
      table[`AppendJoin${values.replace('S', `${separator} separator`)} StringBuilder`] = function (
        this: EngineContext,
        self: Builder,
        between,
        items,
      ) {
        const texts = itemsOf(items, 'values').map((item) => (item === null ? '' : textOf(this, item)));
        return append(this, self, texts.join(textOf(this, between ?? '')));
      };
    }
  }
  return table;
}

function replaceText(
  self: Builder,
  old: Text,
  text: Text,
  start = 0,
  count: number = self.text.length - start,
): Builder {
  if (old === null) throw argumentNull('oldValue');
  if (old === '') throw badArgument('The text to replace must not be empty.', 'oldValue');
  const middle = piece(self.text, start, count);
  return self.replace(
    self.text.slice(0, start) + middle.replaceAll(old, () => text ?? '') + self.text.slice(start + count),
  );
}

function setLength(self: Builder, length: number): void {
  if (length < 0 || length > self.maxCapacity) throw outOfRange('value');
  self.replace(length <= self.text.length ? self.text.slice(0, length) : self.text.padEnd(length, '\0'));
}

/** System.Text.StringBuilder */
export const stringBuilderType = defineType({
  name: 'System.Text.StringBuilder',
  jsClass: StringBuilder,
  isSealed: true,
  interfaces: 'System.Runtime.Serialization.ISerializable',
  members: {
    'new()': () => new StringBuilder(),
    'new(int capacity)': (capacity: number) => {
      if (capacity < 0) throw outOfRange('capacity');
      return new StringBuilder('', capacity);
    },
    'new(string value)': (text: Text) => new StringBuilder(text ?? ''),
    'new(string value, int capacity)': (text: Text, capacity: number) => {
      if (capacity < 0) throw outOfRange('capacity');
      return new StringBuilder(text ?? '', capacity);
    },
    'new(string value, int startIndex, int length, int capacity)': (
      text: Text,
      start: number,
      length: number,
      capacity: number,
    ) => new StringBuilder(piece(text ?? '', start, length, 'startIndex', 'length'), capacity),
    'new(int capacity, int maxCapacity)': (capacity: number, max: number) => {
      if (max < 1) throw outOfRange('maxCapacity');
      if (capacity < 0 || capacity > max) throw outOfRange('capacity');
      return new StringBuilder('', capacity, max);
    },
    'prop Capacity int get set': {
      get: (self: Builder) => self.capacity,
      set: (self: Builder, capacity: number) => {
        if (capacity < self.text.length || capacity > self.maxCapacity) throw outOfRange('value');
        self.capacity = capacity;
      },
    },
    'prop Chars[int] char get set': {
      get: (self: Builder, index: number) => {
        if (index < 0 || index >= self.text.length) throw outOfRange('index');
        return Char.of(self.text.charCodeAt(index));
      },
      set: (self: Builder, index: number, char: Char) => {
        if (index < 0 || index >= self.text.length) throw outOfRange('index');
        self.text = self.text.slice(0, index) + char.text + self.text.slice(index + 1);
      },
    },
    'prop Length int get set': { get: (self: Builder) => self.text.length, set: setLength },
    'prop MaxCapacity int get': (self: Builder) => self.maxCapacity,
    'Append(string value) StringBuilder'(self: Builder, text: Text) {
      return append(this, self, text ?? '');
    },
    ...valueMembers(),
    'Append(char[] value) StringBuilder'(self: Builder, chars) {
      return append(this, self, charsOf(chars));
    },
    'Append(char[] value, int startIndex, int charCount) StringBuilder'(
      self: Builder,
      chars,
      start: number,
      count: number,
    ) {
      return append(this, self, piece(charsOf(chars), start, count, 'startIndex', 'charCount'));
    },
    'Append(StringBuilder value, int startIndex, int count) StringBuilder'(
      self: Builder,
      other: Builder | null,
      start: number,
      count: number,
    ) {
      return append(this, self, piece(other?.text ?? '', start, count));
    },
    'Append(StringBuilder value) StringBuilder'(self: Builder, other: Builder | null) {
      return append(this, self, other?.text ?? '');
    },
    'Append(string value, int startIndex, int count) StringBuilder'(
      self: Builder,
      text: Text,
      start: number,
      count: number,
    ) {
      return append(this, self, piece(text ?? '', start, count));
    },
    'Append(char value, int repeatCount) StringBuilder'(self: Builder, char: Char, count: number) {
      return append(this, self, repeated(this, char.text, count));
    },
    ...formatMembers(),
    ...joinMembers(),
    'AppendLine() StringBuilder'(self: Builder) {
      return append(this, self, '\n');
    },
    'AppendLine(string value) StringBuilder'(self: Builder, text: Text) {
      return append(this, self, `${text ?? ''}\n`);
    },
    'Clear() StringBuilder': (self: Builder) => {
      self.text = '';
      return self;
    },
    'CopyTo(int sourceIndex, char[] destination, int destinationIndex, int count) void': (
      self: Builder,
      start: number,
      target: TypedArray | null,
      at: number,
      count: number,
    ) => {
      if (!target) throw argumentNull('destination');
      if (at < 0 || at + count > target.length) throw badArgument('The destination is too short.');
      const text = piece(self.text, start, count, 'sourceIndex');
      writeItems(
        target,
        text.split('').map((c) => Char.from(c)),
        at,
      );
    },
    'EnsureCapacity(int capacity) int': (self: Builder, capacity: number) => {
      if (capacity < 0) throw outOfRange('capacity');
      self.capacity = Math.max(self.capacity, capacity);
      return self.capacity;
    },
    'Equals(StringBuilder sb) bool': (self: Builder, other: Builder | null) =>
      other !== null &&
      self.text === other.text &&
      self.capacity === other.capacity &&
      self.maxCapacity === other.maxCapacity,
    'Insert(int index, string value, int count) StringBuilder'(
      self: Builder,
      index: number,
      text: Text,
      count: number,
    ) {
      return insert(this, self, index, repeated(this, text ?? '', count));
    },
    'Insert(int index, string value) StringBuilder'(self: Builder, index: number, text: Text) {
      return insert(this, self, index, text ?? '');
    },
    'Insert(int index, char[] value, int startIndex, int charCount) StringBuilder'(
      self: Builder,
      index: number,
      chars,
      start: number,
      count: number,
    ) {
      return insert(this, self, index, piece(charsOf(chars), start, count, 'startIndex', 'charCount'));
    },
    'Insert(int index, char[] value) StringBuilder'(self: Builder, index: number, chars) {
      return insert(this, self, index, charsOf(chars));
    },
    'Remove(int startIndex, int length) StringBuilder': (self: Builder, start: number, length: number) => {
      piece(self.text, start, length, 'startIndex', 'length');
      self.text = self.text.slice(0, start) + self.text.slice(start + length);
      return self;
    },
    'Replace(string oldValue, string newValue) StringBuilder': (self: Builder, old: Text, text: Text) =>
      replaceText(self, old, text),
    'Replace(string oldValue, string newValue, int startIndex, int count) StringBuilder': replaceText,
    'Replace(char oldChar, char newChar) StringBuilder': (self: Builder, old: Char, text: Char) =>
      replaceText(self, old.text, text.text),
    'Replace(char oldChar, char newChar, int startIndex, int count) StringBuilder': (
      self: Builder,
      old: Char,
      text: Char,
      start: number,
      count: number,
    ) => replaceText(self, old.text, text.text, start, count),
    'ToString(int startIndex, int length) string': (self: Builder, start: number, length: number) =>
      piece(self.text, start, length, 'startIndex', 'length'),
    'ToString() string': (self: Builder) => self.text,
  },
});
