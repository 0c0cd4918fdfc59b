import type { EngineContext } from '../../engine.ts';
import { NetException } from '../../errors/net-exception.ts';
import { textEncodings } from '../../text/text-encoding.ts';
import type { EnumValue } from '../../values/enum-value.ts';
import type { NetEncoding } from '../../values/net-encoding.ts';
import { cannot, NetStream } from '../../values/net-stream.ts';
import { valueTuple } from '../../values/net-tuple.ts';
import { andThen, type Eventually, type PSValue } from '../../values/ps-value.ts';
import { defineType, type MemberTable, type PropertyFunctions } from '../define-type.ts';
import { argumentNull, outOfRange } from '../net-error.ts';
import type { TextReader } from '../system-io/text-reader.ts';
import type { TextWriter } from '../system-io/text-writer.ts';
import { writeMembers } from '../system-io/writer-members.ts';
import { encodingObject } from '../system-text/encoding.ts';
import { type ConsoleState, consoleOf, needTerminal, sendSequence } from './console-state.ts';

/** A stream whose bytes go to the console as UTF-8 text. */
class ConsoleStream extends NetStream {
  readonly #write: (text: string) => Eventually<void>;
  readonly #decoder = new TextDecoder('utf-8');

  constructor(write: (text: string) => Eventually<void>) {
    super();
    this.#write = write;
  }

  get canRead(): boolean {
    return false;
  }

  get canSeek(): boolean {
    return false;
  }

  get canWrite(): boolean {
    return this.isOpen;
  }

  get length(): number {
    throw cannot('tell its length');
  }

  get position(): number {
    throw cannot('seek');
  }

  set position(_value: number) {
    throw cannot('seek');
  }

  read(): Uint8Array {
    throw cannot('read');
  }

  write(bytes: Uint8Array): Eventually<void> {
    return this.#write(this.#decoder.decode(bytes, { stream: true }));
  }

  setLength(): void {
    throw cannot('be cut');
  }
}

/** Size of the window in cells; 80 by 24 where there is none. */
const sizeOf = (engine: EngineContext) => engine.host.ui.size() ?? { width: 80, height: 24 };

const size = (which: 'width' | 'height'): PropertyFunctions => ({
  get() {
    return sizeOf(this)[which];
  },
});

const color = (which: 'foreground' | 'background'): PropertyFunctions => ({
  get() {
    return consoleOf(this)[which] ?? -1;
  },
  set(value: EnumValue) {
    const number = Number(value.value);
    consoleOf(this)[which] = number < 0 ? undefined : number;
  },
});

const writer = (which: 'out' | 'error'): PropertyFunctions => ({
  get() {
    return consoleOf(this)[which];
  },
});

function notHere(what: string): never {
  throw new NetException('System.PlatformNotSupportedException', `${what} is not supported on this platform.`);
}

const encoding = (which: 'inputEncoding' | 'outputEncoding'): PropertyFunctions => ({
  get() {
    return consoleOf(this)[which] ?? encodingObject(textEncodings.utf8);
  },
  set(value: NetEncoding | null) {
    if (!value) throw argumentNull('value');
    consoleOf(this)[which] = value;
  },
});

function isRedirected(engine: EngineContext): boolean {
  return engine.host.ui.size() === undefined;
}

function moveTo(engine: EngineContext, left: number, top: number): Eventually<PSValue> {
  if (left < 0 || left > 32_767) throw outOfRange('left');
  if (top < 0 || top > 32_767) throw outOfRange('top');
  return sendSequence(engine, `\x1b[${top + 1};${left + 1}H`);
}

