import { loadSsh2 } from './ssh-packages.ts';

/** A key pair as OpenSSH keeps them: a private key file's text and a line of authorized_keys. */
export interface SshKeyPair {
  readonly private: string;
  readonly public: string;
}

/** A fresh ed25519 key pair without passphrase, for servers and users of a test or an example. */
export function generateSshKeys(): SshKeyPair {
  const { utils } = loadSsh2();
  for (;;) {
    const pair = utils.generateKeyPairSync('ed25519');
    // about one in three hundred of the pairs that the package makes is one it cannot read
    if (!(utils.parseKey(pair.private) instanceof Error)) return { private: pair.private, public: pair.public };
  }
}
