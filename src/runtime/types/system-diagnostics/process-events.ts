import { raiseOutside } from '../../values/net-events.ts';
import { NetObject } from '../../values/net-object.ts';
import type { NetProcess } from '../../values/net-process.ts';
import { defineType, type MemberTable } from '../define-type.ts';
import { eventMembers } from '../event-members.ts';
import { invalidOperation } from '../net-error.ts';
import { EventArgs } from '../system/delegates.ts';
import { ProcessReader } from './process-pipes.ts';

/** System.Diagnostics.DataReceivedEventArgs: a line, null at the end. */
class DataReceivedEventArgs extends NetObject {
  readonly data: string | null;

  constructor(data: string | null) {
    super();
    this.data = data;
  }
}

type Pipe = 'Output' | 'Error';

/** The pipes whose lines are raised as events. */
const read = new WeakMap<ProcessReader, boolean>();

function begin(self: NetProcess, pipe: Pipe): void {
  const reader = pipe === 'Output' ? self.standardOutput : self.standardError;
  if (!(reader instanceof ProcessReader)) throw invalidOperation(`Standard${pipe} is not redirected.`);
  if (read.get(reader)) throw invalidOperation('Lines are read already.');
  const isNew = !read.has(reader);
  read.set(reader, true);
  if (!isNew) return;
  const run = async (): Promise<void> => {
    const line = await reader.readLine();
    if (read.get(reader)) raiseOutside(self, `${pipe}DataReceived`, self, new DataReceivedEventArgs(line));
    if (line !== null) void run();
  };
  void run();
}

function cancel(self: NetProcess, pipe: Pipe): void {
  const reader = pipe === 'Output' ? self.standardOutput : self.standardError;
  if (!(reader instanceof ProcessReader) || !read.get(reader)) throw invalidOperation('No lines are read.');
  read.set(reader, false);
}

/** Raises Exited once, if the process is to raise events. */
function watchEnd(self: NetProcess): void {
  if (!self.raisesEvents || self.watched || !self.ended) return;
  self.watched = true;
  void self.ended.then(() => raiseOutside(self, 'Exited', self, new EventArgs()));
}

/** To be called when a process was started: its end may be waited for. */
export const processStarted = watchEnd;

/** The events of a process. */
export const processEventMembers: MemberTable = {
  ...eventMembers({
    ErrorDataReceived: 'DataReceivedEventHandler',
    Exited: 'EventHandler',
    OutputDataReceived: 'DataReceivedEventHandler',
  }),
  'prop EnableRaisingEvents bool get set': {
    get: (self: NetProcess) => self.raisesEvents,
    set: (self: NetProcess, value: boolean) => {
      self.raisesEvents = value;
      watchEnd(self);
    },
  },
  'BeginErrorReadLine() void': (self: NetProcess) => begin(self, 'Error'),
  'BeginOutputReadLine() void': (self: NetProcess) => begin(self, 'Output'),
  'CancelErrorRead() void': (self: NetProcess) => cancel(self, 'Error'),
  'CancelOutputRead() void': (self: NetProcess) => cancel(self, 'Output'),
};

/** What the events of a process bring. */
export const processEventTypes = [
  defineType({
    name: 'System.Diagnostics.DataReceivedEventArgs',
    base: 'System.EventArgs',
    jsClass: DataReceivedEventArgs,
    members: { 'prop Data string get': (self: DataReceivedEventArgs) => self.data },
  }),
  defineType({
    name: 'System.Diagnostics.DataReceivedEventHandler',
    kind: 'delegate',
    invoke: '(object sender, DataReceivedEventArgs e) void',
  }),
];
