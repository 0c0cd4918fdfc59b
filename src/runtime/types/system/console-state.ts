import type { EngineContext } from '../../engine.ts';
import { NetException } from '../../errors/net-exception.ts';
import { eachInTurn } from '../../values/each-in-turn.ts';
import { andThen, type Eventually, type PSValue } from '../../values/ps-value.ts';
import { HostReader, type TextReader } from '../system-io/text-reader.ts';
import { HostWriter, type TextWriter } from '../system-io/text-writer.ts';

/** What System.Console remembers for one engine. */
export interface ConsoleState {
  out: TextWriter;
  error: TextWriter;
  in: TextReader;
  /** ConsoleColor numbers; undefined for the terminal's own. */
  foreground: number | undefined;
  background: number | undefined;
  isCursorVisible: boolean;
  title: string;
  treatsControlCAsInput: boolean;
  inputEncoding: PSValue;
  outputEncoding: PSValue;
}

const states = new WeakMap<EngineContext, ConsoleState>();

/** The console of an engine. */
export function consoleOf(engine: EngineContext): ConsoleState {
  let state = states.get(engine);
  if (!state) states.set(engine, (state = makeState(engine)));
  return state;
}

function makeState(engine: EngineContext): ConsoleState {
  const state: ConsoleState = {
    out: new HostWriter((text) => engine.host.ui.write(text, state.foreground, state.background)),
    error: errorWriter(engine),
    in: new HostReader(() => engine.host.ui.readLine()),
    foreground: undefined,
    background: undefined,
    isCursorVisible: true,
    title: '',
    treatsControlCAsInput: false,
    inputEncoding: undefined,
    outputEncoding: undefined,
  };
  return state;
}

/** Console.Error: where the host takes errors by the line, a line waits until it is whole. */
function errorWriter(engine: EngineContext): TextWriter {
  let waiting = '';
  return new HostWriter((text) => {
    const { ui } = engine.host;
    if (ui.writeError) return ui.writeError(text);
    const lines = (waiting + text).split('\n');
    waiting = lines.pop() ?? '';
    return eachInTurn(lines, (line) => andThen(engine.host.ui.writeErrorLine(line), () => true));
  });
}

/** Sends a control sequence to a terminal; does nothing where there is none. */
export function sendSequence(engine: EngineContext, sequence: string): Eventually<PSValue> {
  if (!engine.host.supportsVirtualTerminal) return undefined;
  return andThen(engine.host.ui.write(sequence), () => undefined);
}

/** What needs a terminal on both ends. */
export function needTerminal(engine: EngineContext, what: string): void {
  if (engine.host.ui.interactive) return;
  throw new NetException('System.InvalidOperationException', `${what} needs a terminal; the console is redirected.`);
}
