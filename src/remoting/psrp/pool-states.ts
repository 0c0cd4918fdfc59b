// The states of a session (one runspace pool) on either end, as tables. Rule 1: everything that moves the state stands
// here. Rule 2: the tables know what happened, never who asks; an event without an entry is not allowed in that state.
//
//   client  Idle → Negotiating → Opening → Opened → Closing → Closed
//   server  Idle → Opening → Opened → Closing → Closed
//   Broken can follow every state but Closed: a malformed message, a refused version, or a lost channel.

/** State of a session; MS-PSRP 3.1.1.1 and 3.2.1.1 with the steps nothing depends on left out. */
export type PoolState = 'Idle' | 'Negotiating' | 'Opening' | 'Opened' | 'Closing' | 'Closed' | 'Broken';

/** What moves a client's session. */
export type ClientPoolTrigger =
  | 'send open'
  | 'receive capability'
  | 'receive opened'
  | 'receive closing'
  | 'receive closed'
  | 'receive broken'
  | 'send close'
  | 'receive close ack'
  | 'channel ended'
  | 'failed';

/** What moves a server's session. */
export type ServerPoolTrigger =
  | 'receive capability'
  | 'receive init'
  | 'send opened'
  | 'receive close'
  | 'send closed'
  | 'send broken'
  | 'channel ended'
  | 'failed';

/** Next state by state and trigger. */
export type Transitions<State extends string, Trigger extends string> = Readonly<
  Record<State, Readonly<Partial<Record<Trigger, State>>>>
>;

/** MS-PSRP 3.1.1.1. */
export const clientPoolTransitions: Transitions<PoolState, ClientPoolTrigger> = {
  Idle: { 'send open': 'Negotiating', 'send close': 'Closed', 'channel ended': 'Broken', failed: 'Broken' },
  Negotiating: {
    'receive capability': 'Opening',
    'receive broken': 'Broken',
    'receive closed': 'Broken',
    'send close': 'Closing',
    'channel ended': 'Broken',
    failed: 'Broken',
  },
  Opening: {
    'receive opened': 'Opened',
    'receive broken': 'Broken',
    'receive closing': 'Opening',
    'receive closed': 'Broken',
    'send close': 'Closing',
    'channel ended': 'Broken',
    failed: 'Broken',
  },
  Opened: {
    'receive opened': 'Opened',
    'receive closing': 'Opened',
    'receive closed': 'Closed',
    'receive broken': 'Broken',
    'send close': 'Closing',
    'channel ended': 'Broken',
    failed: 'Broken',
  },
  Closing: {
    'receive capability': 'Closing',
    'receive opened': 'Closing',
    'receive closing': 'Closing',
    'receive closed': 'Closing',
    'receive broken': 'Closed',
    'send close': 'Closing',
    'receive close ack': 'Closed',
    'channel ended': 'Closed',
    failed: 'Closed',
  },
  Closed: { 'send close': 'Closed', 'receive close ack': 'Closed', 'channel ended': 'Closed', failed: 'Closed' },
  Broken: { 'send close': 'Broken', 'receive close ack': 'Broken', 'channel ended': 'Broken', failed: 'Broken' },
};

/** MS-PSRP 3.2.1.1. */
export const serverPoolTransitions: Transitions<PoolState, ServerPoolTrigger> = {
  Idle: {
    'receive capability': 'Negotiating',
    'receive close': 'Closing',
    'channel ended': 'Closed',
    failed: 'Broken',
  },
  Negotiating: { 'receive init': 'Opening', 'receive close': 'Closing', 'channel ended': 'Closed', failed: 'Broken' },
  Opening: {
    'send opened': 'Opened',
    'send broken': 'Broken',
    'receive close': 'Closing',
    'channel ended': 'Closed',
    failed: 'Broken',
  },
  Opened: { 'receive close': 'Closing', 'send broken': 'Broken', 'channel ended': 'Closed', failed: 'Broken' },
  Closing: {
    'receive close': 'Closing',
    'send opened': 'Closing',
    'send closed': 'Closed',
    'channel ended': 'Closed',
    failed: 'Closed',
  },
  Closed: { 'receive close': 'Closed', 'channel ended': 'Closed', failed: 'Closed' },
  Broken: { 'receive close': 'Broken', 'channel ended': 'Broken', failed: 'Broken' },
};

/** The state after `trigger`; undefined where the table has none, which is a protocol error of whoever caused it. */
export function nextState<State extends string, Trigger extends string>(
  table: Transitions<State, Trigger>,
  state: State,
  trigger: Trigger,
): State | undefined {
  return table[state][trigger];
}
