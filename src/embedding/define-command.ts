import { type AnyCmdlet, type CmdletContext, defineCmdlet, type Effect } from '../runtime/commands/define-cmdlet.ts';
import type { BoundArguments, ParameterMap } from '../runtime/commands/parameter.ts';
import { toScriptValue } from './js-values.ts';

/** A command made of one function; see {@link defineCommand}. */
export interface CommandSpec<P extends ParameterMap> {
  /** Verb-Noun */
  readonly name: string;
  readonly synopsis?: string;
  readonly parameters: P;
  /** What running it can touch, for permission hooks; nothing if left out. */
  readonly effects?: readonly Effect[];
  /**
   * Does the work, once per input object. What it returns or yields is converted by the table of docs/embedding.md and
   * written; undefined writes nothing, an array its elements.
   */
  run(args: BoundArguments<P>, context: CmdletContext): unknown;
}

function* written(result: unknown, ctx: CmdletContext): Generator<ReturnType<typeof toScriptValue>, void, void> {
  if (result === undefined) return;
  if (Array.isArray(result)) for (const item of result) yield toScriptValue(item, ctx.engine);
  else yield toScriptValue(result, ctx.engine);
}

async function* streamed(
  values: AsyncIterable<unknown>,
  ctx: CmdletContext,
): AsyncGenerator<ReturnType<typeof toScriptValue>, void, void> {
  for await (const value of values) yield toScriptValue(value, ctx.engine);
}

async function* settled(
  promise: Promise<unknown>,
  ctx: CmdletContext,
): AsyncGenerator<ReturnType<typeof toScriptValue>, void, void> {
  yield* written(await promise, ctx);
}

const isAsync = (value: unknown): value is AsyncIterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value;

const isGenerator = (value: unknown): value is Iterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.iterator in value && 'next' in value;

/**
 * Declares a command as a plain function over JS values: the short form of {@link defineCmdlet}.
 *
 * @example
 * defineCommand({
 *   name: 'Get-Order',
 *   parameters: { Id: parameter(type.int, { mandatory: true, position: 0 }) },
 *   run: ({ Id }) => orders.get(Id),
 * })
 */
export function defineCommand<const P extends ParameterMap>(spec: CommandSpec<P>): AnyCmdlet {
  return defineCmdlet<P>({
    name: spec.name,
    synopsis: spec.synopsis ?? '',
    parameters: spec.parameters,
    effects: spec.effects ?? ['none'],
    invoke: (ctx) => ({
      process(args) {
        const result = spec.run(args, ctx);
        if (isAsync(result)) return streamed(result, ctx);
        if (result instanceof Promise) return settled(result, ctx);
        return written(isGenerator(result) ? [...result] : result, ctx);
      },
    }),
  });
}
