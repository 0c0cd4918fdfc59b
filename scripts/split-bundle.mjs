// Splits the command line's bundle in two, so that its start-up snapshot stays small: the core, which a plain script
// needs, and the rest, a file beside it with every other module, each run when something of it is first used. Which
// modules are which is learned by running the program with all of them lazy. The source knows nothing of this, but it
// must keep to the house's rules: no module does anything when it is loaded but define what it exports, no exported
// `let`, no `export *`, no import for its side effects.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';
import { lazyModules } from './split/lazy-modules.mjs';
import { lazyStore } from './split/lazy-store.mjs';

const learn = join(dirname(fileURLToPath(import.meta.url)), 'split/learn.mjs');

/** Functions that make declarations, by their module; what they answer is known by its header before it is needed. */
const declaring = {
  'src/runtime/types/define-type.ts': ['defineType'],
  'src/runtime/types/define-enum.ts': ['defineEnum'],
  'src/runtime/commands/define-cmdlet.ts': ['defineCmdlet'],
  'src/runtime/formatting/view.ts': ['table', 'list', 'wide', 'custom'],
};

/** What a module of the rest is handed besides its code's own names: esbuild's helpers, and where the bundle lies. */
const parameters = 'exports, require, module, __export, __toCommonJS, __toESM, __bundleUrl, __bundleDirectory';

/** Our modules in the order in which they would run. */
function inOrder(inputs, entry) {
  const seen = new Set();
  const order = [];
  const visit = (file) => {
    if (seen.has(file) || file.includes('node_modules/') || !inputs[file]) return;
    seen.add(file);
    for (const { path } of inputs[file].imports) visit(path);
    order.push(file);
  };
  visit(entry);
  return order;
}

/** Imports of our modules become numbers: `m:12` for one that runs when it is used, `l:12` for `import()`. */
function numbered(root, idOf, isLazy) {
  return {
    name: 'numbered',
    setup(b) {
      b.onResolve({ filter: /^\./ }, ({ path, importer, kind }) => {
        if (kind === 'entry-point' || importer === '') return undefined;
        const id = idOf.get(relative(root, resolve(dirname(importer), path)).replaceAll('\\', '/'));
        if (id === undefined || !isLazy(id)) return undefined;
        return { path: `${kind === 'dynamic-import' ? 'l' : 'm'}:${id}`, external: true };
      });
    },
  };
}

/** A virtual module with this text. */
function virtual(name, root, contents) {
  const filter = new RegExp(`^${name}$`);
  return {
    name,
    setup(b) {
      b.onResolve({ filter }, ({ path }) => ({ path, namespace: name, sideEffects: true }));
      b.onLoad({ filter: /.*/, namespace: name }, () => ({ contents, resolveDir: root, loader: 'ts' }));
    },
  };
}

/** Every module by itself, as a function. */
async function functions(root, files, idOf, settings) {
  const outdir = join(root, 'slices');
  const { outputFiles } = await build({
    ...settings,
    banner: {},
    minify: false,
    absWorkingDir: root,
    entryPoints: files,
    outdir,
    outbase: root,
    write: false,
    packages: 'external',
    supported: { 'dynamic-import': false },
    plugins: [numbered(root, idOf, () => true)],
  });
  const texts = new Map(outputFiles.map(({ path, text }) => [relative(outdir, path).replaceAll('\\', '/'), text]));
  return files.map((file) => {
    const text = texts.get(file.replace(/\.ts$/, '.js'));
    // The helpers come first, then a comment with the module's path.
    const start = text.indexOf(`// ${file}\n`);
    return `(function (${parameters}) { 'use strict';\n${text.slice(start)}\n})`;
  });
}

async function minified(code, settings) {
  const { charset, target } = settings;
  const texts = await Promise.all(code.map((text) => transform(`nacre${text}`, { minify: true, charset, target })));
  return texts.map((one) =>
    one.code
      .trim()
      .replace(/^nacre/, '')
      .replace(/;$/, ''),
  );
}

