import type { NetType } from '../../values/net-type.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { defineType, withTypes } from '../define-type.ts';
import { argumentNull } from '../net-error.ts';
import { itemsOf } from '../sequence.ts';
import { typeSystemOf } from '../type-system.ts';

function known(type: NetType | null | undefined): NetType {
  if (!type) throw argumentNull('type');
  return type;
}

/** System.Activator */
export const activatorType = defineType({
  name: 'System.Activator',
  isAbstract: true,
  members: {
    'static CreateInstance(Type type) object'(type: NetType | null) {
      return typeSystemOf(this).construct(known(type), []);
    },
    'static CreateInstance(Type type, params object[] args) object'(type: NetType | null, args: PSValue) {
      return typeSystemOf(this).construct(known(type), args === null ? [] : itemsOf(args));
    },
    'static CreateInstance<T>() T': withTypes(
      (types) =>
        function () {
          return typeSystemOf(this).construct(known(types.get('T')), []);
        },
    ),
  },
});
