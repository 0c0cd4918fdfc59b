import { NetDelegate } from '../../values/net-delegate.ts';
import { NetObject } from '../../values/net-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { defineType, type TypeSpec } from '../define-type.ts';
import { itemsOf } from '../sequence.ts';

/** System.EventArgs: says nothing. */
export class EventArgs extends NetObject {}

function numbered(count: number): string {
  return count === 1 ? 'T' : Array.from({ length: count }, (_, i) => `T${i + 1}`).join(', ');
}

function parameters(count: number): string {
  return count === 1 ? 'T arg' : Array.from({ length: count }, (_, i) => `T${i + 1} arg${i + 1}`).join(', ');
}

function families(): TypeSpec[] {
  const made = [
    defineType({ name: 'System.Action', kind: 'delegate', invoke: '() void' }),
    defineType({ name: 'System.Func<TResult>', kind: 'delegate', invoke: '() TResult' }),
  ];
  for (let n = 1; n <= 8; n++) {
    made.push(
      defineType({ name: `System.Action<${numbered(n)}>`, kind: 'delegate', invoke: `(${parameters(n)}) void` }),
    );
    made.push(
      defineType({
        name: `System.Func<${numbered(n)}, TResult>`,
        kind: 'delegate',
        invoke: `(${parameters(n)}) TResult`,
      }),
    );
  }
  return made;
}

/** System.Delegate, the Func and Action families and other delegates that scripts name. */
export const delegateTypes: readonly TypeSpec[] = [
  defineType({
    name: 'System.Delegate',
    isAbstract: true,
    jsClass: NetDelegate as never,
    interfaces: 'ICloneable, ISerializable',
    members: {
      'prop Target object get': (d: NetDelegate) => d.target,
      'DynamicInvoke(params object[] args) object': (d: NetDelegate, args: PSValue) =>
        d.invoke(args === null ? [] : itemsOf(args)),
    },
  }),
  defineType({ name: 'System.MulticastDelegate', base: 'System.Delegate', isAbstract: true }),
  ...families(),
  defineType({ name: 'System.Predicate<T>', kind: 'delegate', invoke: '(T obj) bool' }),
  defineType({ name: 'System.Comparison<T>', kind: 'delegate', invoke: '(T x, T y) int' }),
  defineType({ name: 'System.Converter<TInput, TOutput>', kind: 'delegate', invoke: '(TInput input) TOutput' }),
  defineType({
    name: 'System.EventArgs',
    jsClass: EventArgs,
    members: { 'new()': () => new EventArgs(), 'static field Empty EventArgs': () => new EventArgs() },
  }),
  defineType({ name: 'System.EventHandler', kind: 'delegate', invoke: '(object sender, EventArgs e) void' }),
  defineType({
    name: 'System.EventHandler<TEventArgs>',
    kind: 'delegate',
    invoke: '(object sender, TEventArgs e) void',
  }),
  defineType({
    name: 'System.Text.RegularExpressions.MatchEvaluator',
    kind: 'delegate',
    invoke: '(Match match) string',
  }),
  defineType({ name: 'System.Threading.ThreadStart', kind: 'delegate', invoke: '() void' }),
];
