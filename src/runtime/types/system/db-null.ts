import { NetObject } from '../../values/net-object.ts';
import { defineType } from '../define-type.ts';

/** System.DBNull: one value, a null of databases. */
export class DBNull extends NetObject {
  static readonly value: DBNull = new DBNull();
}

/** System.DBNull */
export const dbNullType = defineType({
  name: 'System.DBNull',
  jsClass: DBNull,
  interfaces: 'IConvertible',
  members: {
    'static field Value DBNull': () => DBNull.value,
    'ToString() string': () => '',
  },
});
