import type { EngineContext } from '../../engine.ts';
import { andThen, type Eventually, type PSValue } from '../../values/ps-value.ts';
import { getMember } from '../get-member.ts';
import type { TypeData } from '../type-data.ts';
import { extend } from './extend.ts';

type Space = { readonly total: number; readonly free: number };

/** The space of a file drive's volume; undefined for other drives and where it is not known. */
function spaceOf(self: PSValue, engine: EngineContext): Eventually<Space | undefined> {
  return andThen(getMember(engine, self, 'Provider'), (provider) =>
    andThen(getMember(engine, provider, 'Name'), (name) => {
      if (name !== 'FileSystem') return undefined;
      return andThen(getMember(engine, self, 'Root'), (root) => {
        if (typeof root !== 'string') return undefined;
        try {
          return engine.fs.space?.(root);
        } catch {
          return undefined;
        }
      });
    }),
  );
}

const bytes = (read: (space: Space) => number) => (self: PSValue, engine: EngineContext) =>
  andThen(spaceOf(self, engine), (space) => (space && space.total > 0 ? BigInt(read(space)) : null));

/** What PowerShell adds to drives. */
export function extendDrives(data: TypeData): void {
  extend(data, 'System.Management.Automation.PSDriveInfo', {
    scriptProperties: { Used: bytes((space) => space.total - space.free), Free: bytes((space) => space.free) },
  });
}
