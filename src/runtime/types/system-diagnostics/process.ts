import type { EngineContext } from '../../engine.ts';
import { NetException } from '../../errors/net-exception.ts';
import type { ProcessEntry, ProcessLauncher } from '../../host/process-launcher.ts';
import { NetObject } from '../../values/net-object.ts';
import { NetProcess } from '../../values/net-process.ts';
import { andThen, type Eventually, type PSValue } from '../../values/ps-value.ts';
import { TimeSpan } from '../../values/time-span.ts';
import { toLocalTime } from '../../values/time-zone.ts';
import { defineType, type MemberTable } from '../define-type.ts';
import { utcOf, zoneOf } from '../engine-zone.ts';
import { badArgument, invalidOperation } from '../net-error.ts';
import { itemsOf } from '../sequence.ts';
import { pauseUntil } from '../system-threading/pause.ts';
import { processEventMembers, processEventTypes, processStarted } from './process-events.ts';
import { ProcessReader, ProcessWriter } from './process-pipes.ts';
import { environmentOf, ProcessStartInfo } from './process-start-info.ts';

function launcherOf(engine: EngineContext): ProcessLauncher {
  if (engine.processes) return engine.processes;
  throw new NetException('System.PlatformNotSupportedException', 'This engine may not see or start processes.');
}

/** The file a start names: as it is with a slash, else the first of its name in PATH. */
function fileOf(engine: EngineContext, name: string): Eventually<string> {
  if (name.includes('/')) return name;
  const folders = (engine.environment.get('PATH') ?? '').split(':').filter((folder) => folder !== '');
  const search = (at: number): Eventually<string> => {
    const folder = folders[at];
    if (folder === undefined) return name;
    const path = `${folder}/${name}`;
    return andThen(engine.fs.stat(path), (stat) =>
      stat?.kind === 'file' && (stat.mode & 0o111) !== 0 ? path : search(at + 1),
    );
  };
  return search(0);
}

function notStarted(engine: EngineContext, name: string, thrown: unknown): NetException {
  const reason = engine.toException(thrown).message;
  const error = new NetException('System.ComponentModel.Win32Exception', `'${name}' could not be started: ${reason}`);
  error.properties.set('NativeErrorCode', 2);
  return error;
}

function run(engine: EngineContext, self: NetProcess, info: ProcessStartInfo, file: string): NetProcess {
  const processes = launcherOf(engine);
  const environment = new Map<string, string>();
  for (const { key, value } of environmentOf(engine, info).entries()) environment.set(String(key), String(value));
  const pipe = (name: string, otherwise: 'inherit' | 'ignore') => (info.flag(name) ? ('pipe' as const) : otherwise);
  const folder = info.properties.get('WorkingDirectory');
  try {
    const child = processes.start({
      file,
      args: info.args,
      directory: typeof folder === 'string' && folder !== '' ? folder : engine.processDirectory.path,
      environment,
      stdin: pipe('RedirectStandardInput', 'ignore'),
      stdout: pipe('RedirectStandardOutput', 'inherit'),
      stderr: pipe('RedirectStandardError', 'inherit'),
    });
    self.child = child;
    connect(engine, self, info);
  } catch (thrown) {
    throw notStarted(engine, info.fileName, thrown);
  }
  return self;
}

/** Attaches the pipes and notes the end. */
function connect(engine: EngineContext, self: NetProcess, info: ProcessStartInfo): void {
  const { child } = self;
  if (!child) return;
  const readers: ProcessReader[] = [];
  if (info.flag('RedirectStandardOutput')) {
    const reader = new ProcessReader();
    child.onOutput((chunk) => reader.push(chunk));
    self.standardOutput = reader;
    readers.push(reader);
  }
  if (info.flag('RedirectStandardError')) {
    const reader = new ProcessReader();
    child.onError((chunk) => reader.push(chunk));
    self.standardError = reader;
    readers.push(reader);
  }
  if (info.flag('RedirectStandardInput')) self.standardInput = new ProcessWriter(child);
  const finish = (code: number): void => {
    self.exitCode = code;
    self.exitTime = engine.clock.now();
    for (const reader of readers) reader.end();
  };
  self.ended = child.exit.then(finish, (thrown: unknown) => {
    self.failure = thrown;
    finish(-1);
  });
  processStarted(self);
}

