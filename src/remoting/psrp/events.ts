import type { MessageName, MessagePayloads } from './message-table.ts';
import type { PoolState } from './pool-states.ts';

/** A message that arrived, decoded; `pipelineId` is the nil GUID for those of the session. */
export type MessageEvent = {
  [N in MessageName]: { readonly kind: N; readonly pipelineId: string; readonly payload: MessagePayloads[N] };
}[MessageName];

/** The session moved to another state; `reason` says why where it was not asked for. */
export interface StateChanged {
  readonly kind: 'StateChanged';
  readonly state: PoolState;
  readonly reason: Error | undefined;
}

/** A line that is no packet: banner text, or what a far program wrote to its output. */
export interface StrayText {
  readonly kind: 'StrayText';
  readonly text: string;
}

/** The server took a command and waits for what it is. */
export interface CommandAccepted {
  readonly kind: 'CommandAccepted';
  readonly pipelineId: string;
}

/** A pipeline is stopped, told by SignalAck; the state message may still follow. */
export interface StopAcknowledged {
  readonly kind: 'StopAcknowledged';
  readonly pipelineId: string;
}

/** A pipeline is gone on both ends. */
export interface PipelineReleased {
  readonly kind: 'PipelineReleased';
  readonly pipelineId: string;
}

/** A Data packet of a pipeline was acknowledged: there may be room for more input. */
export interface PacketTaken {
  readonly kind: 'PacketTaken';
  readonly pipelineId: string;
}

/** What a client can see. */
export type ClientEvent =
  | MessageEvent
  | StateChanged
  | StrayText
  | CommandAccepted
  | StopAcknowledged
  | PipelineReleased
  | PacketTaken;

/** The client wants a pipeline stopped. */
export interface StopRequested {
  readonly kind: 'StopRequested';
  readonly pipelineId: string;
}

/** The client wants the session closed, and every pipeline of it is released. */
export interface CloseRequested {
  readonly kind: 'CloseRequested';
}

/** What a server can see. */
export type ServerEvent = MessageEvent | StateChanged | StrayText | StopRequested | PipelineReleased | CloseRequested;
