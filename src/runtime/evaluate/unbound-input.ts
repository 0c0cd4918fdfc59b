import type { Binding } from '../commands/binding/bind.ts';
import { ErrorRecord } from '../errors/error-record.ts';
import { NetException } from '../errors/net-exception.ts';
import type { CommandRuntime } from '../pipeline/command-runtime.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';

/** Reports an input object that no parameter takes; the next one is tried. */
export function reportUnbound(runtime: CommandRuntime, binding: Binding, input: PSValue): Eventually<void> {
  const missing = binding.missingAfterInput();
  const message =
    missing.length > 0
      ? `The input object does not supply the mandatory parameter(s) ${missing.join(', ')}.`
      : 'The input object fits no parameter that takes pipeline input.';
  const id = missing.length > 0 ? 'InputObjectMissingMandatory' : 'InputObjectNotBound';
  const exception = new NetException('System.Management.Automation.ParameterBindingException', message);
  return runtime.writeError(new ErrorRecord(exception, id, 'InvalidArgument', input ?? null), false);
}