/** Starts what a ProcessStartInfo says. */
function start(engine: EngineContext, self: NetProcess): Eventually<NetProcess> {
  const info = self.startInfo;
  if (!(info instanceof ProcessStartInfo) || info.fileName === '') {
    throw invalidOperation('There is no file name to start.');
  }
  return andThen(fileOf(engine, info.fileName), (file) => {
    run(engine, self, info, file);
    // A program that is not there fails at once; give that a chance to be seen.
    return Promise.race([self.ended ?? Promise.resolve(), engine.clock.sleep(0)]).then(() => {
      if (self.failure !== undefined) throw notStarted(engine, info.fileName, self.failure);
      return self;
    });
  });
}

function started(engine: EngineContext, file: string, text = '', list: readonly string[] = []): Eventually<NetProcess> {
  const process = new NetProcess();
  process.startInfo = new ProcessStartInfo(file, text, list);
  return start(engine, process);
}

function needChild(self: NetProcess): void {
  if (!self.child && !self.entry) throw invalidOperation('No process was started with this object.');
}

function idOf(self: NetProcess): number {
  needChild(self);
  return self.child?.id ?? self.entry?.id ?? 0;
}

/** What the host tells of the process now; undefined when it has ended. */
function entryOf(engine: EngineContext, self: NetProcess): Eventually<ProcessEntry | undefined> {
  if (self.entry) return self.entry;
  const id = idOf(self);
  return andThen(launcherOf(engine).list(), (list) => {
    self.entry = list.find((entry) => entry.id === id);
    return self.entry;
  });
}

function fromEntry<T extends PSValue>(read: (entry: ProcessEntry, engine: EngineContext) => T) {
  return function (this: EngineContext, self: NetProcess): Eventually<PSValue> {
    return andThen(entryOf(this, self), (entry) => {
      if (!entry) throw invalidOperation('The process has ended.');
      return read(entry, this);
    });
  };
}

function hasExited(engine: EngineContext, self: NetProcess): Eventually<boolean> {
  if (self.child) return self.exitCode !== undefined;
  const id = idOf(self);
  return andThen(launcherOf(engine).list(), (list) => !list.some((entry) => entry.id === id));
}

function waitForExit(engine: EngineContext, self: NetProcess, milliseconds: number): Eventually<boolean> {
  needChild(self);
  if (self.exitCode !== undefined) return true;
  const limit = milliseconds < 0 ? Number.POSITIVE_INFINITY : milliseconds;
  if (self.child) return pauseUntil(engine, () => self.exitCode !== undefined, limit);
  const poll = (left: number): Promise<boolean> =>
    Promise.resolve(hasExited(engine, self)).then((ended) => {
      if (ended || left <= 0 || engine.budget.stopping) return ended;
      return engine.clock.sleep(Math.min(50, left)).then(() => poll(left - 50));
    });
  return poll(limit);
}

function kill(engine: EngineContext, self: NetProcess): void {
  if (self.exitCode !== undefined) return;
  if (self.child) self.child.kill('SIGKILL');
  else launcherOf(engine).signal(idOf(self), 'SIGKILL');
}

function find(engine: EngineContext, wanted: (entry: ProcessEntry) => boolean): Eventually<NetProcess[]> {
  return andThen(launcherOf(engine).list(), (list) => list.filter(wanted).map((entry) => new NetProcess(entry)));
}

function processById(engine: EngineContext, id: number): Eventually<NetProcess> {
  return andThen(
    find(engine, (entry) => entry.id === id),
    ([found]) => {
      if (!found) throw badArgument(`There is no process with the ID ${id}.`);
      return found;
    },
  );
}

