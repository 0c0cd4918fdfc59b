/**
 * Modules that run when something of them is first used. Its text is part of the start-up bundle, so it stands alone.
 *
 * What imports a lazy module holds its space: an object that finds an export by running the module, and keeps it from
 * then on as a property of its own, so that later uses cost no more than a property. Declarations (`defineType`,
 * `defineCmdlet`) are known by their headers before their module runs: objects with the plain properties, that fetch
 * the others from the module and are completed by it, so that there is one object for one declaration.
 *
 * @param code the function that is a module's text
 * @param bundle URL and folder of the bundle
 * @param outside what a module requires that is none of ours
 * @param core by module, for those that have run already: what gives its exports
 * @param declaring by module: names of the functions that make declarations
 * @param headers declarations of lazy modules: `[data, names of further properties, classes]`, a class being
 *   `[module, export]` or the name of a class of JavaScript
 * @param known exports of lazy modules that are declarations: `[module, name, index of a header, or a list of them]`
 */
export function lazyModules({ code, bundle, outside, core, declaring, headers, known }) {
  const spaces = [];
  const modules = [];
  let running;
  const number = Symbol();
  /** The prototype of all spaces: whatever they have not got is found by running their module. */
  const finding = new Proxy(Object.prototype, {
    get(_, name, own) {
      const exported = load(own[number]);
      return Object.hasOwn(own, name) ? own[name] : exported[name];
    },
  });

  /** A property of an object's own, whatever its prototype has. */
  function put(object, name, value) {
    Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
  }

  function space(id) {
    return (spaces[id] ??= coreSpace(id) ?? Object.create(finding, { [number]: { value: id } }));
  }

  function coreSpace(id) {
    const exported = core[id]?.();
    if (exported) completing(id, exported);
    return exported;
  }

  /** Has what the declaring functions of a module make completed. */
  function completing(id, exported) {
    for (const name of declaring[id] ?? []) {
      const declare = exported[name];
      exported[name] = (...args) => complete(declare(...args));
    }
  }

  function load(id) {
    const begun = modules[id];
    if (begun) return begun.exports;
    const module = { exports: {} };
    modules[id] = module;
    const outer = running;
    running = id;
    try {
      code(id)(module.exports, require, module, exporting, asIs, asIs, ...bundle);
    } catch (error) {
      delete modules[id];
      throw error;
    } finally {
      running = outer;
    }
    const own = space(id);
    for (const [name, value] of Object.entries(module.exports)) put(own, name, value);
    completing(id, own);
    return module.exports;
  }

  // What esbuild's helpers amount to here: exports are read when they are asked for.
  const asIs = (exported) => exported;
  const exporting = (to, getters) => {
    for (const [name, get] of Object.entries(getters)) Object.defineProperty(to, name, { get, enumerable: true });
  };

  const require = (name) => (name.startsWith('m:') ? space(Number(name.slice(2))) : outside(name));

  const headersOf = [];
  /** Where a header keeps its module, the names of what it has not got yet, and the classes of its instances. */
  const origin = Symbol();
  const lacking = Symbol();
  const classesAt = Symbol();

  function fetching(name) {
    return function () {
      if (!this[lacking].includes(name)) return undefined;
      load(this[origin]);
      return Object.getOwnPropertyDescriptor(this, name)?.value;
    };
  }

  /** The classes of a declaration that exist by now. */
  function classesOf() {
    const found = this[classesAt].flatMap((one) => {
      if (typeof one === 'string') return [globalThis[one]];
      const [id, name] = one;
      return modules[id] || core[id] ? (space(id)[name] ?? []) : [];
    });
    return found.length > 1 ? found : found[0];
  }

  const listOf = new Map(headers.map(([, , names]) => [names.join(), names]));
  const prototype = {};
  for (const name of new Set([...listOf.values()].flat()))
    if (name !== 'jsClass') Object.defineProperty(prototype, name, { get: fetching(name), configurable: true });
  const prototypeWithClass = Object.create(prototype, { jsClass: { get: classesOf, configurable: true } });

  /** What a declaring function answers in a lazy module: the header, completed. */
  function complete(declaration) {
    const header = headersOf[running]?.find((one) => isHeaderOf(one, declaration));
    if (!header) return declaration;
    for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(declaration)))
      Object.defineProperty(header, name, descriptor);
    return header;
  }

  /** Views for the same types may share a name. */
  function isHeaderOf(header, { name, kind, types }) {
    return header.name === name && header.kind === kind && `${header.types}` === `${types}`;
  }

  const all = headers.map(([id, data, names, classes]) => {
    const header = Object.create(names.includes('jsClass') ? prototypeWithClass : prototype);
    Object.assign(header, { [origin]: id, [lacking]: listOf.get(names.join()), [classesAt]: classes });
    for (const [name, value] of Object.entries(data)) put(header, name, value);
    (headersOf[id] ??= []).push(header);
    return header;
  });
  for (const [id, name, index] of known)
    put(space(id), name, typeof index === 'number' ? all[index] : index.map((one) => all[one]));

  return { space, load, isLoaded: (id) => modules[id] !== undefined };
}
