import type { CommandAst, CommandElementAst, ConstantExpressionAst, RedirectionAst } from '../../parser/index.ts';
import { type Argument, namedArgument, parameterArgument, positionalArgument } from '../commands/argument.ts';
import { fail } from '../errors/terminating-error.ts';
import { isDictionary } from '../members/dictionary-access.ts';
import { elementsOf } from '../members/enumerate.ts';
import { CommandSite, type Redirection, type Stage, type StreamName } from '../pipeline/stage.ts';
import { typeSystemOf } from '../types/type-system.ts';
import { baseOf, PSObject } from '../values/ps-object.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import { ScriptBlock } from '../values/script-block.ts';
import type { Evaluate } from './closures.ts';
import type { Compile } from './compile-context.ts';
import type { Frame } from './frame.ts';
import { constantValue } from './literals.ts';

/** Evaluates what a command was given. */
export type CommandCode = (frame: Frame) => Eventually<Stage>;

/** Adds the arguments of one element to the list. */
type ArgumentCode = (frame: Frame, into: Argument[]) => Eventually<void>;

const operators = { Unknown: '', Ampersand: '&', Dot: '.' } as const;

/** The part of a call that is the same each time. */
export function siteOf(ast: CommandAst): CommandSite {
  return new CommandSite(operators[ast.invocationOperator], ast, ast.extent);
}

/** Compiles one command to its evaluated stage. */
export function compileCommand(ast: CommandAst, c: Compile): CommandCode {
  const { head, stage } = compileStage(ast, c, siteOf(ast));
  return (frame) => {
    const command = head(frame);
    return command instanceof Promise ? command.then((cmd) => stage(frame, cmd)) : stage(frame, command);
  };
}

/** The two steps of a command: its name or block, then what it is given. */
export function compileStage(
  ast: CommandAst,
  c: Compile,
  site: CommandSite,
): { readonly head: Evaluate; readonly stage: (frame: Frame, command: PSValue) => Eventually<Stage> } {
  const [head, ...rest] = ast.commandElements;
  if (head === undefined || head.kind === 'CommandParameterAst') {
    const missing = c.unsupported(ast, 'a command without a name');
    return { head: missing, stage: missing };
  }
  const redirections = compileRedirections(ast.redirections, c);
  const codes = rest.map((e) => compileArgument(e, c));
  const usesModule = site.invocationOperator !== '' && rest.length > 0;
  return { head: c.expression(head), stage: finish };

  function finish(frame: Frame, command: PSValue): Eventually<Stage> {
    frame.at = ast.extent;
    const args: Argument[] = [];
    for (let i = 0; i < codes.length; i++) {
      const pending = codes[i]?.(frame, args);
      if (pending instanceof Promise) return finishLater(frame, command, args, i, pending);
    }
    const ready = redirections(frame);
    if (ready instanceof Promise) return ready.then((r) => stageOf(frame, command, args, r));
    return stageOf(frame, command, args, ready);
  }

  async function finishLater(
    frame: Frame,
    command: PSValue,
    args: Argument[],
    at: number,
    first: Promise<void>,
  ): Promise<Stage> {
    await first;
    for (const code of codes.slice(at + 1)) await code(frame, args);
    return stageOf(frame, command, args, await redirections(frame));
  }

  function stageOf(frame: Frame, command: PSValue, args: Argument[], ready: readonly Redirection[]): Stage {
    const base = baseOf(command);
    frame.at = ast.extent;
    if (usesModule && frame.session.isModule(base)) {
      const [inner, ...others] = args;
      return { site, command: inner?.value ?? null, module: base, args: others, redirections: ready };
    }
    return { site, command: checkedCommand(frame, base), args, redirections: ready };
  }
}

function checkedCommand(frame: Frame, command: PSValue): PSValue {
  if (command === null || command === undefined) throw badExpression();
  if (typeof command === 'string') {
    if (command === '') throw badExpression();
    return command;
  }
  if (command instanceof ScriptBlock || frame.session.isCommand(command)) return command;
  return typeSystemOf(frame.engine).toText(command);
}

function badExpression() {
  return fail({
    id: 'BadExpression',
    category: 'InvalidOperation',
    message: 'What stands behind the call operator is empty: it must be a command name, a script block or a command.',
  });
}

