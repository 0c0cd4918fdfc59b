// Runs the bundle without a snapshot; written so that any Node can read it and say that it is too old.
'use strict';
var version = process.versions.node.split('.').map(Number);
if (version[0] < 22 || (version[0] === 22 && version[1] < 12)) {
  process.stderr.write('nacre: Node ' + process.versions.node + ' is too old; Node 22.12 or later is needed.\n');
  process.exit(1);
}
require('node:module').enableCompileCache?.();
require(require('node:path').resolve(__dirname, '..', process.env.NACRE_DIST || 'dist', 'cli.cjs'));
