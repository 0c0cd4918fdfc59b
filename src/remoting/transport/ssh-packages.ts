import { createRequire } from 'node:module';

/** Loads on first use: ssh2 pulls in http and tls, which the start of the program must not pay for. */
const require = createRequire(import.meta.url);

/** The ssh2 package. */
export function loadSsh2(): typeof import('ssh2') {
  // require has no type of its own for what it loads
  return require('ssh2') as typeof import('ssh2');
}

/** The ssh-config package. */
export function loadSshConfig(): typeof import('ssh-config') {
  return require('ssh-config') as typeof import('ssh-config');
}
