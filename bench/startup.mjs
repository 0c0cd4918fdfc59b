#!/usr/bin/env node
// Start-up: the whole process of an empty script through bin/nacre, against a bare `node -e 0` of the same Node, in
// alternating runs. Prints both medians in milliseconds, their ratio, and the size of the start-up snapshot in MiB.
//   startup.mjs [--runs 15]
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..');
const packaged = join(root, 'node_modules/node/bin/node');
const node = existsSync(packaged) ? packaged : process.execPath;
const at = process.argv.indexOf('--runs');
const runs = at < 0 ? 15 : Number(process.argv[at + 1]);

function time(command, args) {
  const start = process.hrtime.bigint();
  const { status } = spawnSync(command, args, { stdio: 'ignore' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}`);
  return Number(process.hrtime.bigint() - start) / 1e6;
}
const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];

const bare = [];
const ours = [];
for (let i = 0; i < runs; i++) {
  bare.push(time(node, ['-e', '0']));
  ours.push(time(join(root, 'bin/nacre'), ['-NoProfile', '-NonInteractive', '-File', join(here, 'startup.ps1')]));
}
const blob = join(process.env.NACRE_DIST ?? join(root, 'dist'), 'nacre.blob');
const size = existsSync(blob) ? `${(statSync(blob).size / 1048576).toFixed(2)} MiB` : 'none';
console.log(
  `node -e 0 ${median(bare).toFixed(0)} ms, nacre ${median(ours).toFixed(0)} ms, ratio ${(median(ours) / median(bare)).toFixed(2)}`,
);
console.log(`snapshot ${size}`);
