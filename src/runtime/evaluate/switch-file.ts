import { fail } from '../errors/terminating-error.ts';
import { FileSystemError } from '../host/file-system.ts';
import { elementsOf } from '../members/enumerate.ts';
import { typeSystemOf } from '../types/type-system.ts';
import { FileSystemInfo } from '../values/file-system-info.ts';
import { baseOf } from '../values/ps-object.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import type { Frame } from './frame.ts';

/** The lines of the files that `switch -File` was given. */
export function fileLines(frame: Frame, value: PSValue): Eventually<readonly string[]> {
  const paths = elementsOf(value) ?? [value];
  const read = paths.map((p) => linesOf(frame, pathOf(frame, p)));
  if (read.some((r) => r instanceof Promise)) return Promise.all(read).then((all) => all.flat());
  return (read as (readonly string[])[]).flat();
}

function pathOf(frame: Frame, value: PSValue): string {
  const base = baseOf(value);
  const text = base instanceof FileSystemInfo ? base.fullName : typeSystemOf(frame.engine).toText(base);
  return frame.engine.drives.resolve(text, frame.scope).path;
}

function linesOf(frame: Frame, path: string): Eventually<readonly string[]> {
  try {
    const data = frame.engine.fs.readFile(path);
    if (data instanceof Promise) return data.then(split, (thrown: unknown) => failed(path, thrown));
    return split(data);
  } catch (thrown) {
    return failed(path, thrown);
  }
}

function split(data: Uint8Array): readonly string[] {
  const text = new TextDecoder().decode(data);
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

function failed(path: string, thrown: unknown): never {
  if (!(thrown instanceof FileSystemError) || thrown.code !== 'notFound') throw thrown;
  throw fail({
    id: 'PathNotFound',
    category: 'ObjectNotFound',
    exceptionType: 'System.Management.Automation.ItemNotFoundException',
    message: `The file '${path}' that switch -File should read does not exist.`,
    target: path,
  });
}
