import { compileDynamicParameter } from '../commands/compile-parameters.ts';
import type { CommandParameter } from '../commands/parameter-metadata.ts';
import { isDictionary } from '../members/dictionary-access.ts';
import { elementsOf } from '../members/enumerate.ts';
import { getMember } from '../members/get-member.ts';
import { typeSystemOf } from '../types/type-system.ts';
import { baseOf } from '../values/ps-object.ts';
import type { PSValue } from '../values/ps-value.ts';
import { runBody } from './call-function.ts';
import type { Execute } from './closures.ts';
import type { Frame } from './frame.ts';
import { ValueSink } from './output.ts';

/** Runs a `dynamicparam` block: the parameters of the RuntimeDefinedParameterDictionary it gives. */
export async function dynamicParametersOf(
  caller: Frame,
  frame: Frame,
  body: Execute,
): Promise<readonly CommandParameter[] | undefined> {
  const sink = new ValueSink();
  const signal = await runBody(caller, frame, body, sink);
  void signal;
  const dictionary = sink.array().map(baseOf).find(isDictionary);
  if (dictionary === undefined) return undefined;
  const made: CommandParameter[] = [];
  for (const { key, value } of dictionary.entries()) made.push(await parameterOf(frame, key, value));
  return made;
}

async function parameterOf(frame: Frame, key: PSValue, value: PSValue): Promise<CommandParameter> {
  const { engine } = frame;
  const types = typeSystemOf(engine);
  const name = types.toText((await getMember(engine, value, 'Name')) ?? key);
  const type = baseOf(await getMember(engine, value, 'ParameterType'));
  const attributes = elementsOf(await getMember(engine, value, 'Attributes')) ?? [];
  const all = type === null || type === undefined ? [...attributes] : [...attributes, type];
  return compileDynamicParameter({ name, attributes: all, hasDefault: false });
}
