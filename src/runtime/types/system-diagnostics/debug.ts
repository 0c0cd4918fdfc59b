import { defineType, type MemberTable } from '../define-type.ts';

/** Debug and Trace write to listeners, and without a debugger there is none that would show anything. */
function tracing(): MemberTable {
  const nothing = (): undefined => undefined;
  return {
    'static prop AutoFlush bool get': () => false,
    'static prop IndentLevel int get': () => 0,
    'static prop IndentSize int get': () => 4,
    'static Assert(bool condition) void': nothing,
    'static Assert(bool condition, string message) void': nothing,
    'static Close() void': nothing,
    'static Flush() void': nothing,
    'static Indent() void': nothing,
    'static Unindent() void': nothing,
    'static Write(string message) void': nothing,
    'static Write(object value) void': nothing,
    'static WriteLine(string message) void': nothing,
    'static WriteLine(object value) void': nothing,
    'static WriteLine(string message, string category) void': nothing,
    'static WriteLineIf(bool condition, string message) void': nothing,
  };
}

/** Debug, Trace and Debugger. */
export const debugTypes = [
  defineType({ name: 'System.Diagnostics.Debug', isAbstract: true, isSealed: true, members: tracing() }),
  defineType({
    name: 'System.Diagnostics.Trace',
    isSealed: true,
    isAbstract: true,
    members: {
      ...tracing(),
      'static TraceError(string message) void': () => undefined,
      'static TraceInformation(string message) void': () => undefined,
      'static TraceWarning(string message) void': () => undefined,
    },
  }),
  defineType({
    name: 'System.Diagnostics.Debugger',
    isAbstract: true,
    isSealed: true,
    members: {
      'static prop IsAttached bool get': () => false,
      'static Break() void': () => undefined,
      'static IsLogging() bool': () => false,
      'static Launch() bool': () => false,
      'static Log(int level, string category, string message) void': () => undefined,
    },
  }),
];
