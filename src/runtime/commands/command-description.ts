import { NetObject } from '../values/net-object.ts';
import type { NetType } from '../values/net-type.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import type { CommandEngine } from './call-frame.ts';
import {
  AliasInfo,
  CmdletInfo,
  type CommandInfo,
  ExternalScriptInfo,
  FunctionInfo,
  ScriptInfo,
} from './command-info.ts';
import { cmdletMetadata } from './compile-cmdlet.ts';
import { resolveCommand } from './discovery/resolve.ts';
import {
  allParameterSets,
  type CommandMetadata,
  type CommandParameter,
  type ParameterSetData,
} from './parameter-metadata.ts';

/** ParameterMetadata: one parameter as `(Get-Command x).Parameters` shows it. */
export class ParameterDescription extends NetObject {
  readonly parameter: CommandParameter;

  constructor(parameter: CommandParameter) {
    super();
    this.parameter = parameter;
  }
}

/** ParameterSetMetadata: how a parameter takes part in one set. */
export class ParameterSetDescription extends NetObject {
  readonly data: ParameterSetData;

  constructor(data: ParameterSetData) {
    super();
    this.data = data;
  }
}

/** CommandParameterInfo: a parameter within one parameter set. */
export class SetParameterDescription extends NetObject {
  readonly parameter: CommandParameter;
  readonly data: ParameterSetData;

  constructor(parameter: CommandParameter, data: ParameterSetData) {
    super();
    this.parameter = parameter;
    this.data = data;
  }
}

/** CommandParameterSetInfo: one way to call a command. */
export class CommandSetDescription extends NetObject {
  readonly name: string;
  readonly isDefault: boolean;
  readonly parameters: readonly SetParameterDescription[];

  constructor(name: string, isDefault: boolean, parameters: readonly SetParameterDescription[]) {
    super();
    this.name = name;
    this.isDefault = isDefault;
    this.parameters = parameters;
  }
}

/** What is declared about a command; undefined for programs. Aliases answer for what they stand for. */
export function metadataOfCommand(
  engine: CommandEngine,
  command: CommandInfo,
): Eventually<CommandMetadata | undefined> {
  if (command instanceof CmdletInfo) return command.metadata ?? cmdletMetadata(command.spec);
  if (command instanceof FunctionInfo) return command.metadata ?? engine.scripts.metadataOf(command);
  if (command instanceof ScriptInfo) return engine.scripts.metadataOf(command);
  if (command instanceof ExternalScriptInfo) return scriptMetadata(engine, command);
  if (!(command instanceof AliasInfo)) return undefined;
  const target = resolvedAlias(engine, command);
  if (target instanceof Promise) return target.then((t) => t && metadataOfCommand(engine, t));
  return target && metadataOfCommand(engine, target);
}

function scriptMetadata(engine: CommandEngine, command: ExternalScriptInfo): Eventually<CommandMetadata | undefined> {
  if (command.scriptBlock) return engine.scripts.metadataOf(command);
  const block = engine.scripts.load(command, engine.currentFrame());
  return block instanceof Promise
    ? block.then(() => engine.scripts.metadataOf(command))
    : engine.scripts.metadataOf(command);
}

/** The command an alias stands for; undefined when there is none. */
export function resolvedAlias(engine: CommandEngine, alias: AliasInfo): Eventually<CommandInfo | undefined> {
  try {
    const found = resolveCommand(engine.currentFrame(), alias.definition);
    return found instanceof Promise ? found.catch(() => undefined) : found;
  } catch {
    return undefined;
  }
}

/** The parameter sets of a command with their parameters: positional ones first, by position. */
export function parameterSetsOf(metadata: CommandMetadata): CommandSetDescription[] {
  const names = metadata.setNames.length > 0 ? metadata.setNames : [allParameterSets];
  const { defaultSet } = metadata;
  const all = defaultSet === undefined || names.some((n) => sameName(n, defaultSet)) ? names : [defaultSet, ...names];
  return all.map((name) => {
    const isDefault = defaultSet === undefined ? false : sameName(name, defaultSet);
    return new CommandSetDescription(name, isDefault, parametersIn(metadata, name));
  });
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function parametersIn(metadata: CommandMetadata, set: string): SetParameterDescription[] {
  const found: SetParameterDescription[] = [];
  for (const parameter of metadata.parameters) {
    const data = membership(parameter, set);
    if (data) found.push(new SetParameterDescription(parameter, data));
  }
  return found;
}

function membership(parameter: CommandParameter, set: string): ParameterSetData | undefined {
  for (const [name, data] of parameter.sets) if (name === allParameterSets || sameName(name, set)) return data;
  return undefined;
}

/** The declared type of a parameter, System.Object where none is known. */
export function parameterType(parameter: CommandParameter, object: NetType): NetType {
  return parameter.type ?? object;
}

/** Attributes as a value. */
export function attributesOf(parameter: CommandParameter): readonly PSValue[] {
  return parameter.attributes;
}
