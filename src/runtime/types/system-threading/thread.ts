import type { EngineContext } from '../../engine.ts';
import { NetException } from '../../errors/net-exception.ts';
import type { CultureInfo } from '../../values/culture-info.ts';
import { NetObject } from '../../values/net-object.ts';
import type { TimeSpan } from '../../values/time-span.ts';
import { defineType, type MemberTable, type PropertyFunctions } from '../define-type.ts';
import { argumentNull, outOfRange } from '../net-error.ts';
import { currentCulture, setCurrentCulture } from '../system-globalization/current-culture.ts';
import { pause } from './pause.ts';

/** System.Threading.Thread: the one thread that runs scripts. */
class Thread extends NetObject {
  name: string | null = null;
}

const threads = new WeakMap<EngineContext, Thread>();

function threadOf(engine: EngineContext): Thread {
  let found = threads.get(engine);
  if (!found) threads.set(engine, (found = new Thread()));
  return found;
}

const noThreads = (): never => {
  throw new NetException(
    'System.PlatformNotSupportedException',
    'Starting threads is not supported here; use Start-Job, Start-ThreadJob or ForEach-Object -Parallel.',
  );
};

const culture = (which: 'culture' | 'uiCulture'): PropertyFunctions => ({
  get() {
    return currentCulture(this, which);
  },
  set(_self, value: CultureInfo | null) {
    if (!value) throw argumentNull('value');
    setCurrentCulture(this, which, value);
  },
});

const facts: MemberTable = {
  'prop ApartmentState ApartmentState get': () => 1,
  'prop CurrentCulture CultureInfo get set': culture('culture'),
  'prop CurrentUICulture CultureInfo get set': culture('uiCulture'),
  'static prop CurrentThread Thread get'() {
    return threadOf(this);
  },
  'prop IsAlive bool get': () => true,
  'prop IsBackground bool get': () => false,
  'prop IsThreadPoolThread bool get': () => false,
  'prop ManagedThreadId int get': () => 1,
  'prop Name string get set': {
    get: (self: Thread) => self.name,
    set: (self: Thread, name: string | null) => {
      self.name = name;
    },
  },
  'prop Priority ThreadPriority get': () => 2,
  'prop ThreadState ThreadState get': () => 0,
  'GetApartmentState() ApartmentState': () => 1,
};

/** System.Threading.Thread */
export const threadType = defineType({
  name: 'System.Threading.Thread',
  isSealed: true,
  jsClass: Thread,
  members: {
    'new(ThreadStart start)': noThreads,
    'new(ThreadStart start, int maxStackSize)': noThreads,
    ...facts,
    'Join() void': () => undefined,
    'static MemoryBarrier() void': () => undefined,
    'static Sleep(int millisecondsTimeout) void'(milliseconds: number) {
      if (milliseconds < -1) throw outOfRange('millisecondsTimeout');
      return milliseconds === 0 ? undefined : pause(this, milliseconds < 0 ? Number.POSITIVE_INFINITY : milliseconds);
    },
    'static Sleep(TimeSpan timeout) void'(time: TimeSpan) {
      const milliseconds = Number(time.ticks / 10_000n);
      return milliseconds <= 0 ? undefined : pause(this, milliseconds);
    },
    'static SpinWait(int iterations) void': () => undefined,
    'static Yield() bool': () => false,
  },
});
