import { BindingError, bindingError } from '../commands/binding/binding-error.ts';
import type { CommandRuntime } from '../pipeline/command-runtime.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';

/** Reports an input object that no parameter takes, or that lacks something; the next one is tried. */
export function reportUnbound(runtime: CommandRuntime, missing: readonly string[], input: PSValue): Eventually<void> {
  const error = bindingError(runtime.spec.invocation, {
    id: missing.length > 0 ? 'InputObjectMissingMandatory' : 'InputObjectNotBound',
    category: 'InvalidArgument',
    message:
      missing.length > 0
        ? `The input object gives no value for: ${missing.join(', ')}.`
        : 'The input object fits no parameter that takes pipeline input.',
  });
  return reportBinding(runtime, error, input);
}

/** Reports what binding an input object threw; everything but a binding error goes on up. */
export function reportBinding(runtime: CommandRuntime, error: unknown, input: PSValue): Eventually<void> {
  if (!(error instanceof BindingError)) throw error;
  error.record.targetObject = input ?? null;
  return runtime.writeError(error.record, false);
}
