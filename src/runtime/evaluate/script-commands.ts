import { parse } from '../../parser/index.ts';
import type { CallFrame, ScriptCommands } from '../commands/call-frame.ts';
import type { ExternalScriptInfo, FunctionInfo, ScriptCommandInfo, ScriptInfo } from '../commands/command-info.ts';
import type { CommandProcessor, ProcessorContext } from '../commands/command-processor.ts';
import { compileCommand as describeCommand } from '../commands/compile-parameters.ts';
import type { CommandMetadata } from '../commands/parameter-metadata.ts';
import { fail } from '../errors/terminating-error.ts';
import type { StreamSet } from '../pipeline/sink.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import { ScriptBlock } from '../values/script-block.ts';
import { evaluateAttributes } from './attributes.ts';
import { compiledOf } from './block.ts';
import { sessionStateOf } from './call-function.ts';
import { Frame } from './frame.ts';
import { prepareRuns } from './invoke-block.ts';
import { ValueSink } from './output.ts';
import { parseErrorOf } from './parse-error.ts';
import { ScriptCommandProcessor } from './script-command.ts';
import type { Session } from './session.ts';

/** The evaluator's side of commands made of script. */
export class SessionScripts implements ScriptCommands {
  readonly #session: Session;
  readonly #metadata = new WeakMap<ScriptBlock, CommandMetadata>();

  constructor(session: Session) {
    this.#session = session;
  }

  metadataOf(command: ScriptCommandInfo): CommandMetadata {
    const block = blockOf(command);
    let known = this.#metadata.get(block);
    if (known === undefined || known.name !== command.name) {
      known = this.#describe(command, block);
      this.#metadata.set(block, known);
    }
    return known;
  }

  #describe(command: ScriptCommandInfo, block: ScriptBlock): CommandMetadata {
    const compiled = compiledOf(block);
    const frame = this.#definitionFrame(block);
    const attributes = atOnce(evaluateAttributes(frame, block.ast.paramBlock?.attributes ?? []));
    return describeCommand({
      name: command.name,
      attributes,
      parameters: compiled.parameters.map((p) => ({
        name: p.name,
        attributes: atOnce(evaluateAttributes(frame, p.attributes)),
        hasDefault: p.defaultValue !== undefined,
      })),
      hasDynamicParameters: compiled.dynamicParam !== undefined,
    });
  }

  /** Attribute arguments are evaluated where the command was made, seen from the running code. */
  #definitionFrame(block: ScriptBlock): Frame {
    const caller = this.#session.frame ?? this.#session.root;
    const state = sessionStateOf(block);
    const scope = caller.scope.sessionState === state ? caller.scope : state.topScope;
    return new Frame(this.#session, scope, caller.streams, caller, compiledOf(block));
  }

  createProcessor(command: ScriptCommandInfo, context: ProcessorContext): CommandProcessor {
    return new ScriptCommandProcessor(this.#session, command, this.metadataOf(command), context);
  }

  prepareBlock(block: ScriptBlock, frame: CallFrame, streams: StreamSet): (dollarUnder: PSValue) => Eventually<void> {
    const run = prepareRuns(this.#session, block, Frame.of(frame, this.#session), streams);
    return (dollarUnder) => run(dollarUnder, streams.output);
  }

  prepareValue(block: ScriptBlock, frame: CallFrame): (dollarUnder: PSValue) => Eventually<PSValue> {
    const run = prepareRuns(this.#session, block, Frame.of(frame, this.#session), frame.streams);
    return (dollarUnder) => {
      const sink = new ValueSink();
      const done = run(dollarUnder, sink);
      return done instanceof Promise ? done.then(() => sink.value()) : sink.value();
    };
  }

  resume(frame: CallFrame): void {
    this.#session.frame = Frame.of(frame, this.#session);
  }

  load(command: ExternalScriptInfo, frame: CallFrame): Eventually<ScriptBlock> {
    const bytes = frame.engine.fs.readFile(command.path);
    const done = (data: Uint8Array) => this.#loaded(command, frame, data);
    return bytes instanceof Promise ? bytes.then(done) : done(bytes);
  }

  #loaded(command: ExternalScriptInfo, frame: CallFrame, data: Uint8Array): ScriptBlock {
    const { ast, errors } = parse(new TextDecoder().decode(data), { file: command.path });
    if (errors.length > 0) throw parseErrorOf(errors);
    const block = new ScriptBlock(ast, frame.sessionState);
    block.file = command.path;
    command.scriptBlock = block;
    return block;
  }
}

function blockOf(command: FunctionInfo | ExternalScriptInfo | ScriptInfo): ScriptBlock {
  if (command.scriptBlock !== undefined) return command.scriptBlock;
  throw new Error(`the script ${command.name} was not loaded`);
}

function atOnce(pending: Eventually<PSValue[]>): PSValue[] {
  if (!(pending instanceof Promise)) return pending;
  throw fail({
    id: 'NotSupported',
    category: 'NotImplemented',
    message: 'An argument of an attribute has to wait for something; attributes must be known at once.',
  });
}
