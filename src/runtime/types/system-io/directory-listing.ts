import type { EngineContext } from '../../engine.ts';
import { FileSystemError } from '../../host/file-system.ts';
import { andThen, type Eventually } from '../../values/ps-value.ts';
import { badArgument } from '../net-error.ts';
import type { ListingOptions } from './enumeration-options.ts';
import { FileAttributes } from './file-enums.ts';

/** One entry of a folder listing. */
export interface ListedEntry {
  readonly path: string;
  readonly isDirectory: boolean;
}

const escaped = (text: string): string => text.replace(/[\\^$.|+()[\]{}]/g, '\\$&');

/** A pattern as Windows reads it: `?` may stand for nothing before a dot and at the end, `*.` at the end for no dot. */
function looseSource(pattern: string): string {
  const star = pattern.endsWith('*.') ? '[^.]*\\.?' : '';
  return (
    escaped(star === '' ? pattern : pattern.slice(0, -2))
      .replace(/\\\.(?=[?*])/g, '(?:\\.|$)')
      .replace(/(?<!\()\?(?!:)/g, '(?:[^.]|(?=\\.|$))')
      .replace(/(?<!\])\*/g, '.*') + star
  );
}

/** A search pattern of .NET (`*` and `?`, everything else literal) as a test for names. */
function patternTest(pattern: string, options: ListingOptions): (name: string) => boolean {
  if (pattern === '*' || (options.isLoose && (pattern === '' || pattern === '*.*'))) return () => true;
  const source = options.isLoose ? looseSource(pattern) : escaped(pattern).replaceAll('*', '.*').replaceAll('?', '.');
  const regex = new RegExp(`^${source}$`, options.ignoreCase ? 'sui' : 'su');
  return (name) => regex.test(name);
}

/** Takes the folders at the front of a pattern (`sub/*.txt`) over to the path. */
function splitPattern(folder: string, base: string, pattern: string): [string, string, string] {
  if (pattern.includes('\0')) throw badArgument('The pattern holds a null character.', 'searchPattern');
  if (pattern.startsWith('/')) throw badArgument('The pattern must not be an absolute path.', 'searchPattern');
  const at = pattern.lastIndexOf('/');
  if (at < 0) return [folder, base, pattern];
  const front = pattern.slice(0, at);
  return [`${folder}/${front}`, `${base.replace(/\/$/, '')}/${front}`, pattern.slice(at + 1)];
}

interface Kind {
  readonly isDirectory: boolean;
  readonly isLink: boolean;
}

/** One listing under way. */
class Listing {
  readonly #engine: EngineContext;
  readonly #options: ListingOptions;
  readonly #fits: (name: string) => boolean;
  readonly found: ListedEntry[] = [];

  constructor(engine: EngineContext, pattern: string, options: ListingOptions) {
    this.#engine = engine;
    this.#options = options;
    this.#fits = patternTest(pattern, options);
  }

  /** Whether the options leave an entry out. */
  #isSkipped(name: string, entry: Kind): boolean {
    const { skipped } = this.#options;
    const { Hidden, Directory, ReparsePoint } = FileAttributes;
    if (name.startsWith('.') && (skipped & Hidden) !== 0) return true;
    return (entry.isDirectory && (skipped & Directory) !== 0) || (entry.isLink && (skipped & ReparsePoint) !== 0);
  }

  /** What a path leads to, and whether it is a link. */
  #look(path: string): Eventually<Kind> {
    return andThen(this.#engine.fs.lstat(path), (stat) => {
      if (stat?.kind !== 'link') return { isDirectory: stat?.kind === 'directory', isLink: false };
      return andThen(this.#engine.fs.stat(path), (target) => ({
        isDirectory: target?.kind === 'directory',
        isLink: true,
      }));
    });
  }

  /** Lists a folder and, `depth` levels down, those below, through links too. */
  visit(path: string, shown: string, depth: number): Eventually<void> {
    return andThen(this.#names(path), (names) => {
      const below: [string, string][] = [];
      const each = (start: number): Eventually<void> => {
        for (let at = start; at < names.length; at++) {
          const name = names[at] ?? '';
          const full = path === '/' ? `/${name}` : `${path}/${name}`;
          const text = shown.endsWith('/') ? shown + name : `${shown}/${name}`;
          const take = (entry: Kind) => {
            if (this.#isSkipped(name, entry)) return;
            if (this.#fits(name)) this.found.push({ path: text, isDirectory: entry.isDirectory });
            if (entry.isDirectory && depth > 0) below.push([full, text]);
          };
          const entry = this.#look(full);
          if (entry instanceof Promise)
            return entry.then((settled) => {
              take(settled);
              return each(at + 1);
            });
          take(entry);
        }
        return undefined;
      };
      const deeper = (at: number): Eventually<void> => {
        const next = below[at];
        return next && andThen(this.visit(next[0], next[1], depth - 1), () => deeper(at + 1));
      };
      return andThen(each(0), () => deeper(0));
    });
  }

  #names(path: string): Eventually<readonly string[]> {
    const { fs } = this.#engine;
    const read = () =>
      andThen(fs.stat(path), (stat) => {
        if (stat?.kind !== 'directory') throw new FileSystemError('notDirectory', path);
        return fs.readDirectory(path);
      });
    if (!this.#options.ignoreInaccessible) return read();
    const forgive = (thrown: unknown): readonly string[] => {
      if (thrown instanceof FileSystemError && thrown.code === 'denied') return [];
      throw thrown;
    };
    try {
      const names = read();
      return names instanceof Promise ? names.catch(forgive) : names;
    } catch (thrown) {
      return forgive(thrown);
    }
  }
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
  options: ListingOptions,
): Eventually<ListedEntry[]> {
  const [from, shown, names] = splitPattern(folder, base, pattern);
  const listing = new Listing(engine, names, options);
  return andThen(listing.visit(from, shown, options.depth), () => listing.found);
}
