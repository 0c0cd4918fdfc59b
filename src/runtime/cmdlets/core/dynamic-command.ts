import { parameterArgument, positionalArgument } from '../../commands/argument.ts';
import { metadataOfCommand } from '../../commands/command-description.ts';
import { CmdletInfo, type CommandInfo, FunctionInfo } from '../../commands/command-info.ts';
import { setNamesOf } from '../../commands/compile-cmdlet.ts';
import type { CmdletContext } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { TerminatingError } from '../../errors/terminating-error.ts';
import { createProcessor } from '../../pipeline/pipeline.ts';
import { nullSink } from '../../pipeline/sink.ts';
import { CommandSite } from '../../pipeline/stage.ts';
import type { PSValue } from '../../values/ps-value.ts';

/** A command with the parameters that arguments bring in (Get-Command -ArgumentList); nothing of it runs but those. */
export function* withDynamicParameters(
  ctx: CmdletContext,
  command: CommandInfo,
  given: readonly PSValue[],
): Flow<CommandInfo> {
  const metadata = yield* settle(metadataOfCommand(ctx.engine, command));
  if (!metadata?.hasDynamicParameters || !(command instanceof CmdletInfo || command instanceof FunctionInfo))
    return command;
  const processor = createProcessor(command, {
    frame: ctx.caller,
    command,
    invocationName: command.name,
    site: new CommandSite('&', undefined, null),
    args: given.map((value) => {
      const name = typeof value === 'string' ? /^-([a-z_?][^:]*)$/i.exec(value)?.[1] : undefined;
      return name === undefined ? positionalArgument(value) : parameterArgument(name);
    }),
    streams: { ...ctx.streams, output: nullSink },
    // Nothing mandatory is asked for.
    expectingInput: true,
    pipelineLength: 1,
    pipelinePosition: 1,
    run: { failed: false },
    owner: {},
    outputFile: undefined,
    outputIsHost: false,
    dotSource: false,
    sessionState: undefined,
  });
  try {
    yield* settle(processor.prepare?.());
  } catch (thrown) {
    // What the arguments lack does not matter, only what they bring in.
    if (!(thrown instanceof TerminatingError)) throw thrown;
  } finally {
    yield* settle(processor.dispose());
  }
  const dynamic = processor.prepared?.dynamic ?? [];
  const made =
    command instanceof CmdletInfo ? new CmdletInfo(command.spec) : new FunctionInfo(command.name, command.scriptBlock);
  made.module = command.module;
  const own = metadata.parameters.filter((one) => !one.isCommon);
  const common = metadata.parameters.filter((one) => one.isCommon);
  const parameters = [...own, ...dynamic, ...common];
  made.metadata = { ...metadata, parameters, setNames: setNamesOf(parameters) };
  return made;
}
