import { CommandInfo } from '../../commands/command-info.ts';
import { findCommand } from '../../commands/discovery/resolve.ts';
import { runFlow } from '../../commands/flow.ts';
import type { EngineContext } from '../../engine.ts';
import { parseScript } from '../../evaluate/parse-script.ts';
import type { EvaluateEngine } from '../../evaluate/session.ts';
import { elementsOf } from '../../members/enumerate.ts';
import type { SessionState } from '../../scope/session-state.ts';
import { defineType } from '../../types/define-type.ts';
import { typeSystemOf } from '../../types/type-system.ts';
import type { EnumValue } from '../../values/enum-value.ts';
import { NetObject } from '../../values/net-object.ts';
import { andThen, type Eventually, type PSValue } from '../../values/ps-value.ts';
import type { ScriptBlock } from '../../values/script-block.ts';

/** `$ExecutionContext.InvokeCommand` */
export class CommandIntrinsics extends NetObject {
  readonly state: SessionState;

  constructor(state: SessionState) {
    super();
    this.state = state;
  }
}

/** What a command wrote, as a collection. */
function asCollection(value: PSValue): PSValue[] {
  if (value === undefined) return [];
  const elements = elementsOf(value);
  return elements ? [...elements] : [value];
}

function runText(
  engine: EngineContext,
  self: CommandIntrinsics,
  text: string,
  args: readonly PSValue[],
): Eventually<PSValue> {
  const block = parseScript(text, self.state);
  return andThen(engine.invokeBlock(block, { args }), asCollection);
}

function expand(engine: EngineContext, self: CommandIntrinsics, text: string): Eventually<PSValue> {
  // A here-string takes quotes as they are; only a line that would end it must be kept apart.
  const safe = text.replaceAll(/^"@/gm, '$("`"@")');
  const block = parseScript(`@"\n${safe}\n"@`, self.state);
  return andThen(engine.invokeBlock(block, { dotSource: true }), (value) => typeSystemOf(engine).toText(value));
}

function getCommand(engine: EngineContext, name: string): Eventually<PSValue> {
  // Every engine that scripts run in is an EvaluateEngine; see runspace.ts.
  const { frame } = (engine as EvaluateEngine).session;
  if (!frame) return null;
  return andThen(runFlow(findCommand(frame, name)), (found) => found ?? null);
}

/** System.Management.Automation.CommandInvocationIntrinsics */
export const commandIntrinsicsType = defineType({
  name: 'System.Management.Automation.CommandInvocationIntrinsics',
  jsClass: CommandIntrinsics,
  members: {
    'ExpandString(string source) string'(self: CommandIntrinsics, text: string) {
      return expand(this, self, text);
    },
    'GetCommand(string commandName, CommandTypes type) CommandInfo'(
      _self: CommandIntrinsics,
      name: string,
      types: EnumValue,
    ) {
      return andThen(getCommand(this, name), (found) =>
        found instanceof CommandInfo &&
        types.toString() !== 'All' &&
        !types.toString().split(', ').includes(found.commandType)
          ? null
          : found,
      );
    },
    'InvokeScript(string script) Collection<PSObject>'(self: CommandIntrinsics, text: string) {
      return runText(this, self, text, []);
    },
    'InvokeScript(string script, params object[] args) Collection<PSObject>'(
      self: CommandIntrinsics,
      text: string,
      args: PSValue[],
    ) {
      return runText(this, self, text, args);
    },
    'InvokeScript(SessionState sessionState, ScriptBlock scriptBlock, params object[] args) Collection<PSObject>'(
      _self: CommandIntrinsics,
      _state: SessionState,
      block: ScriptBlock,
      args: PSValue[],
    ) {
      return andThen(this.invokeBlock(block, { args }), asCollection);
    },
    'InvokeScript(bool useLocalScope, ScriptBlock scriptBlock, IList input, params object[] args) Collection<PSObject>'(
      _self: CommandIntrinsics,
      local: boolean,
      block: ScriptBlock,
      input: PSValue,
      args: PSValue[],
    ) {
      const given = input === null ? {} : { input: asCollection(input) };
      return andThen(this.invokeBlock(block, { args, dotSource: !local, ...given }), asCollection);
    },
    'NewScriptBlock(string scriptText) ScriptBlock'(self: CommandIntrinsics, text: string) {
      return parseScript(text, self.state);
    },
  },
});
