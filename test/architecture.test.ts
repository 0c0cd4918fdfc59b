import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What each layer may import besides itself (ARCHITECTURE.md, "Layers"). */
const layers: Readonly<Record<string, readonly string[]>> = {
  'src/parser': [],
  'src/runtime': ['src/parser'],
  'src/remoting': ['src/parser', 'src/runtime'],
  'src/repl': ['src/parser', 'src/runtime'],
};
/** Folders that do no I/O: no node: module and none of the libraries that open sockets. */
const pure = (file: string) =>
  file.startsWith('src/parser/') ||
  (file.startsWith('src/runtime/') && !file.startsWith('src/runtime/host/node/')) ||
  file.startsWith('src/remoting/psrp/');
/** The order inside src/runtime, lowest first; engine.ts declares the interfaces that lower parts reach upward by. Exceptions are values, so those two
 *  stand side by side. */
const runtimeOrder = [
  'errors values',
  'text',
  'regex',
  'xml',
  'types',
  'members',
  'conversion',
  'operators',
  'scope',
  'commands',
  'pipeline',
  'evaluate',
  'clixml',
  'formatting',
  'providers',
  'completion',
  'analysis',
  'modules',
  'cmdlets',
  'runspace',
];
const maxLines = 500;

const root = join(import.meta.dirname, '..');
const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /(?<!\.d)\.tsx?$/.test(file))
  .map((file) => join('src', file));
const text = (file: string) => readFileSync(join(root, file), 'utf8');
const importPattern = /^\s*(?:import|export)\b(?<type>\s+type\b)?[^'";]*?from\s+'(?<from>[^']+)'/gm;
const imports = (file: string) =>
  [...text(file).matchAll(importPattern)].map((m) => ({
    from: m.groups?.['from'] ?? '',
    typeOnly: m.groups?.['type'] !== undefined,
  }));
const layerOf = (file: string) => file.split('/').slice(0, 2).join('/');
const targetOf = (file: string, from: string) => relative(root, join(root, file, '..', from));
const local = (file: string) => imports(file).filter((i) => i.from.startsWith('.'));
const partOf = (file: string) => runtimeOrder.findIndex((names) => names.split(' ').includes(file.split('/')[2] ?? ''));

describe('architecture', () => {
  it('imports only layers below', () => {
    const upward = files
      .filter((file) => layers[layerOf(file)] !== undefined)
      .flatMap((file) => local(file).map((i) => ({ file, to: layerOf(targetOf(file, i.from)) })))
      .filter(({ file, to }) => to !== layerOf(file) && !layers[layerOf(file)]?.includes(to));
    expect(upward).toEqual([]);
  });

  it('keeps the order inside the runtime for everything that runs (types may point upward)', () => {
    const upward = files
      .filter((file) => file.startsWith('src/runtime/') && partOf(file) >= 0)
      .flatMap((file) =>
        local(file)
          .filter((i) => !i.typeOnly)
          .map((i) => ({ file, to: targetOf(file, i.from) })),
      )
      .filter(({ file, to }) => partOf(to) > partOf(file));
    expect(upward).toEqual([]);
  });

  it('does no I/O in the pure folders', () => {
    const impure = files
      .filter(pure)
      .flatMap((file) => imports(file).map((i) => `${file}: ${i.from}`))
      .filter((line) => /: (?:node:|ssh2|ink|react)/.test(line));
    expect(impure).toEqual([]);
  });

  it('has the node host imported by the roots and tests only', () => {
    const users = files
      .filter((file) => !file.startsWith('src/runtime/host/node/') && /^src\/(?:parser|runtime|repl)\//.test(file))
      .filter((file) => imports(file).some((i) => i.from.includes('host/node/')));
    expect(users).toEqual([]);
  });

  it(`keeps every file within ${maxLines} lines`, () => {
    expect(files.filter((file) => text(file).split('\n').length > maxLines)).toEqual([]);
  });

  it('has no default exports, no any, no silenced checks', () => {
    const loose = /^export default|\bas any\b|: any\b|<any>|@ts-(?:ignore|expect-error|nocheck)/m;
    expect(files.filter((file) => loose.test(text(file)))).toEqual([]);
  });

  it('has modules that may run late and in any order, as the start-up bundle runs them', () => {
    const early = /^export (?:let|var)\b|^export \*|^import '/m;
    expect(files.filter((file) => early.test(text(file)))).toEqual([]);
  });

  it('has kebab-case file names and no catch-all folders', () => {
    const odd = files.filter(
      (file) => !/^src(?:\/[a-z0-9-]+)+\.tsx?$/.test(file) || /\/(?:utils|helpers|shared|common)\//.test(file),
    );
    expect(odd).toEqual([]);
  });

  it('names only paths that exist in ARCHITECTURE.md', () => {
    const paths = [
      ...text('ARCHITECTURE.md').matchAll(/`((?:src|test|grammar|bench|examples|scripts|bin)\/[\w./-]*)`/g),
    ].map((m) => m[1] ?? '');
    expect(paths.length).toBeGreaterThan(20);
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});
