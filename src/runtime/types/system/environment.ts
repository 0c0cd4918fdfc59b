import type { EngineContext } from '../../engine.ts';
import { ExitSignal } from '../../errors/control-flow.ts';
import { environmentEntries } from '../../host/own-environment.ts';
import type { EnumValue } from '../../values/enum-value.ts';
import { Hashtable } from '../../values/hashtable.ts';
import { andThen, type Eventually, type PSValue } from '../../values/ps-value.ts';
import { Version } from '../../values/version.ts';
import { defineType, type MemberTable } from '../define-type.ts';
import { argumentNull, badArgument } from '../net-error.ts';
import { setProcessDirectory } from '../system-io/file-operations.ts';
import { OperatingSystem } from './operating-system.ts';

type Text = string | null;

const exitCodes = new WeakMap<EngineContext, number>();

/** The version of .NET whose behaviour is followed. */
export const runtimeVersion = new Version(10, 0, 0);

/** Folders by SpecialFolder: where they are below home, or how else they are found. */
const folders: Readonly<Record<number, (engine: EngineContext, home: string) => string>> = {
  0: (e, home) => xdg(e, 'XDG_DESKTOP_DIR', `${home}/Desktop`),
  5: (e, home) => xdg(e, 'XDG_DOCUMENTS_DIR', `${home}/Documents`),
  13: (e, home) => xdg(e, 'XDG_MUSIC_DIR', `${home}/Music`),
  14: (e, home) => xdg(e, 'XDG_VIDEOS_DIR', `${home}/Videos`),
  16: (e, home) => xdg(e, 'XDG_DESKTOP_DIR', `${home}/Desktop`),
  20: (_e, home) => `${home}/.fonts`,
  21: (e, home) => xdg(e, 'XDG_TEMPLATES_DIR', `${home}/Templates`),
  26: (e, home) => xdg(e, 'XDG_CONFIG_HOME', `${home}/.config`),
  28: (e, home) => xdg(e, 'XDG_DATA_HOME', `${home}/.local/share`),
  35: () => '/usr/share',
  39: (e, home) => xdg(e, 'XDG_PICTURES_DIR', `${home}/Pictures`),
  40: (_e, home) => home,
  45: () => '/usr/share/templates',
};

function xdg(engine: EngineContext, name: string, otherwise: string): string {
  const set = engine.environment.get(name);
  return set?.startsWith('/') ? set : otherwise;
}

const DO_NOT_VERIFY = 0x4000;
const CREATE = 0x8000;

/** The path of a special folder; '' where there is none or, unless told otherwise, it is not there. */
function folderPath(engine: EngineContext, folder: EnumValue, option = 0): Eventually<string> {
  const home = engine.environment.get('HOME') || engine.platform.homeDirectory;
  const path = folders[Number(folder.value)]?.(engine, home) ?? '';
  if (path === '' || option === DO_NOT_VERIFY) return path;
  return andThen(engine.fs.stat(path), (stat) => {
    if (stat?.kind === 'directory') return path;
    if (option !== CREATE) return '';
    return andThen(engine.fs.makeDirectory(path, { recursive: true }), () => path);
  });
}

function variableName(name: Text): string {
  if (name === null) throw argumentNull('variable');
  return name;
}

function setVariable(engine: EngineContext, name: Text, value: Text): void {
  const key = variableName(name);
  if (key === '' || key.startsWith('\0')) throw badArgument('The name of a variable must not be empty.', 'variable');
  if (key.includes('=')) throw badArgument('The name of a variable must not have an equals sign.', 'variable');
  engine.environment.set(key, value ?? undefined);
}

function variables(engine: EngineContext): Hashtable {
  const table = Hashtable.caseSensitive();
  for (const [name, value] of environmentEntries(engine.environment)) table.set(name, value);
  return table;
}

const isProcess = (target: EnumValue): boolean => Number(target.value) === 0;

function expand(engine: EngineContext, text: Text): string {
  if (text === null) throw argumentNull('name');
  return text.replace(/%([^%]*)%/g, (whole, name: string) => engine.environment.get(name) ?? whole);
}

/** Ends at once, as after SIGABRT. */
function failFast(engine: EngineContext, message: Text): Eventually<PSValue> {
  return andThen(engine.host.ui.writeErrorLine(message ?? 'The program asked to end at once.'), () => {
    engine.host.setShouldExit(134);
    throw new ExitSignal(134);
  });
}

