import { runValidator } from '../commands/binding/validate.ts';
import { runFlow } from '../commands/flow.ts';
import type { CommandParameter } from '../commands/parameter-metadata.ts';
import { ConversionFailure } from '../conversion/conversion-failure.ts';
import { ControlFlow } from '../errors/control-flow.ts';
import { ErrorRecord } from '../errors/error-record.ts';
import { NetException } from '../errors/net-exception.ts';
import { TerminatingError } from '../errors/terminating-error.ts';
import type { VariableConstraint } from '../scope/variable.ts';
import { coreTypes } from '../types/core-types.ts';
import { typeSystemOf } from '../types/type-system.ts';
import type { NetType } from '../values/net-type.ts';
import { numberKindOf } from '../values/number-kind-of.ts';
import { NumberKind } from '../values/number-kinds.ts';
import { baseOf } from '../values/ps-object.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import { SwitchParameter } from '../values/switch-parameter.ts';
import type { Session } from './session.ts';

const automation = 'System.Management.Automation.';

/**
 * A type constraint on a variable: every value assigned later is converted. `plain` is for variables that a function
 * keeps to itself: what the conversion throws is then passed on, as a cast would do. `refuses` says why a value that
 * fits the type is refused all the same.
 */
export function typeConstraint(
  session: Session,
  type: NetType,
  plain = false,
  refuses?: (value: PSValue) => string | undefined,
): VariableConstraint {
  if (plain) return { attribute: type, transform: (value) => typeSystemOf(session.engine).convert(value, type) };
  return {
    attribute: type,
    transform(value) {
      const fail = (thrown: unknown): never => {
        throw transformationFailed(session, type, thrown);
      };
      try {
        if (isTruthType(type) && !isTruth(value))
          throw new ConversionFailure(
            'InvalidCast',
            `Only a Boolean or a number can be assigned to a [${type}] variable.`,
          );
        const converted = typeSystemOf(session.engine).convert(value, type);
        if (converted instanceof Promise) return converted.catch(fail);
        const why = refuses?.(converted);
        if (why !== undefined) throw new ConversionFailure('InvalidCast', why);
        return converted;
      } catch (thrown) {
        return fail(thrown);
      }
    },
  };
}

function isTruthType(type: NetType): boolean {
  return type === coreTypes().boolean || type === coreTypes().switchParameter;
}

/** Text and objects do not become Booleans of themselves where a variable or parameter is declared as one. */
function isTruth(value: PSValue): boolean {
  const base = baseOf(value);
  return typeof base === 'boolean' || base instanceof SwitchParameter || numberKindOf(base) !== NumberKind.None;
}

/** `$typed = 'bad'`: ArgumentTransformationMetadataException around what the conversion threw. */
function transformationFailed(session: Session, type: NetType, thrown: unknown): unknown {
  if (thrown instanceof ControlFlow) return thrown;
  const cause = session.engine.toException(thrown);
  const exception = new NetException(
    `${automation}ArgumentTransformationMetadataException`,
    `The value does not convert to [${type}]: ${cause.message}`,
    cause,
  );
  return new TerminatingError(new ErrorRecord(exception, 'RuntimeException', 'MetadataError'));
}

/** The constraints that the attributes of a parameter or variable put on it; undefined when there are none. */
export function constraintsOf(
  session: Session,
  parameter: CommandParameter,
  local = false,
): VariableConstraint[] | undefined {
  const made: VariableConstraint[] = [];
  const plain = local && parameter.validators.length === 0;
  for (const step of parameter.transformations) {
    if (step.kind === 'type') made.push(typeConstraint(session, step.type, plain));
    else if (step.kind === 'script') made.push(scriptTransformation(session, step.instance));
  }
  for (const validator of parameter.validators) {
    made.push({
      attribute: validator,
      validate: (value) =>
        validated(session, parameter.name, () => runFlow(runValidator(session.engine, validator, value))),
    });
  }
  return made.length > 0 ? made : undefined;
}

function scriptTransformation(session: Session, instance: object): VariableConstraint {
  return {
    attribute: instance,
    transform: (value) =>
      typeSystemOf(session.engine).invoke(instance, 'Transform', [session.engine.intrinsics, value]),
  };
}

/** An assignment that a validation attribute refuses: id ValidateSetFailure, whatever the attribute. */
function validated(session: Session, name: string, check: () => Eventually<void>): Eventually<void> {
  const fail = (thrown: unknown): never => {
    if (thrown instanceof ControlFlow) throw thrown;
    const cause = session.engine.toException(thrown);
    const exception = new NetException(
      `${automation}ValidationMetadataException`,
      `The value is not allowed for the variable ${name}: ${cause.message}`,
      cause,
    );
    throw new TerminatingError(new ErrorRecord(exception, 'ValidateSetFailure', 'MetadataError'));
  };
  try {
    const pending = check();
    return pending instanceof Promise ? pending.catch(fail) : pending;
  } catch (thrown) {
    return fail(thrown);
  }
}
