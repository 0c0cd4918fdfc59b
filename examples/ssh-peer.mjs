// An SSH server whose only service is PowerShell sessions on this computer.
//   node examples/ssh-peer.mjs FOLDER
// FOLDER holds `host_key` (the server's private key) and `authorized_keys` (who may log in). Any free loopback port is
// taken and printed as one line; the server ends with its standard input.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hostRunspaces, serveSsh } from 'nacre/remoting';

const folder = process.argv[2];
if (folder === undefined) {
  console.error('Say which folder holds host_key and authorized_keys.');
  process.exit(64);
}
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const server = await serveSsh({
  hostKeys: [readFileSync(join(folder, 'host_key'), 'utf8')],
  authorizedKeys: readFileSync(join(folder, 'authorized_keys'), 'utf8').split('\n'),
  createRunspace: hostRunspaces({ version, home: join(import.meta.dirname, '..') }),
  version,
  newGuid: randomUUID,
  culture: Intl.DateTimeFormat().resolvedOptions().locale,
});
console.log(server.port);
process.stdin.resume().on('end', () => server.close().then(() => process.exit(0)));
