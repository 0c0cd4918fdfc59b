import type { EngineContext } from '../engine.ts';
import { stripEscapes } from '../text/escape-sequences.ts';
import { psStyleOf } from '../values/ps-style.ts';
import type { Eventually } from '../values/ps-value.ts';
import { formatContextOf } from './engine-format-context.ts';
import { OutText } from './out-text.ts';
import type { TextSink, TextStream } from './text-sink.ts';

/** What the host is told to show, by stream; it puts `WARNING: ` and the like before the text itself. */
export function hostSink(engine: EngineContext): TextSink {
  const { ui } = engine.host;
  const decoration = (stream: 'warning' | 'verbose' | 'debug'): string => {
    const { outputRendering, formatting } = psStyleOf(engine);
    return outputRendering === 'PlainText' ? '' : formatting[stream];
  };
  const writers: Readonly<Record<TextStream, (line: string) => Eventually<void>>> = {
    output: (line) => ui.writeLine(line),
    information: (line) => ui.writeLine(line),
    error: (line) => ui.writeErrorLine(line),
    warning: (line) => ui.writeWarningLine(line, decoration('warning')),
    verbose: (line) => ui.writeVerboseLine(line, decoration('verbose')),
    debug: (line) => ui.writeDebugLine(line, decoration('debug')),
  };
  return (line, stream) => writers[stream](hostText(engine, line));
}

/** A text as the host may show it: without decorations where it shows none. */
export function hostText(engine: EngineContext, text: string): string {
  const shown = engine.host.supportsVirtualTerminal && psStyleOf(engine).outputRendering !== 'PlainText';
  return shown ? text : stripEscapes(text);
}

/**
 * Shows objects on the host (Out-Default): one for a whole script, so that its statements share tables. The last
 * column of a console stays free.
 */
export function hostOutput(engine: EngineContext): OutText {
  const context = formatContextOf(engine);
  return new OutText(context, hostSink(engine), { width: context.consoleWidth - 1, isHost: true });
}
