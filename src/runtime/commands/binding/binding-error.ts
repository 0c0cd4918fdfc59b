import type { Extent } from '../../../parser/index.ts';
import type { ErrorCategory } from '../../errors/error-category.ts';
import { ErrorRecord } from '../../errors/error-record.ts';
import type { InvocationInfo } from '../../errors/invocation-info.ts';
import { NetException } from '../../errors/net-exception.ts';
import { TerminatingError } from '../../errors/terminating-error.ts';
import type { NetType } from '../../values/net-type.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { CmdletInfo, CommandInfo } from '../command-info.ts';
import { CommandInvocation } from '../command-invocation.ts';

const prefix = 'System.Management.Automation.';

/** Which exception class carries a binding error; the binder reacts to them differently. */
export type BindingErrorKind = 'binding' | 'transformation' | 'validation';

const classes: Readonly<Record<BindingErrorKind, string>> = {
  binding: `${prefix}ParameterBindingException`,
  transformation: `${prefix}ParameterBindingArgumentTransformationException`,
  validation: `${prefix}ParameterBindingValidationException`,
};

/** What is said about a failed binding. */
export interface BindingErrorSpec {
  readonly id: string;
  readonly category: ErrorCategory;
  readonly message: string;
  readonly kind?: BindingErrorKind;
  readonly parameterName?: string;
  readonly parameterType?: NetType | undefined;
  readonly typeSpecified?: NetType | undefined;
  readonly inner?: NetException | null;
  /** In positional binding: try the next parameter instead of failing. */
  readonly passOver?: boolean;
  /** Where the argument stands; the whole call when left out. */
  readonly extent?: Extent | null;
}

/** A binding error on its way out; the binder itself catches some. */
export class BindingError extends TerminatingError {
  readonly kind: BindingErrorKind;
  readonly passOver: boolean;
  constructor(record: ErrorRecord, kind: BindingErrorKind, passOver: boolean) {
    super(record);
    this.kind = kind;
    this.passOver = passOver;
  }
}

/** The part behind the comma of a FullyQualifiedErrorId: class of a cmdlet, name of anything else. */
export function errorIdSource(command: PSValue, otherwise = ''): string {
  if (command instanceof CmdletInfo) return command.className;
  return command instanceof CommandInfo ? command.name : otherwise;
}

/** Makes the error of a spec for a call. */
export function bindingError(invocation: InvocationInfo, spec: BindingErrorSpec): BindingError {
  const kind = spec.kind ?? 'binding';
  const exception = new NetException(classes[kind], spec.message, spec.inner ?? null);
  exception.properties.set('ErrorId', spec.id);
  exception.properties.set('ParameterName', spec.parameterName ?? '');
  exception.properties.set('ParameterType', spec.parameterType ?? null);
  exception.properties.set('TypeSpecified', spec.typeSpecified ?? null);
  exception.properties.set('CommandInvocation', invocation);
  const extent = spec.extent ?? null;
  if (extent) {
    exception.properties.set('Line', BigInt(extent.startLineNumber));
    exception.properties.set('Offset', BigInt(extent.startColumnNumber));
  }
  const command = invocation.myCommand;
  const source = errorIdSource(command);
  const record = new ErrorRecord(exception, source === '' ? spec.id : `${spec.id},${source}`, spec.category);
  record.activity = command instanceof CommandInfo ? command.name : '';
  record.invocationInfo = invocation instanceof CommandInvocation ? invocation.at(extent) : invocation;
  exception.errorRecord = record;
  return new BindingError(record, kind, spec.passOver ?? false);
}
