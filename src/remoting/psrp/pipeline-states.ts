import type { Transitions } from './pool-states.ts';

// The states of one pipeline on either end. The same two rules as for sessions (pool-states.ts) hold. The end states of
// the command itself (Completed, Failed, Stopped) come before `Released`: a client must still send Close and get its
// CloseAck, a server must still get Close, or closing the session waits for it.

/** State of a pipeline; MS-PSRP 3.1.1.3 and 3.2.1.3. */
export type PipelinePhase =
  | 'Announced'
  | 'Running'
  | 'Stopping'
  | 'Completed'
  | 'Failed'
  | 'Stopped'
  | 'Releasing'
  | 'Released';

/** What moves a pipeline on the client. */
export type ClientPipelineTrigger =
  | 'receive command ack'
  | 'send signal'
  | 'receive signal ack'
  | 'receive completed'
  | 'receive failed'
  | 'receive stopped'
  | 'send close'
  | 'receive close ack';

/** What moves a pipeline on the server. */
export type ServerPipelineTrigger =
  | 'receive create'
  | 'receive signal'
  | 'send completed'
  | 'send failed'
  | 'send stopped'
  | 'receive close';

const ended = { 'send signal': 'Releasing', 'send close': 'Releasing', 'receive close ack': 'Released' } as const;

/** MS-PSRP 3.1.1.3; Stopped is reached by whichever of SignalAck and the state message comes first. */
export const clientPipelineTransitions: Transitions<PipelinePhase, ClientPipelineTrigger> = {
  Announced: {
    'receive command ack': 'Running',
    'send signal': 'Stopping',
    'send close': 'Releasing',
    'receive failed': 'Failed',
  },
  Running: {
    'send signal': 'Stopping',
    'receive completed': 'Completed',
    'receive failed': 'Failed',
    'receive stopped': 'Stopped',
    'send close': 'Releasing',
  },
  Stopping: {
    'receive command ack': 'Stopping',
    'receive signal ack': 'Stopped',
    'receive completed': 'Completed',
    'receive failed': 'Failed',
    'receive stopped': 'Stopped',
    'send close': 'Releasing',
  },
  Completed: { ...ended, 'send signal': 'Completed', 'receive signal ack': 'Completed' },
  Failed: { ...ended, 'send signal': 'Failed', 'receive signal ack': 'Failed', 'receive command ack': 'Failed' },
  Stopped: {
    ...ended,
    'send signal': 'Stopped',
    'receive signal ack': 'Stopped',
    'receive stopped': 'Stopped',
    'receive completed': 'Stopped',
    'receive failed': 'Stopped',
    'receive command ack': 'Stopped',
  },
  Releasing: {
    'send close': 'Releasing',
    'send signal': 'Releasing',
    'receive signal ack': 'Releasing',
    'receive command ack': 'Releasing',
    'receive completed': 'Releasing',
    'receive failed': 'Releasing',
    'receive stopped': 'Releasing',
    'receive close ack': 'Released',
  },
  Released: {},
};

/** MS-PSRP 3.2.1.3. */
export const serverPipelineTransitions: Transitions<PipelinePhase, ServerPipelineTrigger> = {
  Announced: { 'receive create': 'Running', 'receive signal': 'Announced', 'receive close': 'Released' },
  Running: {
    'receive signal': 'Stopping',
    'send completed': 'Completed',
    'send failed': 'Failed',
    'send stopped': 'Stopped',
    'receive close': 'Releasing',
  },
  Stopping: {
    'receive signal': 'Stopping',
    'send completed': 'Completed',
    'send failed': 'Failed',
    'send stopped': 'Stopped',
    'receive close': 'Releasing',
  },
  Completed: { 'receive signal': 'Completed', 'receive close': 'Released' },
  Failed: { 'receive signal': 'Failed', 'receive close': 'Released' },
  Stopped: { 'receive signal': 'Stopped', 'receive close': 'Released' },
  Releasing: {
    'receive signal': 'Releasing',
    'receive close': 'Releasing',
    'send completed': 'Released',
    'send failed': 'Released',
    'send stopped': 'Released',
  },
  Released: {},
};
