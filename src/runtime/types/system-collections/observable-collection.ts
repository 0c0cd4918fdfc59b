import { raise } from '../../values/net-events.ts';
import { NetCollection, type NetList } from '../../values/net-list.ts';
import { NetObject } from '../../values/net-object.ts';
import { andThen, type Eventually, type PSValue } from '../../values/ps-value.ts';
import { defineEnum } from '../define-enum.ts';
import { defineType, type TypeSpec } from '../define-type.ts';
import { eventMembers } from '../event-members.ts';
import { itemsOf, positionOf } from '../sequence.ts';
import { checkIndex, insertItems, removeRange } from './list-members.ts';

const specialized = 'System.Collections.Specialized.';

interface Change {
  /** NotifyCollectionChangedAction: 0 Add, 1 Remove, 2 Replace, 3 Move, 4 Reset. */
  readonly action: 0 | 1 | 2 | 3 | 4;
  readonly added?: readonly PSValue[];
  readonly removed?: readonly PSValue[];
  readonly to?: number;
  readonly from?: number;
}

/** System.Collections.Specialized.NotifyCollectionChangedEventArgs */
class NotifyCollectionChangedEventArgs extends NetObject {
  readonly change: Change;

  constructor(change: Change) {
    super();
    this.change = change;
  }
}

/** System.ComponentModel.PropertyChangedEventArgs */
class PropertyChangedEventArgs extends NetObject {
  readonly name: string | null;

  constructor(name: string | null) {
    super();
    this.name = name;
  }
}

function changed(list: NetList, change: Change): Eventually<undefined> {
  const property = (name: string) => raise(list, 'PropertyChanged', list, new PropertyChangedEventArgs(name));
  const counted = change.action === 2 || change.action === 3 ? undefined : property('Count');
  return andThen(counted, () =>
    andThen(property('Item[]'), () =>
      raise(list, 'CollectionChanged', list, new NotifyCollectionChangedEventArgs(change)),
    ),
  );
}

function insert(list: NetList, at: number, item: PSValue): Eventually<undefined> {
  insertItems(list, at, [item]);
  return changed(list, { action: 0, added: [item], to: at });
}

function removeAt(list: NetList, at: number): Eventually<undefined> {
  checkIndex(list, at);
  const removed = [list.items[at]];
  removeRange(list, at, 1);
  return changed(list, { action: 1, removed, from: at });
}

const listOrNull = (items: readonly PSValue[] | undefined) => (items ? new NetCollection([...items]) : null);

/** ObservableCollection<T>, which tells of its changes, and what its events bring. */
export const observableCollectionTypes: readonly TypeSpec[] = [
  defineType({
    name: 'System.Collections.ObjectModel.ObservableCollection<T>',
    base: 'Collection<T>',
    members: {
      'new()': () => new NetCollection(),
      'new(IEnumerable<T> collection)': (items) => new NetCollection([...itemsOf(items, 'collection')]),
      'new(List<T> list)': (items) => new NetCollection([...itemsOf(items, 'list')]),
      ...eventMembers({
        CollectionChanged: 'NotifyCollectionChangedEventHandler',
        PropertyChanged: 'PropertyChangedEventHandler',
      }),
      'Add(T item) void': (list: NetList, item) => insert(list, list.items.length, item),
      'Insert(int index, T item) void': (list: NetList, at: number, item) => insert(list, at, item),
      'Remove(T item) bool'(list: NetList, item) {
        const at = positionOf(this, list.items, item, 0, list.items.length);
        return at < 0 ? false : andThen(removeAt(list, at), () => true);
      },
      'RemoveAt(int index) void': (list: NetList, at: number) => removeAt(list, at),
      'Clear() void': (list: NetList) => {
        removeRange(list, 0, list.items.length);
        return changed(list, { action: 4 });
      },
      'Move(int oldIndex, int newIndex) void': (list: NetList, from: number, to: number) => {
        checkIndex(list, from);
        const item = list.items[from];
        removeRange(list, from, 1);
        insertItems(list, to, [item]);
        return changed(list, { action: 3, added: [item], removed: [item], to, from });
      },
    },
  }),
  defineEnum(`${specialized}NotifyCollectionChangedAction`, 'Add Remove Replace Move Reset'),
  defineType({
    name: `${specialized}NotifyCollectionChangedEventArgs`,
    base: 'System.EventArgs',
    jsClass: NotifyCollectionChangedEventArgs,
    members: {
      'prop Action NotifyCollectionChangedAction get': ({ change }: NotifyCollectionChangedEventArgs) => change.action,
      'prop NewItems IList get': ({ change }: NotifyCollectionChangedEventArgs) => listOrNull(change.added),
      'prop OldItems IList get': ({ change }: NotifyCollectionChangedEventArgs) => listOrNull(change.removed),
      'prop NewStartingIndex int get': ({ change }: NotifyCollectionChangedEventArgs) => change.to ?? -1,
      'prop OldStartingIndex int get': ({ change }: NotifyCollectionChangedEventArgs) => change.from ?? -1,
    },
  }),
  defineType({
    name: `${specialized}NotifyCollectionChangedEventHandler`,
    kind: 'delegate',
    invoke: '(object sender, NotifyCollectionChangedEventArgs e) void',
  }),
  defineType({
    name: 'System.ComponentModel.PropertyChangedEventArgs',
    base: 'System.EventArgs',
    jsClass: PropertyChangedEventArgs,
    members: {
      'new(string propertyName)': (name: string | null) => new PropertyChangedEventArgs(name),
      'prop PropertyName string get': (self: PropertyChangedEventArgs) => self.name,
    },
  }),
  defineType({
    name: 'System.ComponentModel.PropertyChangedEventHandler',
    kind: 'delegate',
    invoke: '(object sender, PropertyChangedEventArgs e) void',
  }),
];