/** Processes of other machines cannot be seen, in .NET only from Windows. */
function thisMachine(name: string): void {
  if (name === '') throw badArgument('The name of the machine must not be empty.', 'machineName');
  if (name !== '.')
    throw new NetException('System.PlatformNotSupportedException', 'Only processes of this machine can be seen.');
}

const seconds = (n: number): TimeSpan => TimeSpan.from('Seconds', n);

/** Sizes by the name of their property. */
const sizeReaders: readonly (readonly [name: string, read: (entry: ProcessEntry) => number])[] = [
  ['NonpagedSystemMemorySize', () => 0],
  ['PagedMemorySize', (e) => e.pagedMemory],
  ['PagedSystemMemorySize', () => 0],
  ['PeakPagedMemorySize', (e) => e.pagedMemory],
  ['PeakVirtualMemorySize', (e) => e.virtualMemory],
  ['PeakWorkingSet', (e) => e.workingSet],
  ['PrivateMemorySize', (e) => e.pagedMemory],
  ['VirtualMemorySize', (e) => e.virtualMemory],
  ['WorkingSet', (e) => e.workingSet],
];

/** Numbers of bytes in both widths: `WorkingSet` int and `WorkingSet64` long. */
function sizes(): MemberTable {
  const table: Record<string, MemberTable[string]> = {};
  for (const [name, read] of sizeReaders) {
    table[`prop ${name} int get`] = fromEntry((entry) => read(entry) | 0);
    table[`prop ${name}64 long get`] = fromEntry((entry) => BigInt(Math.round(read(entry))));
  }
  return table;
}

/** System.Diagnostics.ProcessModule: the program's own file. */
class ProcessModule extends NetObject {
  readonly fileName: string;

  constructor(fileName: string) {
    super();
    this.fileName = fileName;
  }
}

