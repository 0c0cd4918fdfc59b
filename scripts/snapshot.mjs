// Makes the start-up snapshot. Node keeps the compiled code of the functions that have run in it only together with the
// code of its whole own library, some 4 MB that every start would read; that part is the last of the file, and it is
// taken off again. Where a file does not look as expected, the snapshot is made without any code. Which functions keep
// theirs is up to src/cli.ts.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The list of the library's code: a count, and for each entry its name and its code, both with their lengths first. */
function endsWithCodeAt(bytes, start) {
  let at = start;
  const length = () => {
    if (at + 8 > bytes.length) return Number.NaN;
    at += 8;
    return Number(bytes.readBigUInt64LE(at - 8));
  };
  const count = length();
  if (!(count > 0 && count < 5000)) return false;
  for (let i = 0; i < count; i++) {
    const size = length();
    if (!(size > 0 && size < 200) || !/^[\w./-]+$/.test(bytes.toString('latin1', at, at + size))) return false;
    at += size;
    const code = length();
    if (!(at + code <= bytes.length)) return false;
    at += code;
  }
  return at === bytes.length;
}

/** A snapshot without the library's code; undefined when that is not found. */
function withoutLibraryCode(bytes) {
  for (let at = bytes.length - 8; at >= 0; at--) {
    if (bytes.readUInt32LE(at + 4) === 0 && bytes.readUInt16LE(at + 2) === 0 && endsWithCodeAt(bytes, at))
      return Buffer.concat([bytes.subarray(0, at), Buffer.alloc(8)]);
  }
  return undefined;
}

/**
 * Makes a snapshot of a program.
 *
 * @param options.main the program's file
 * @param options.blob the snapshot's file
 * @param options.check arguments with which the program must end well when it is started from the snapshot; without
 *   them, no compiled code is kept
 */
export function makeSnapshot({ main, blob, check }) {
  const config = join(dirname(blob), 'snapshot.json');
  const make = (withoutCodeCache) => {
    writeFileSync(config, JSON.stringify({ builder: main, withoutCodeCache }));
    const args = ['--max-old-space-size=128', '--snapshot-blob', blob, '--build-snapshot-config', config];
    execFileSync(process.execPath, args, {
      env: { ...process.env, NACRE_BUILD_SNAPSHOT: withoutCodeCache ? '' : 'with code' },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
  };
  const withCode = () => {
    make(false);
    const small = withoutLibraryCode(readFileSync(blob));
    if (!small) return false;
    writeFileSync(blob, small);
    return spawnSync(process.execPath, ['--snapshot-blob', blob, main, ...check], { timeout: 60_000 }).status === 0;
  };
  if (!check || !withCode()) make(true);
  rmSync(config);
}
