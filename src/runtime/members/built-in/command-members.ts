import type { EngineContext } from '../../engine.ts';
import { typeSystemOf } from '../../types/type-system.ts';
import { baseOf } from '../../values/ps-object.ts';
import { andThen, type Eventually, type PSValue } from '../../values/ps-value.ts';
import { ResultRecord } from '../../values/result-record.ts';
import { getMember } from '../get-member.ts';
import type { TypeData } from '../type-data.ts';
import { at, extend } from './extend.ts';

/** `gci -> Get-ChildItem` */
function aliasDisplayName(self: PSValue, engine: EngineContext): Eventually<PSValue> {
  const types = typeSystemOf(engine);
  return andThen(getMember(engine, self, 'Name'), (name) =>
    andThen(at('ResolvedCommand', 'Name')(self, engine), (resolved) =>
      andThen(
        resolved ?? getMember(engine, self, 'Definition'),
        (target) => `${types.toText(name)} -> ${types.toText(target)}`,
      ),
    ),
  );
}

function frameCommand(self: PSValue, engine: EngineContext): Eventually<PSValue> {
  const own = (): Eventually<PSValue> => getMember(engine, self, 'FunctionName');
  return andThen(getMember(engine, self, 'InvocationInfo'), (invocation) => {
    if (invocation === null || invocation === undefined) return own();
    return andThen(getMember(engine, invocation, 'MyCommand'), (command) => {
      if (command === null || command === undefined) return getMember(engine, invocation, 'InvocationName');
      return andThen(getMember(engine, command, 'Name'), (name) => (name === '' ? own() : name));
    });
  });
}

function frameArguments(self: PSValue): PSValue {
  const frame = baseOf(self);
  return frame instanceof ResultRecord ? (frame.fields.get('Arguments') ?? null) : null;
}

/** What PowerShell adds to commands, call stacks and modules. */
export function extendCommands(data: TypeData): void {
  const automation = 'System.Management.Automation';
  extend(data, `${automation}.AliasInfo`, {
    scriptProperties: { ResolvedCommandName: at('ResolvedCommand', 'Name'), DisplayName: aliasDisplayName },
  });
  extend(data, `${automation}.CommandInfo`, {
    aliases: { Namespace: 'ModuleName' },
    scriptProperties: { HelpUri: at('CommandMetadata', 'HelpUri') },
  });
  extend(data, `${automation}.CmdletInfo`, {
    scriptProperties: { DLL: at('ImplementingType', 'Assembly', 'Location') },
  });
  extend(data, `${automation}.CallStackFrame`, {
    scriptProperties: {
      Command: frameCommand,
      Location: (self, engine) => typeSystemOf(engine).invoke(self, 'GetScriptLocation', []),
      Arguments: frameArguments,
    },
  });
}
