import type { PSValue } from '../../../runtime/values/ps-value.ts';
import { RemoteProtocolError } from '../errors.ts';
import { hostMethods } from '../host-methods.ts';
import type { PayloadCodec } from '../payload-codec.ts';
import { bag } from '../property-bag.ts';
import { hostMethodIdValue } from '../protocol-enums.ts';

/** PIPELINE_HOST_CALL and RUNSPACEPOOL_HOST_CALL, MS-PSRP 2.2.2.15 and 2.2.2.27. */
export interface HostCall {
  /** VOID_CALL_ID for a call that wants no answer. */
  readonly callId: bigint;
  readonly methodId: number;
  /** Encoded by the method's parameter kinds; see host-values.ts. */
  readonly parameters: readonly PSValue[];
}

/** PIPELINE_HOST_RESPONSE and RUNSPACEPOOL_HOST_RESPONSE, MS-PSRP 2.2.2.16 and 2.2.2.28. */
export interface HostResponse {
  readonly callId: bigint;
  readonly methodId: number;
  readonly result: PSValue;
  /** The properties of an error record, or null. */
  readonly error: PSValue;
}

function methodName(id: number): string {
  const method = hostMethods.get(id);
  if (!method) throw new RemoteProtocolError(`A host call names the method ${id}, which does not exist.`);
  return method.name;
}

export const hostCallCodec: PayloadCodec<HostCall> = {
  encode: (it) =>
    bag({ ci: it.callId, mi: hostMethodIdValue(it.methodId, methodName(it.methodId)), mp: [...it.parameters] }),
  decode: (read) => {
    const methodId = read.int('mi');
    methodName(methodId);
    return { callId: read.long('ci'), methodId, parameters: read.value('mp') ? read.items('mp') : [] };
  },
};

export const hostResponseCodec: PayloadCodec<HostResponse> = {
  encode: (it) =>
    bag({
      ci: it.callId,
      mi: hostMethodIdValue(it.methodId, methodName(it.methodId)),
      mr: it.result ?? undefined,
      me: it.error ?? undefined,
    }),
  decode: (read) => ({
    callId: read.long('ci'),
    methodId: read.int('mi'),
    result: read.value('mr') ?? null,
    error: read.value('me') ?? null,
  }),
};
