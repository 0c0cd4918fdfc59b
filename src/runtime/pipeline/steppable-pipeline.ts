import type { CallFrame } from '../commands/call-frame.ts';
import { defineType } from '../types/define-type.ts';
import { NetObject } from '../values/net-object.ts';
import { andThen, type Eventually, type PSValue } from '../values/ps-value.ts';
import { Pipeline } from './pipeline.ts';
import { resolveAll } from './resolve-stages.ts';
import type { Sink } from './sink.ts';
import type { Stage } from './stage.ts';

/** Collects what comes out between two steps, or hands it to the command that steps. */
class StepOutput implements Sink {
  target: Sink | undefined = undefined;
  #items: PSValue[] = [];

  write(value: PSValue): Eventually<void> {
    if (this.target) return this.target.write(value);
    this.#items.push(value);
    return undefined;
  }

  take(): PSValue[] {
    const items = this.#items;
    this.#items = [];
    return items;
  }
}

/** System.Management.Automation.SteppablePipeline: a pipeline that a proxy command feeds step by step. */
export class SteppablePipeline extends NetObject {
  readonly #frame: CallFrame;
  readonly #stages: readonly Stage[];
  readonly #output = new StepOutput();
  #pipeline: Pipeline | undefined;
  #expectsInput = false;
  #ended = false;

  constructor(frame: CallFrame, stages: readonly Stage[]) {
    super();
    this.#frame = frame;
    this.#stages = stages;
  }

  /** `output` is where results go; without one, each step answers with them. */
  begin(expectsInput: boolean, output: Sink | undefined): Eventually<void> {
    this.#output.target = output;
    this.#expectsInput = expectsInput;
    return andThen(resolveAll(this.#frame, this.#stages), (commands) => {
      const pipeline = new Pipeline(
        this.#frame,
        this.#stages,
        commands,
        expectsInput ? 'stepped' : undefined,
        this.#output,
      );
      this.#pipeline = pipeline;
      return pipeline.begin();
    });
  }

  /** Feeds one object; `undefined` when the step has none. */
  process(value: PSValue): Eventually<PSValue[]> {
    const fed = this.#expectsInput ? value : undefined;
    return andThen(this.#pipeline?.step(fed), () => this.#output.take());
  }

  end(): Eventually<PSValue[]> {
    if (this.#ended || !this.#pipeline) return [];
    this.#ended = true;
    return andThen(this.#pipeline.end(), () => andThen(this.close(), () => this.#output.take()));
  }

  close(): Eventually<void> {
    const pipeline = this.#pipeline;
    this.#pipeline = undefined;
    return pipeline?.close();
  }
}

/** Where a cmdlet that is given to Begin writes; set by the class of `$PSCmdlet`. */
interface WritesObjects {
  readonly runtime: { readonly streams: { readonly output: Sink } };
  readonly context: { readonly expectingInput: boolean };
}

function isCmdlet(value: PSValue): value is WritesObjects {
  return typeof value === 'object' && value !== null && 'runtime' in value && 'context' in value;
}

const answer = (items: readonly PSValue[]): PSValue => [...items];

/** SteppablePipeline as scripts see it. */
export const steppablePipelineType = defineType({
  name: 'System.Management.Automation.SteppablePipeline',
  jsClass: SteppablePipeline,
  members: {
    'Begin(bool expectInput) void': (self: SteppablePipeline, expectInput: boolean) =>
      self.begin(expectInput, undefined),
    'Begin(bool expectInput, object contextToRedirectTo) void': (self: SteppablePipeline, expectInput: boolean) =>
      self.begin(expectInput, undefined),
    'Begin(object command) void': (self: SteppablePipeline, command: PSValue) =>
      isCmdlet(command)
        ? self.begin(command.context.expectingInput, command.runtime.streams.output)
        : self.begin(command === true, undefined),
    'Process(object input) Array': (self: SteppablePipeline, input: PSValue) => andThen(self.process(input), answer),
    'Process() Array': (self: SteppablePipeline) => andThen(self.process(undefined), answer),
    'End() Array': (self: SteppablePipeline) => andThen(self.end(), answer),
    'Clean() void': (self: SteppablePipeline) => self.close(),
    'Dispose() void': (self: SteppablePipeline) => self.close(),
  },
});
