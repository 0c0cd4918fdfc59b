import { type Argument, namedArgument, positionalArgument } from '../../commands/argument.ts';
import type { CallFrame } from '../../commands/call-frame.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { fail, type TerminatingError } from '../../errors/terminating-error.ts';
import { elementsOf } from '../../members/enumerate.ts';
import { encodeBase64Text } from '../../text/base64-text.ts';
import { typeSystemOf } from '../../types/type-system.ts';
import { ArrayList } from '../../values/net-list.ts';
import { baseOf } from '../../values/ps-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { ScriptBlock } from '../../values/script-block.ts';

/** A program that is handed a script block is a shell: `pwsh { … }`, `nacre -Command { … } -args 1, 2` (about_Pwsh). */
export function isShellCall(args: readonly Argument[]): boolean {
  return args.some(({ name, value }) => name === undefined && baseOf(value) instanceof ScriptBlock);
}

/** Arguments for a shell, and whether it takes its input as objects. */
export interface ShellCall {
  readonly args: readonly Argument[];
  readonly takesObjects: boolean;
}

const known = ['command', 'inputformat', 'outputformat', 'args'] as const;
type Known = (typeof known)[number];

/**
 * The arguments that a shell gets for a script block: the block as -encodedCommand, -args as -encodedarguments, and the
 * formats of what goes in and out, where the call names none itself.
 */
export function* shellCall(frame: CallFrame, args: readonly Argument[], readsOutput: boolean): Flow<ShellCall> {
  const result: Argument[] = [];
  const seen = new Map<Known, string>();
  const see = (name: Known, value: string): void => {
    if (seen.has(name)) throw refused('ParameterSpecifiedAlready', `-${name} stands there twice.`);
    seen.set(name, value);
  };
  for (let i = 0; i < args.length; i++) {
    const argument = args[i];
    if (!argument) continue;
    const { name, value } = argument;
    const block = name === undefined ? baseOf(value) : undefined;
    if (block instanceof ScriptBlock) {
      see('command', '');
      result.push(...option('encodedCommand', encoded(frame, block)));
      continue;
    }
    const wanted = name === undefined ? undefined : known.find((it) => it.startsWith(name.toLowerCase()));
    if (wanted === undefined || argument.hasValue) {
      result.push(argument);
      continue;
    }
    const next = args[++i];
    if (!next) throw refused(`NoValueFor${wanted}Parameter`, `-${wanted} needs a value after it.`);
    if (wanted === 'command') {
      const code = baseOf(next.value);
      if (!(code instanceof ScriptBlock))
        throw refused('IncorrectValueForCommandParameter', '-command takes one script block here.');
      see('command', '');
      result.push(...option('encodedCommand', encoded(frame, code)));
    } else if (wanted === 'args') {
      see('args', '');
      result.push(...option('encodedarguments', yield* encodedValues(frame, next.value)));
    } else {
      const format = formatOf(wanted, typeSystemOf(frame.engine).toText(next.value));
      see(wanted, format);
      result.push(...option(wanted, format));
    }
  }
  if (!seen.has('inputformat')) result.push(...option('inputFormat', 'xml'));
  if (!seen.has('outputformat')) result.push(...option('outputFormat', readsOutput ? 'xml' : 'text'));
  return { args: result, takesObjects: (seen.get('inputformat') ?? 'xml') === 'xml' };
}

function option(name: string, value: string): Argument[] {
  return [{ ...namedArgument(name, undefined), hasValue: false, colon: false }, positionalArgument(value)];
}

function encoded(frame: CallFrame, block: ScriptBlock): string {
  return encodeBase64Text(typeSystemOf(frame.engine).netText(block));
}

function formatOf(name: string, text: string): string {
  const word = text.toLowerCase();
  const format = ['xml', 'text'].find((it) => word !== '' && it.startsWith(word));
  if (format !== undefined) return format;
  throw refused('IncorrectValueForFormatParameter', `-${name} takes xml or text, not "${text}".`);
}

/** Values as one list in a document without mark line, in base64. */
function* encodedValues(frame: CallFrame, value: PSValue): Flow<string> {
  let text = '';
  const writer = frame.engine.shellObjects.writer((piece) => {
    text += piece;
  });
  yield* settle(writer.add(new ArrayList([...(elementsOf(baseOf(value)) ?? [value])])));
  yield* settle(writer.end());
  return encodeBase64Text(text.slice(text.indexOf('\n') + 1));
}

function refused(id: string, message: string): TerminatingError {
  return fail({
    id,
    category: 'InvalidArgument',
    exceptionType: 'System.Management.Automation.ParameterBindingException',
    message,
  });
}
