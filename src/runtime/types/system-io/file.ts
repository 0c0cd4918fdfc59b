import type { EngineContext } from '../../engine.ts';
import { NetException } from '../../errors/net-exception.ts';
import { joinBytes } from '../../text/join-bytes.ts';
import { decodeText, type TextEncoding, textEncodings } from '../../text/text-encoding.ts';
import type { NetEncoding } from '../../values/net-encoding.ts';
import { andThen, type Eventually, type PSValue } from '../../values/ps-value.ts';
import { TypedArray } from '../../values/typed-array.ts';
import { coreTypes } from '../core-types.ts';
import { defineType } from '../define-type.ts';
import { fileCall, pathArgument, readBytes, statAt, writeBytes } from './file-calls.ts';
import { copyFile, deleteFile, moveFile } from './file-operations.ts';
import { fileStreamFactories } from './file-streams.ts';
import { fileTimeMembers } from './file-times.ts';

type Path = string | null;

/** A finished operation as the result of a void method. */
const done = (work: Eventually<void>): Eventually<PSValue> => andThen(work, () => undefined);

const linesOf = (text: string): string[] => {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
};

function readText(engine: EngineContext, path: Path, encoding?: NetEncoding): Eventually<string> {
  return andThen(readBytes(engine, path), (bytes) => decodeText(bytes, encoding?.encoding));
}

function withMark(encoding: TextEncoding, text: string): Uint8Array {
  return joinBytes([encoding.preamble, encoding.encode(text)]);
}

function writeText(engine: EngineContext, path: Path, text: string | null, encoding?: NetEncoding): Eventually<void> {
  return writeBytes(engine, path, withMark(encoding?.encoding ?? textEncodings.utf8, text ?? ''), false);
}

function appendText(engine: EngineContext, path: Path, text: string | null, encoding?: NetEncoding): Eventually<void> {
  const used = encoding?.encoding ?? textEncodings.utf8;
  return andThen(statAt(engine, path), (stat) =>
    writeBytes(engine, path, stat && stat.size > 0 ? used.encode(text ?? '') : withMark(used, text ?? ''), true),
  );
}

function linesText(lines: PSValue): string {
  const items: Iterable<PSValue> = lines instanceof TypedArray ? lines.toArray() : (lines as Iterable<PSValue>);
  let text = '';
  for (const line of items) text += `${typeof line === 'string' ? line : ''}\n`;
  return text;
}

const notHere = (): never => {
  throw new NetException('System.PlatformNotSupportedException', 'Files are encrypted by .NET on Windows only.');
};

/** System.IO.File */
export const fileType = defineType({
  name: 'System.IO.File',
  isAbstract: true,
  isSealed: true,
  members: {
    ...fileStreamFactories,
    ...fileTimeMembers,
    'static AppendAllLines(string path, IEnumerable<string> contents) void'(path: Path, lines: PSValue) {
      return done(appendText(this, path, linesText(lines)));
    },
    'static AppendAllLines(string path, IEnumerable<string> contents, Encoding encoding) void'(
      path: Path,
      lines: PSValue,
      encoding: NetEncoding,
    ) {
      return done(appendText(this, path, linesText(lines), encoding));
    },
    'static AppendAllText(string path, string contents) void'(path: Path, text: string | null) {
      return done(appendText(this, path, text));
    },
    'static AppendAllText(string path, string contents, Encoding encoding) void'(
      path: Path,
      text: string | null,
      encoding: NetEncoding,
    ) {
      return done(appendText(this, path, text, encoding));
    },
    'static Copy(string sourceFileName, string destFileName) void'(from: Path, to: Path) {
      return andThen(copyFile(this, from, to, false), () => undefined);
    },
    'static Copy(string sourceFileName, string destFileName, bool overwrite) void'(
      from: Path,
      to: Path,
      overwrite: boolean,
    ) {
      return andThen(copyFile(this, from, to, overwrite), () => undefined);
    },
    'static Decrypt(string path) void': notHere,
    'static Delete(string path) void'(path: Path) {
      return deleteFile(this, path);
    },
    'static Encrypt(string path) void': notHere,
    'static Exists(string path) bool'(path: Path) {
      // A link that leads nowhere counts as a file.
      return andThen(statAt(this, path), (stat) =>
        stat || !path
          ? stat !== undefined && stat.kind !== 'directory'
          : andThen(
              fileCall(() => this.fs.lstat(pathArgument(this, path))),
              (link) => link !== undefined,
            ),
      );
    },
    'static Move(string sourceFileName, string destFileName) void'(from: Path, to: Path) {
      return andThen(moveFile(this, from, to, false), () => undefined);
    },
    'static Move(string sourceFileName, string destFileName, bool overwrite) void'(
      from: Path,
      to: Path,
      overwrite: boolean,
    ) {
      return andThen(moveFile(this, from, to, overwrite), () => undefined);
    },
    'static ReadAllBytes(string path) byte[]'(path: Path) {
      return andThen(readBytes(this, path), (bytes) => new TypedArray(coreTypes().byte, bytes.slice()));
    },
    'static ReadAllLines(string path) string[]'(path: Path) {
      return andThen(readText(this, path), linesOf);
    },
    'static ReadAllLines(string path, Encoding encoding) string[]'(path: Path, encoding: NetEncoding) {
      return andThen(readText(this, path, encoding), linesOf);
    },
    'static ReadAllText(string path) string'(path: Path) {
      return readText(this, path);
    },
    'static ReadAllText(string path, Encoding encoding) string'(path: Path, encoding: NetEncoding) {
      return readText(this, path, encoding);
    },
    'static ReadLines(string path) IEnumerable<string>'(path: Path) {
      return andThen(readText(this, path), linesOf);
    },
    'static ReadLines(string path, Encoding encoding) IEnumerable<string>'(path: Path, encoding: NetEncoding) {
      return andThen(readText(this, path, encoding), linesOf);
    },
    'static WriteAllBytes(string path, byte[] bytes) void'(path: Path, bytes: TypedArray | null) {
      if (!bytes) throw new NetException('System.ArgumentNullException', 'The bytes must not be null.');
      return done(writeBytes(this, path, bytes.bytes ?? new Uint8Array(), false));
    },
    'static WriteAllLines(string path, string[] contents) void'(path: Path, lines: TypedArray) {
      return done(writeText(this, path, linesText(lines)));
    },
    'static WriteAllLines(string path, IEnumerable<string> contents) void'(path: Path, lines: PSValue) {
      return done(writeText(this, path, linesText(lines)));
    },
    'static WriteAllLines(string path, string[] contents, Encoding encoding) void'(
      path: Path,
      lines: TypedArray,
      encoding: NetEncoding,
    ) {
      return done(writeText(this, path, linesText(lines), encoding));
    },
    'static WriteAllText(string path, string contents) void'(path: Path, text: string | null) {
      return done(writeText(this, path, text));
    },
    'static WriteAllText(string path, string contents, Encoding encoding) void'(
      path: Path,
      text: string | null,
      encoding: NetEncoding,
    ) {
      return done(writeText(this, path, text, encoding));
    },
  },
});
