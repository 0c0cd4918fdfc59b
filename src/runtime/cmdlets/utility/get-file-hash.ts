import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import type { ErrorCategory } from '../../errors/error-category.ts';
import { ErrorRecord } from '../../errors/error-record.ts';
import { fileException } from '../../errors/file-exception.ts';
import { TerminatingError } from '../../errors/terminating-error.ts';
import { FileSystemError } from '../../host/file-system.ts';
import { findDigest } from '../../text/digest/digest.ts';
import { NetStream } from '../../values/net-stream.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { ResultRecord } from '../../values/result-record.ts';
import { reporting, step } from '../management/item-paths.ts';
import { filesAt } from './files-at.ts';

const hex = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();

function hashOf(algorithm: string, content: Uint8Array, path: string): PSValue {
  const name = algorithm.toUpperCase();
  const digest = findDigest(name);
  if (!digest) throw new Error(`no hash function ${name}`);
  return new ResultRecord('Microsoft.PowerShell.Commands.FileHashInfo', {
    Algorithm: name,
    Hash: hex(digest(content)),
    Path: path,
  });
}

const failures = new Map<string, readonly [id: string, category: ErrorCategory]>([
  ['System.IO.FileNotFoundException', ['FileNotFound', 'ObjectNotFound']],
  ['System.UnauthorizedAccessException', ['UnauthorizedAccessError', 'InvalidData']],
]);

function failure(thrown: unknown, path: string): unknown {
  if (!(thrown instanceof FileSystemError)) return thrown;
  const exception = fileException(thrown);
  const [id, category] = failures.get(exception.typeName) ?? (['FileReadError', 'ReadError'] as const);
  return new TerminatingError(new ErrorRecord(exception, id, category, path));
}

function* hashFile(ctx: CmdletContext, path: string, algorithm: string): Flow<void> {
  let content: Uint8Array;
  try {
    content = yield* settle(ctx.engine.fs.readFile(path));
  } catch (thrown) {
    throw failure(thrown, path);
  }
  ctx.engine.budget.charge(content.length >> 6);
  yield* settle(ctx.write(hashOf(algorithm, content, path)));
}

/** Get-FileHash: hashes of files or of a stream. */
export const getFileHash = defineCmdlet({
  name: 'Get-FileHash',
  synopsis: 'Computes the hash of files or of a stream.',
  defaultParameterSet: 'Path',
  outputs: ['Microsoft.PowerShell.Commands.FileHashInfo'],
  effects: ['fs:read'],
  parameters: {
    Path: parameter(type.strings, {
      set: 'Path',
      mandatory: true,
      position: 0,
      pipeline: 'both',
      supportsWildcards: true,
      help: 'The files; wildcards are allowed.',
    }),
    LiteralPath: parameter(type.strings, {
      aliases: ['PSPath', 'LP'],
      set: 'LiteralPath',
      mandatory: true,
      position: 0,
      pipeline: 'property',
      help: 'The files; every character stands for itself.',
    }),
    InputStream: parameter(type.named('System.IO.Stream'), {
      set: 'StreamParameterSet',
      mandatory: true,
      position: 0,
      help: 'A stream, read to its end.',
    }),
    Algorithm: parameter(type.string, {
      position: 1,
      validate: [{ kind: 'set', values: ['SHA1', 'SHA256', 'SHA384', 'SHA512', 'MD5'] }],
      help: 'The hash function; SHA256 where left out.',
    }),
  },
  invoke: (ctx) => ({
    process: (args) =>
      step(
        (function* () {
          const literal = args.LiteralPath !== undefined;
          for (const path of args.LiteralPath ?? args.Path ?? []) {
            const files = yield* reporting(ctx, filesAt(ctx, path, literal));
            for (const file of files ?? []) yield* reporting(ctx, hashFile(ctx, file, args.Algorithm ?? 'SHA256'));
          }
        })(),
      ),
    *end({ InputStream, Algorithm }) {
      if (InputStream instanceof NetStream) yield hashOf(Algorithm ?? 'SHA256', InputStream.readToEnd(), '');
    },
  }),
});
