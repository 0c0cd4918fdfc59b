import { NetException } from '../../errors/net-exception.ts';
import { eachInTurn } from '../../values/each-in-turn.ts';
import type { NetDelegate } from '../../values/net-delegate.ts';
import { NetObject } from '../../values/net-object.ts';
import { disposed } from '../../values/net-stream.ts';
import { andThen, type Eventually, type PSValue } from '../../values/ps-value.ts';
import type { TimeSpan } from '../../values/time-span.ts';
import { defineType } from '../define-type.ts';
import { argumentNull, outOfRange } from '../net-error.ts';
import { itemsOf } from '../sequence.ts';

/** System.Threading.CancellationTokenSource: a flag that is raised once. */
export class CancellationTokenSource extends NetObject {
  readonly token: CancellationToken = new CancellationToken(this);
  readonly callbacks = new Set<NetDelegate>();
  /** Sources whose cancelling cancels this one. */
  readonly parents: readonly CancellationTokenSource[];
  isOpen = true;
  #cancelled = false;
  /** When it is due by itself, on the clock of `now`. */
  #dueAt = Number.POSITIVE_INFINITY;
  #now: () => number = () => 0;

  constructor(parents: readonly CancellationTokenSource[] = []) {
    super();
    this.parents = parents;
  }

  get isCancelled(): boolean {
    if (!this.#cancelled && (this.#now() >= this.#dueAt || this.parents.some((p) => p.isCancelled)))
      this.#cancelled = true;
    return this.#cancelled;
  }

  cancelAfter(milliseconds: number, now: () => number): void {
    this.#now = now;
    this.#dueAt = milliseconds < 0 ? Number.POSITIVE_INFINITY : now() + milliseconds;
  }

  cancel(): Eventually<void> {
    if (!this.isOpen) throw disposed('token source');
    if (this.#cancelled) return undefined;
    this.#cancelled = true;
    return eachInTurn([...this.callbacks].reverse(), (callback) => andThen(callback.invoke([]), () => true));
  }

  tryReset(): boolean {
    if (this.isCancelled) return false;
    this.#dueAt = Number.POSITIVE_INFINITY;
    return true;
  }
}

/** System.Threading.CancellationToken; without a source it is never cancelled. */
export class CancellationToken extends NetObject {
  readonly source: CancellationTokenSource | undefined;

  constructor(source?: CancellationTokenSource) {
    super();
    this.source = source;
  }
}

/** CancellationToken.None */
const none = new CancellationToken();

class Registration extends NetObject {
  readonly remove: () => boolean;

  constructor(remove: () => boolean) {
    super();
    this.remove = remove;
  }
}

function after(source: CancellationTokenSource, milliseconds: number, now: () => number): CancellationTokenSource {
  if (milliseconds < -1) throw outOfRange('millisecondsDelay');
  source.cancelAfter(milliseconds, now);
  return source;
}

function linked(tokens: readonly PSValue[]): CancellationTokenSource {
  return new CancellationTokenSource(
    tokens.flatMap((token) => (token instanceof CancellationToken && token.source ? [token.source] : [])),
  );
}

function register(self: CancellationToken, callback: NetDelegate | null): Eventually<Registration> {
  if (!callback) throw argumentNull('callback');
  const { source } = self;
  const registration = new Registration(() => source?.callbacks.delete(callback) ?? false);
  if (!source?.isCancelled) {
    source?.callbacks.add(callback);
    return registration;
  }
  return andThen(callback.invoke([]), () => registration);
}

/** CancellationTokenSource, CancellationToken and what Register answers. */
export const cancellationTypes = [
  defineType({
    name: 'System.Threading.CancellationTokenSource',
    interfaces: 'IDisposable',
    jsClass: CancellationTokenSource,
    members: {
      'new()': () => new CancellationTokenSource(),
      'new(TimeSpan delay)'(delay: TimeSpan) {
        return after(new CancellationTokenSource(), Number(delay.ticks / 10_000n), () => this.clock.monotonic());
      },
      'new(int millisecondsDelay)'(milliseconds: number) {
        return after(new CancellationTokenSource(), milliseconds, () => this.clock.monotonic());
      },
      'prop IsCancellationRequested bool get': (self: CancellationTokenSource) => self.isCancelled,
      'prop Token CancellationToken get': (self: CancellationTokenSource) => {
        if (!self.isOpen) throw disposed('token source');
        return self.token;
      },
      'Cancel() void': (self: CancellationTokenSource) => andThen(self.cancel(), () => undefined),
      'Cancel(bool throwOnFirstException) void': (self: CancellationTokenSource) =>
        andThen(self.cancel(), () => undefined),
      'CancelAfter(TimeSpan delay) void'(self: CancellationTokenSource, delay: TimeSpan) {
        after(self, Number(delay.ticks / 10_000n), () => this.clock.monotonic());
      },
      'CancelAfter(int millisecondsDelay) void'(self: CancellationTokenSource, milliseconds: number) {
        after(self, milliseconds, () => this.clock.monotonic());
      },
      'static CreateLinkedTokenSource(CancellationToken token1, CancellationToken token2) CancellationTokenSource': (
        a,
        b,
      ) => linked([a, b]),
      'static CreateLinkedTokenSource(CancellationToken token) CancellationTokenSource': (token) => linked([token]),
      'static CreateLinkedTokenSource(params CancellationToken[] tokens) CancellationTokenSource': (tokens) =>
        linked(itemsOf(tokens, 'tokens')),
      'Dispose() void': (self: CancellationTokenSource) => {
        self.isOpen = false;
      },
      'TryReset() bool': (self: CancellationTokenSource) => self.tryReset(),
    },
  }),
  defineType({
    name: 'System.Threading.CancellationToken',
    kind: 'struct',
    jsClass: CancellationToken,
    defaultValue: () => none,
    members: {
      'new(bool canceled)': (cancelled: boolean) => {
        const source = new CancellationTokenSource();
        if (cancelled) source.cancel();
        return source.token;
      },
      'prop CanBeCanceled bool get': (self: CancellationToken) => self.source !== undefined,
      'prop IsCancellationRequested bool get': (self: CancellationToken) => self.source?.isCancelled ?? false,
      'static prop None CancellationToken get': () => none,
      'Equals(object other) bool': (self: CancellationToken, other) =>
        other instanceof CancellationToken && other.source === self.source,
      'Register(Action callback) CancellationTokenRegistration': register,
      'ThrowIfCancellationRequested() void': (self: CancellationToken) => {
        if (!self.source?.isCancelled) return;
        const error = new NetException('System.OperationCanceledException', 'The operation was cancelled.');
        error.properties.set('CancellationToken', self);
        throw error;
      },
    },
  }),
  defineType({
    name: 'System.Threading.CancellationTokenRegistration',
    kind: 'struct',
    interfaces: 'IDisposable',
    jsClass: Registration,
    members: {
      'Dispose() void': (self: Registration) => {
        self.remove();
      },
      'Unregister() bool': (self: Registration) => self.remove(),
    },
  }),
];
