#!/usr/bin/env node
// Runs the conformance corpus with bin/nacre and compares what fails with the list of unmet cases, unmet.txt.
//   run.mjs [AREA...]            all areas of the list below when none is named
//   run.mjs --shrink [AREA...]   takes cases that pass by now off the list; nothing can be put on it this way
// The area remoting runs against a server of its own (session-server.mjs).
// The list may only shrink: a case that fails and is not on it fails the run, and so does one on it that passes.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startSessionServer } from './session-server.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const words = process.argv.slice(2);
const shrink = words[0] === '--shrink';
const all = ['lang-core', 'lang-flow', 'programs', 'types', 'cmdlets', 'formatting', 'system', 'remoting'];
const areas = words.filter((word) => !word.startsWith('--'));
const chosen = areas.length > 0 ? areas : all;

const work = mkdtempSync(join(tmpdir(), 'conformance-'));
const nacre = join(root, 'bin/nacre');

/** Counts by area and the cases that failed. */
async function runCases(chosen, home, env) {
  const json = join(work, 'result.json');
  const command = `${home ? `env HOME='${home}' ` : ''}'${nacre}' -NoProfile -NonInteractive -File`;
  const folders = chosen.map((area) => join('test/conformance', area));
  const options = ['--cmd', command, '--show', '0', '--timeout', '60', '--json', json];
  const child = spawn(process.execPath, [join(here, 'conform.mjs'), ...options, ...folders], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  return JSON.parse(readFileSync(json, 'utf8'));
}

async function runRemoting() {
  const home = join(work, 'home');
  const server = await startSessionServer(home, nacre);
  try {
    return await runCases(['remoting'], home, server.env);
  } finally {
    server.close();
  }
}

const local = chosen.filter((area) => area !== 'remoting');
const results = local.length > 0 ? [await runCases(local, undefined, {})] : [];
if (chosen.includes('remoting')) results.push(await runRemoting());
rmSync(work, { recursive: true, force: true });
const counts = Object.assign({}, ...results.map((result) => result.areas));
const failed = results.flatMap((result) => result.failed);

const listFile = join(here, 'unmet.txt');
const name = (line) => line.replace(/^test\/conformance\//, '');
const listed = readFileSync(listFile, 'utf8').split('\n').filter((line) => line && !line.startsWith('#'));
const mine = listed.filter((line) => chosen.includes(line.split('/')[0]));
const failing = new Set(failed.map(name));
const regressed = [...failing].filter((line) => !listed.includes(line));
const met = mine.filter((line) => !failing.has(line));
for (const line of regressed) console.log(`fails and is not on the list: ${line}`);
if (shrink) {
  const header = readFileSync(listFile, 'utf8').split('\n').filter((line) => line.startsWith('#'));
  writeFileSync(listFile, `${[...header, ...listed.filter((line) => !met.includes(line))].join('\n')}\n`);
  console.log(`${met.length} cases taken off the list`);
} else for (const line of met) console.log(`passes and is still on the list: ${line}`);
for (const [area, { passed, total }] of Object.entries(counts)) console.log(`${area.padEnd(12)} ${passed} of ${total}`);
const total = Object.values(counts).reduce((sum, area) => sum + area.total, 0);
const bad = regressed.length + (shrink ? 0 : met.length);
console.log(`${total - bad} as expected, ${bad} not`);
process.exitCode = bad === 0 ? 0 : 1;
