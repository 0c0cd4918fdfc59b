import { commandEngine } from '../../commands/call-frame.ts';
import type { EngineContext } from '../../engine.ts';
import type { PSHost, PSHostUI } from '../../host/ps-host.ts';
import { ProgressRecord } from '../../pipeline/records.ts';
import { defineType, type TypeSpec } from '../../types/define-type.ts';
import { typeSystemOf } from '../../types/type-system.ts';
import { EnumValue } from '../../values/enum-value.ts';
import { Guid } from '../../values/guid.ts';
import { NetObject } from '../../values/net-object.ts';
import { baseOf, PSObject } from '../../values/ps-object.ts';
import type { Eventually, PSValue } from '../../values/ps-value.ts';
import { Version } from '../../values/version.ts';
import { runspaceOf } from '../power-shell/local-runspace.ts';
import { powerShellVersion } from '../version-table.ts';

/** `$Host`: the program that hosts the engine, as scripts see it. */
export class HostObject extends NetObject {
  readonly host: PSHost;
  readonly ui: HostUIObject;
  /** `PrivateData`, for whatever scripts put there. */
  readonly privateData = new PSObject();

  constructor(host: PSHost) {
    super();
    this.host = host;
    this.ui = new HostUIObject(host.ui);
  }
}

/** `$Host.UI` */
export class HostUIObject extends NetObject {
  readonly ui: PSHostUI;
  readonly rawUI: RawUIObject;

  constructor(ui: PSHostUI) {
    super();
    this.ui = ui;
    this.rawUI = new RawUIObject(ui);
  }
}

/** `$Host.UI.RawUI` */
export class RawUIObject extends NetObject {
  readonly ui: PSHostUI;
  title = '';

  constructor(ui: PSHostUI) {
    super();
    this.ui = ui;
  }
}

/** A size in character cells (System.Management.Automation.Host.Size). */
export class HostSize extends NetObject {
  readonly width: number;
  readonly height: number;

  constructor(width: number, height: number) {
    super();
    this.width = width;
    this.height = height;
  }
}

const automation = 'System.Management.Automation';
const assembly = automation;

const { major, minor, patch } = powerShellVersion;

function versionOf(text: string): Version {
  const [major = 0, minor = 0, build = -1, revision = -1] = (text.match(/\d+/g) ?? []).map(Number);
  return new Version(major, minor, build, revision);
}

/** The number of a ConsoleColor. */
function color(value: PSValue): number | undefined {
  const base = baseOf(value);
  return base instanceof EnumValue ? Number(base.value) : typeof base === 'number' ? base : undefined;
}

function consoleSize(self: RawUIObject): HostSize {
  const size = self.ui.size();
  return new HostSize(size?.width ?? 0, size?.height ?? 0);
}

async function choose(
  self: HostUIObject,
  caption: string,
  message: string,
  choices: readonly PSValue[],
  initial: number,
): Promise<number> {
  const list = choices.map((choice) => {
    const base = baseOf(choice);
    if (typeof base === 'string') return { label: base, helpMessage: '' };
    const part = (name: string): string => {
      const held =
        typeof base === 'object' && base !== null && name in base ? (base as Record<string, unknown>)[name] : '';
      return typeof held === 'string' ? held : '';
    };
    return { label: part('label'), helpMessage: part('helpMessage') };
  });
  const chosen = await self.ui.promptForChoice(caption, message, list, initial < 0 ? [] : [initial], false);
  return chosen[0] ?? initial;
}

const hostType = defineType({
  name: `${automation}.Internal.Host.InternalHost`,
  base: `${automation}.Host.PSHost`,
  jsClass: HostObject,
  assembly,
  members: {
    'prop Name string get': (self: HostObject) => self.host.name,
    // A host by the name of PowerShell's own has its version too: scripts ask both.
    'prop Version Version get': ({ host }: HostObject) =>
      host.name === 'ConsoleHost' ? new Version(major, minor, patch) : versionOf(host.version),
    'prop InstanceId Guid get': (self: HostObject) => new Guid(self.host.instanceId),
    'prop UI PSHostUserInterface get': (self: HostObject) => self.ui,
    'prop CurrentCulture object get'(self: HostObject) {
      return culture(this, self.host.culture);
    },
    'prop CurrentUICulture object get'(self: HostObject) {
      return culture(this, self.host.uiCulture);
    },
    'prop PrivateData object get': (self: HostObject) => self.privateData,
    'prop DebuggerEnabled bool get': () => false,
    'prop Runspace Runspace get'() {
      return runspaceOf(commandEngine(this));
    },
    'prop IsRunspacePushed bool get': () => false,
    'SetShouldExit(int exitCode) void': (self: HostObject, code: number) => self.host.setShouldExit(code),
    'NotifyBeginApplication() void': () => {},
    'NotifyEndApplication() void': () => {},
  },
});

function culture(engine: EngineContext, name: string): Eventually<PSValue> {
  const type = engine.resolveType('System.Globalization.CultureInfo');
  return type ? typeSystemOf(engine).convert(name, type) : name;
}

