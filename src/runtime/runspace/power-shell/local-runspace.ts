import { positionalArgument } from '../../commands/argument.ts';
import type { CommandEngine, SpawnedRunspace } from '../../commands/call-frame.ts';
import { FunctionInfo, ScriptInfo } from '../../commands/command-info.ts';
import { automationEnum } from '../../commands/types/automation-enums.ts';
import { NetException } from '../../errors/net-exception.ts';
import { parseScript } from '../../evaluate/parse-script.ts';
import { feedOf } from '../../pipeline/feed.ts';
import {
  InvocableRunspace,
  type Invocation,
  type InvocationEnd,
  type InvocationRequest,
  type Part,
} from '../../pipeline/invocable-runspace.ts';
import { CommandSite, type Stage } from '../../pipeline/stage.ts';
import { Guid } from '../../values/guid.ts';
import type { PSValue } from '../../values/ps-value.ts';
import type { InitialSessionState } from './initial-session-state.ts';

/** States of a runspace of this process, by the names of RunspaceState. */
export type RunspaceState = 'BeforeOpen' | 'Opened' | 'Closed';

let lastId = 1;

/** System.Management.Automation.Runspaces.Runspace of this process: what `[runspacefactory]::CreateRunspace()` makes. */
export class LocalRunspace extends InvocableRunspace {
  readonly id = lastId++;
  readonly instanceId: Guid;
  readonly initial: InitialSessionState | undefined;
  name = `Runspace${this.id}`;
  state: RunspaceState = 'BeforeOpen';
  /** The one that its maker runs in: commands in it nest. */
  isDefault = false;
  /** How many invocations are under way. */
  running = 0;
  /** Values of settings that change nothing here, such as ThreadOptions. */
  readonly settings = new Map<string, PSValue>();
  readonly #make: () => SpawnedRunspace;
  #made: SpawnedRunspace | undefined;
  #imported = false;

  constructor(instanceId: Guid, make: () => SpawnedRunspace, initial?: InitialSessionState) {
    super();
    this.instanceId = instanceId;
    this.#make = make;
    this.initial = initial;
  }

  /** Opens it; a second time is an error. @throws NetException InvalidRunspaceStateException */
  open(): void {
    if (this.state !== 'BeforeOpen')
      throw new NetException(
        'System.Management.Automation.Runspaces.InvalidRunspaceStateException',
        `The runspace cannot be opened, because it is ${this.state}.`,
      );
    this.state = 'Opened';
    const { mainState } = this.spawned;
    for (const { name, value } of this.initial?.variables ?? [])
      mainState.globalScope.setValue(name, name.toLowerCase(), value);
    for (const { name, definition } of this.initial?.functions ?? []) {
      const info = new FunctionInfo(name, parseScript(definition, mainState));
      mainState.globalScope.ensureTables().functions.set(name.toLowerCase(), info);
    }
  }

  ensureOpen(): void {
    if (this.state === 'BeforeOpen') this.open();
  }

  close(): void {
    this.#made?.stop();
    this.state = 'Closed';
  }

  begin(request: InvocationRequest): Invocation {
    const { spawned } = this;
    if (this.running > 0 && !this.isDefault)
      throw new NetException(
        'System.Management.Automation.PSInvalidOperationException',
        'The runspace is busy: one pipeline runs at a time in it.',
      );
    this.running++;
    const done = this.#imports(spawned, request)
      .then(() => runStatements(spawned, request))
      .finally(() => {
        this.running--;
      });
    return { done, stop: () => spawned.stop() };
  }

  /** Imports what the initial session state names, before the first statement. */
  async #imports(spawned: SpawnedRunspace, { streams }: InvocationRequest): Promise<void> {
    const modules = this.#imported ? [] : (this.initial?.modules ?? []);
    this.#imported = true;
    for (const name of modules) {
      const site = new CommandSite('', undefined, null);
      const stage: Stage = { site, command: 'Import-Module', args: [positionalArgument(name)], redirections: [] };
      await spawned.run({ stages: [stage], input: undefined, streams });
    }
  }

  demandOpen(): void {
    if (this.state === 'Opened') return;
    const exception = new NetException(
      'System.Management.Automation.Runspaces.InvalidRunspaceStateException',
      `Nothing can run in the runspace, because it is ${this.state}.`,
    );
    exception.properties.set('CurrentState', automationEnum('Runspaces.RunspaceState', this.state));
    exception.properties.set('ExpectedState', automationEnum('Runspaces.RunspaceState', 'Opened'));
    throw exception;
  }

  /** What runs in it. @throws NetException InvalidRunspaceStateException unless it is open */
  get spawned(): SpawnedRunspace {
    this.demandOpen();
    this.#made ??= this.#make();
    return this.#made;
  }
}

async function runStatements(spawned: SpawnedRunspace, request: InvocationRequest): Promise<InvocationEnd> {
  const { statements, input, streams } = request;
  for (const statement of statements) {
    const stages = statement.map((part) => stageOf(part, spawned));
    const end = await spawned.run({ stages, input: input && feedOf(input), streams });
    if (end.stopped || end.error) return end;
  }
  return { error: undefined, stopped: false };
}

function stageOf(part: Part, spawned: SpawnedRunspace): Stage {
  const operator = part.kind === 'script' && !part.useLocalScope ? '.' : '&';
  const site = new CommandSite(operator, undefined, null);
  const command = part.command ?? (part.kind === 'script' ? scriptOf(part.text, spawned) : part.text);
  return { site, command, args: part.args, redirections: [] };
}

function scriptOf(text: string, spawned: SpawnedRunspace): ScriptInfo {
  return new ScriptInfo(parseScript(text, spawned.mainState));
}

function current(engine: CommandEngine): SpawnedRunspace {
  if (engine.asSpawned) return engine.asSpawned();
  throw new NetException('System.NotSupportedException', 'This engine cannot run commands in its own runspace.');
}

const defaults = new WeakMap<CommandEngine, LocalRunspace>();
/** What the scripts of an engine have made, closed ones included until somebody looks. */
const made = new WeakMap<CommandEngine, LocalRunspace[]>();

/** The runspace a script runs in and those it has made that are not closed. */
export function runspacesOf(engine: CommandEngine): LocalRunspace[] {
  const open = (made.get(engine) ?? []).filter((one) => one.state !== 'Closed');
  made.set(engine, open);
  return [runspaceOf(engine), ...open];
}

/** The runspace that a script runs in, as an object. */
export function runspaceOf(engine: CommandEngine): LocalRunspace {
  let found = defaults.get(engine);
  if (!found) {
    found = new LocalRunspace(Guid.fromRandomBytes(engine.random.bytes(16)), () => current(engine));
    found.state = 'Opened';
    found.isDefault = true;
    defaults.set(engine, found);
  }
  return found;
}

/** A runspace of its own with what an InitialSessionState says. */
export function madeRunspace(engine: CommandEngine, initial?: InitialSessionState): LocalRunspace {
  const id = Guid.fromRandomBytes(engine.random.bytes(16));
  const runspace = new LocalRunspace(
    id,
    () => {
      if (!engine.spawn)
        throw new NetException('System.NotSupportedException', 'This engine makes no further runspaces.');
      return engine.spawn(engine.workingDirectory);
    },
    initial,
  );
  made.set(engine, [...runspacesOf(engine).slice(1), runspace]);
  return runspace;
}
