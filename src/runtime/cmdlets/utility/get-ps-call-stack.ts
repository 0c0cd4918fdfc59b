import type { Extent } from '../../../parser/index.ts';
import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import type { InvocationInfo } from '../../errors/invocation-info.ts';
import { Frame } from '../../evaluate/frame.ts';
import { isDictionary } from '../../members/dictionary-access.ts';
import { leafOf } from '../../providers/path-text.ts';
import { typeSystemOf } from '../../types/type-system.ts';
import { typeTable } from '../../types/type-table.ts';
import { ignoreCaseKey } from '../../values/equality-key.ts';
import { PlainDictionary } from '../../values/net-dictionary.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { ResultRecord } from '../../values/result-record.ts';

const noFile = '<No file>';
const script = '<ScriptBlock>';

/** `{Name=a, Count=2}`: the arguments of a call as the table shows them. */
function argumentsText(frame: Frame, invocation: InvocationInfo | null): string {
  const { toText } = typeSystemOf(frame.engine);
  const show = (value: PSValue) => toText.call(typeSystemOf(frame.engine), value);
  const bound = invocation?.boundParameters;
  const named = isDictionary(bound) ? [...bound.entries()].map(({ key, value }) => `${show(key)}=${show(value)}`) : [];
  const rest = (invocation?.unboundArguments ?? []).map(show);
  return `{${[...named, ...rest].join(', ')}}`;
}

/** The variables of a frame's scope by name. */
function variablesOf(frame: Frame): PlainDictionary {
  const made = new PlainDictionary(ignoreCaseKey);
  const table = typeTable();
  const variable = table.find('System.Management.Automation.PSVariable');
  if (variable)
    made.netType = table.instantiate(table.get('System.Collections.Generic.Dictionary`2'), [
      table.get('System.String'),
      variable,
    ]);
  for (const key of frame.scope.localKeys()) {
    const found = frame.scope.materialize(key);
    if (found) made.set(found.name, found.object);
  }
  return made;
}

function recordOf(frame: Frame, position: Extent | null): ResultRecord {
  const file = frame.block?.unit.file || null;
  const line = position?.startLineNumber ?? 0;
  const isFunction = frame.command?.commandType === 'Function' || frame.command?.commandType === 'Filter';
  const name = isFunction ? (frame.command?.name ?? script) : script;
  const { invocation } = frame;
  return new ResultRecord('System.Management.Automation.CallStackFrame', {
    Command: frame.command?.name || script,
    Arguments: argumentsText(frame, invocation),
    Location: file ? `${leafOf(file)}: line ${line}` : noFile,
    ScriptName: file,
    ScriptLineNumber: line,
    InvocationInfo: invocation,
    Position: position,
    FunctionName: name,
    Text: `at ${name}, ${file ?? noFile}: line ${line}`,
    Variables: variablesOf(frame),
  });
}

/** Get-PSCallStack: the calls that are running, innermost first. */
export const getPSCallStack = defineCmdlet({
  name: 'Get-PSCallStack',
  aliases: ['gcs'],
  synopsis: 'Gets the calls that are running, the innermost first.',
  outputs: ['System.Management.Automation.CallStackFrame'],
  effects: ['none'],
  parameters: {},
  invoke: (ctx) => ({
    *process() {
      let position = ctx.invocation.extent;
      for (let frame: Frame | null = ctx.caller instanceof Frame ? ctx.caller : null; frame; frame = frame.caller) {
        if (frame.block) yield recordOf(frame, position ?? frame.at);
        position = frame.caller?.at ?? null;
      }
    },
  }),
});
