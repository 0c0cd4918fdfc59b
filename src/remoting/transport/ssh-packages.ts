// Both packages load on first use: ssh2 pulls in http and tls, which the start of the program must not pay for.
// `require` has no types for what it loads, hence the assertions.

const required = (name: string): unknown =>
  process.getBuiltinModule('node:module').createRequire(import.meta.url)(name);

/** The ssh2 package. */
export function loadSsh2(): typeof import('ssh2') {
  return required('ssh2') as typeof import('ssh2');
}

/** The ssh-config package. */
export function loadSshConfig(): typeof import('ssh-config') {
  return required('ssh-config') as typeof import('ssh-config');
}
