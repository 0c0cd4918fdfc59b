// Splits the command line's bundle in two, so that its start-up snapshot stays small: the core, which every run needs,
// and the rest, a file beside it that is loaded when it is first needed. What goes to the rest are the bodies of
// declarations: members of types, parameters and code of commands. Their headers (names, bases, aliases) stay in the
// core. The source knows nothing of this; it relies on the formatter's layout, by which a block that opens at some
// indentation closes at the same, and what it does not recognise stays in the core.
import { readFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { build } from 'esbuild';

/** Files with declarations. */
const declaring = /^src\/(?:runtime\/(?:types|cmdlets)|remoting)\/.*\.ts$/;
/** Declarations that nearly every script uses: they stay whole in the core. */
const always = new RegExp(
  [
    'types/system/(?:object|string|string-[a-z]+|integer-types|floating-types|number-members|boolean|char|array|array-[a-z]+|enum|interfaces|delegates)',
    'types/system-collections/(?:list|list-members|hashtable|table-members|array-list|ordered-dictionary)',
    'types/system-management-automation/(?:ps-object|error-record|switch-parameter)',
    'types/system/(?:decimal|big-integer|date-time|exceptions)',
    'cmdlets/core/(?:for-each-object|where-object|out-null)',
    'cmdlets/formatting/(?:out-default|out-host)',
    'cmdlets/utility/(?:write-[a-z]+|select-object)',
  ].join('|'),
);
/** State and classes of a module's own: two copies of them would not agree, so such files are not split. */
const stateful = /^(?:export )?(?:let \w|(?:abstract )?class \w|const \w+[^=\n]* = new (?:Weak)?(?:Map|Set)\b)/m;

/** `name: {` … `},`, `name(ctx) {` … `},` or `name: (ctx) => ({` … `}),` at one indentation. */
const block = (name) =>
  new RegExp(
    `^( +)(?:${name})(?:: \\{|\\((?:\\w+)?\\) \\{|: \\((?:\\w+)?\\) => \\(?\\{)\\n[\\s\\S]*?\\n\\1\\}\\)?,$`,
    'gm',
  );
const bodies = { defineType: ['members'], defineCmdlet: ['parameters', 'invoke', 'dynamicParameters', 'examples'] };

/** Whether all members of a type's body are static: what else would have to be worked out from the body. */
function onlyStatic(members) {
  const keys = [...members.matchAll(/^ +'([^'\n]+)'[:(]/gm)].map((match) => match[1]);
  return keys.length > 0 && !/^ +\.\.\./m.test(members) && keys.every((key) => key.startsWith('static '));
}

/** A file's text with the bodies of its declarations fetched from the rest; undefined when nothing can be split off. */
function header(text, file) {
  const kind = Object.keys(bodies).find((name) => text.includes(`${name}({`));
  if (!kind || stateful.test(text)) return undefined;
  let result = text;
  for (const name of bodies[kind])
    result = result.replace(block(name), (all, indent) => {
      const getter = `${indent}get ${name}() { return __rest('${file}', this.name).${name}; },`;
      return name === 'members' ? `${indent}isStatic: ${onlyStatic(all)},\n${getter}` : getter;
    });
  return result === text ? undefined : result;
}

/** Names that a text imports from other files, by the path it writes. Types are left out. */
function* valueImports(text) {
  for (const [, names, from] of text.matchAll(/^import \{([^}]*)\} from '(\.[^']+)';$/gm)) {
    const values = names
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name && !name.startsWith('type '));
    yield { from, names: values.map((name) => name.split(' as ')[0].trim()) };
  }
}

/** Puts what the rest takes from the core where it finds it, before the program starts. */
function exposing(root, contents) {
  return {
    name: 'exposing',
    setup(b) {
      b.onResolve({ filter: /^what-the-rest-takes$/ }, ({ path }) => ({
        path,
        namespace: 'exposing',
        sideEffects: true,
      }));
      b.onLoad({ filter: /.*/, namespace: 'exposing' }, () => ({ contents, resolveDir: root, loader: 'ts' }));
    },
  };
}

/**
 * Builds `core` and `rest`.
 *
 * @param options.root the project
 * @param options.entry the program's entry file, below the project
 * @param options.core, options.rest output files
 * @param options.settings further esbuild options for both
 */
