#!/usr/bin/env node
// Builds dist/: the library (ESM, one file a public entry), the command line's bundle, and its start-up snapshot.
//   build.mjs [--no-snapshot] [--quick] [--out DIR]
//     --quick    the command line only, in one piece and not minified
//     --out DIR  another folder than dist/, below this project; run it with NACRE_DIST=DIR bin/nacre
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { makeSnapshot } from './snapshot.mjs';
import { buildSplit } from './split-bundle.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const out = process.argv.indexOf('--out');
const dist = resolve(root, out < 0 ? 'dist' : process.argv[out + 1]);
const quick = process.argv.includes('--quick');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const define = { 'process.env.NACRE_VERSION': JSON.stringify(version) };
mkdirSync(dist, { recursive: true });
// A snapshot of an older bundle must not outlive it, nor the code compiled for it.
for (const file of ['nacre.blob', 'rest.code']) rmSync(join(dist, file), { force: true });

// CommonJS: what the snapshot is made from, and what runs where there is none. Packages that are loaded on first use
// stay outside and are found by createRequire beside the bundle.
const main = join(dist, 'cli.cjs');
// The grammar's engine brings a scanner that this parser does not use, but for one constant.
const withoutLexer = {
  name: 'without-lexer',
  setup(b) {
    b.onLoad({ filter: /chevrotain[/\\]lib[/\\]src[/\\]scan[/\\]lexer_public\.js$/ }, () => ({
      contents: 'export const Lexer = { NA: /NOT_APPLICABLE/ }; export const LexerDefinitionErrorType = {};',
    }));
  },
};
const settings = {
  bundle: true,
  platform: 'node',
  target: 'node22',
  format: 'cjs',
  minify: !quick && !process.argv.includes('--no-minify'),
  charset: 'ascii',
  legalComments: 'none',
  external: ['ssh2', 'ssh-config', 'ink', 'react'],
  define: { ...define, 'import.meta.url': '__bundleUrl', 'import.meta.dirname': '__bundleDirectory' },
  banner: {
    js: "const __bundleUrl = require('node:url').pathToFileURL(__filename).href;\nconst __bundleDirectory = __dirname;",
  },
  plugins: [withoutLexer],
  logLevel: 'warning',
};
if (quick) await build({ ...settings, entryPoints: [join(root, 'src/cli.ts')], outfile: main });
else {
  const { core, rest } = await buildSplit({
    root,
    entry: 'src/cli.ts',
    training: 'src/cli/warm-up.ts',
    args: ['-NoProfile', '-NonInteractive', '-File', 'bench/startup.ps1'],
    core: main,
    settings,
  });
  console.log(`${core} modules in the core, ${rest} beside it`);
}

if (!quick && !process.argv.includes('--no-minify')) {
  rmSync(join(dist, 'lib'), { recursive: true, force: true });
  await build({
    entryPoints: {
      index: join(root, 'src/index.ts'),
      parser: join(root, 'src/parser/index.ts'),
      remoting: join(root, 'src/remoting/index.ts'),
    },
    outdir: join(dist, 'lib'),
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node22',
    format: 'esm',
    packages: 'external',
    define,
    logLevel: 'warning',
  });
}

if (!process.argv.includes('--no-snapshot')) {
  const blob = join(dist, 'nacre.blob');
  makeSnapshot({ main, blob, check: quick ? undefined : ['-Version'] });
  // Compiled code of what usual scripts load, made by a run under the settings that every run has.
  const usual = ['-NoProfile', '-NonInteractive', '-File', join(root, 'scripts/split/usual.ps1')];
  const env = { ...process.env, NACRE_DIST: dist, NACRE_CODE_TO: join(dist, 'rest.code') };
  if (!quick) execFileSync(join(root, 'bin/nacre'), usual, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  writeFileSync(join(dist, 'nacre.blob.version'), process.version);
  console.log(`snapshot ${(statSync(blob).size / 1048576).toFixed(2)} MiB, made by Node ${process.version}`);
}
