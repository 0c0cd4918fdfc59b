import { deserialize } from '../../../clixml/deserializer.ts';
import { engineInspector } from '../../../clixml/engine-inspector.ts';
import { engineLiveValues } from '../../../clixml/engine-live-values.ts';
import { isSimpleValue } from '../../../clixml/primitive-tags.ts';
import { serialize } from '../../../clixml/serializer.ts';
import type { CommandEngine } from '../../../commands/call-frame.ts';
import type { StreamSet } from '../../../pipeline/sink.ts';
import { Guid } from '../../../values/guid.ts';
import { ensureNotes, PSObject } from '../../../values/ps-object.ts';
import { andThen, type Eventually, type PSValue } from '../../../values/ps-value.ts';
import type { Job } from './job.ts';

/** The streams of a background job: output objects lose their life on the way, as between processes. */
export class Deserializing {
  readonly streams: StreamSet;
  readonly #engine: CommandEngine;
  readonly #job: Job;
  readonly #runspaceId: Guid;

  /** `origin` is the engine whose objects are taken. */
  constructor(engine: CommandEngine, job: Job, origin: CommandEngine) {
    this.#engine = engine;
    this.#job = job;
    this.#runspaceId = Guid.fromRandomBytes(origin.random.bytes(16));
    this.streams = { ...job.sinks(), output: { write: (value) => this.#write(value) } };
  }

  #write(value: PSValue): Eventually<void> {
    const localOffset = (instant: number) => this.#engine.clock.localOffset(instant);
    const text = serialize([value], {
      inspector: engineInspector(this.#engine),
      localOffset,
      depth: 1,
      protectSecret: (s) => s,
    });
    return andThen(text, (xml) => {
      const live = engineLiveValues(this.#engine, (secret) => secret);
      this.#job.add('output', this.#withOrigin(deserialize(xml, { live, localOffset })));
    });
  }

  #withOrigin(value: PSValue): PSValue {
    if (value === null || value === undefined) return null;
    const target = typeof value === 'object' && !isSimpleValue(value) ? value : new PSObject(value);
    const { properties } = ensureNotes(target);
    properties.set('PSComputerName', 'localhost');
    properties.set('RunspaceId', this.#runspaceId);
    properties.set('PSShowComputerName', false);
    properties.set('PSSourceJobInstanceId', this.#job.spec.instanceId);
    return target;
  }
}
