import type { FileSystem } from '../../host/file-system.ts';
import { andThen, type Eventually } from '../../values/ps-value.ts';

const known = new WeakMap<FileSystem, Map<string, Eventually<ReadonlyMap<number, string>>>>();

/** The name of a user or group id on Unix; null when the system knows none. */
export function accountName(fs: FileSystem, database: 'passwd' | 'group', id: number): Eventually<string | null> {
  let tables = known.get(fs);
  if (!tables) {
    tables = new Map();
    known.set(fs, tables);
  }
  let table = tables.get(database);
  if (!table) {
    table = andThen(read(fs, `/etc/${database}`), parseAccounts);
    tables.set(database, table);
  }
  return andThen(table, (names) => names.get(id) ?? null);
}

function read(fs: FileSystem, path: string): Eventually<string> {
  const none = (): string => '';
  const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
  try {
    const bytes = fs.readFile(path);
    return bytes instanceof Promise ? bytes.then(decode, none) : decode(bytes);
  } catch {
    return '';
  }
}

/** passwd(5) and group(5): the name is the first field of a line, the id the third. */
function parseAccounts(text: string): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  for (const line of text.split('\n')) {
    const [name = '', , id = ''] = line.split(':');
    if (/^\d+$/.test(id) && !names.has(Number(id))) names.set(Number(id), name);
  }
  return names;
}
