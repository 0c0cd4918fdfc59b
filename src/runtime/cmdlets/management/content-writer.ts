import type { CmdletContext } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { fail } from '../../errors/terminating-error.ts';
import type { ProviderPath } from '../../providers/drive-table.ts';
import { markedEncoding, type TextEncoding } from '../../text/text-encoding.ts';
import { typeSystemOf } from '../../types/type-system.ts';
import { Byte } from '../../values/byte.ts';
import { baseOf } from '../../values/ps-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { TypedArray } from '../../values/typed-array.ts';
import { encodingOf } from './content.ts';
import { fileStep, writeBits } from './file-actions.ts';
import type { WriteContentArguments } from './write-content.ts';

/** Characters or bytes that are held back before they are written. */
const BUFFER_SIZE = 65_536;

const failure = {
  denied: 'GetContentWriterUnauthorizedAccessError',
  noFolder: 'GetContentWriterDirectoryNotFoundError',
  creates: true,
} as const;

/** Something whose content a command writes piece by piece. */
export interface ContentWriter {
  readonly at: ProviderPath;
  write(values: readonly PSValue[]): Flow<void>;
  close(): Flow<void>;
}

/** Opens an item for writing; `append` keeps what is there. @throws TerminatingError when it cannot be written */
export function* openContent(
  ctx: CmdletContext,
  at: ProviderPath,
  args: WriteContentArguments,
  append: boolean,
): Flow<ContentWriter> {
  if (!at.provider.isTree) return new StoreWriter(at, append);
  const writer = new FileWriter(ctx, at, args);
  yield* writer.open(append);
  return writer;
}

/** Content of a flat store: all values at once, when the last is there. */
class StoreWriter implements ContentWriter {
  readonly at: ProviderPath;
  readonly #append: boolean;
  readonly #values: PSValue[] = [];

  constructor(at: ProviderPath, append: boolean) {
    this.at = at;
    this.#append = append;
  }

  // biome-ignore lint/correctness/useYield: nothing to wait for, but the interface is a flow
  *write(values: readonly PSValue[]): Flow<void> {
    this.#values.push(...values);
  }

  *close(): Flow<void> {
    const { provider, path } = this.at;
    const before = this.#append ? yield* settle(provider.content?.read(path) ?? []) : [];
    yield* settle(provider.content?.write(path, [...before, ...this.#values]));
  }
}

class FileWriter implements ContentWriter {
  readonly at: ProviderPath;
  readonly #ctx: CmdletContext;
  readonly #args: WriteContentArguments;
  #encoding: TextEncoding;
  #text = '';
  #bytes: number[] = [];
  /** The mode to go back to: -Force makes a read-only file writable for a while only. */
  #mode: number | undefined;

  constructor(ctx: CmdletContext, at: ProviderPath, args: WriteContentArguments) {
    this.#ctx = ctx;
    this.at = at;
    this.#args = args;
    this.#encoding = encodingOf(args.Encoding);
  }

  *open(append: boolean): Flow<void> {
    const { fs } = this.#ctx.engine;
    const { path } = this.at;
    const stat = yield* settle(fs.stat(path));
    if (stat?.kind === 'directory')
      throw fail({
        id: 'WriteContainerContentException',
        category: 'InvalidOperation',
        exceptionType: 'System.InvalidOperationException',
        message: `"${path}" is a folder; only files have content.`,
        target: null,
      });
    if (stat && this.#args.Force && (stat.mode & writeBits) === 0) {
      yield* fileStep('GetContentWriterIOError', 'WriteError', () => fs.setMode(path, stat.mode | 0o200), failure);
      this.#mode = stat.mode;
    }
    const isFresh = !append || !stat || stat.size === 0;
    if (!isFresh && this.#args.Encoding === undefined) yield* this.#takeEncoding();
    const start = isFresh && !this.#args.AsByteStream ? this.#encoding.preamble : new Uint8Array();
    yield* fileStep('GetContentWriterIOError', 'WriteError', () => fs.writeFile(path, start, { append }), failure);
  }

  /** Appended text takes the encoding that the file announces, unless one is asked for. */
  *#takeEncoding(): Flow<void> {
    const { fs } = this.#ctx.engine;
    const bytes = yield* fileStep('GetContentWriterIOError', 'ReadError', () => fs.readFile(this.at.path), failure);
    this.#encoding = markedEncoding(bytes) ?? this.#encoding;
  }

  *write(values: readonly PSValue[]): Flow<void> {
    for (const value of values) {
      if (value === null || value === undefined) continue;
      if (this.#args.AsByteStream) this.#bytes.push(...bytesOf(this.#ctx, value));
      else this.#text += typeSystemOf(this.#ctx.engine).toText(value) + (this.#args.NoNewline ? '' : '\n');
    }
    if (this.#text.length + this.#bytes.length >= BUFFER_SIZE) yield* this.#flush();
  }

  *#flush(): Flow<void> {
    const data = this.#args.AsByteStream ? Uint8Array.from(this.#bytes) : this.#encoding.encode(this.#text);
    this.#text = '';
    this.#bytes = [];
    if (data.length === 0) return;
    const { fs } = this.#ctx.engine;
    yield* fileStep(
      'GetContentWriterIOError',
      'WriteError',
      () => fs.writeFile(this.at.path, data, { append: true }),
      failure,
    );
  }

  *close(): Flow<void> {
    yield* this.#flush();
    const mode = this.#mode;
    if (mode !== undefined) yield* settle(this.#ctx.engine.fs.setMode(this.at.path, mode));
  }
}

/** The bytes of an `-AsByteStream` value. Ends the command for a value that is no byte. */
function bytesOf(ctx: CmdletContext, given: PSValue): readonly number[] {
  const value = baseOf(given);
  if (value instanceof Byte) return [value.value];
  if (value instanceof TypedArray && value.bytes) return Array.from(value.bytes);
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 255) return [value];
  throw fail({
    id: 'Argument',
    category: 'InvalidArgument',
    exceptionType: 'System.Management.Automation.PSArgumentException',
    message: `With -AsByteStream every value must be a byte, but "${typeSystemOf(ctx.engine).toText(given)}" is none.`,
    target: null,
  });
}
