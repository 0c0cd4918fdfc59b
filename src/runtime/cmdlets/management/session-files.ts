import { namedArgument } from '../../commands/argument.ts';
import type { CmdletContext } from '../../commands/define-cmdlet.ts';
import { PipelineStoppedSignal } from '../../errors/control-flow.ts';
import { ErrorRecord } from '../../errors/error-record.ts';
import type { InvocableRunspace } from '../../pipeline/invocable-runspace.ts';
import { CollectSink, quietStreams, type Sink } from '../../pipeline/sink.ts';
import { coreTypes } from '../../types/core-types.ts';
import { DateTime } from '../../values/date-time.ts';
import { baseOf, notesOf } from '../../values/ps-object.ts';
import type { Eventually, PSValue } from '../../values/ps-value.ts';
import { TypedArray } from '../../values/typed-array.ts';
import { farScripts } from './session-file-scripts.ts';

/** What Copy-Item knows of a PSSession. */
export interface CopySession {
  readonly computerName: string;
  readonly runspaceObject: InvocableRunspace;
}

/** What a path is on the far side. */
export interface FarItem {
  readonly path: string;
  readonly name: string;
  readonly kind: 'file' | 'directory' | undefined;
  readonly hasParent: boolean;
  readonly modified: PSValue;
}

/** What a path of the user's stands for: its items, none where it is not absolute. */
export interface FarPlace {
  readonly isAbsolute: boolean;
  readonly items: readonly FarItem[];
}

/** Bytes of one piece; a whole segment goes in one command, below what a stock server takes for one. */
const PIECE = 1 << 20;
const SEGMENT = 16 << 20;

const named = (args: Readonly<Record<string, PSValue>>) =>
  Object.entries(args).map(([name, value]) => namedArgument(name, value));

/** The files of a session, worked on with scripts that any PowerShell runs. Errors of the far side are reported here. */
export class SessionFiles {
  readonly #ctx: CmdletContext;
  readonly #session: CopySession;

  constructor(ctx: CmdletContext, session: CopySession) {
    this.#ctx = ctx;
    this.#session = session;
  }

  /** What a path stands for; wildcards count where `expands` says so. */
  async find(path: string, expands: boolean): Promise<FarPlace> {
    const { output } = await this.#run(farScripts.find, { Path: path, Expand: expands });
    return { isAbsolute: output[0] === true, items: output.slice(1).map(itemOf) };
  }

  /** What is in a folder. */
  async list(path: string): Promise<readonly FarItem[]> {
    return (await this.#run(farScripts.list, { Path: path })).output.map(itemOf);
  }

  /** Makes a folder; whether it could. One that is there is an error without `force`. */
  async makeFolder(path: string, force: boolean): Promise<boolean> {
    return (await this.#run(farScripts.makeFolder, { Path: path, Force: force })).succeeded;
  }

  /** Writes a file; whether it could. */
  async write(path: string, content: Uint8Array, modified: number, force: boolean): Promise<boolean> {
    const at = DateTime.fromUnixMilliseconds(modified);
    for (let start = 0; start === 0 || start < content.length; start += SEGMENT) {
      const segment = content.subarray(start, start + SEGMENT);
      const args = { Path: path, Append: start > 0, Force: force, Modified: at };
      if (!(await this.#run(farScripts.write, args, { input: pieces(segment) })).succeeded) return false;
    }
    return true;
  }

  /** Reads a file piece by piece; whether it came whole. */
  async read(path: string, take: (bytes: Uint8Array) => Eventually<void>): Promise<boolean> {
    const output: Sink = {
      write(value) {
        const base = baseOf(value);
        if (base instanceof TypedArray && base.bytes) return take(base.bytes);
      },
    };
    return (await this.#run(farScripts.read, { Path: path, Size: PIECE }, { output })).succeeded;
  }

  async #run(
    text: string,
    args: Readonly<Record<string, PSValue>>,
    more: { readonly input?: Iterable<PSValue>; readonly output?: Sink } = {},
  ): Promise<{ readonly output: readonly PSValue[]; readonly succeeded: boolean }> {
    const ctx = this.#ctx;
    const collected = new CollectSink();
    const errors: ErrorRecord[] = [];
    const running = this.#session.runspaceObject.begin({
      statements: [[{ kind: 'script', text, command: undefined, useLocalScope: true, args: named(args) }]],
      input: more.input,
      streams: {
        output: more.output ?? collected,
        error: { write: (record) => void (record instanceof ErrorRecord && errors.push(record)) },
        ...quietStreams,
      },
    });
    const stopped = ctx.whenStopping.then(() => 'stopped' as const);
    const ended = await Promise.race([running.done, stopped]);
    if (ended === 'stopped' || ended.stopped) {
      running.stop();
      throw new PipelineStoppedSignal();
    }
    if (ended.error) errors.push(ended.error);
    for (const record of errors) {
      // the command's own name belongs to its id
      record.isForeign = false;
      await ctx.writeError(record);
    }
    return { output: collected.items, succeeded: errors.length === 0 };
  }
}

function* pieces(content: Uint8Array): Generator<PSValue> {
  for (let start = 0; start < content.length; start += PIECE)
    yield new TypedArray(coreTypes().byte, content.subarray(start, start + PIECE));
}

function itemOf(value: PSValue): FarItem {
  const properties = notesOf(value)?.properties;
  const text = (name: string): string => String(baseOf(properties?.get(name)) ?? '');
  return {
    path: text('Path'),
    name: text('Name'),
    kind: properties?.get('IsFolder') === true ? 'directory' : properties?.get('IsFile') === true ? 'file' : undefined,
    hasParent: properties?.get('HasParent') === true,
    modified: baseOf(properties?.get('Modified')),
  };
}
