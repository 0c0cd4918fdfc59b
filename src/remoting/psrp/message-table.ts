import type { PSValue } from '../../runtime/values/ps-value.ts';
import { Destination } from './message.ts';
import { type HostCall, type HostResponse, hostCallCodec, hostResponseCodec } from './messages/host-call.ts';
import {
  type CreatePipeline,
  createPipelineCodec,
  type GetCommandMetadata,
  getCommandMetadataCodec,
  type PipelineStateMessage,
  pipelineStateCodec,
  valueCodec,
} from './messages/pipeline.ts';
import {
  type ErrorRecordPayload,
  errorRecordCodec,
  type InformationalPayload,
  type InformationPayload,
  informationalCodec,
  informationCodec,
  type ProgressPayload,
  progressCodec,
} from './messages/records.ts';
import {
  type ApplicationPrivateData,
  applicationPrivateDataCodec,
  type InitRunspacePool,
  initRunspacePoolCodec,
  type PoolQuery,
  poolQueryCodec,
  type RunspaceAvailability,
  type RunspaceLimits,
  type RunspacePoolStateMessage,
  runspaceAvailabilityCodec,
  runspaceLimitsCodec,
  runspacePoolStateCodec,
  type SetRunspaces,
  setMaxRunspacesCodec,
  setMinRunspacesCodec,
  type UserEvent,
  userEventCodec,
} from './messages/runspace-pool.ts';
import {
  type EncryptedSessionKey,
  encryptedSessionKeyCodec,
  type PublicKey,
  publicKeyCodec,
  type SessionCapability,
  sessionCapabilityCodec,
} from './messages/session.ts';
import type { PayloadCodec } from './payload-codec.ts';

/** Payload of each message by its name; `null` where there is none. */
export interface MessagePayloads {
  SessionCapability: SessionCapability;
  InitRunspacePool: InitRunspacePool;
  PublicKey: PublicKey;
  EncryptedSessionKey: EncryptedSessionKey;
  PublicKeyRequest: null;
  ConnectRunspacePool: RunspaceLimits;
  SetMaxRunspaces: SetRunspaces;
  SetMinRunspaces: SetRunspaces;
  RunspaceAvailability: RunspaceAvailability;
  RunspacePoolState: RunspacePoolStateMessage;
  CreatePipeline: CreatePipeline;
  GetAvailableRunspaces: PoolQuery;
  UserEvent: UserEvent;
  ApplicationPrivateData: ApplicationPrivateData;
  GetCommandMetadata: GetCommandMetadata;
  RunspacePoolInitData: RunspaceLimits;
  ResetRunspaceState: PoolQuery;
  RunspacePoolHostCall: HostCall;
  RunspacePoolHostResponse: HostResponse;
  PipelineInput: PSValue;
  EndOfPipelineInput: null;
  PipelineOutput: PSValue;
  ErrorRecord: ErrorRecordPayload;
  PipelineState: PipelineStateMessage;
  DebugRecord: InformationalPayload;
  VerboseRecord: InformationalPayload;
  WarningRecord: InformationalPayload;
  ProgressRecord: ProgressPayload;
  InformationRecord: InformationPayload;
  PipelineHostCall: HostCall;
  PipelineHostResponse: HostResponse;
}

/** Name of a message. */
export type MessageName = keyof MessagePayloads;

/** What a message is about: the session, the pool, or one pipeline (MS-PSRP 2.2.1, the upper bits of its type). */
export type MessageTarget = 'session' | 'pool' | 'pipeline';

/** One row of {@link messageTable}. */
export interface MessageSpec<N extends MessageName = MessageName> {
  readonly name: N;
  /** Number on the wire, MS-PSRP 2.2.1. */
  readonly type: number;
  readonly target: MessageTarget;
  /** Who may receive it. */
  readonly receivers: readonly Destination[];
  readonly codec: PayloadCodec<MessagePayloads[N]>;
}

const { Client, Server } = Destination;

const emptyCodec: PayloadCodec<null> = { encode: () => '', decode: () => null };

