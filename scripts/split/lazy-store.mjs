/**
 * The texts of lazy modules in files beside the bundle, read piece by piece. Its text is part of the start-up bundle, so
 * it stands alone.
 *
 * Compiled code of the modules that most scripts use stands in a file of its own: a table of pairs of offsets by module,
 * then V8's data. V8 refuses data that does not fit the program or its own settings, and compiles the text then.
 *
 * @param fs Node's file functions
 * @param folder where the files lie
 * @param starts where in the text the modules begin, and its end
 */
export function lazyStore({ fs, folder, starts }) {
  const keepAt = process.env['NACRE_CODE_TO'];
  const kept = [];
  let text;
  let code;

  /** A reader of a file's pieces; undefined where there is no such file. */
  function open(name) {
    let file;
    try {
      file = fs.openSync(`${folder}/${name}`);
    } catch {
      return undefined;
    }
    return (from, to) => {
      const bytes = Buffer.allocUnsafeSlow(to - from);
      fs.readSync(file, bytes, 0, bytes.length, from);
      return bytes;
    };
  }

  /** What gives V8's data of a module. */
  function openCode() {
    const read = keepAt === undefined ? open('rest.code') : undefined;
    if (!read) return () => undefined;
    const table = new Uint32Array(read(0, starts.length * 8).buffer);
    return (id) => (table[id * 2] === table[id * 2 + 1] ? undefined : read(table[id * 2], table[id * 2 + 1]));
  }

  function keep(id, script) {
    if (kept.length === 0) process.once('exit', writeKept);
    kept.push([id, script]);
  }

  function writeKept() {
    const table = new Uint32Array(starts.length * 2);
    const parts = [table];
    let at = table.byteLength;
    for (const [id, script] of kept) {
      const data = script.createCachedData();
      table.set([at, at + data.length], id * 2);
      parts.push(data);
      at += data.length;
    }
    fs.writeFileSync(
      keepAt,
      Buffer.concat(parts.map((one) => new Uint8Array(one.buffer, one.byteOffset, one.byteLength))),
    );
  }

  return (id) => {
    text ??= open('rest.txt');
    if (!text) throw new Error(`rest.txt is missing in ${folder}: build again`);
    code ??= openCode();
    const { Script } = process.getBuiltinModule('node:vm');
    const source = text(starts[id], starts[id + 1]).latin1Slice();
    const script = new Script(source, { filename: `nacre:${id}`, cachedData: code(id) });
    if (keepAt !== undefined) keep(id, script);
    return script.runInThisContext();
  };
}
