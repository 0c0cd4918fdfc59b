import type { Hashtable } from '../../../runtime/values/hashtable.ts';
import type { PSValue } from '../../../runtime/values/ps-value.ts';
import type { PayloadCodec } from '../payload-codec.ts';
import { type BagReader, bag } from '../property-bag.ts';
import { apartmentStates, apartmentStateValue, threadOptions, threadOptionsValue } from '../protocol-enums.ts';
import { decodeHostInfo, encodeHostInfo, type HostInfo } from './host-info.ts';

/** INIT_RUNSPACEPOOL, MS-PSRP 2.2.2.2. */
export interface InitRunspacePool {
  readonly minRunspaces: number;
  readonly maxRunspaces: number;
  readonly threadOptions: number;
  readonly apartmentState: number;
  readonly hostInfo: HostInfo;
  /** A dictionary of handshake-friendly values, or null. */
  readonly applicationArguments: Hashtable | PSValue;
}

/** RUNSPACEPOOL_STATE, MS-PSRP 2.2.2.9. */
export interface RunspacePoolStateMessage {
  /** 0 BeforeOpen 1 Opening 2 Opened 3 Closed 4 Closing 5 Broken 6 Disconnecting 7 Disconnected 8 Connecting */
  readonly state: number;
  /** An error record as {@link import('./error-record.ts').errorRecordCodec} encodes it. */
  readonly error: PSValue;
}

/** APPLICATION_PRIVATE_DATA, MS-PSRP 2.2.2.13. */
export interface ApplicationPrivateData {
  readonly data: PSValue;
}

/** SET_MAX_RUNSPACES, SET_MIN_RUNSPACES: MS-PSRP 2.2.2.6 and 2.2.2.7. */
export interface SetRunspaces {
  readonly count: number;
  readonly callId: bigint;
}

/** GET_AVAILABLE_RUNSPACES (MS-PSRP 2.2.2.11) and RESET_RUNSPACE_STATE (2.2.2.31). */
export interface PoolQuery {
  readonly callId: bigint;
}

/** RUNSPACE_AVAILABILITY, MS-PSRP 2.2.2.8: the answer to the pool requests. */
export interface RunspaceAvailability {
  readonly callId: bigint;
  readonly response: PSValue;
}

/** RUNSPACEPOOL_INIT_DATA (MS-PSRP 2.2.2.29) and CONNECT_RUNSPACEPOOL (2.2.2.28). */
export interface RunspaceLimits {
  readonly minRunspaces: number;
  readonly maxRunspaces: number;
}

/** USER_EVENT, MS-PSRP 2.2.2.12. */
export interface UserEvent {
  readonly eventIdentifier: number;
  readonly sourceIdentifier: string;
  readonly timeGenerated: PSValue;
  readonly sender: PSValue;
  readonly sourceArgs: PSValue;
  readonly messageData: PSValue;
  readonly computerName: PSValue;
  readonly runspaceId: PSValue;
}

export const initRunspacePoolCodec: PayloadCodec<InitRunspacePool> = {
  encode: (it) =>
    bag({
      MinRunspaces: it.minRunspaces,
      MaxRunspaces: it.maxRunspaces,
      PSThreadOptions: threadOptionsValue(it.threadOptions),
      ApartmentState: apartmentStateValue(it.apartmentState),
      HostInfo: encodeHostInfo(it.hostInfo),
      ApplicationArguments: it.applicationArguments,
    }),
  decode: (read) => ({
    minRunspaces: read.int('MinRunspaces'),
    maxRunspaces: read.int('MaxRunspaces'),
    threadOptions: read.int('PSThreadOptions', threadOptions),
    apartmentState: read.int('ApartmentState', apartmentStates),
    hostInfo: decodeHostInfo(read.bag('HostInfo')),
    applicationArguments: read.value('ApplicationArguments') ?? null,
  }),
};

export const runspacePoolStateCodec: PayloadCodec<RunspacePoolStateMessage> = {
  encode: (it) => bag({ RunspaceState: it.state, ExceptionAsErrorRecord: it.error ?? undefined }),
  decode: (read) => ({ state: read.int('RunspaceState'), error: read.value('ExceptionAsErrorRecord') ?? null }),
};

export const applicationPrivateDataCodec: PayloadCodec<ApplicationPrivateData> = {
  encode: (it) => bag({ ApplicationPrivateData: it.data }),
  decode: (read) => ({ data: read.value('ApplicationPrivateData') ?? null }),
};

/** Codec of a request that carries one number and its call id. */
function countCodec(name: string): PayloadCodec<SetRunspaces> {
  return {
    encode: (it) => bag({ [name]: it.count, ci: it.callId }),
    decode: (read) => ({ count: read.int(name), callId: read.long('ci') }),
  };
}

export const setMaxRunspacesCodec = countCodec('MaxRunspaces');
export const setMinRunspacesCodec = countCodec('MinRunspaces');

export const poolQueryCodec: PayloadCodec<PoolQuery> = {
  encode: (it) => bag({ ci: it.callId }),
  decode: (read) => ({ callId: read.long('ci') }),
};

export const runspaceAvailabilityCodec: PayloadCodec<RunspaceAvailability> = {
  encode: (it) => bag({ SetMinMaxRunspacesResponse: it.response, ci: it.callId }),
  decode: (read) => ({ response: read.value('SetMinMaxRunspacesResponse') ?? null, callId: read.long('ci') }),
};

export const runspaceLimitsCodec: PayloadCodec<RunspaceLimits> = {
  encode: (it) => bag({ MinRunspaces: it.minRunspaces, MaxRunspaces: it.maxRunspaces }),
  decode: (read) => ({ minRunspaces: read.intOr('MinRunspaces', 1), maxRunspaces: read.intOr('MaxRunspaces', 1) }),
};

export const userEventCodec: PayloadCodec<UserEvent> = {
  encode: (it) =>
    bag({
      'PSEventArgs.EventIdentifier': it.eventIdentifier,
      'PSEventArgs.SourceIdentifier': it.sourceIdentifier,
      'PSEventArgs.TimeGenerated': it.timeGenerated,
      'PSEventArgs.Sender': it.sender,
      'PSEventArgs.SourceArgs': it.sourceArgs,
      'PSEventArgs.MessageData': it.messageData,
      'PSEventArgs.ComputerName': it.computerName,
      'PSEventArgs.RunspaceId': it.runspaceId,
    }),
  decode: decodeUserEvent,
};

function decodeUserEvent(read: BagReader): UserEvent {
  const part = (name: string): PSValue => read.value(`PSEventArgs.${name}`) ?? null;
  return {
    eventIdentifier: read.int('PSEventArgs.EventIdentifier'),
    sourceIdentifier: read.textOrNull('PSEventArgs.SourceIdentifier') ?? '',
    timeGenerated: part('TimeGenerated'),
    sender: part('Sender'),
    sourceArgs: part('SourceArgs'),
    messageData: part('MessageData'),
    computerName: part('ComputerName'),
    runspaceId: part('RunspaceId'),
  };
}
