#!/usr/bin/env node
// Runs the program with all its modules lazy and writes down which of them a start needs, and the headers of its
// declarations. Called by split-bundle.mjs:
//   learn.mjs MODULES.json ENTRY TRAINING RESULT.json [ARGUMENT...]
// MODULES.json: { root, files: [path], code: [text], declaring: { path: [name] } }. TRAINING is a module whose export
// `warmUp` is run first; then ENTRY is run with the arguments.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';
import { lazyModules } from './lazy-modules.mjs';

const [modulesFile, entry, training, resultFile, ...args] = process.argv.slice(2);
const { root, files, code, declaring } = JSON.parse(readFileSync(modulesFile, 'utf8'));
const idOf = new Map(files.map((file, id) => [file, id]));
const declaringById = Object.fromEntries(Object.entries(declaring).map(([file, names]) => [idOf.get(file), names]));
const outside = createRequire(join(root, 'package.json'));
const bundle = [pathToFileURL(join(root, 'dist/cli.cjs')).href, join(root, 'dist')];

/** Modules that are being run, innermost last. */
const running = [];

function codeOf(id) {
  const run = new Script(code[id], { filename: join(root, files[id]) }).runInThisContext();
  return (...given) => {
    running.push(id);
    run(...given);
    running.pop();
  };
}

function program(headers, known) {
  return lazyModules({ code: codeOf, bundle, outside, core: {}, declaring: declaringById, headers, known });
}

/** Everything is run, to see what is exported and declared. */
function survey() {
  const all = program([], []);
  const declared = new Map();
  for (const [id, functions] of Object.entries(declaringById)) {
    const exported = all.load(Number(id));
    for (const name of functions)
      all.space(Number(id))[name] = (...given) => {
        const one = exported[name](...given);
        declared.set(one, running.at(-1));
        return one;
      };
  }
  const exported = files.map((file, id) => {
    if (file === entry) return {};
    all.space(id);
    return all.load(id);
  });
  return { all, exported, declared };
}

/** Where each exported class stands. */
function classesIn(exported) {
  const classes = new Map();
  exported.forEach((one, id) => {
    for (const [name, value] of Object.entries(one))
      if (typeof value === 'function' && !classes.has(value)) classes.set(value, [id, name]);
  });
  return classes;
}

/** What is read of declarations that are not used: they are found by it. */
const lookedAt = new Set(
  'name kind base interfaces assembly isAbstract isStatic isSealed isFlags aliases types outOfBand'.split(' '),
);
const isPlain = (value) =>
  ['string', 'number', 'boolean'].includes(typeof value) ||
  (Array.isArray(value) && value.every((one) => typeof one === 'string'));

function headersOf({ all, exported, declared }) {
  const { isStaticClass } = all.space(idOf.get('src/runtime/types/type-table.ts'));
  const classes = classesIn(exported);
  const headers = [];
  const indexOf = new Map();
  const known = [];
  const add = (spec) => {
    if (indexOf.has(spec)) return indexOf.get(spec);
    const id = declared.get(spec);
    const same = ({ name, kind, types }) => name === spec.name && kind === spec.kind && `${types}` === `${spec.types}`;
    if (headers.some(([other, data]) => other === id && same(data)))
      throw new Error(`${spec.name} is declared twice in ${files[id]}`);
    const data = {};
    const further = [];
    for (const [name, value] of Object.entries(spec)) {
      if (lookedAt.has(name) && isPlain(value)) data[name] = value;
      else if (value !== undefined) further.push(name);
    }
    if (spec.isAbstract) data.isStatic = isStaticClass(spec);
    // A class that is not exported is made by the declaration's own module.
    const own = [spec.jsClass ?? []].flat().flatMap((one) => {
      if (globalThis[one.name] === one) return [one.name];
      return classes.has(one) ? [classes.get(one)] : [];
    });
    indexOf.set(spec, headers.length);
    headers.push([id, data, further.sort(), own]);
    return headers.length - 1;
  };
  exported.forEach((one, id) => {
    for (const [name, value] of Object.entries(one)) {
      if (declared.has(value)) known.push([id, name, add(value)]);
      else if (Array.isArray(value) && value.length > 0 && value.every((each) => declared.has(each)))
        known.push([id, name, value.map((each) => add(each))]);
    }
  });
  return { headers, known };
}

const all = survey();
const { headers, known } = headersOf(all);
const exportNames = all.exported.map((one) => Object.keys(one));

const learned = program(headers, known);
process.on('exit', () => {
  const needed = files.filter((_, id) => learned.isLoaded(id));
  writeFileSync(resultFile, JSON.stringify({ needed, headers, known, exportNames }));
});
learned.space(idOf.get(training)).warmUp();
process.argv.splice(1, Infinity, join(root, entry), ...args);
learned.space(idOf.get(entry));
learned.load(idOf.get(entry));
