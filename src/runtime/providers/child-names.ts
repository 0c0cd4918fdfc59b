import { type Flow, settle } from '../commands/flow.ts';
import { fileFailure } from '../errors/file-exception.ts';
import { compareText } from '../text/text-comparison.ts';
import { attributesOf } from '../types/system-io/file-attributes.ts';
import { FileAttributes } from '../types/system-io/file-enums.ts';
import { FileSystemInfo } from '../values/file-system-info.ts';
import type { AttributeFilter } from './attribute-filter.ts';
import type { ProviderPath } from './drive-table.ts';
import { fileFilter } from './name-filter.ts';
import type { Provider, ProviderChild } from './provider.ts';

/** Which children of a container a command sees. */
export interface ChildQuery {
  /** `-Filter` */
  readonly filter?: string | undefined;
  /** Hidden ones too. */
  readonly force?: boolean;
  /** `-Attributes`, and the one that `-File`, `-Directory` and the like amount to. */
  readonly attributes?: readonly AttributeFilter[];
  /** Containers whether filters let them through or not, for going down into them. */
  readonly allContainers?: boolean;
}

/** Order of children: by name in the order of words, case ignored. */
export function byName(a: ProviderChild, b: ProviderChild): number {
  return compareText(a.name, b.name, true);
}

/** Whether an item's name hides it: among files a leading dot does. */
export function isHiddenName(provider: Provider, name: string): boolean {
  return provider.isTree && name.startsWith('.') && name !== '.' && name !== '..';
}

/** All children in the store's own order. @throws TerminatingError for a container that cannot be read */
export function* rawChildren(at: ProviderPath): Flow<readonly ProviderChild[]> {
  try {
    return yield* settle(at.provider.children(at.path));
  } catch (thrown) {
    throw fileFailure(thrown, 'DirIOError', 'ReadError', {
      denied: 'DirUnauthorizedAccessError',
      target: at.path,
    });
  }
}

/** Whether attribute filters let an item through, and whether they speak of hidden items. */
function* passes(at: ProviderPath, child: ProviderChild, query: ChildQuery): Flow<boolean> {
  const filters = query.attributes ?? [];
  if (filters.length === 0 || !at.provider.isTree) return true;
  if (query.allContainers && child.isContainer) return true;
  const item = yield* settle(at.provider.get(child.path));
  const bits = item instanceof FileSystemInfo ? attributesOf(item) : 0;
  return filters.every((filter) => filter.evaluate(bits));
}

/** Whether hidden items are to be seen. */
export function seesHidden(query: ChildQuery): boolean {
  return query.force === true || (query.attributes ?? []).some((filter) => filter.mentions(FileAttributes.Hidden));
}

/** The children that a query means: containers before others, each by name. */
export function* childrenAt(at: ProviderPath, query: ChildQuery): Flow<ProviderChild[]> {
  const accepts = at.provider.isTree ? fileFilter(query.filter) : () => true;
  const hidden = seesHidden(query);
  const found: ProviderChild[] = [];
  for (const child of yield* rawChildren(at)) {
    if (!hidden && isHiddenName(at.provider, child.name)) continue;
    if (!(query.allContainers && child.isContainer) && !accepts(child.name)) continue;
    if (yield* passes(at, child, query)) found.push(child);
  }
  const containers = found.filter((child) => child.isContainer).sort(byName);
  return [...containers, ...found.filter((child) => !child.isContainer).sort(byName)];
}