function compileArgument(ast: CommandElementAst, c: Compile): ArgumentCode {
  if (ast.kind === 'CommandParameterAst') {
    const { parameterName: name, extent, argument } = ast;
    if (argument === undefined) {
      const arg = parameterArgument(name, extent, ast);
      return (_frame, into) => {
        into.push(arg);
      };
    }
    const value = compileArgumentValue(argument, c);
    return (frame, into) => {
      const v = value(frame);
      if (v instanceof Promise)
        return v.then((x) => {
          into.push(namedArgument(name, x ?? null, extent, ast));
        });
      into.push(namedArgument(name, v ?? null, extent, ast));
      return undefined;
    };
  }
  const value = compileArgumentValue(ast, c);
  if (isSplatted(ast)) {
    return (frame, into) => {
      const v = value(frame);
      if (v instanceof Promise) return v.then((x) => splat(frame, x, ast, into));
      return splat(frame, v, ast, into);
    };
  }
  const { extent } = ast;
  return (frame, into) => {
    const v = value(frame);
    if (v instanceof Promise)
      return v.then((x) => {
        into.push(positionalArgument(x ?? null, extent, ast));
      });
    into.push(positionalArgument(v ?? null, extent, ast));
    return undefined;
  };
}

/** An argument's value; a number keeps the text it was written with. */
export function compileArgumentValue(
  ast: Exclude<CommandElementAst, { kind: 'CommandParameterAst' }>,
  c: Compile,
): Evaluate {
  if (ast.kind !== 'ConstantExpressionAst') return c.expression(ast);
  const value = numberArgument(ast);
  return () => value;
}

function numberArgument(ast: ConstantExpressionAst): PSValue {
  const value = constantValue(ast.value);
  const { text } = ast.extent;
  if (typeof value === 'number' && String(value) === text) return value;
  const wrapper = new PSObject(value);
  wrapper.tokenText = text;
  return wrapper;
}

/** Whether an element is `@variable` or `@using:variable`. */
export function isSplatted(ast: CommandElementAst): boolean {
  if (ast.kind === 'UsingExpressionAst') return isSplatted(ast.subExpression);
  return ast.kind === 'VariableExpressionAst' && ast.splatted;
}

/** `@variable` (about_Splatting) */
function splat(frame: Frame, value: PSValue, ast: CommandElementAst, into: Argument[]): void {
  const base = baseOf(value);
  const { extent } = ast;
  if (base === null || base === undefined) return;
  if (isDictionary(base)) {
    const types = typeSystemOf(frame.engine);
    for (const { key, value: item } of base.entries()) {
      const name = typeof key === 'string' ? key : types.toText(key);
      into.push(namedArgument(name, item ?? null, extent, ast, true));
    }
    return;
  }
  const items = typeof base === 'string' ? [...base] : elementsOf(base);
  if (items === undefined) into.push(positionalArgument(value, extent, ast, true));
  else for (const item of items) into.push(splattedItem(item, ast));
}

/** An element of `@args` that was a parameter name keeps being one. */
function splattedItem(item: PSValue, ast: CommandElementAst): Argument {
  if (item instanceof PSObject && typeof item.base === 'string') {
    const name = item.properties.get('<CommandParameterName>');
    if (typeof name === 'string') {
      const colon = item.base.endsWith(':');
      return { name, value: undefined, hasValue: false, colon, splatted: true, extent: ast.extent, ast };
    }
  }
  return positionalArgument(item ?? null, ast.extent, ast, true);
}

const streamNames: Readonly<Record<RedirectionAst['fromStream'], StreamName>> = {
  All: 'all',
  Output: 'output',
  Error: 'error',
  Warning: 'warning',
  Verbose: 'verbose',
  Debug: 'debug',
  Information: 'information',
};

const noRedirections: readonly Redirection[] = [];

/** Compiles redirections: their targets are evaluated with the arguments. */
export function compileRedirections(
  list: readonly RedirectionAst[],
  c: Compile,
): (frame: Frame) => Eventually<readonly Redirection[]> {
  if (list.length === 0) return () => noRedirections;
  const codes = list.map((ast) => compileRedirection(ast, c));
  return (frame) => {
    const made = codes.map((code) => code(frame));
    return made.some((m) => m instanceof Promise) ? Promise.all(made) : (made as Redirection[]);
  };
}

function compileRedirection(ast: RedirectionAst, c: Compile): (frame: Frame) => Eventually<Redirection> {
  const from = streamNames[ast.fromStream];
  if (ast.kind === 'MergingRedirectionAst') {
    const merge: Redirection = { from, kind: 'merge', to: ast.toStream === 'Error' ? 'error' : 'output' };
    return () => merge;
  }
  const { append, extent } = ast;
  const location = c.expression(ast.location);
  const make = (path: PSValue): Redirection => ({ from, kind: 'file', path: path ?? null, append, extent });
  return (frame) => {
    const path = location(frame);
    return path instanceof Promise ? path.then(make) : make(path);
  };
}
