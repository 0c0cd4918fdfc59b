import { createRequire } from 'node:module';

// Both packages load on first use: ssh2 pulls in http and tls, which the start of the program must not pay for.
// `require` has no types for what it loads, hence the assertions.

/** The ssh2 package. */
export function loadSsh2(): typeof import('ssh2') {
  return createRequire(import.meta.url)('ssh2') as typeof import('ssh2');
}

/** The ssh-config package. */
export function loadSshConfig(): typeof import('ssh-config') {
  return createRequire(import.meta.url)('ssh-config') as typeof import('ssh-config');
}
