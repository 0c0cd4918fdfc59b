import type { Binding } from '../commands/binding/bind.ts';
import type { ProcessorContext } from '../commands/command-processor.ts';
import { alwaysCommonParameters as alwaysCommon } from '../commands/common-parameter-list.ts';
import type { ErrorRecord } from '../errors/error-record.ts';
import { TerminatingError } from '../errors/terminating-error.ts';
import { enumerableOf } from '../members/enumerate.ts';
import type { CommandRuntime } from '../pipeline/command-runtime.ts';
import { InformationRecord, type ProgressRecord } from '../pipeline/records.ts';
import { getVariable } from '../scope/variable-access.ts';
import { defineType, type RefSlot } from '../types/define-type.ts';
import { NetObject } from '../values/net-object.ts';
import { andThen, type Eventually, type PSValue } from '../values/ps-value.ts';
import type { Frame } from './frame.ts';

/** `$PSCmdlet` of an advanced function (System.Management.Automation.PSScriptCmdlet). */
export class ScriptCmdlet extends NetObject {
  readonly runtime: CommandRuntime;
  readonly binding: Binding;
  readonly frame: Frame;
  readonly context: ProcessorContext;

  constructor(runtime: CommandRuntime, binding: Binding, frame: Frame, context: ProcessorContext) {
    super();
    this.runtime = runtime;
    this.binding = binding;
    this.frame = frame;
    this.context = context;
  }
}

/** What a command's own method throws ends the command as it is, without the wrapping of method calls. */
function asCommand<T>(act: () => Eventually<T>): Eventually<T> {
  const mark = (thrown: unknown): never => {
    if (thrown instanceof TerminatingError) thrown.isCommandError = true;
    throw thrown;
  };
  try {
    const result = act();
    return result instanceof Promise ? result.catch(mark) : result;
  } catch (thrown) {
    return mark(thrown);
  }
}

function throwTerminating(self: ScriptCmdlet, record: ErrorRecord): Eventually<never> {
  return asCommand(() => self.runtime.throwTerminating(record));
}

function writeAll(self: ScriptCmdlet, items: Iterator<PSValue>): Eventually<void> {
  for (let step = items.next(); !step.done; step = items.next()) {
    const pending = self.runtime.write(step.value ?? null);
    if (pending instanceof Promise) return pending.then(() => writeAll(self, items));
  }
  return undefined;
}

function writeObject(self: ScriptCmdlet, value: PSValue, enumerate = false): Eventually<void> {
  const items = enumerate ? enumerableOf(value) : undefined;
  return items === undefined ? self.runtime.write(value ?? null) : writeAll(self, items[Symbol.iterator]());
}

function information(self: ScriptCmdlet, data: PSValue, tags: readonly string[]): Eventually<void> {
  const { engine, invocation } = self.frame;
  const source = invocation?.invocationName ?? '';
  return self.runtime.writeInformation(new InformationRecord(data, source, engine.clock.now(), [...tags]));
}

/** What `ShouldProcess` is told decides what it says: an operation and a target, or whole sentences. */
function shouldProcess(self: ScriptCmdlet, target: string, action?: string): Eventually<boolean> {
  return self.runtime.shouldProcess(target, action);
}

/** System.Management.Automation.PSScriptCmdlet, with what it has from Cmdlet and PSCmdlet. */
export const scriptCmdletType = defineType({
  name: 'System.Management.Automation.PSScriptCmdlet',
  base: 'System.Management.Automation.PSCmdlet',
  jsClass: ScriptCmdlet,
});

