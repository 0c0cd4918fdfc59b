import { NetCollection } from './net-list.ts';

/** PSDataCollection<T>: records or objects, in the order they came. */
export class DataCollection extends NetCollection {
  isOpen = true;
}
