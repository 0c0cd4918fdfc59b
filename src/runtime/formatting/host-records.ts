import type { EngineContext } from '../engine.ts';
import { HostInformationMessage, InformationalRecord, InformationRecord } from '../pipeline/records.ts';
import { andThen, type Eventually, type PSValue } from '../values/ps-value.ts';
import { formatContextOf } from './engine-format-context.ts';
import { hostSink, hostText } from './host-output.ts';

/**
 * Shows a warning, verbose, debug or information record that nobody collects. It goes to the host at once, past any
 * table that still waits for its column widths (about_Output_Streams). Answers undefined for anything else.
 */
export function showRecord(engine: EngineContext, record: PSValue): Eventually<void> {
  const { ui } = engine.host;
  if (record instanceof InformationalRecord) {
    return hostSink(engine)(hostText(engine, record.message), record.kind);
  }
  if (!(record instanceof InformationRecord) || !record.visible) return;
  const { messageData } = record;
  if (messageData instanceof HostInformationMessage) {
    const { message, noNewLine, foreground, background } = messageData;
    const text = hostText(engine, message);
    if (foreground !== undefined || background !== undefined || noNewLine) {
      return ui.write(noNewLine ? text : `${text}\n`, foreground, background);
    }
    return ui.writeLine(text);
  }
  return andThen(formatContextOf(engine).objects.text(messageData), (text) => ui.writeLine(hostText(engine, text)));
}
