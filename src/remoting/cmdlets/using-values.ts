import { type ExpressionAst, findAll, type UsingExpressionAst, type VariablePath } from '../../parser/index.ts';
import type { CmdletContext } from '../../runtime/commands/define-cmdlet.ts';
import type { EngineContext } from '../../runtime/engine.ts';
import { ErrorRecord } from '../../runtime/errors/error-record.ts';
import { NetException } from '../../runtime/errors/net-exception.ts';
import { TerminatingError } from '../../runtime/errors/terminating-error.ts';
import { tryGetMember } from '../../runtime/members/get-member.ts';
import { getIndex } from '../../runtime/members/index-access.ts';
import { CmdletCall } from '../../runtime/pipeline/cmdlet-context.ts';
import type { Scope } from '../../runtime/scope/scope.ts';
import { getVariable } from '../../runtime/scope/variable-access.ts';
import { encodeBase64Text } from '../../runtime/text/base64-text.ts';
import { Hashtable } from '../../runtime/values/hashtable.ts';
import type { Eventually, PSValue } from '../../runtime/values/ps-value.ts';
import type { ScriptBlock } from '../../runtime/values/script-block.ts';

/**
 * The values of a block's `$using:` expressions, evaluated where the command was called (about_Remote_Variables): a
 * dictionary by base64 of the UTF-16 text of each expression. Undefined where the block has none. A variable that does
 * not exist ends the command.
 */
export async function usingDictionary(ctx: CmdletContext, block: ScriptBlock): Promise<Hashtable | undefined> {
  const found = findAll(block.ast, (node) => node.kind === 'UsingExpressionAst', true);
  if (found.length === 0) return undefined;
  const table = Hashtable.caseSensitive();
  for (const node of found) {
    if (node.kind !== 'UsingExpressionAst') continue;
    const value = await valueOf(ctx, node.subExpression);
    if (value !== undefined) table.set(encodeBase64Text(keyText(node)), value);
  }
  return table;
}

/** A plain variable is known without regard to case, a longer expression as it is written. */
function keyText(node: UsingExpressionAst): string {
  const { text } = node.extent;
  return node.subExpression.kind === 'VariableExpressionAst' ? text.toLowerCase() : text;
}

function valueOf(ctx: CmdletContext, ast: ExpressionAst): Eventually<PSValue> {
  const { engine } = ctx;
  switch (ast.kind) {
    case 'VariableExpressionAst':
      return variableValue(ctx, ast.variablePath);
    case 'MemberExpressionAst': {
      const { member } = ast;
      if (member.kind !== 'StringConstantExpressionAst') return refuse(ctx, ast);
      return then(valueOf(ctx, ast.expression), (target) => tryGetMember(engine, target, member.value));
    }
    case 'IndexExpressionAst': {
      const { index } = ast;
      if (index.kind !== 'ConstantExpressionAst' && index.kind !== 'StringConstantExpressionAst')
        return refuse(ctx, ast);
      // the value of a constant is a value of the language
      const at = index.value as PSValue;
      return then(valueOf(ctx, ast.target), (target) => getIndex(engine, target, at));
    }
    default:
      return refuse(ctx, ast);
  }
}

function then(value: Eventually<PSValue>, next: (value: PSValue) => Eventually<PSValue>): Eventually<PSValue> {
  return value instanceof Promise ? value.then(next) : next(value);
}

function scopeOf(ctx: CmdletContext): Scope | undefined {
  return ctx instanceof CmdletCall ? ctx.caller.scope : undefined;
}

function variableValue(ctx: CmdletContext, path: VariablePath): Eventually<PSValue> {
  const scope = scopeOf(ctx);
  const name = path.userPath.replace(/^using:/i, '');
  const colon = name.indexOf(':');
  const isScoped = /^(global|script|local|private|variable):/i.test(name);
  const value =
    colon > 0 && !isScoped ? driveValue(ctx.engine, scope, name, colon) : scope && scopedVariable(scope, name);
  return then(value, (held) => {
    if (held === undefined) throw undefinedVariable(ctx, name);
    return held;
  });
}

function scopedVariable(scope: Scope, name: string): PSValue {
  const [prefix, plain = name] = name.includes(':') ? name.split(':') : ['', name];
  const from =
    prefix?.toLowerCase() === 'global'
      ? scope.sessionState.globalScope
      : prefix?.toLowerCase() === 'script'
        ? scope.scriptScope
        : scope;
  return getVariable(from, plain.toLowerCase());
}

/** `$using:env:PATH`: what the drive holds; undefined where it has nothing of that name. */
function driveValue(engine: EngineContext, scope: Scope | undefined, name: string, colon: number): Eventually<PSValue> {
  const drive = name.slice(0, colon);
  const path = name.slice(colon + 1);
  if (drive.toLowerCase() === 'env') return engine.environment.get(path) ?? null;
  return scope?.sessionState.shared.drives.get(scope, drive, path);
}

function undefinedVariable(ctx: CmdletContext, name: string): TerminatingError {
  const message = `$using:${name} cannot be sent: there is no variable ${name} here.`;
  const exception = new NetException('System.Management.Automation.RuntimeException', message);
  const id = 'UsingVariableIsUndefined,Microsoft.PowerShell.Commands.InvokeCommandCommand';
  const record = new ErrorRecord(exception, id, 'InvalidOperation', null);
  record.invocationInfo = ctx.invocation;
  return new TerminatingError(record, true);
}

function refuse(ctx: CmdletContext, ast: ExpressionAst): never {
  return ctx.throwTerminating({
    id: 'CantGetUsingExpressionValueWithSpecifiedVariableDictionary',
    category: 'InvalidOperation',
    message: `The expression ${ast.extent.text} is not one whose value can be sent: variables, their members and constant indexes can.`,
  });
}
