import type { EngineContext } from '../../engine.ts';
import { findTextEncoding, textEncodings } from '../../text/text-encoding.ts';
import { Char } from '../../values/char.ts';
import type { NetEncoding } from '../../values/net-encoding.ts';
import { disposed, MemoryStream, type NetStream } from '../../values/net-stream.ts';
import { andThen, type Eventually, type PSValue } from '../../values/ps-value.ts';
import type { TypedArray } from '../../values/typed-array.ts';
import { defineType } from '../define-type.ts';
import { argumentNull, badArgument, outOfRange } from '../net-error.ts';
import { writeItems } from '../sequence.ts';
import { encodingObject } from '../system-text/encoding.ts';
import { completedTask } from '../system-threading/task-value.ts';
import { FileAccess, FileMode, openFile } from './file-open.ts';
import { done } from './stream.ts';
import { HostReader, StreamReader, StringReader, TextReader } from './text-reader.ts';

type Encoding = NetEncoding | null;

function readInto(self: TextReader, buffer: TypedArray | null, index: number, count: number): Eventually<number> {
  if (!buffer) throw argumentNull('buffer');
  if (index < 0) throw outOfRange('index');
  if (count < 0) throw outOfRange('count');
  if (index + count > buffer.length) throw badArgument('The piece goes beyond the end of the buffer.');
  return andThen(self.read(count), (text) => {
    const chars = Array.from({ length: text.length }, (_, i) => Char.of(text.charCodeAt(i)));
    writeItems(buffer, chars, index);
    return text.length;
  });
}

const readOne = (self: TextReader): Eventually<number> =>
  andThen(self.read(1), (text) => (text === '' ? -1 : text.charCodeAt(0)));

/** A reader of a stream; null stands for UTF-8. */
function overStream(
  stream: NetStream | null,
  encoding: Encoding = null,
  detects = true,
  leavesOpen = false,
): StreamReader {
  if (!stream) throw argumentNull('stream');
  if (!stream.isOpen) throw disposed('stream');
  if (!stream.canRead) throw badArgument('The stream cannot be read.');
  return new StreamReader(stream, encoding?.encoding ?? textEncodings.utf8, detects, leavesOpen);
}

/** A reader of a file. */
export function openReader(
  engine: EngineContext,
  path: string,
  encoding: Encoding = null,
  detects = true,
): Eventually<StreamReader> {
  return andThen(openFile(engine, path, FileMode.Open, FileAccess.Read), (stream) =>
    overStream(stream, encoding, detects),
  );
}

const readerType = defineType({
  name: 'System.IO.TextReader',
  base: 'System.MarshalByRefObject',
  interfaces: 'IDisposable',
  jsClass: [TextReader, HostReader],
  isAbstract: true,
  members: {
    'static field Null TextReader': () => new StringReader(''),
    'Close() void': (self: TextReader) => done(self.close()),
    'Dispose() void': (self: TextReader) => done(self.close()),
    'Peek() int': (self: TextReader) => self.peek(),
    'Read() int': readOne,
    'Read(char[] buffer, int index, int count) int': readInto,
    'ReadAsync(char[] buffer, int index, int count) Task<int>': (
      self: TextReader,
      buffer: TypedArray,
      index: number,
      count: number,
    ) => completedTask(readInto(self, buffer, index, count)),
    'ReadBlock(char[] buffer, int index, int count) int': readInto,
    'ReadLine() string': (self: TextReader) => self.readLine(),
    'ReadLineAsync() Task<string>': (self: TextReader) => completedTask(self.readLine()),
    'ReadToEnd() string': (self: TextReader) => self.readToEnd(),
    'ReadToEndAsync() Task<string>': (self: TextReader) => completedTask(self.readToEnd()),
    'static Synchronized(TextReader reader) TextReader': (reader) => reader,
  },
});

const stringReaderType = defineType({
  name: 'System.IO.StringReader',
  base: 'System.IO.TextReader',
  jsClass: StringReader,
  members: {
    'new(string s)': (text: string | null) => {
      if (text === null) throw argumentNull('s');
      return new StringReader(text);
    },
  },
});

const streamReaderType = defineType({
  name: 'System.IO.StreamReader',
  base: 'System.IO.TextReader',
  jsClass: StreamReader,
  members: {
    'new(Stream stream)': (stream: NetStream) => overStream(stream),
    'new(Stream stream, bool detectEncodingFromByteOrderMarks)': (stream: NetStream, detects: boolean) =>
      overStream(stream, null, detects),
    'new(Stream stream, Encoding encoding)': (stream: NetStream, encoding: Encoding) => overStream(stream, encoding),
    'new(Stream stream, Encoding encoding, bool detectEncodingFromByteOrderMarks)': (
      stream: NetStream,
      encoding: Encoding,
      detects: boolean,
    ) => overStream(stream, encoding, detects),
    'new(Stream stream, Encoding encoding, bool detectEncodingFromByteOrderMarks, int bufferSize)': (
      stream: NetStream,
      encoding: Encoding,
      detects: boolean,
    ) => overStream(stream, encoding, detects),
    'new(Stream stream, Encoding encoding = null, bool detectEncodingFromByteOrderMarks = True, int bufferSize = -1, bool leaveOpen = False)':
      (stream: NetStream, encoding: Encoding, detects: boolean, _size: PSValue, leavesOpen: boolean) =>
        overStream(stream, encoding, detects, leavesOpen),
    'new(string path)'(path: string) {
      return openReader(this, path);
    },
    'new(string path, bool detectEncodingFromByteOrderMarks)'(path: string, detects: boolean) {
      return openReader(this, path, null, detects);
    },
    'new(string path, Encoding encoding)'(path: string, encoding: Encoding) {
      return openReader(this, path, encoding);
    },
    'new(string path, Encoding encoding, bool detectEncodingFromByteOrderMarks)'(
      path: string,
      encoding: Encoding,
      detects: boolean,
    ) {
      return openReader(this, path, encoding, detects);
    },
    'new(string path, Encoding encoding, bool detectEncodingFromByteOrderMarks, int bufferSize)'(
      path: string,
      encoding: Encoding,
      detects: boolean,
    ) {
      return openReader(this, path, encoding, detects);
    },
    'prop BaseStream Stream get': (self: StreamReader) => self.stream,
    'prop CurrentEncoding Encoding get': (self: StreamReader) =>
      encodingObject(self.encoding === findTextEncoding('utf8') ? textEncodings.utf8BOM : self.encoding),
    'prop EndOfStream bool get': (self: StreamReader) => self.atEnd,
    'static field Null StreamReader': () => overStream(new MemoryStream()),
    'DiscardBufferedData() void': (self: StreamReader) => self.discard(),
  },
});

/** TextReader, StringReader, StreamReader. */
export const readerTypes = [readerType, stringReaderType, streamReaderType];