const processType = defineType({
  name: 'System.Diagnostics.Process',
  base: 'System.ComponentModel.Component',
  interfaces: 'IDisposable',
  jsClass: NetProcess,
  members: {
    'new()': () => {
      const process = new NetProcess();
      process.startInfo = new ProcessStartInfo();
      return process;
    },
    ...processEventMembers,
    'prop BasePriority int get': () => 0,
    'prop CommandLineText string get': fromEntry((entry) => entry.commandLine.join(' ')),
    'prop ExitCode int get': (self: NetProcess) => {
      needChild(self);
      if (self.exitCode === undefined) throw invalidOperation('The process has not ended yet.');
      return self.exitCode;
    },
    'prop ExitTime DateTime get'(self: NetProcess) {
      if (self.exitTime === undefined) throw invalidOperation('The process has not ended yet.');
      return toLocalTime(utcOf(self.exitTime), zoneOf(this));
    },
    'prop HandleCount int get': fromEntry((entry) => entry.handles),
    'prop HasExited bool get'(self: NetProcess) {
      return hasExited(this, self);
    },
    'prop Id int get': idOf,
    'prop MachineName string get': () => '.',
    'prop MainModule ProcessModule get': fromEntry((entry) =>
      entry.path === undefined ? null : new ProcessModule(entry.path),
    ),
    'prop MainWindowTitle string get': () => '',
    'prop ParentProcess Process get': function (this: EngineContext, self: NetProcess) {
      return andThen(entryOf(this, self), (entry) =>
        andThen(
          find(this, (other) => other.id === entry?.parentId),
          (found) => found[0] ?? null,
        ),
      );
    },
    'prop PriorityClass ProcessPriorityClass get': () => 32,
    'prop PrivilegedProcessorTime TimeSpan get': () => TimeSpan.zero,
    'prop ProcessName string get': fromEntry((entry) => entry.name),
    'prop Responding bool get': () => true,
    'prop SessionId int get': fromEntry((entry) => entry.sessionId),
    ...sizes(),
    'prop StandardError StreamReader get': (self: NetProcess) => self.standardError,
    'prop StandardInput StreamWriter get': (self: NetProcess) => self.standardInput,
    'prop StandardOutput StreamReader get': (self: NetProcess) => self.standardOutput,
    'prop StartInfo ProcessStartInfo get set': {
      get: (self: NetProcess) => self.startInfo ?? null,
      set: (self: NetProcess, info) => {
        self.startInfo = info;
      },
    },
    'prop StartTime DateTime get': fromEntry((entry, engine) => toLocalTime(utcOf(entry.started), zoneOf(engine))),
    'prop TotalProcessorTime TimeSpan get': fromEntry((entry) => seconds(entry.cpuSeconds)),
    'prop UserProcessorTime TimeSpan get': fromEntry((entry) => seconds(entry.cpuSeconds)),
    'Close() void': () => undefined,
    'CloseMainWindow() bool': () => false,
    'Dispose() void': () => undefined,
    'static GetCurrentProcess() Process'() {
      const id = this.processes?.currentId ?? this.platform.processId;
      return andThen(
        find(this, (entry) => entry.id === id),
        (found) => found[0] ?? null,
      );
    },
    'static GetProcessById(int processId) Process'(id: number) {
      return processById(this, id);
    },
    'static GetProcesses() Process[]'() {
      return find(this, () => true);
    },
    'static GetProcesses(string machineName) Process[]'(machine: string) {
      thisMachine(machine);
      return find(this, () => true);
    },
    'static GetProcessById(int processId, string machineName) Process'(id: number, machine: string) {
      thisMachine(machine);
      return processById(this, id);
    },
    'static GetProcessesByName(string processName, string machineName) Process[]'(name: string, machine: string) {
      thisMachine(machine);
      return find(this, (entry) => entry.name === name);
    },
    'static GetProcessesByName(string processName) Process[]'(name: string) {
      return find(this, (entry) => entry.name === name);
    },
    'Kill() void'(self: NetProcess) {
      kill(this, self);
    },
    'Kill(bool entireProcessTree) void'(self: NetProcess) {
      kill(this, self);
    },
    'Refresh() void': (self: NetProcess) => {
      if (self.child) self.entry = undefined;
    },
    'Start() bool'(self: NetProcess) {
      return andThen(start(this, self), () => true);
    },
    'static Start(string fileName) Process'(file: string) {
      return started(this, file);
    },
    'static Start(string fileName, string arguments) Process'(file: string, text: string | null) {
      return started(this, file, text ?? '');
    },
    'static Start(string fileName, IEnumerable<string> arguments) Process'(file: string, list) {
      return started(this, file, '', itemsOf(list, 'arguments').map(String));
    },
    'static Start(ProcessStartInfo startInfo) Process'(info) {
      const process = new NetProcess();
      process.startInfo = info;
      return start(this, process);
    },
    'ToString() string': function (this: EngineContext, self: NetProcess) {
      const name = self.entry?.name;
      return name === undefined ? 'System.Diagnostics.Process' : `System.Diagnostics.Process (${name})`;
    },
    'WaitForExit() void'(self: NetProcess) {
      return andThen(waitForExit(this, self, -1), () => undefined);
    },
    'WaitForExit(int milliseconds) bool'(self: NetProcess, milliseconds: number) {
      return waitForExit(this, self, milliseconds);
    },
  },
});

/** Process and its main module. */
export const processTypes = [
  processType,
  ...processEventTypes,
  defineType({
    name: 'System.Diagnostics.ProcessModule',
    base: 'System.ComponentModel.Component',
    jsClass: ProcessModule,
    members: {
      'prop FileName string get': (self: ProcessModule) => self.fileName,
      'prop FileVersionInfo object get': () => null,
      'prop ModuleName string get': (self: ProcessModule) => self.fileName.slice(self.fileName.lastIndexOf('/') + 1),
    },
  }),
  defineType({
    name: 'System.ComponentModel.Component',
    base: 'System.MarshalByRefObject',
    interfaces: 'IDisposable',
  }),
];
