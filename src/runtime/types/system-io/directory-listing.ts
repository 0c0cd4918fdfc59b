import type { EngineContext } from '../../engine.ts';
import { FileSystemError } from '../../host/file-system.ts';
import { andThen, type Eventually } from '../../values/ps-value.ts';

/** One entry of a folder listing. */
export interface ListedEntry {
  readonly path: string;
  readonly isDirectory: boolean;
}

/** A search pattern of .NET (`*` and `?`, everything else literal) as a test for names. */
function patternTest(pattern: string): (name: string) => boolean {
  if (pattern === '*' || pattern === '*.*' || pattern === '') return () => true;
  const source = pattern
    .replace(/[\\^$.|+()[\]{}]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const regex = new RegExp(`^${source}$`, 's');
  return (name) => regex.test(name);
}

/**
 * What is in a folder, by a search pattern, in the order of the file system.
 *
 * @param base what the paths of the answer begin with: the folder as the caller wrote it
 */
export function listDirectory(
  engine: EngineContext,
  folder: string,
  base: string,
  pattern: string,
  recurse: boolean,
): Eventually<ListedEntry[]> {
  const test = patternTest(pattern);
  const result: ListedEntry[] = [];
  const visit = (path: string, shown: string): Eventually<void> =>
    andThen(engine.fs.stat(path), (stat) => {
      if (stat?.kind !== 'directory') throw new FileSystemError('notDirectory', path);
      return andThen(engine.fs.readDirectory(path), (names) => {
        const below: [string, string][] = [];
        const each = (i: number): Eventually<void> => {
          for (let at = i; at < names.length; at++) {
            const name = names[at] ?? '';
            const full = path === '/' ? `/${name}` : `${path}/${name}`;
            const text = shown.endsWith('/') ? shown + name : `${shown}/${name}`;
            const take = (isDirectory: boolean) => {
              if (test(name)) result.push({ path: text, isDirectory });
              if (isDirectory && recurse) below.push([full, text]);
            };
            const found = engine.fs.stat(full);
            if (found instanceof Promise)
              return found.then((entry) => {
                take(entry?.kind === 'directory');
                return each(at + 1);
              });
            take(found?.kind === 'directory');
          }
          return undefined;
        };
        return andThen(each(0), () => {
          const deeper = (i: number): Eventually<void> => {
            const next = below[i];
            return next && andThen(visit(next[0], next[1]), () => deeper(i + 1));
          };
          return deeper(0);
        });
      });
    });
  return andThen(visit(folder, base), () => result);
}
