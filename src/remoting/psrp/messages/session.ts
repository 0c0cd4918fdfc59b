import { Version } from '../../../runtime/values/version.ts';
import { RemoteProtocolError } from '../errors.ts';
import type { PayloadCodec } from '../payload-codec.ts';
import { type BagReader, bag } from '../property-bag.ts';

/** A protocol version as `major.minor`. */
export type ProtocolVersion = '2.0' | '2.1' | '2.2' | '2.3' | '2.4';

/** The versions this implementation speaks, oldest first; the last one is offered. */
export const protocolVersions: readonly ProtocolVersion[] = ['2.0', '2.1', '2.2', '2.3', '2.4'];

/** SESSION_CAPABILITY, MS-PSRP 2.2.2.1. */
export interface SessionCapability {
  /** `major.minor`; not necessarily one of {@link protocolVersions}. */
  readonly protocolVersion: string;
  readonly psVersion: string;
  readonly serializationVersion: string;
}

/** PUBLIC_KEY, MS-PSRP 2.2.2.3: base64 of the key blob. */
export interface PublicKey {
  readonly publicKey: string;
}

/** ENCRYPTED_SESSION_KEY, MS-PSRP 2.2.2.4: base64 of the key blob. */
export interface EncryptedSessionKey {
  readonly encryptedSessionKey: string;
}

/** What both ends must say besides the protocol version: fixed by MS-PSRP. */
export const fixedVersions = { psVersion: '2.0', serializationVersion: '1.1.0.1' } as const;

function versionText(read: BagReader, name: string): string {
  const value = read.value(name);
  if (!(value instanceof Version)) throw new RemoteProtocolError(`A SessionCapability message has no version ${name}.`);
  return [value.major, value.minor, value.build, value.revision].filter((part) => part >= 0).join('.');
}

function version(text: string): Version {
  const [major = 0, minor = 0, build = -1, revision = -1] = text.split('.').map(Number);
  return new Version(major, minor, build, revision);
}

export const sessionCapabilityCodec: PayloadCodec<SessionCapability> = {
  encode: (it) =>
    bag({
      protocolversion: version(it.protocolVersion),
      PSVersion: version(it.psVersion),
      SerializationVersion: version(it.serializationVersion),
    }),
  decode: (read) => ({
    protocolVersion: versionText(read, 'protocolversion'),
    psVersion: versionText(read, 'PSVersion'),
    serializationVersion: versionText(read, 'SerializationVersion'),
  }),
};

export const publicKeyCodec: PayloadCodec<PublicKey> = {
  encode: (it) => bag({ PublicKey: it.publicKey }),
  decode: (read) => ({ publicKey: read.text('PublicKey') }),
};

export const encryptedSessionKeyCodec: PayloadCodec<EncryptedSessionKey> = {
  encode: (it) => bag({ EncryptedSessionKey: it.encryptedSessionKey }),
  decode: (read) => ({ encryptedSessionKey: read.text('EncryptedSessionKey') }),
};
