import type { EngineContext } from '../engine.ts';
import { hexOfSecret, secretOfHex } from '../text/secret-text.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import { deserializeDocument } from './deserializer.ts';
import { engineInspector } from './engine-inspector.ts';
import { engineLiveValues } from './engine-live-values.ts';
import { serialize } from './serializer.ts';

/** A CLIXML document of values. Secrets are not encrypted: on Unix PowerShell has nothing to encrypt them with. */
export function engineClixml(engine: EngineContext, values: readonly PSValue[], depth: number): Eventually<string> {
  return serialize(values, {
    inspector: engineInspector(engine),
    localOffset: (instant) => engine.clock.localOffset(instant),
    depth,
    document: true,
    protectSecret: hexOfSecret,
  });
}

/** The values of a CLIXML document. @throws ClixmlError where it is none */
export function engineClixmlValues(engine: EngineContext, text: string): PSValue[] {
  return deserializeDocument(text.replace(/^#< CLIXML\r?\n/, ''), {
    live: engineLiveValues(engine, secretOfHex),
    localOffset: (instant) => engine.clock.localOffset(instant),
  }).map((item) => item.value);
}
