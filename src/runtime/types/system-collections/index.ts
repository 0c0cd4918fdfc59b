import type { TypeSpec } from '../define-type.ts';
import { arrayListType } from './array-list.ts';
import { comparerTypes } from './comparers.ts';
import { dictionaryTypes } from './dictionary.ts';
import { enumeratorTypes } from './enumerators.ts';
import { hashtableTypes } from './hashtable.ts';
import { listType } from './list.ts';
import { orderedDictionaryType } from './ordered-dictionary.ts';
import { otherCollectionTypes } from './other-collections.ts';
import { queueTypes } from './queues.ts';
import { setTypes } from './sets.ts';
import { sortedListType } from './sorted-list.ts';

/** System.Collections and its namespaces. */
export const systemCollectionsTypes: readonly TypeSpec[] = [
  arrayListType,
  listType,
  ...hashtableTypes,
  orderedDictionaryType,
  ...dictionaryTypes,
  ...setTypes,
  ...queueTypes,
  sortedListType,
  ...comparerTypes,
  ...otherCollectionTypes,
  ...enumeratorTypes,
];
