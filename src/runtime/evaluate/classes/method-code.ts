import type { FunctionMemberAst, ParameterAst, StatementAst } from '../../../parser/index.ts';
import { FunctionInfo } from '../../commands/command-info.ts';
import { type ControlFlow, ReturnSignal } from '../../errors/control-flow.ts';
import { nullSink } from '../../pipeline/sink.ts';
import { Layout } from '../../scope/layout.ts';
import { Scope, type SlotConstraints } from '../../scope/scope.ts';
import { coreTypes } from '../../types/core-types.ts';
import type { Parameter } from '../../types/member.ts';
import type { Eventually, PSValue } from '../../values/ps-value.ts';
import { ScriptBlock } from '../../values/script-block.ts';
import { callingScope, runBody } from '../call-function.ts';
import type { Evaluate, Execute } from '../closures.ts';
import { BlockCompiler } from '../compile.ts';
import type { CompiledBlock } from '../compiled-block.ts';
import { typeConstraint } from '../constraints.ts';
import { Frame } from '../frame.ts';
import { compileStatements } from '../statement-list.ts';
import { resolveTypeName } from '../type-names.ts';
import type { ScriptClass } from './script-class.ts';

/** The compiled body of a method or constructor. */
export interface MethodCode {
  readonly block: CompiledBlock;
  readonly body: Execute;
  /** Arguments of `: base(…)`; undefined for methods and where nothing is said. */
  readonly baseArguments: readonly Evaluate[] | undefined;
  readonly parameters: readonly Parameter[];
  readonly command: FunctionInfo;
  /** Beside `parameters`: what keeps the type of a parameter's variable. */
  readonly constraints: SlotConstraints | undefined;
}

/** Compiles a method of a class. */
export function compileMethod(script: ScriptClass, ast: FunctionMemberAst): MethodCode {
  const { functionDefinition } = ast;
  const { body } = functionDefinition;
  const layout = new Layout();
  const unit = script.definition.block?.unit ?? { namespaces: [], file: undefined };
  const c = new BlockCompiler(layout, unit, true);
  const declared = functionDefinition.parameters ?? body.paramBlock?.parameters ?? [];
  for (const p of declared) layout.add(nameOf(p), nameOf(p).toLowerCase());
  const statements = body.endBlock?.statements ?? [];
  const base = baseCall(statements[0]);
  const rest = base === undefined ? statements : statements.slice(1);
  const run = compileStatements({ statements: rest, traps: body.endBlock?.traps }, c);
  const parameters = declared.map((p) => parameterOf(script, p));
  const block: CompiledBlock = {
    ast: body,
    unit,
    layout,
    parameters: [],
    types: [],
    isAdvanced: false,
    hasNamedBlocks: false,
    mentionsBoundParameters: false,
    mentionsInput: false,
    dynamicParam: undefined,
    begin: undefined,
    process: undefined,
    end: run,
    clean: undefined,
  };
  const constraints = parameters.map((p) =>
    p.type === coreTypes().object ? undefined : [typeConstraint(script.definition.session, p.type, true)],
  );
  return {
    block,
    body: run,
    baseArguments: base?.map((a) => c.expression(a)),
    parameters,
    command: new FunctionInfo(ast.name, new ScriptBlock(body, script.definition.sessionState)),
    constraints: constraints.some((k) => k !== undefined) ? constraints : undefined,
  };
}

function baseCall(statement: StatementAst | undefined) {
  if (statement === undefined) return undefined;
  const element = statement.kind === 'PipelineAst' ? statement.pipelineElements[0] : statement;
  if (element?.kind !== 'CommandExpressionAst') return undefined;
  const { expression } = element;
  return expression.kind === 'BaseCtorInvokeMemberExpressionAst' ? (expression.arguments ?? []) : undefined;
}

function nameOf(ast: ParameterAst): string {
  return ast.name.variablePath.unqualifiedPath;
}

function parameterOf(script: ScriptClass, ast: ParameterAst): Parameter {
  const constraint = ast.attributes.find((a) => a.kind === 'TypeConstraintAst');
  const type = constraint
    ? resolveTypeName(script.definition, constraint.typeName)
    : script.definition.session.objectType;
  return { name: nameOf(ast), type, isParams: false, isByRef: false, isOptional: false };
}

/** A frame for one call, with its arguments in their slots. */
export function methodFrame(script: ScriptClass, code: MethodCode, self: PSValue, args: readonly PSValue[]): Frame {
  const { session, sessionState } = script.definition;
  const caller = session.frame ?? session.root;
  const slots = new Array<PSValue>(code.block.layout.size);
  for (let i = 0; i < args.length; i++) slots[i] = args[i] ?? null;
  const scope = new Scope(callingScope(caller, sessionState), sessionState, code.block.layout, slots, 'local');
  if (code.constraints !== undefined) scope.slotConstraints = code.constraints;
  const frame = new Frame(session, scope, caller.streams, caller, code.block);
  frame.command = code.command;
  // An error of a statement in a method always ends the call: methods have no error stream of their own.
  frame.propagate = true;
  if (self !== undefined) frame.thisValue = self;
  scope.automatic = frame;
  return frame;
}

/** Runs a method's body: what `return` gave, or undefined. */
export function runMethod(frame: Frame, body: Execute): Eventually<PSValue> {
  const { session } = frame;
  const caller = frame.caller ?? session.root;
  session.engine.budget.charge(1);
  const signal = runBody(caller, frame, body, nullSink);
  return signal instanceof Promise ? signal.then(resultOf) : resultOf(signal);
}

function resultOf(signal: ControlFlow | undefined): PSValue {
  if (signal === undefined) return undefined;
  if (signal instanceof ReturnSignal) return signal.value;
  throw signal;
}