const terminal: MemberTable = {
  'static prop BackgroundColor ConsoleColor get set': color('background'),
  'static prop BufferHeight int get': size('height'),
  'static prop BufferWidth int get': size('width'),
  'static prop CapsLock bool get': () => notHere('Console.CapsLock'),
  'static prop CursorLeft int get set': {
    get: () => 0,
    set(left: number) {
      return moveTo(this, left, 0);
    },
  },
  'static prop CursorSize int get': () => 100,
  'static prop CursorTop int get set': {
    get: () => 0,
    set(top: number) {
      return moveTo(this, 0, top);
    },
  },
  'static prop CursorVisible bool get set': {
    get() {
      return consoleOf(this).isCursorVisible;
    },
    set(visible: boolean) {
      consoleOf(this).isCursorVisible = visible;
      return sendSequence(this, `\x1b[?25${visible ? 'h' : 'l'}`);
    },
  },
  'static prop ForegroundColor ConsoleColor get set': color('foreground'),
  'static prop KeyAvailable bool get'() {
    needTerminal(this, 'Console.KeyAvailable');
    return false;
  },
  'static prop LargestWindowHeight int get': size('height'),
  'static prop LargestWindowWidth int get': size('width'),
  'static prop NumberLock bool get': () => notHere('Console.NumberLock'),
  'static prop Title string get set': {
    get: () => notHere('Reading Console.Title'),
    set(title: string | null) {
      if (title === null) throw argumentNull('value');
      return sendSequence(this, `\x1b]0;${title}\x07`);
    },
  },
  'static prop TreatControlCAsInput bool get set': {
    get() {
      return consoleOf(this).treatsControlCAsInput;
    },
    set(value: boolean) {
      consoleOf(this).treatsControlCAsInput = value;
    },
  },
  'static prop WindowHeight int get': size('height'),
  'static prop WindowLeft int get': () => 0,
  'static prop WindowTop int get': () => 0,
  'static prop WindowWidth int get': size('width'),
  'static Beep() void'() {
    return sendSequence(this, '\x07');
  },
  'static Beep(int frequency, int duration) void': () => notHere('Console.Beep with a frequency'),
  'static Clear() void'() {
    return sendSequence(this, '\x1b[H\x1b[2J\x1b[3J');
  },
  'static GetCursorPosition() ValueTuple<int, int>': () => valueTuple([0, 0]),
  'static ReadKey() ConsoleKeyInfo'() {
    needTerminal(this, 'Console.ReadKey');
    return notHere('Console.ReadKey');
  },
  'static ReadKey(bool intercept) ConsoleKeyInfo'() {
    needTerminal(this, 'Console.ReadKey');
    return notHere('Console.ReadKey');
  },
  'static ResetColor() void'() {
    const state = consoleOf(this);
    state.foreground = undefined;
    state.background = undefined;
  },
  'static SetCursorPosition(int left, int top) void'(left: number, top: number) {
    return moveTo(this, left, top);
  },
  'static SetBufferSize(int width, int height) void': () => notHere('Console.SetBufferSize'),
  'static SetWindowPosition(int left, int top) void': () => notHere('Console.SetWindowPosition'),
  'static SetWindowSize(int width, int height) void': () => notHere('Console.SetWindowSize'),
};

function replace<K extends 'out' | 'error' | 'in'>(
  engine: EngineContext,
  which: K,
  value: ConsoleState[K] | null,
): void {
  if (!value) throw argumentNull(`new${which.charAt(0).toUpperCase()}${which.slice(1)}`);
  consoleOf(engine)[which] = value;
}

const streams: MemberTable = {
  'static prop Error TextWriter get': writer('error'),
  'static prop In TextReader get'() {
    return consoleOf(this).in;
  },
  'static prop InputEncoding Encoding get set': encoding('inputEncoding'),
  'static prop IsErrorRedirected bool get'() {
    return isRedirected(this);
  },
  'static prop IsInputRedirected bool get'() {
    return !this.host.ui.interactive;
  },
  'static prop IsOutputRedirected bool get'() {
    return isRedirected(this);
  },
  'static prop Out TextWriter get': writer('out'),
  'static prop OutputEncoding Encoding get set': encoding('outputEncoding'),
  'static OpenStandardError() Stream'() {
    const state = consoleOf(this);
    return new ConsoleStream((text) => state.error.write(text));
  },
  'static OpenStandardOutput() Stream'() {
    const state = consoleOf(this);
    return new ConsoleStream((text) => state.out.write(text));
  },
  'static OpenStandardInput() Stream': () => notHere('Console.OpenStandardInput'),
  'static Read() int'() {
    return andThen(consoleOf(this).in.read(1), (text) => (text === '' ? -1 : text.charCodeAt(0)));
  },
  'static ReadLine() string'() {
    return consoleOf(this).in.readLine();
  },
  'static SetError(TextWriter newError) void'(value: TextWriter | null) {
    replace(this, 'error', value);
  },
  'static SetIn(TextReader newIn) void'(value: TextReader | null) {
    replace(this, 'in', value);
  },
  'static SetOut(TextWriter newOut) void'(value: TextWriter | null) {
    replace(this, 'out', value);
  },
};

/** System.Console */
export const consoleType = defineType({
  name: 'System.Console',
  isAbstract: true,
  isSealed: true,
  members: {
    ...terminal,
    ...streams,
    ...writeMembers((engine) => {
      const { out } = consoleOf(engine);
      return { newLine: out.newLine, provider: out.formatProvider, write: (text) => out.write(text) };
    }, true),
  },
});
