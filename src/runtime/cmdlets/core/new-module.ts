import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, runFlow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { customObjectOf } from '../../modules/custom-object.ts';
import { importExports } from '../../modules/import-exports.ts';
import { exportByDefault, newModule as makeModule, rebind, runIn } from '../../modules/load-module.ts';
import { CollectSink } from '../../pipeline/sink.ts';
import { Guid } from '../../values/guid.ts';
import type { PSValue } from '../../values/ps-value.ts';
import type { ScriptBlock } from '../../values/script-block.ts';
import { moduleTable } from './module-cmdlet.ts';

interface NewModuleArguments {
  readonly Name?: string | undefined;
  readonly ScriptBlock?: ScriptBlock | undefined;
  readonly Function?: readonly string[] | undefined;
  readonly Cmdlet?: readonly string[] | undefined;
  readonly ReturnResult?: boolean | undefined;
  readonly AsCustomObject?: boolean | undefined;
  readonly ArgumentList?: readonly PSValue[] | undefined;
}

/** New-Module: makes a module of a script block. */
export const newModule = defineCmdlet({
  name: 'New-Module',
  aliases: ['nmo'],
  synopsis: 'Makes a dynamic module that exists in memory only.',
  defaultParameterSet: 'ScriptBlock',
  effects: ['state'],
  outputs: ['System.Management.Automation.PSModuleInfo'],
  parameters: {
    Name: parameter(type.string, { set: 'Name', mandatory: true, position: 0, pipeline: 'value', help: 'Its name.' }),
    ScriptBlock: parameter(type.scriptBlock, {
      sets: { Name: { mandatory: true, position: 1 }, ScriptBlock: { mandatory: true, position: 0 } },
      validate: [{ kind: 'notNull' }],
      help: 'Its code.',
    }),
    Function: parameter(type.strings, { validate: [{ kind: 'notNull' }], help: 'Only these functions are exported.' }),
    Cmdlet: parameter(type.strings, { validate: [{ kind: 'notNull' }], help: 'Only these cmdlets are exported.' }),
    ReturnResult: parameter(type.switch, { help: 'Writes what the code wrote instead of the module.' }),
    AsCustomObject: parameter(type.switch, { help: 'Writes an object whose methods are the functions.' }),
    ArgumentList: parameter(type.objects, { remaining: true, aliases: ['Args'], help: 'Arguments of the code.' }),
  },
  examples: [
    {
      title: 'An object with a method',
      code: "(New-Module -AsCustomObject { function Hi { 'hello' } }).Hi()",
      output: 'hello',
    },
  ],
  invoke: (ctx) => ({
    process(args) {
      const pending = runFlow(make(ctx, args));
      return pending instanceof Promise ? pending : undefined;
    },
  }),
});

function* make(ctx: CmdletContext, args: NewModuleArguments): Flow<void> {
  const block = args.ScriptBlock;
  if (!block) return;
  const guid = Guid.fromRandomBytes(ctx.engine.random.bytes(16)).text;
  const module = makeModule(ctx.caller, args.Name ?? `__DynamicModule_${guid}`, guid);
  module.moduleBase = ctx.engine.workingDirectory;
  module.source = block.ast.extent.text.replace(/^\{|\}$/g, '');
  const state = module.sessionState;
  if (!state) return;
  const output = new CollectSink();
  yield* runIn(ctx.caller, state, rebind(block, state), args.ArgumentList ?? [], output);
  exportByDefault(module);
  if (args.ReturnResult) {
    for (const item of output.items) yield* settle(ctx.write(item));
    return;
  }
  if (args.AsCustomObject) {
    yield* settle(ctx.write(customObjectOf(module)));
    return;
  }
  importExports(module, ctx.caller.sessionState.topScope, { functions: args.Function, cmdlets: args.Cmdlet });
  if (args.Name !== undefined) moduleTable(ctx).noteDynamic(module);
  yield* settle(ctx.write(module));
}
