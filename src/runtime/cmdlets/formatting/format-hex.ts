import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, runFlow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { fileFailure } from '../../errors/file-exception.ts';
import { fail } from '../../errors/terminating-error.ts';
import { expandPath } from '../../providers/globber.ts';
import { typeOf } from '../../types/type-of.ts';
import { ByteCollection } from '../../values/byte-collection.ts';
import { FileSystemInfo } from '../../values/file-system-info.ts';
import type { NetEncoding } from '../../values/net-encoding.ts';
import type { NetType } from '../../values/net-type.ts';
import { baseOf } from '../../values/ps-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { encodingOf, encodingParameter } from '../management/content.ts';
import { reporting, scopeOf } from '../management/item-paths.ts';
import { bytesOfValue } from './bytes-of-value.ts';

const BYTES_PER_LINE = 16;
const notNegative = [{ kind: 'rangeKind', range: 'NonNegative' }] as const;

interface Range {
  readonly Offset?: bigint | undefined;
  readonly Count?: bigint | undefined;
  readonly Encoding?: NetEncoding | undefined;
}

/** Format-Hex: files and values as hexadecimal bytes. */
export const formatHex = defineCmdlet({
  name: 'Format-Hex',
  aliases: ['fhx'],
  synopsis: 'Shows files and values as hexadecimal bytes.',
  defaultParameterSet: 'Path',
  outputs: ['Microsoft.PowerShell.Commands.ByteCollection'],
  effects: ['fs:read'],
  parameters: {
    Path: parameter(type.strings, {
      sets: { Path: { mandatory: true, position: 0 } },
      validate: [{ kind: 'notNullOrEmpty' }],
      supportsWildcards: true,
      help: 'The files; wildcards are allowed.',
    }),
    LiteralPath: parameter(type.strings, {
      aliases: ['PSPath', 'LP'],
      sets: { LiteralPath: { mandatory: true } },
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'The files; every character stands for itself.',
    }),
    InputObject: parameter(type.psobject, {
      sets: { ByInputObject: { mandatory: true, pipeline: 'value' } },
      help: 'The values.',
    }),
    Encoding: parameter(encodingParameter.type, {
      ...encodingParameter.options,
      set: 'ByInputObject',
      help: 'How strings become bytes; utf8 where left out.',
    }),
    Count: parameter(type.long, { validate: [{ kind: 'rangeKind', range: 'Positive' }], help: 'How many bytes.' }),
    Offset: parameter(type.long, { validate: notNegative, help: 'How many bytes to leave out.' }),
    Raw: parameter(type.switch, { set: 'ByInputObject', help: 'Accepted; has no effect.' }),
  },
  examples: [{ title: 'A text', code: "('AB' | Format-Hex).HexBytes", output: '41 42' }],
  invoke(ctx) {
    let held: number[] = [];
    let heldType: NetType | undefined;

    function* flush(args: Range): Flow<void> {
      const type = heldType;
      const bytes = Uint8Array.from(held);
      held = [];
      heldType = undefined;
      if (type) yield* write(ctx, cut(bytes, args), 0, labelOf(ctx, type));
    }

    function* value(input: PSValue, args: Range): Flow<void> {
      const base = baseOf(input);
      if (base instanceof FileSystemInfo || typeof base === 'string') yield* flush(args);
      if (base instanceof FileSystemInfo) return yield* file(ctx, base.fullName, args);
      if (typeof base === 'string') {
        const bytes = encodingOf(args.Encoding).encode(base);
        return yield* write(ctx, cut(bytes, args), 0, labelOf(ctx, typeOf(base)));
      }
      const found = bytesOfValue(base);
      if (!found) {
        throw fail({
          id: 'FormatHexTypeNotSupported',
          category: 'InvalidArgument',
          exceptionType: 'System.ArgumentException',
          message: `Values of type ${typeOf(base)} cannot be shown as bytes.`,
          target: typeOf(base),
        });
      }
      if (heldType && (found.isArray || heldType !== found.type)) yield* flush(args);
      heldType = found.type;
      held.push(...found.bytes);
      if (found.isArray) yield* flush(args);
    }

    return {
      process: (args) =>
        runFlow(
          (function* (): Flow<void> {
            const paths = args.LiteralPath ?? args.Path;
            if (!paths) {
              yield* reporting(ctx, value(args.InputObject, args));
              return;
            }
            for (const path of paths) {
              const options = { literal: args.LiteralPath !== undefined };
              const found = yield* reporting(ctx, expandPath(ctx.engine.drives, scopeOf(ctx), path, options));
              for (const at of found ?? []) yield* reporting(ctx, file(ctx, at.path, args));
            }
          })(),
        ),
      end: (args) => runFlow(flush(args)),
    };
  },
});

function cut(bytes: Uint8Array, { Offset, Count }: Range): Uint8Array {
  const start = Number(Offset ?? 0n);
  return bytes.subarray(start, Count === undefined ? undefined : start + Number(Count));
}

function labelOf(ctx: CmdletContext, type: NetType): string {
  const id = Math.floor(ctx.engine.random.next() * 0x7fff_ffff)
    .toString(16)
    .toUpperCase()
    .padStart(8, '0');
  return `${type.name} (${type.fullName}) <${id}>`;
}

function* file(ctx: CmdletContext, path: string, args: Range): Flow<void> {
  let bytes: Uint8Array;
  try {
    bytes = yield* settle(ctx.engine.fs.readFile(path));
  } catch (thrown) {
    throw fileFailure(thrown, 'FormatHexIOError', 'WriteError');
  }
  yield* write(ctx, cut(bytes, args), Number(args.Offset ?? 0n), path, path);
}

function* write(
  ctx: CmdletContext,
  bytes: Uint8Array,
  offset: number,
  label: string,
  path: string | null = null,
): Flow<void> {
  for (let at = 0; at < bytes.length; at += BYTES_PER_LINE) {
    yield* settle(ctx.write(new ByteCollection(offset + at, bytes.slice(at, at + BYTES_PER_LINE), label, path)));
  }
}
