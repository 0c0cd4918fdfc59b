import { setImmediate as nextTurn } from 'node:timers/promises';
import { remotingModules } from '../../src/remoting/cmdlets/index.ts';
import { ErrorRecord } from '../../src/runtime/errors/error-record.ts';
import { nodeClock, nodeEnvironment, nodePlatform, nodeRandom } from '../../src/runtime/host/node/node-clock.ts';
import { nodeFileSystem } from '../../src/runtime/host/node/node-file-system.ts';
import { nodeProcessLauncher } from '../../src/runtime/host/node/node-process-launcher.ts';
import type { PSHost } from '../../src/runtime/host/ps-host.ts';
import { nullSink } from '../../src/runtime/pipeline/sink.ts';
import { Runspace } from '../../src/runtime/runspace/runspace.ts';
import type { RunspaceOptions } from '../../src/runtime/runspace/runspace-options.ts';

/** What a script gave. */
export interface ScriptResult {
  /** Output objects as text. */
  readonly output: readonly string[];
  /** Ids of the errors, the one that ended the script last. */
  readonly errors: readonly string[];
  /** Lines that the host showed. */
  readonly shown: readonly string[];
  readonly records: readonly ErrorRecord[];
}

/** A host that keeps what it shows and answers questions from a list. */
export function recordingHost(shown: string[], answers: readonly string[] = []): PSHost {
  const left = [...answers];
  const line = (prefix: string) => (text: string) => {
    shown.push(prefix + text);
  };
  return {
    name: 'TestHost',
    version: '1.0',
    instanceId: '00000000-0000-0000-0000-00000000abcd',
    culture: 'en-US',
    uiCulture: 'en-US',
    supportsVirtualTerminal: false,
    setShouldExit() {},
    ui: {
      interactive: true,
      size: () => ({ width: 100, height: 30 }),
      write: line('~'),
      writeLine: line(''),
      writeErrorLine: line('E:'),
      writeWarningLine: line('W:'),
      writeVerboseLine: line('V:'),
      writeDebugLine: line('D:'),
      writeProgress() {},
      readLine: () => left.shift() ?? '',
      readSecret: () => left.shift() ?? '',
      prompt: (_caption, _message, fields) => new Map(fields.map((field) => [field.name, left.shift() ?? ''])),
      promptForChoice: () => [Number(left.shift() ?? 0)],
      promptForCredential: () => null,
    },
  };
}

/** The world of test runspaces: this machine. */
export function testWorld(): Omit<RunspaceOptions, 'host'> {
  return {
    fs: nodeFileSystem,
    environment: nodeEnvironment,
    processes: nodeProcessLauncher,
    clock: nodeClock,
    random: nodeRandom,
    platform: nodePlatform(process.cwd()),
    modules: remotingModules(),
    yieldTurn: () => nextTurn(),
    version: '0.0.0',
  };
}

/** An engine with the remoting commands, kept from script to script. */
export class RemotingEngine {
  readonly shown: string[] = [];
  readonly runspace: Runspace;

  constructor(answers: readonly string[] = []) {
    this.runspace = new Runspace({ ...testWorld(), host: recordingHost(this.shown, answers) });
  }

  async run(script: string): Promise<ScriptResult> {
    const output: string[] = [];
    const records: ErrorRecord[] = [];
    this.shown.length = 0;
    const text = (value: unknown) => this.runspace.typeSystem.toText(value as never);
    const command = this.runspace.scriptOf(script);
    const outcome = await this.runspace.run({
      command,
      dotSource: true,
      streams: {
        output: { write: (value) => void output.push(text(value)) },
        error: { write: (value) => void (value instanceof ErrorRecord && records.push(value)) },
        warning: nullSink,
        verbose: nullSink,
        debug: nullSink,
        information: nullSink,
        progress: nullSink,
      },
    });
    if (outcome.error) records.push(outcome.error);
    return { output, errors: records.map((record) => record.fullyQualifiedErrorId), shown: [...this.shown], records };
  }
}
