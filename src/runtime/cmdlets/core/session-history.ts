import type { EngineContext } from '../../engine.ts';
import { defineType, type TypeSpec } from '../../types/define-type.ts';
import { NetObject } from '../../values/net-object.ts';
import { eventTypes } from '../events/event-types.ts';
import { jobTypes } from './jobs/job-types.ts';

/** Microsoft.PowerShell.Commands.HistoryInfo */
export class HistoryEntry extends NetObject {
  readonly id: number;
  readonly commandLine: string;
  /** Milliseconds since 1970 UTC. */
  readonly started: number;
  ended: number;

  constructor(id: number, commandLine: string, started: number) {
    super();
    this.id = id;
    this.commandLine = commandLine;
    this.started = started;
    this.ended = started;
  }
}

/** What was entered in one session. */
export class SessionHistory {
  entries: HistoryEntry[] = [];
  #nextId = 1;

  add(commandLine: string, started: number): HistoryEntry {
    const entry = new HistoryEntry(this.#nextId++, commandLine, started);
    this.entries.push(entry);
    return entry;
  }
}

const histories = new WeakMap<EngineContext, SessionHistory>();

/** The history of an engine; made on first use. */
export function historyOf(engine: EngineContext): SessionHistory {
  let history = histories.get(engine);
  if (!history) {
    history = new SessionHistory();
    histories.set(engine, history);
  }
  return history;
}

const historyType = defineType({
  name: 'Microsoft.PowerShell.Commands.HistoryInfo',
  jsClass: HistoryEntry,
  members: {
    'prop Id long get': (self: HistoryEntry) => BigInt(self.id),
    'prop CommandLine string get': (self: HistoryEntry) => self.commandLine,
    'ToString() string': (self: HistoryEntry) => self.commandLine,
  },
});

/** Types of the core commands' own results. */
export const coreCommandTypes: readonly TypeSpec[] = [historyType, ...jobTypes, ...eventTypes];
