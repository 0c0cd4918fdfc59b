import { type Flow, settle } from '../../commands/flow.ts';
import { fileFailure } from '../../errors/file-exception.ts';
import { type FileSystem, FileSystemError } from '../../host/file-system.ts';
import type { TextEncoding } from '../../text/text-encoding.ts';
import type { Eventually } from '../../values/ps-value.ts';

/** Characters that are held back before they are written. */
const BUFFER_LENGTH = 65_536;

/** How a file is opened. */
export interface OpenOptions {
  readonly append: boolean;
  /** Makes a read-only file writable. */
  readonly force: boolean;
  /** Fails where the file exists. */
  readonly createNew: boolean;
}

/** Writes lines of text to a file, many at a time. */
export class TextFileWriter {
  readonly #fs: FileSystem;
  readonly #path: string;
  readonly #encoding: TextEncoding;
  readonly #lineEnd: string;
  #text = '';

  constructor(fs: FileSystem, path: string, encoding: TextEncoding, lineEnd: string) {
    this.#fs = fs;
    this.#path = path;
    this.#encoding = encoding;
    this.#lineEnd = lineEnd;
  }

  /** Creates, empties or readies the file; a new one begins with the encoding's mark. */
  *open({ append, force, createNew }: OpenOptions): Flow<void> {
    const stat = yield* settle(this.#fs.stat(this.#path));
    const exists = stat !== undefined;
    try {
      if (exists && force && (stat.mode & 0o200) === 0) yield* settle(this.#fs.setMode(this.#path, stat.mode | 0o200));
      const start = append && exists && stat.size > 0 ? new Uint8Array() : this.#encoding.preamble;
      const options = createNew && !append ? { createNew: true } : { append };
      yield* settle(this.#fs.writeFile(this.#path, start, options));
    } catch (thrown) {
      if (thrown instanceof FileSystemError && thrown.code === 'notFound') {
        // Writing makes a missing file, so that it is its folder that is missing.
        throw fileFailure(new FileSystemError('notDirectory', this.#path), 'FileOpenFailure', 'OpenError');
      }
      if (createNew && exists) throw fileFailure(thrown, 'NoClobber', 'ResourceExists');
      throw fileFailure(thrown, 'FileOpenFailure', 'OpenError');
    }
  }

  /** Adds a line. */
  line(text: string): Eventually<void> {
    this.#text += text + this.#lineEnd;
    return this.#text.length >= BUFFER_LENGTH ? this.flush() : undefined;
  }

  /** Writes what is held back. */
  flush(): Eventually<void> {
    if (this.#text === '') return;
    const bytes = this.#encoding.encode(this.#text);
    this.#text = '';
    const failed = (thrown: unknown): never => {
      throw fileFailure(thrown, 'FileWriteFailure', 'WriteError');
    };
    try {
      const written = this.#fs.writeFile(this.#path, bytes, { append: true });
      return written instanceof Promise ? written.catch(failed) : written;
    } catch (thrown) {
      return failed(thrown);
    }
  }
}