function is64Bit(engine: EngineContext): boolean {
  return /64|s390x|ppc/.test(engine.platform.architecture);
}

const variableMembers: MemberTable = {
  'static ExpandEnvironmentVariables(string name) string'(text: Text) {
    return expand(this, text);
  },
  'static GetEnvironmentVariable(string variable) string'(name: Text) {
    return this.environment.get(variableName(name)) ?? null;
  },
  'static GetEnvironmentVariable(string variable, EnvironmentVariableTarget target) string'(
    name: Text,
    target: EnumValue,
  ) {
    return isProcess(target) ? (this.environment.get(variableName(name)) ?? null) : null;
  },
  'static GetEnvironmentVariables(EnvironmentVariableTarget target) IDictionary'(target: EnumValue) {
    return isProcess(target) ? variables(this) : Hashtable.caseSensitive();
  },
  'static GetEnvironmentVariables() IDictionary'() {
    return variables(this);
  },
  'static SetEnvironmentVariable(string variable, string value) void'(name: Text, value: Text) {
    setVariable(this, name, value);
  },
  'static SetEnvironmentVariable(string variable, string value, EnvironmentVariableTarget target) void'(
    name: Text,
    value: Text,
    target: EnumValue,
  ) {
    if (isProcess(target)) setVariable(this, name, value);
  },
};

/** System.Environment */
export const environmentType = defineType({
  name: 'System.Environment',
  isAbstract: true,
  isSealed: true,
  members: {
    'static prop CommandLine string get'() {
      return this.platform.executablePath;
    },
    'static prop CurrentDirectory string get set': {
      get() {
        return this.processDirectory.path;
      },
      set(path: Text) {
        return setProcessDirectory(this, path);
      },
    },
    'static prop CurrentManagedThreadId int get': () => 1,
    'static prop ExitCode int get set': {
      get() {
        return exitCodes.get(this) ?? 0;
      },
      set(code: number) {
        exitCodes.set(this, code);
      },
    },
    'static prop HasShutdownStarted bool get': () => false,
    'static prop Is64BitOperatingSystem bool get'() {
      return is64Bit(this);
    },
    'static prop Is64BitProcess bool get'() {
      return is64Bit(this);
    },
    'static prop IsPrivilegedProcess bool get'() {
      return this.platform.userName === 'root';
    },
    'static prop MachineName string get'() {
      return this.platform.machineName;
    },
    'static prop NewLine string get': () => '\n',
    'static prop OSVersion OperatingSystem get'() {
      return OperatingSystem.of(this.platform);
    },
    'static prop ProcessId int get'() {
      return this.platform.processId;
    },
    'static prop ProcessorCount int get'() {
      return this.platform.processorCount;
    },
    'static prop ProcessPath string get'() {
      return this.platform.executablePath;
    },
    'static prop StackTrace string get': () => '',
    'static prop SystemDirectory string get': () => '',
    'static prop SystemPageSize int get': () => 4096,
    'static prop TickCount int get'() {
      return Math.trunc(this.clock.monotonic()) | 0;
    },
    'static prop TickCount64 long get'() {
      return BigInt(Math.trunc(this.clock.monotonic()));
    },
    'static prop UserDomainName string get'() {
      return this.platform.machineName;
    },
    'static prop UserInteractive bool get': () => true,
    'static prop UserName string get'() {
      return this.platform.userName;
    },
    'static prop Version Version get': () => runtimeVersion,
    'static prop WorkingSet long get': () => 0n,
    'static Exit(int exitCode) void'(code: number) {
      this.host.setShouldExit(code);
      throw new ExitSignal(code);
    },
    ...variableMembers,
    'static FailFast(string message) void'(message: Text) {
      return failFast(this, message);
    },
    'static FailFast(string message, Exception exception) void'(message: Text) {
      return failFast(this, message);
    },
    'static GetCommandLineArgs() string[]'() {
      return [this.platform.executablePath];
    },
    'static GetFolderPath(SpecialFolder folder) string'(folder: EnumValue) {
      return folderPath(this, folder);
    },
    'static GetFolderPath(SpecialFolder folder, SpecialFolderOption option) string'(
      folder: EnumValue,
      option: EnumValue,
    ) {
      return folderPath(this, folder, Number(option.value));
    },
    'static GetLogicalDrives() string[]': () => ['/'],
  },
});
