import { NetException } from '../errors/net-exception.ts';
import { Hashtable } from '../values/hashtable.ts';
import { baseOf } from '../values/ps-object.ts';
import type { PSValue } from '../values/ps-value.ts';

/** The value of `$PSDefaultParameterValues`: a table whose keys are `Command:Parameter` or `Disabled`. */
export class DefaultParameterDictionary extends Hashtable {
  override set(key: PSValue, value: PSValue): void {
    super.set(checked(key), value);
  }

  override add(key: PSValue, value: PSValue): boolean {
    const name = checked(key);
    if (super.add(name, value)) return true;
    throw new NetException(
      'System.Management.Automation.PSArgumentException',
      `The table has the key '${name}' already.`,
    );
  }
}

/** Splits a key into what it names; undefined for text of another form. */
export function splitDefaultKey(key: string): { readonly command: string; readonly parameter: string } | undefined {
  const match = /^\s*('[^']*'|"[^"]*"|[^:]*?)\s*:\s*('[^']*'|"[^"]*"|.*?)\s*$/s.exec(key);
  if (!match) return undefined;
  return { command: unquote(match[1] ?? ''), parameter: unquote(match[2] ?? '') };
}

function unquote(text: string): string {
  return /^(['"]).*\1$/s.test(text) ? text.slice(1, -1) : text;
}

function checked(key: PSValue): string {
  const base = baseOf(key);
  if (typeof base !== 'string') {
    throw new NetException('System.Management.Automation.PSArgumentException', 'A key of this table has to be text.');
  }
  const text = base.trim();
  const parts = splitDefaultKey(text);
  if (text.toLowerCase() === 'disabled' || (parts && parts.command !== '' && parts.parameter !== '')) return text;
  throw new NetException(
    'System.Management.Automation.PSInvalidOperationException',
    `'${base}' is no key for default values of parameters: they are written as Command:Parameter.`,
  );
}
