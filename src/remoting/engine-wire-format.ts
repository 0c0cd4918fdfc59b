import { engineInspector } from '../runtime/clixml/engine-inspector.ts';
import { engineLiveValues } from '../runtime/clixml/engine-live-values.ts';
import type { EngineContext } from '../runtime/engine.ts';
import { decodeBase64Text } from '../runtime/text/base64-text.ts';
import { createWireFormat, type WireFormat } from './wire-format.ts';

/** Payloads over the types of an engine, its type data and its local time. */
export function engineWireFormat(engine: EngineContext): WireFormat {
  return createWireFormat({
    inspector: engineInspector(engine),
    live: engineLiveValues(engine, decodeBase64Text),
    localOffset: (instant) => engine.clock.localOffset(instant),
  });
}
