import { fail } from '../errors/terminating-error.ts';
import type { DriveTable } from '../providers/drive-table.ts';
import type { Scope } from '../scope/scope.ts';
import type { DriveVariables } from '../scope/session-state.ts';
import { andThen, type Eventually, type PSValue } from '../values/ps-value.ts';

/** `$drive:path` through the content of the drive's provider (about_Providers). */
export class ProviderVariables implements DriveVariables {
  readonly #drives: DriveTable;

  constructor(drives: DriveTable) {
    this.#drives = drives;
  }

  get(from: Scope, drive: string, path: string): Eventually<PSValue> {
    const at = this.#drives.resolve(`${drive}:${path}`, from);
    const { content } = at.provider;
    if (!content) throw noContent(drive);
    return andThen(at.provider.exists(at.path), (there) => {
      if (!there) return null;
      return andThen(content.read(at.path), (values) => (values.length === 1 ? values[0] : [...values]));
    });
  }

  set(from: Scope, drive: string, path: string, value: PSValue): Eventually<void> {
    const at = this.#drives.resolve(`${drive}:${path}`, from);
    const { content } = at.provider;
    if (!content) throw noContent(drive);
    return value === null ? content.clear(at.path) : content.write(at.path, [value]);
  }
}

function noContent(drive: string) {
  return fail({
    id: 'ProviderContentNotSupported',
    category: 'NotImplemented',
    exceptionType: 'System.NotSupportedException',
    message: `The items of the drive "${drive}" have no content that a variable could stand for.`,
    target: drive,
  });
}