export async function buildSplit({ root, entry, core, rest, settings }) {
  const split = new Set();
  const name = (path) => relative(root, path).replaceAll('\\', '/');

  const headers = {
    name: 'headers',
    setup(b) {
      b.onLoad({ filter: /\.ts$/, namespace: 'file' }, async ({ path }) => {
        const file = name(path);
        if (!declaring.test(file) || always.test(file)) return undefined;
        const contents = header(await readFile(path, 'utf8'), file);
        if (contents === undefined) return undefined;
        split.add(file);
        return { contents, loader: 'ts' };
      });
    },
  };

  // Which files the core is made of, once the bodies are gone.
  const first = await build({
    ...settings,
    entryPoints: [resolve(root, entry)],
    write: false,
    outfile: core,
    metafile: true,
    plugins: [headers],
  });
  const [output] = Object.values(first.metafile.outputs);
  const inCore = new Set(
    Object.entries(output.inputs)
      .filter(([, use]) => use.bytesInOutput > 0)
      .map(([path]) => name(resolve(path))),
  );
  for (const file of split) inCore.delete(file);

  /** What the rest takes from the core: names by file. */
  const shared = new Map();
  const fromCore = {
    name: 'from-core',
    setup(b) {
      b.onLoad({ filter: /\.ts$/, namespace: 'file' }, async ({ path }) => {
        const text = await readFile(path, 'utf8');
        for (const { from, names } of valueImports(text)) {
          const target = name(resolve(dirname(path), from));
          if (!inCore.has(target)) continue;
          const known = shared.get(target) ?? new Set();
          for (const one of names) known.add(one);
          shared.set(target, known);
        }
        return { contents: text, loader: 'ts' };
      });
      b.onResolve({ filter: /^\./ }, ({ path, importer, kind }) => {
        if (kind === 'entry-point') return undefined;
        const target = name(resolve(dirname(importer), path));
        return inCore.has(target) ? { path: target, namespace: 'core' } : undefined;
      });
      b.onLoad({ filter: /.*/, namespace: 'core' }, ({ path }) => ({
        contents: `module.exports = globalThis.__nacreCore['${path}'];`,
        loader: 'js',
      }));
    },
  };
  const files = [...split].sort();
  const table = files.map((file, i) => `import * as m${i} from './${file}';`).join('\n');
  await build({
    ...settings,
    stdin: {
      contents: `${table}\nexport const files = { ${files.map((file, i) => `'${file}': m${i}`).join(', ')} };`,
      resolveDir: root,
      loader: 'ts',
    },
    outfile: rest,
    plugins: [fromCore],
  });

  const exposed = [...shared].map(([file, names], i) => ({ file, names: [...names], i }));
  const imports = exposed.map(
    ({ file, names, i }) => `import { ${names.map((one) => `${one} as ${one}_${i}`).join(', ')} } from './${file}';`,
  );
  const objects = exposed.map(
    ({ file, names, i }) => `'${file}': { ${names.map((one) => `${one}: ${one}_${i}`).join(', ')} }`,
  );
  await build({
    ...settings,
    stdin: { contents: `import 'what-the-rest-takes';\nimport './${entry}';`, resolveDir: root, loader: 'ts' },
    outfile: core,
    plugins: [headers, exposing(root, `${imports.join('\n')}\nglobalThis.__nacreCore = { ${objects.join(',\n')} };`)],
    banner: {
      js: `${settings.banner?.js ?? ''}
const __found = new Map();
let __files;
const __rest = (file, name) => {
  const key = file + '#' + name;
  let spec = __found.get(key);
  if (!spec) {
    if (require('node:v8').startupSnapshot.isBuildingSnapshot()) throw new Error('the snapshot needs ' + key + ', which is not in the core');
    __files ??= require('node:module').createRequire(__bundleUrl)('./${relative(dirname(core), rest)}').files;
    spec = Object.values(__files[file]).flat(2).find((one) => one !== null && typeof one === 'object' && one.name === name);
    __found.set(key, spec);
  }
  return spec;
};`,
    },
  });
  return { split: files.length, shared: shared.size };
}
