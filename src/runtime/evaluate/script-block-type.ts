import type { EngineContext } from '../engine.ts';
import { fail } from '../errors/terminating-error.ts';
import { isDictionary } from '../members/dictionary-access.ts';
import { elementsOf } from '../members/enumerate.ts';
import { PSVariable } from '../scope/variable.ts';
import { defineType } from '../types/define-type.ts';
import { typeTable } from '../types/type-table.ts';
import { NetCollection } from '../values/net-list.ts';
import { baseOf, PSObject } from '../values/ps-object.ts';
import { andThen, type Eventually, type PSValue } from '../values/ps-value.ts';
import { ScriptBlock } from '../values/script-block.ts';
import { sessionStateOf } from './call-function.ts';
import { closureOf } from './closure.ts';
import { parseScript } from './parse-script.ts';
import { Session } from './session.ts';
import { steppablePipeline } from './steppable-pipeline.ts';

function sessionOf(engine: EngineContext): Session {
  if ('session' in engine && engine.session instanceof Session) return engine.session;
  throw fail({ id: 'InvalidOperation', category: 'InvalidOperation', message: 'This engine runs no scripts.' });
}

/** A value as `Collection<PSObject>`, as Invoke gives it. */
function collectionOf(value: PSValue): NetCollection {
  const items = value === undefined ? [] : (elementsOf(value) ?? [value]);
  const table = typeTable();
  const made = new NetCollection([...items]);
  made.netType = table.instantiate(table.get('System.Collections.ObjectModel.Collection`1'), [
    table.get('System.Management.Automation.PSObject'),
  ]);
  return made;
}

function invoke(engine: EngineContext, self: ScriptBlock, args: readonly PSValue[] | null): Eventually<NetCollection> {
  return andThen(engine.invokeBlock(self, { args: args ?? [], errors: 'throw' }), collectionOf);
}

function variablesOf(list: PSValue): Map<string, PSValue> {
  const found = new Map<string, PSValue>();
  for (const item of elementsOf(list) ?? []) {
    const object = baseOf(item);
    if (object instanceof PSVariable) found.set(object.variable.name, object.variable.value);
  }
  return found;
}

/** Runs a block with functions and variables that exist for this run only. */
function invokeWithContext(
  engine: EngineContext,
  self: ScriptBlock,
  functions: PSValue,
  variables: PSValue,
  args: readonly PSValue[],
): Eventually<NetCollection> {
  const session = sessionOf(engine);
  const set = variablesOf(variables);
  const under = set.get('_') ?? set.get('PSItem');
  const input = set.get('input');
  const thisValue = set.get('this');
  const defined = new Map<string, ScriptBlock>();
  const table = baseOf(functions);
  if (isDictionary(table)) {
    for (const { key, value } of table.entries()) {
      const block = baseOf(value);
      if (block instanceof ScriptBlock) defined.set(String(key), block);
    }
  }
  const done = session.invokeBlock(self, {
    args,
    errors: 'throw',
    variables: new Map([...set].filter(([name]) => !/^(_|psitem|input|this)$/i.test(name))),
    ...(under === undefined ? {} : { dollarUnder: under }),
    ...(thisValue === undefined ? {} : { thisValue }),
    ...(input === undefined ? {} : { input: elementsOf(input) ?? [input] }),
    functions: defined,
  });
  return andThen(done, collectionOf);
}

/** System.Management.Automation.ScriptBlock */
export const scriptBlockType = defineType({
  name: 'System.Management.Automation.ScriptBlock',
  jsClass: ScriptBlock,
  isSealed: false,
  members: {
    'static Create(string script) ScriptBlock'(script: string) {
      const session = sessionOf(this);
      return parseScript(script, (session.frame ?? session.root).sessionState);
    },
    'Invoke(params object[] args) Collection<PSObject>'(self: ScriptBlock, args: readonly PSValue[]) {
      return invoke(this, self, args);
    },
    'InvokeReturnAsIs(params object[] args) object'(self: ScriptBlock, args: readonly PSValue[]) {
      return this.invokeBlock(self, { args, errors: 'throw' });
    },
    'InvokeWithContext(IDictionary functionsToDefine, List<PSVariable> variablesToDefine, params object[] args) Collection<PSObject>'(
      self: ScriptBlock,
      functions: PSValue,
      variables: PSValue,
      args: readonly PSValue[],
    ) {
      return invokeWithContext(this, self, functions, variables, args);
    },
    'GetNewClosure() ScriptBlock'(self: ScriptBlock) {
      return closureOf(sessionOf(this), self);
    },
    'GetSteppablePipeline() SteppablePipeline'(self: ScriptBlock) {
      return steppablePipeline(sessionOf(this), self, []);
    },
    'GetSteppablePipeline(CommandOrigin commandOrigin) SteppablePipeline'(self: ScriptBlock) {
      return steppablePipeline(sessionOf(this), self, []);
    },
    'GetSteppablePipeline(CommandOrigin commandOrigin, object[] args) SteppablePipeline'(
      self: ScriptBlock,
      _origin: PSValue,
      args: readonly PSValue[],
    ) {
      return steppablePipeline(sessionOf(this), self, args);
    },
    'prop Ast ScriptBlockAst get': (self: ScriptBlock) => self.definition ?? self.ast,
    'prop File string get': (self: ScriptBlock) => self.file,
    'prop IsFilter bool get set': {
      get: (self: ScriptBlock) => self.isFilter,
      set: (self: ScriptBlock, value: boolean) => {
        self.isFilter = value;
        self.compiled = undefined;
      },
    },
    'prop IsConfiguration bool get': () => false,
    'prop DebuggerHidden bool get set': { get: () => false, set: () => {} },
    'prop Module PSModuleInfo get': (self: ScriptBlock) => sessionStateOf(self).module,
    'prop StartPosition PSToken get': (self: ScriptBlock) => startOf(self),
    'ToString() string': textOfBlock,
  },
});

/** Where a block stands, with the names that a PSToken has. */
function startOf({ ast }: ScriptBlock): PSObject {
  const { extent } = ast;
  const token = PSObject.fromEntries([
    ['Content', extent.text],
    ['Type', 'GroupStart'],
    ['Start', extent.startOffset],
    ['Length', extent.endOffset - extent.startOffset],
    ['StartLine', extent.startLineNumber],
    ['StartColumn', extent.startColumnNumber],
    ['EndLine', extent.endLineNumber],
    ['EndColumn', extent.endColumnNumber],
  ]);
  token.typeNames = ['System.Management.Automation.PSToken', 'System.Object'];
  return token;
}

/** The text of a block between its braces. */
export function textOfBlock(block: ScriptBlock): string {
  const { text } = block.ast.extent;
  return text.startsWith('{') && text.endsWith('}') ? text.slice(1, -1) : text;
}
