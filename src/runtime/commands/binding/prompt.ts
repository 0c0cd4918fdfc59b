import type { PSValue } from '../../values/ps-value.ts';
import { namedArgument } from '../argument.ts';
import { type Flow, settle } from '../flow.ts';
import { bindParameter } from './bind-parameter.ts';
import type { BindableParameter } from './bindable-parameters.ts';
import type { BindingState } from './binding-state.ts';

/** Asks for mandatory parameters that nothing supplied; fails where nobody can be asked. */
export function* promptForMissing(state: BindingState, missing: readonly BindableParameter[]): Flow<void> {
  const { ui } = state.request.frame.engine.host;
  if (!ui.interactive) throwMissing(state, missing);
  const fields = missing.map((one) => ({
    name: one.name,
    label: one.name,
    typeName: one.parameter.typeName,
    helpMessage: [...one.parameter.sets.values()].find((data) => data.helpMessage !== '')?.helpMessage ?? '',
    isMandatory: true,
    isList: one.kind === 'array',
  }));
  const caption = `Command ${state.request.metadata.name} at position ${state.request.invocation.pipelinePosition} of the pipeline`;
  const answers: Map<string, PSValue> = yield* settle(ui.prompt(caption, 'These parameters need a value:', fields));
  for (const one of missing) {
    const value = answers.get(one.name) ?? null;
    yield* bindParameter(state, one, namedArgument(one.name, value), { coerce: true, delay: false });
  }
}

/** Fails with MissingMandatoryParameter. */
export function throwMissing(state: BindingState, missing: readonly BindableParameter[]): never {
  return state.fail({
    id: 'MissingMandatoryParameter',
    category: 'InvalidArgument',
    message: `A value is needed for: ${missing.map((one) => one.name).join(', ')}.`,
    parameterName: missing.map((one) => one.name).join(' '),
  });
}
