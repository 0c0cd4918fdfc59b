import { setImmediate as nextTurn } from 'node:timers/promises';
import { positionalArgument } from '../runtime/commands/argument.ts';
import type { ScriptInfo } from '../runtime/commands/command-info.ts';
import { TerminatingError } from '../runtime/errors/terminating-error.ts';
import { defineIn } from '../runtime/evaluate/plain-binding.ts';
import { memoryFs } from '../runtime/host/memory-file-system.ts';
import { ownEnvironment } from '../runtime/host/own-environment.ts';
import type { PipelineInput } from '../runtime/pipeline/run-pipeline.ts';
import { CollectSink, type StreamSet } from '../runtime/pipeline/sink.ts';
import { type RunOutcome, Runspace } from '../runtime/runspace/runspace.ts';
import { getVariable } from '../runtime/scope/variable-access.ts';
import type { Eventually, PSValue } from '../runtime/values/ps-value.ts';
import { defaultClock, defaultRandom, neutralPlatform } from './default-world.ts';
import { embeddedHost } from './embedded-host.ts';
import type { EngineOptions, RunOptions } from './engine-options.ts';
import { toJsValue, toScriptValue } from './js-values.ts';
import { readableProperties } from './object-properties.ts';
import { Run } from './run.ts';
import { ScriptError } from './script-error.ts';
import type { ScriptTemplate } from './script-template.ts';

/** Version of this library. */
const version = process.env['NACRE_VERSION'] ?? '0.0.0';

/** What can be run: a text, or a template made with {@link ps}. */
export type Script = string | ScriptTemplate;

/**
 * One PowerShell session inside a Node program: variables, functions and modules live from run to run. Two engines
 * share nothing.
 */
export class Engine {
  readonly #runspace: Runspace;
  #queue: Promise<unknown> = Promise.resolve();

  /** @internal use {@link createEngine} */
  constructor(runspace: Runspace) {
    this.#runspace = runspace;
  }

  /**
   * Runs a script. Nothing happens until the result is awaited or iterated over.
   *
   * @param script text, or a {@link ps} template whose values travel as variables
   * @returns awaited: everything the run gave, also after errors; iterated: its output, object by object, throwing
   *   {@link ScriptError} where a terminating error ended it
   */
  run(script: Script, options: RunOptions = {}): Run {
    return new Run({
      start: (streams) => this.#inTurn(() => this.#start(script, options, streams)),
      toJs: (value) => this.#toJs(value),
      stop: () => this.#runspace.stop(),
      signal: options.signal,
    });
  }

  /**
   * Runs a script at once and answers its output as a statement's value: null, the one object, or an array.
   *
   * @throws ScriptError for a terminating error, and where the script would have to wait for something
   */
  evalSync(script: Script): unknown {
    const { session } = this.#runspace;
    const before = session.synchronous;
    session.synchronous = true;
    try {
      const sink = new CollectSink();
      const streams = { ...this.#runspace.hostStreams.streams, output: sink };
      const outcome = this.#start(script, {}, streams, true);
      if (outcome instanceof Promise) throw new TypeError('This script has to wait for something; use run.');
      if (outcome.error) throw new ScriptError(outcome.error);
      return this.#toJs(sink.value());
    } finally {
      session.synchronous = before;
    }
  }

  /** Gives a variable of the session's global scope a value. */
  set(name: string, value: unknown): void {
    defineIn(this.#runspace.session.main.globalScope, name, toScriptValue(value, this.#runspace));
  }

  /** The value of a variable of the session; undefined when there is none. */
  get(name: string): unknown {
    const value = getVariable(this.#runspace.session.main.globalScope, name.toLowerCase());
    return value === undefined ? undefined : this.#toJs(value);
  }

  #toJs(value: PSValue): unknown {
    return toJsValue(value, (object) => readableProperties(this.#runspace, object));
  }

  /** Runs of one engine follow one another. */
  async #inTurn(work: () => Eventually<RunOutcome>): Promise<RunOutcome> {
    const before = this.#queue;
    let release = () => {};
    this.#queue = new Promise<void>((resolve) => {
      release = resolve;
    });
    await before;
    try {
      return await work();
    } finally {
      release();
    }
  }

  #start(script: Script, options: RunOptions, streams: StreamSet, strictErrors = false): Eventually<RunOutcome> {
    const runspace = this.#runspace;
    const text = typeof script === 'string' ? script : script.text;
    if (typeof script !== 'string')
      for (const [name, value] of script.variables)
        defineIn(runspace.session.main.globalScope, name, toScriptValue(value, runspace));
    let command: ScriptInfo;
    try {
      command = runspace.scriptOf(text, options.file);
    } catch (error) {
      if (!(error instanceof TerminatingError)) throw error;
      const usage = { steps: 0, outputObjects: 0, milliseconds: 0 };
      return { exitCode: undefined, error: error.record, stopped: false, usage };
    }
    const args = (options.args ?? []).map((value) => positionalArgument(toScriptValue(value, runspace)));
    const input = options.input === undefined ? undefined : this.#input(options.input);
    const { limits } = options;
    return runspace.run({
      command,
      args,
      streams,
      strictErrors,
      dotSource: true,
      ...(input ? { input } : {}),
      ...(limits ? { limits } : {}),
    });
  }

  #input(values: Iterable<unknown> | AsyncIterable<unknown>): PipelineInput {
    return async (sink) => {
      for await (const value of values) await sink.write(toScriptValue(value, this.#runspace));
    };
  }
}

/**
 * Makes an engine. What it can touch is what it is given: without options scripts see an empty file system in memory,
 * no environment variables, no programs, and nobody to ask.
 */
export async function createEngine(options: EngineOptions = {}): Promise<Engine> {
  const culture = options.culture ?? '';
  const env = options.env ?? {};
  const runspace = new Runspace({
    host: options.host ?? embeddedHost(culture, version),
    fs: options.fs ?? memoryFs(),
    environment: isEnvironment(env) ? env : ownEnvironment(Object.entries(env)),
    ...(options.processes ? { processes: options.processes } : {}),
    clock: options.clock ?? defaultClock,
    random: options.random ?? defaultRandom,
    platform: { ...neutralPlatform, ...options.platform },
    ...(options.limits ? { limits: options.limits } : {}),
    ...(options.permit ? { permit: options.permit } : {}),
    ...(options.commands ? { modules: [{ name: 'Embedded', version: '0.0', cmdlets: options.commands }] } : {}),
    location: options.location ?? '/',
    yieldTurn: () => nextTurn(),
    version,
  });
  return new Engine(runspace);
}

function isEnvironment(
  env: NonNullable<EngineOptions['env']>,
): env is Exclude<NonNullable<EngineOptions['env']>, Readonly<Record<string, string>>> {
  return 'names' in env && typeof env['names'] === 'function';
}