/** JavaScript in ASCII: esbuild leaves other characters in regular expressions, and one of them doubles the snapshot's text. */
function ascii(text) {
  return text.replace(/[^\0-\x7f]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** What a start needs, the headers of declarations, and the names that modules export. */
function learned(root, files, code, { entry, training, args }) {
  const work = mkdtempSync(join(tmpdir(), 'nacre-split-'));
  const modules = join(work, 'modules.json');
  const result = join(work, 'learned.json');
  writeFileSync(modules, JSON.stringify({ root, files, code, declaring }));
  execFileSync(process.execPath, ['--stack-size=1500', learn, modules, entry, training, result, ...args], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const known = JSON.parse(readFileSync(result, 'utf8'));
  rmSync(work, { recursive: true, force: true });
  return known;
}

/** Numbers of the modules that a start needs; with them the lists of declarations some of which are theirs. */
function coreOf({ needed, headers, known }, idOf) {
  const inCore = new Set(needed.map((file) => idOf.get(file)));
  for (let size = -1; size !== inCore.size; ) {
    size = inCore.size;
    for (const [id, , index] of known) if ([index].flat().some((one) => inCore.has(headers[one][0]))) inCore.add(id);
  }
  return inCore;
}

/** The module that shows the core's exports to the rest: by number, a function that collects them. */
function exposing(files, inCore, exportNames) {
  const exposed = files.flatMap((file, id) => (inCore.has(id) ? [{ file, id, names: exportNames[id] }] : []));
  const imports = exposed.map(
    ({ file, id, names }) => `import { ${names.map((one) => `${one} as ${one}_${id}`).join(', ')} } from './${file}';`,
  );
  const collected = exposed.map(({ file, id, names }) => {
    // What an index file passes on may be lazy itself.
    const pairs = names.map((one) =>
      file.endsWith('/index.ts') ? `get ${one}() { return ${one}_${id}; }` : `${one}: ${one}_${id}`,
    );
    return `${id}: () => ({ ${pairs.join(', ')} })`;
  });
  return `${imports.join('\n')}\nObject.assign(__core, { ${collected.join(',\n')} });`;
}

/** Headers with their properties in one order, the usual ones first, so that they share their shapes. */
function inOneOrder(headers) {
  const uses = new Map();
  for (const [, data] of headers) for (const name of Object.keys(data)) uses.set(name, (uses.get(name) ?? 0) + 1);
  const order = [...uses.keys()].sort((a, b) => uses.get(b) - uses.get(a));
  return headers.map(([id, data, ...more]) => [
    id,
    Object.fromEntries(order.flatMap((name) => (name in data ? [[name, data[name]]] : []))),
    ...more,
  ]);
}

/** What is known of the declarations of lazy modules. */
function declarations({ headers, known }, inCore) {
  const lazyHeaders = headers.filter(([id]) => !inCore.has(id));
  const indexOf = new Map(lazyHeaders.map((header, index) => [headers.indexOf(header), index]));
  const lazyKnown = known.flatMap(([id, name, index]) => {
    const indices = [index].flat().map((one) => indexOf.get(one));
    if (inCore.has(id) || indices.includes(undefined)) return [];
    return [[id, name, typeof index === 'number' ? indices[0] : indices]];
  });
  return { headers: inOneOrder(lazyHeaders), known: lazyKnown };
}

/** The loader's text, for the top of the core. */
function loader(settings, idOf) {
  const declaringById = Object.fromEntries(Object.entries(declaring).map(([file, names]) => [idOf.get(file), names]));
  return `${settings.banner?.js ?? ''}
const __builtin = require;
const { startupSnapshot: __snapshot } = require('node:v8');
let __folder = __bundleDirectory;
if (__snapshot.isBuildingSnapshot())
  __snapshot.addDeserializeCallback(() => {
    const { dirname, resolve } = __builtin('node:path');
    __folder = resolve(dirname(process.argv[1]));
  });
const __core = {};
const { starts: __starts, ...__declarations } = JSON.parse(
  require('node:fs').readFileSync(__bundleDirectory + '/rest.json', 'utf8'),
);
let __store;
const __lazy = (${lazyModules})({
  code(id) {
    if (__snapshot.isBuildingSnapshot())
      throw new Error('the snapshot needs module ' + id + ', which is not in the core');
    __store ??= (${lazyStore})({
      fs: __builtin('node:fs'),
      folder: __folder,
      starts: __starts,
    });
    return __store(id);
  },
  bundle: [__bundleUrl, __bundleDirectory],
  outside: (name) => __builtin(name),
  core: __core,
  declaring: ${JSON.stringify(declaringById)},
  ...__declarations,
});
require = (name) => {
  if (name.startsWith('m:')) return __lazy.space(Number(name.slice(2)));
  return name.startsWith('l:') ? __lazy.load(Number(name.slice(2))) : __builtin(name);
};`;
}

/**
 * Builds the core, and beside it `rest.txt` with the other modules' texts and `rest.json`, what is known of them.
 *
 * @param options.root the project
 * @param options.entry the program's entry file, below the project
 * @param options.training a module whose `warmUp` does what the core is to be made for, and `args`, arguments of a run of
 *   the program that the core must suffice for
 * @param options.core the output file
 * @param options.settings further esbuild options for both
 */
export async function buildSplit({ root, entry, training, args, core, settings }) {
  const out = dirname(core);
  const { metafile } = await build({
    ...settings,
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: core,
    write: false,
    metafile: true,
  });
  const files = inOrder(metafile.inputs, entry);
  const idOf = new Map(files.map((file, id) => [file, id]));
  const code = await functions(root, files, idOf, settings);
  const known = learned(root, files, code, { entry, training, args });
  const inCore = coreOf(known, idOf);

  const lazy = files.map((_, id) => id).filter((id) => !inCore.has(id));
  const texts = await minified(
    lazy.map((id) => code[id]),
    settings,
  );
  const byId = new Map(lazy.map((id, i) => [id, `${ascii(texts[i])}\n//# sourceURL=nacre/${files[id]}\n`]));
  const starts = [0];
  for (const id of files.keys()) starts.push(starts[id] + (byId.get(id)?.length ?? 0));
  writeFileSync(join(out, 'rest.txt'), [...byId.values()].join(''));
  writeFileSync(join(out, 'rest.json'), JSON.stringify({ starts, ...declarations(known, inCore) }));

  const { outputFiles } = await build({
    ...settings,
    stdin: { contents: `import 'what-the-rest-takes';\nimport './${entry}';`, resolveDir: root, loader: 'ts' },
    outfile: core,
    write: false,
    supported: { 'dynamic-import': false },
    plugins: [
      ...(settings.plugins ?? []),
      numbered(root, idOf, (id) => !inCore.has(id)),
      virtual('what-the-rest-takes', root, exposing(files, inCore, known.exportNames)),
    ],
    banner: { js: loader(settings, idOf) },
  });
  writeFileSync(core, ascii(outputFiles[0].text));
  return { core: inCore.size, rest: lazy.length };
}