const uiType = defineType({
  name: `${automation}.Internal.Host.InternalHostUserInterface`,
  base: `${automation}.Host.PSHostUserInterface`,
  jsClass: HostUIObject,
  assembly,
  members: {
    'prop RawUI PSHostRawUserInterface get': (self: HostUIObject) => self.rawUI,
    'prop SupportsVirtualTerminal bool get'(this: EngineContext) {
      return this.host.supportsVirtualTerminal;
    },
    'Write(string value) void': (self: HostUIObject, value: string | null) => self.ui.write(value ?? ''),
    'Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) void': (
      self: HostUIObject,
      foreground: PSValue,
      background: PSValue,
      value: string | null,
    ) => self.ui.write(value ?? '', color(foreground), color(background)),
    'WriteLine() void': (self: HostUIObject) => self.ui.writeLine(''),
    'WriteLine(string value) void': (self: HostUIObject, value: string | null) => self.ui.writeLine(value ?? ''),
    'WriteLine(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) void': (
      self: HostUIObject,
      foreground: PSValue,
      background: PSValue,
      value: string | null,
    ) => self.ui.write(`${value ?? ''}\n`, color(foreground), color(background)),
    'WriteErrorLine(string value) void': (self: HostUIObject, value: string | null) =>
      self.ui.writeErrorLine(value ?? ''),
    'WriteDebugLine(string message) void': (self: HostUIObject, text: string | null) =>
      self.ui.writeDebugLine(text ?? ''),
    'WriteVerboseLine(string message) void': (self: HostUIObject, text: string | null) =>
      self.ui.writeVerboseLine(text ?? ''),
    'WriteWarningLine(string message) void': (self: HostUIObject, text: string | null) =>
      self.ui.writeWarningLine(text ?? ''),
    'WriteProgress(long sourceId, ProgressRecord record) void': (
      self: HostUIObject,
      sourceId: bigint,
      record: PSValue,
    ) => (record instanceof ProgressRecord ? self.ui.writeProgress({ ...record, sourceId }) : undefined),
    'ReadLine() string': (self: HostUIObject) => self.ui.readLine(),
    'PromptForChoice(string caption, string message, object[] choices, int defaultChoice) int': (
      self: HostUIObject,
      caption: string | null,
      message: string | null,
      choices: readonly PSValue[],
      initial: number,
    ) => choose(self, caption ?? '', message ?? '', choices, initial),
    'PromptForCredential(string caption, string message, string userName, string targetName) object': (
      self: HostUIObject,
      caption: string | null,
      message: string | null,
      userName: string | null,
      targetName: string | null,
    ) => self.ui.promptForCredential(caption ?? '', message ?? '', userName ?? '', targetName ?? ''),
  },
});

const rawType = defineType({
  name: `${automation}.Internal.Host.InternalHostRawUserInterface`,
  base: `${automation}.Host.PSHostRawUserInterface`,
  jsClass: RawUIObject,
  assembly,
  members: {
    'prop WindowTitle string get set': {
      get: (self: RawUIObject) => self.title,
      set: (self: RawUIObject, value: string | null) => {
        self.title = value ?? '';
      },
    },
    'prop WindowSize Size get': consoleSize,
    'prop BufferSize Size get': consoleSize,
    'prop MaxWindowSize Size get': consoleSize,
    'prop MaxPhysicalWindowSize Size get': consoleSize,
    'prop KeyAvailable bool get': () => false,
    'LengthInBufferCells(string source) int': (_self: RawUIObject, text: string | null) => (text ?? '').length,
    'FlushInputBuffer() void': () => {},
  },
});

const sizeType = defineType({
  name: `${automation}.Host.Size`,
  kind: 'struct',
  jsClass: HostSize,
  assembly,
  members: {
    'new(int width, int height)': (width: number, height: number) => new HostSize(width, height),
    'prop Width int get': (self: HostSize) => self.width,
    'prop Height int get': (self: HostSize) => self.height,
    'ToString() string': (self: HostSize) => `${self.width},${self.height}`,
  },
});

/** A place on the screen, in character cells (System.Management.Automation.Host.Coordinates). */
class Coordinates extends NetObject {
  x: number;
  y: number;

  constructor(x: number, y: number) {
    super();
    this.x = x;
    this.y = y;
  }

  equalityText(): string {
    return `${this.x},${this.y}`;
  }
}

const coordinatesType = defineType({
  name: `${automation}.Host.Coordinates`,
  kind: 'struct',
  jsClass: Coordinates,
  assembly,
  defaultValue: () => new Coordinates(0, 0),
  members: {
    'new(int x, int y)': (x: number, y: number) => new Coordinates(x, y),
    'prop X int get set': {
      get: (self: Coordinates) => self.x,
      set: (self: Coordinates, value: number) => {
        self.x = value;
      },
    },
    'prop Y int get set': {
      get: (self: Coordinates) => self.y,
      set: (self: Coordinates, value: number) => {
        self.y = value;
      },
    },
    'Equals(object obj) bool': (self: Coordinates, other) =>
      other instanceof Coordinates && other.equalityText() === self.equalityText(),
    'ToString() string': (self: Coordinates) => self.equalityText(),
  },
});

/** What `$Host` and its parts are (System.Management.Automation.Host). */
export const hostTypes: readonly TypeSpec[] = [
  defineType({ name: `${automation}.Host.PSHost`, isAbstract: true, assembly }),
  defineType({ name: `${automation}.Host.PSHostUserInterface`, isAbstract: true, assembly }),
  defineType({ name: `${automation}.Host.PSHostRawUserInterface`, isAbstract: true, assembly }),
  hostType,
  uiType,
  rawType,
  sizeType,
  coordinatesType,
];