function row<N extends MessageName>(
  name: N,
  type: number,
  receivers: readonly Destination[],
  codec: PayloadCodec<MessagePayloads[N]>,
): MessageSpec<N> {
  const target = type & 0x40000 ? 'pipeline' : type & 0x20000 ? 'pool' : 'session';
  return { name, type, target, receivers, codec };
}

/** Every message of the protocol with its number, direction and codec. */
export const messageTable: { readonly [N in MessageName]: MessageSpec<N> } = {
  SessionCapability: row('SessionCapability', 0x00010002, [Client, Server], sessionCapabilityCodec),
  InitRunspacePool: row('InitRunspacePool', 0x00010004, [Server], initRunspacePoolCodec),
  PublicKey: row('PublicKey', 0x00010005, [Server], publicKeyCodec),
  EncryptedSessionKey: row('EncryptedSessionKey', 0x00010006, [Client], encryptedSessionKeyCodec),
  PublicKeyRequest: row('PublicKeyRequest', 0x00010007, [Client], emptyCodec),
  ConnectRunspacePool: row('ConnectRunspacePool', 0x00010008, [Server], runspaceLimitsCodec),
  SetMaxRunspaces: row('SetMaxRunspaces', 0x00021002, [Server], setMaxRunspacesCodec),
  SetMinRunspaces: row('SetMinRunspaces', 0x00021003, [Server], setMinRunspacesCodec),
  RunspaceAvailability: row('RunspaceAvailability', 0x00021004, [Client], runspaceAvailabilityCodec),
  RunspacePoolState: row('RunspacePoolState', 0x00021005, [Client], runspacePoolStateCodec),
  CreatePipeline: row('CreatePipeline', 0x00021006, [Server], createPipelineCodec),
  GetAvailableRunspaces: row('GetAvailableRunspaces', 0x00021007, [Server], poolQueryCodec),
  UserEvent: row('UserEvent', 0x00021008, [Client], userEventCodec),
  ApplicationPrivateData: row('ApplicationPrivateData', 0x00021009, [Client], applicationPrivateDataCodec),
  GetCommandMetadata: row('GetCommandMetadata', 0x0002100a, [Server], getCommandMetadataCodec),
  RunspacePoolInitData: row('RunspacePoolInitData', 0x0002100b, [Client], runspaceLimitsCodec),
  ResetRunspaceState: row('ResetRunspaceState', 0x0002100c, [Server], poolQueryCodec),
  RunspacePoolHostCall: row('RunspacePoolHostCall', 0x00021100, [Client], hostCallCodec),
  RunspacePoolHostResponse: row('RunspacePoolHostResponse', 0x00021101, [Server], hostResponseCodec),
  PipelineInput: row('PipelineInput', 0x00041002, [Server], valueCodec),
  EndOfPipelineInput: row('EndOfPipelineInput', 0x00041003, [Server], emptyCodec),
  PipelineOutput: row('PipelineOutput', 0x00041004, [Client], valueCodec),
  ErrorRecord: row('ErrorRecord', 0x00041005, [Client], errorRecordCodec),
  PipelineState: row('PipelineState', 0x00041006, [Client], pipelineStateCodec),
  DebugRecord: row('DebugRecord', 0x00041007, [Client], informationalCodec('Debug')),
  VerboseRecord: row('VerboseRecord', 0x00041008, [Client], informationalCodec('Verbose')),
  WarningRecord: row('WarningRecord', 0x00041009, [Client], informationalCodec('Warning')),
  ProgressRecord: row('ProgressRecord', 0x00041010, [Client], progressCodec),
  InformationRecord: row('InformationRecord', 0x00041011, [Client], informationCodec),
  PipelineHostCall: row('PipelineHostCall', 0x00041100, [Client], hostCallCodec),
  PipelineHostResponse: row('PipelineHostResponse', 0x00041101, [Server], hostResponseCodec),
};

/** The same rows by number. */
export const messagesByType: ReadonlyMap<number, MessageSpec> = new Map(
  Object.values(messageTable).map((spec): [number, MessageSpec] => [spec.type, spec as MessageSpec]),
);
