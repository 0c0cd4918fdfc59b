import type { CallFrame } from '../../commands/call-frame.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { hasWildcards, wildcardMatcher } from '../../commands/wildcard-name.ts';

interface Found {
  readonly path: string;
  /** As the argument will show it. */
  readonly shown: string;
}

/** Paths that match a pattern, in the order a listing has: folders first, then files, by name without regard to case. */
export function* expandGlob(frame: CallFrame, pattern: string): Flow<string[]> {
  const absolute = pattern.startsWith('/');
  const segments = pattern.split('/').filter((segment) => segment !== '' && segment !== '.');
  let found: Found[] = [{ path: absolute ? '/' : frame.engine.workingDirectory, shown: absolute ? '/' : '' }];
  for (const [at, segment] of segments.entries()) {
    const next: Found[] = [];
    for (const place of found) next.push(...(yield* step(frame, place, segment, at === segments.length - 1)));
    found = next;
  }
  return found.map((one) => one.shown);
}

function* step(frame: CallFrame, place: Found, segment: string, isLast: boolean): Flow<Found[]> {
  const join = (base: string, name: string) =>
    base === '' ? name : base.endsWith('/') ? base + name : `${base}/${name}`;
  if (!hasWildcards(segment)) {
    const path = join(place.path, segment);
    const stat = yield* settle(frame.engine.fs.stat(path));
    return stat && (isLast || stat.kind === 'directory') ? [{ path, shown: join(place.shown, segment) }] : [];
  }
  const matches = wildcardMatcher(segment);
  const folders: string[] = [];
  const files: string[] = [];
  for (const name of yield* names(frame, place.path)) {
    if (!matches(name) || (name.startsWith('.') && !segment.startsWith('.'))) continue;
    const stat = yield* settle(frame.engine.fs.stat(join(place.path, name)));
    if (stat?.kind === 'directory') folders.push(name);
    else if (isLast) files.push(name);
  }
  const sorted = [...folders.sort(byName), ...files.sort(byName)];
  return sorted.map((name) => ({ path: join(place.path, name), shown: join(place.shown, name) }));
}

function byName(a: string, b: string): number {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  return left < right ? -1 : left > right ? 1 : 0;
}

function* names(frame: CallFrame, folder: string): Flow<readonly string[]> {
  try {
    return yield* settle(frame.engine.fs.readDirectory(folder));
  } catch {
    return [];
  }
}
