import type { EngineContext } from '../../engine.ts';
import type { NetDelegate } from '../../values/net-delegate.ts';
import { NetObject } from '../../values/net-object.ts';
import type { NetType } from '../../values/net-type.ts';
import { andThen, type Eventually, type PSValue } from '../../values/ps-value.ts';
import { defineType, withTypes } from '../define-type.ts';
import { argumentNull } from '../net-error.ts';
import { typeSystemOf } from '../type-system.ts';

/** System.Lazy<T>: a value that is made when it is first asked for. */
class Lazy extends NetObject {
  readonly #make: () => Eventually<PSValue>;
  value: PSValue = undefined;
  isMade = false;
  #failure: { readonly thrown: unknown } | undefined;

  constructor(make: () => Eventually<PSValue>) {
    super();
    this.#make = make;
  }

  /** The value; a failure is kept and thrown again. */
  get(): Eventually<PSValue> {
    if (this.isMade) return this.value;
    if (this.#failure) throw this.#failure.thrown;
    try {
      return andThen(this.#make(), (value) => {
        this.value = value;
        this.isMade = true;
        return value;
      });
    } catch (thrown) {
      this.#failure = { thrown };
      throw thrown;
    }
  }
}

function made(value: PSValue): Lazy {
  const lazy = new Lazy(() => value);
  lazy.value = value;
  lazy.isMade = true;
  return lazy;
}

function fromFactory(factory: NetDelegate | null): Lazy {
  if (!factory) throw argumentNull('valueFactory');
  return new Lazy(() => factory.invoke([]));
}

function fromType(engine: EngineContext, type: NetType | undefined): Lazy {
  return new Lazy(() => (type ? typeSystemOf(engine).construct(type, []) : null));
}

const ofType = withTypes(
  (types) =>
    function (this: EngineContext) {
      return fromType(this, types.get('T'));
    },
);

/** System.Lazy<T> */
export const lazyType = defineType({
  name: 'System.Lazy<T>',
  jsClass: Lazy,
  members: {
    'new()': ofType,
    'new(bool isThreadSafe)': ofType,
    'new(Func<T> valueFactory)': fromFactory,
    'new(Func<T> valueFactory, bool isThreadSafe)': fromFactory,
    'new(Func<T> valueFactory, LazyThreadSafetyMode mode)': fromFactory,
    'new(T value)': made,
    'prop IsValueCreated bool get': (self: Lazy) => self.isMade,
    'prop Value T get': (self: Lazy) => self.get(),
    'ToString() string'(self: Lazy) {
      return self.isMade ? typeSystemOf(this).netText(self.value) : 'The value has not been made yet.';
    },
  },
});
