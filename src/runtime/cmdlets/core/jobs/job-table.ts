import type { CommandEngine } from '../../../commands/call-frame.ts';
import type { EngineContext } from '../../../engine.ts';
import { Guid } from '../../../values/guid.ts';
import { Job, type JobSpec } from './job.ts';

/** The jobs of one engine. */
export class JobTable {
  #jobs: Job[] = [];
  #nextId = 1;
  readonly #engine: EngineContext;

  constructor(engine: EngineContext) {
    this.#engine = engine;
  }

  get all(): readonly Job[] {
    return this.#jobs;
  }

  /** Makes a job; one without name is called `Job` and its number. */
  make(spec: Omit<JobSpec, 'id' | 'instanceId' | 'name'> & { readonly name?: string | undefined }): Job {
    const id = this.#nextId++;
    const instanceId = Guid.fromRandomBytes(this.#engine.random.bytes(16));
    return new Job({ ...spec, id, instanceId, name: spec.name ?? `Job${id}` });
  }

  add(job: Job): void {
    this.#jobs.push(job);
  }

  remove(job: Job): void {
    this.#jobs = this.#jobs.filter((one) => one !== job);
  }
}

const tables = new WeakMap<EngineContext, JobTable>();

/** The jobs of an engine; made on first use. */
export function jobsOf(engine: CommandEngine): JobTable {
  let table = tables.get(engine);
  if (!table) {
    table = new JobTable(engine);
    tables.set(engine, table);
  }
  return table;
}
