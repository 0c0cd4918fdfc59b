import type { EngineContext } from '../../engine.ts';
import { NetException } from '../../errors/net-exception.ts';
import { andThen, type Eventually, type PSValue } from '../../values/ps-value.ts';
import type { MemberTable } from '../define-type.ts';
import { argumentNull, badArgument, outOfRange } from '../net-error.ts';
import { comparisonOf } from '../sequence.ts';

type Text = string | null;

/** What is out of range, by the end of the method's name: the order of the value and the other one. */
const limits: Readonly<Record<string, (order: number) => boolean>> = {
  Equal: (order) => order === 0,
  GreaterThan: (order) => order > 0,
  GreaterThanOrEqual: (order) => order >= 0,
  LessThan: (order) => order < 0,
  LessThanOrEqual: (order) => order <= 0,
  NotEqual: (order) => order !== 0,
};

const signs: Readonly<Record<string, (order: number) => boolean>> = {
  Negative: (order) => order < 0,
  NegativeOrZero: (order) => order <= 0,
  Zero: (order) => order === 0,
};

function refuse(value: PSValue, name: Text): never {
  const error = outOfRange(name ?? '');
  error.properties.set('ActualValue', value);
  throw error;
}

function rangeHelpers(): MemberTable {
  const members: Record<string, MemberTable[string]> = {};
  for (const [end, isOut] of Object.entries(limits))
    members[`static ThrowIf${end}<T>(T value, T other, string paramName) void`] = function (
      this: EngineContext,
      value: PSValue,
      other: PSValue,
      name: Text,
    ): Eventually<undefined> {
      return andThen(comparisonOf(this, null)(value, other), (order) =>
        isOut(order) ? refuse(value, name) : undefined,
      );
    };
  for (const [end, isOut] of Object.entries(signs))
    members[`static ThrowIf${end}<T>(T value, string paramName) void`] = (value: PSValue, name: Text) => {
      if (isOut(Number(value))) refuse(value, name);
    };
  return members;
}

/** The static `ThrowIf…` methods, by the exception that has them. */
export const throwHelpers: Readonly<Record<string, MemberTable>> = {
  'System.ArgumentException': {
    'static ThrowIfNullOrEmpty(string argument, string paramName) void': (text: Text, name: Text) => {
      if (text === null) throw argumentNull(name ?? '');
      if (text === '') throw badArgument('The text must not be empty.', name ?? '');
    },
    'static ThrowIfNullOrWhiteSpace(string argument, string paramName) void': (text: Text, name: Text) => {
      if (text === null) throw argumentNull(name ?? '');
      if (text.trim() === '') throw badArgument('The text must not be empty or white space.', name ?? '');
    },
  },
  'System.ArgumentNullException': {
    'static ThrowIfNull(object argument, string paramName) void': (value: PSValue, name: Text) => {
      if (value === null || value === undefined) throw argumentNull(name ?? '');
    },
  },
  'System.ArgumentOutOfRangeException': rangeHelpers(),
  'System.ObjectDisposedException': {
    'static ThrowIf(bool condition, object instance) void': (condition: boolean) => {
      if (condition) throw new NetException('System.ObjectDisposedException', 'The object has been disposed.');
    },
  },
};
