import type { EngineContext } from '../../engine.ts';
import { textEncodings } from '../../text/text-encoding.ts';
import type { NetEncoding } from '../../values/net-encoding.ts';
import { disposed, MemoryStream, type NetStream } from '../../values/net-stream.ts';
import { andThen, type Eventually, type PSValue } from '../../values/ps-value.ts';
import type { StringBuilder } from '../../values/string-builder.ts';
import { defineType, type MemberTable } from '../define-type.ts';
import { argumentNull, badArgument } from '../net-error.ts';
import { encodingObject } from '../system-text/encoding.ts';
import { completedTask } from '../system-threading/task-value.ts';
import { FileAccess, FileMode, openFile } from './file-open.ts';
import { done } from './stream.ts';
import { HostWriter, StreamWriter, StringWriter, TextWriter } from './text-writer.ts';
import { writeMembers } from './writer-members.ts';

type Encoding = NetEncoding | null;

function overStream(stream: NetStream | null, encoding: Encoding = null, leavesOpen = false): StreamWriter {
  if (!stream) throw argumentNull('stream');
  if (!stream.isOpen) throw disposed('stream');
  if (!stream.canWrite) throw badArgument('The stream cannot be written.');
  return new StreamWriter(stream, encoding?.encoding ?? textEncodings.utf8, leavesOpen);
}

/** A writer of a file. */
export function openWriter(
  engine: EngineContext,
  path: string,
  append = false,
  encoding: Encoding = null,
): Eventually<StreamWriter> {
  const mode = append ? FileMode.Append : FileMode.Create;
  return andThen(openFile(engine, path, mode, FileAccess.Write), (stream) => overStream(stream, encoding));
}

const line = (self: TextWriter, text: PSValue): string => `${typeof text === 'string' ? text : ''}${self.newLine}`;

const asyncMembers: MemberTable = {
  'FlushAsync() Task': (self: TextWriter) => completedTask(self.flush()),
  'WriteAsync(string value) Task': (self: TextWriter, text: string | null) => completedTask(self.write(text ?? '')),
  'WriteLineAsync() Task': (self: TextWriter) => completedTask(self.write(self.newLine)),
  'WriteLineAsync(string value) Task': (self: TextWriter, text: string | null) =>
    completedTask(self.write(line(self, text))),
  'DisposeAsync() ValueTask': (self: TextWriter) => completedTask(self.close()),
};

const writerType = defineType({
  name: 'System.IO.TextWriter',
  base: 'System.MarshalByRefObject',
  interfaces: 'IDisposable, IAsyncDisposable',
  jsClass: [TextWriter, HostWriter],
  isAbstract: true,
  members: {
    'prop Encoding Encoding get': (self: TextWriter) => encodingObject(self.encoding),
    'prop FormatProvider IFormatProvider get': (self: TextWriter) => self.formatProvider,
    'prop NewLine string get set': {
      get: (self: TextWriter) => self.newLine,
      set: (self: TextWriter, text: string | null) => {
        self.newLine = text ?? '\n';
      },
    },
    'static field Null TextWriter': () => new HostWriter(() => undefined),
    'Close() void': (self: TextWriter) => done(self.close()),
    'Dispose() void': (self: TextWriter) => done(self.close()),
    'Flush() void': (self: TextWriter) => done(self.flush()),
    ...writeMembers((_engine, self) => {
      // The receiver of a member of this type is a TextWriter.
      const writer = self as TextWriter;
      return { newLine: writer.newLine, provider: writer.formatProvider, write: (text) => writer.write(text) };
    }),
    ...asyncMembers,
    'static Synchronized(TextWriter writer) TextWriter': (writer) => writer,
  },
});

function withProvider(writer: StringWriter, provider: PSValue): StringWriter {
  writer.formatProvider = provider;
  return writer;
}

const stringWriterType = defineType({
  name: 'System.IO.StringWriter',
  base: 'System.IO.TextWriter',
  jsClass: StringWriter,
  members: {
    'new()': () => new StringWriter(),
    'new(IFormatProvider formatProvider)': (provider) => withProvider(new StringWriter(), provider),
    'new(StringBuilder sb)': (builder: StringBuilder | null) => {
      if (!builder) throw argumentNull('sb');
      return new StringWriter(builder);
    },
    'new(StringBuilder sb, IFormatProvider formatProvider)': (builder: StringBuilder | null, provider) => {
      if (!builder) throw argumentNull('sb');
      return withProvider(new StringWriter(builder), provider);
    },
    'GetStringBuilder() StringBuilder': (self: StringWriter) => self.builder,
    'ToString() string': (self: StringWriter) => self.builder.text,
  },
});

const streamWriterType = defineType({
  name: 'System.IO.StreamWriter',
  base: 'System.IO.TextWriter',
  jsClass: StreamWriter,
  members: {
    'new(Stream stream)': (stream: NetStream) => overStream(stream),
    'new(Stream stream, Encoding encoding)': (stream: NetStream, encoding: Encoding) => overStream(stream, encoding),
    'new(Stream stream, Encoding encoding, int bufferSize)': (stream: NetStream, encoding: Encoding) =>
      overStream(stream, encoding),
    'new(Stream stream, Encoding encoding = null, int bufferSize = -1, bool leaveOpen = False)': (
      stream: NetStream,
      encoding: Encoding,
      _size: PSValue,
      leavesOpen: boolean,
    ) => overStream(stream, encoding, leavesOpen),
    'new(string path)'(path: string) {
      return openWriter(this, path);
    },
    'new(string path, bool append)'(path: string, append: boolean) {
      return openWriter(this, path, append);
    },
    'new(string path, bool append, Encoding encoding)'(path: string, append: boolean, encoding: Encoding) {
      return openWriter(this, path, append, encoding);
    },
    'new(string path, bool append, Encoding encoding, int bufferSize)'(
      path: string,
      append: boolean,
      encoding: Encoding,
    ) {
      return openWriter(this, path, append, encoding);
    },
    'prop AutoFlush bool get set': {
      get: (self: StreamWriter) => self.autoFlush,
      set: (self: StreamWriter, value: boolean) => {
        self.autoFlush = value;
        return value ? done(self.flush()) : undefined;
      },
    },
    'prop BaseStream Stream get': (self: StreamWriter) => self.stream,
    'static field Null StreamWriter': () => overStream(new MemoryStream()),
  },
});

/** TextWriter, StringWriter, StreamWriter. */
export const writerTypes = [writerType, stringWriterType, streamWriterType];
