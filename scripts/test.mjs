#!/usr/bin/env node
// Everything that must hold, in one command: types, lint and format, unit tests, the build, conformance, end-to-end and,
// where the .NET SDK is at hand, interop with the real PowerShell engine. Its last line is `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bin = (name) => join(root, 'node_modules/.bin', name);
const work = mkdtempSync(join(tmpdir(), 'nacre-test-'));
let passed = 0;
let failed = 0;

function run(title, command, args) {
  const started = Date.now();
  console.log(`\n== ${title}`);
  const result = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  console.log(
    `== ${title}: ${result.status === 0 ? 'ok' : 'FAILED'} (${((Date.now() - started) / 1000).toFixed(1)} s)`,
  );
  return result.status === 0;
}

/** A step that counts as one test. */
function check(title, command, args) {
  if (run(title, command, args)) passed++;
  else failed++;
}

/** A vitest project, counted by its tests. */
function vitest(project) {
  const report = join(work, `${project}.json`);
  const ok = run(`tests: ${project}`, bin('vitest'), [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  try {
    const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
    passed += numPassedTests;
    failed += numFailedTests;
    if (!ok && numFailedTests === 0) failed += Math.max(numFailedTestSuites, 1);
  } catch {
    failed++;
  }
}

check('types', bin('tsc'), ['-b']);
check('lint and format', bin('biome'), ['check', '--error-on-warnings']);
check('build', process.execPath, [join(root, 'scripts/build.mjs')]);
vitest('unit');
check('conformance', process.execPath, [join(root, 'test/conformance/run.mjs')]);
vitest('e2e');
if (spawnSync('dotnet', ['--version']).status === 0) vitest('interop');
else console.log('\n== interop with the real engine: left out, the .NET SDK is not on this machine');
rmSync(work, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