/** System.Management.Automation.PSCmdlet */
export const psCmdletType = defineType({
  name: 'System.Management.Automation.PSCmdlet',
  base: 'System.Management.Automation.Cmdlet',
  members: {
    'prop ParameterSetName string get': (self: ScriptCmdlet) => self.binding.parameterSetName,
    'prop MyInvocation InvocationInfo get': (self: ScriptCmdlet) => self.frame.invocation,
    'prop SessionState SessionState get': (self: ScriptCmdlet) => self.frame.sessionState,
    'prop Host PSHost get': (self: ScriptCmdlet) => getVariable(self.frame.scope, 'host') ?? null,
    'prop PagingParameters object get': (self: ScriptCmdlet) => self,
    'GetVariableValue(string name) object': (self: ScriptCmdlet, name: string) =>
      getVariable(self.frame.scope, name.toLowerCase()) ?? null,
    'GetVariableValue(string name, object defaultValue) object': (
      self: ScriptCmdlet,
      name: string,
      otherwise: PSValue,
    ) => getVariable(self.frame.scope, name.toLowerCase()) ?? otherwise,
    'GetUnresolvedProviderPathFromPSPath(string path) string'(self: ScriptCmdlet, path: string) {
      return this.drives.resolve(path, self.frame.scope).path;
    },
    'ThrowTerminatingError(ErrorRecord errorRecord) void': throwTerminating,
  },
});

/** System.Management.Automation.Cmdlet */
export const cmdletType = defineType({
  name: 'System.Management.Automation.Cmdlet',
  members: {
    'static prop CommonParameters object get': () => [...alwaysCommon],
    'static prop OptionalCommonParameters object get': () => ['Confirm', 'UseTransaction', 'WhatIf'],
    'prop Stopping bool get'() {
      return this.budget.stopping;
    },
    'prop CommandRuntime object get': (self: ScriptCmdlet) => self,
    'WriteObject(object sendToPipeline) void': (self: ScriptCmdlet, value: PSValue) => writeObject(self, value),
    'WriteObject(object sendToPipeline, bool enumerateCollection) void': writeObject,
    'WriteError(ErrorRecord errorRecord) void': (self: ScriptCmdlet, record: ErrorRecord) =>
      asCommand(() => self.runtime.writeError(record)),
    'WriteWarning(string text) void': (self: ScriptCmdlet, text: string) =>
      asCommand(() => self.runtime.writeWarning(text)),
    'WriteVerbose(string text) void': (self: ScriptCmdlet, text: string) =>
      asCommand(() => self.runtime.writeVerbose(text)),
    'WriteDebug(string text) void': (self: ScriptCmdlet, text: string) =>
      asCommand(() => self.runtime.writeDebug(text)),
    'WriteProgress(ProgressRecord progressRecord) void': (self: ScriptCmdlet, record: ProgressRecord) =>
      self.runtime.writeProgress(record),
    'WriteInformation(InformationRecord informationRecord) void': (self: ScriptCmdlet, record: InformationRecord) =>
      self.runtime.writeInformation(record),
    'WriteInformation(object messageData, string[] tags) void': (
      self: ScriptCmdlet,
      data: PSValue,
      tags: { toArray(): readonly string[] } | null,
    ) => information(self, data, tags?.toArray() ?? []),
    'ShouldProcess(string target) bool': (self: ScriptCmdlet, target: string) => shouldProcess(self, target),
    'ShouldProcess(string target, string action) bool': shouldProcess,
    'ShouldProcess(string verboseDescription, string verboseWarning, string caption) bool': (
      self: ScriptCmdlet,
      description: string,
      query: string,
      caption: string,
    ) => self.runtime.shouldProcessText(description, query, caption),
    'ShouldContinue(string query, string caption) bool': (self: ScriptCmdlet, query: string, caption: string) =>
      self.runtime.shouldContinue(query, caption),
    'ShouldContinue(string query, string caption, ref bool yesToAll, ref bool noToAll) bool': (
      self: ScriptCmdlet,
      query: string,
      caption: string,
      yesToAll: RefSlot,
      noToAll: RefSlot,
    ) => {
      if (yesToAll.value === true) return true;
      if (noToAll.value === true) return false;
      return andThen(self.runtime.shouldContinue(query, caption), (answer) => answer);
    },
    'ThrowTerminatingError(ErrorRecord errorRecord) void': throwTerminating,
  },
});
