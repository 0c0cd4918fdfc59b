import { type Flow, runFlow } from '../../commands/flow.ts';
import type { EngineContext } from '../../engine.ts';
import { expandPath } from '../../providers/globber.ts';
import { currentLocation, popLocation, pushLocation, setLocation } from '../../providers/locations.ts';
import { PathInfo } from '../../providers/path-info.ts';
import { driveEnd, isSeparator, joinPath, leafOf, parentOf, providerQualified } from '../../providers/path-text.ts';
import type { SessionState } from '../../scope/session-state.ts';
import { defineType, type RefSlot } from '../../types/define-type.ts';
import { NetObject } from '../../values/net-object.ts';

/** `$ExecutionContext.SessionState.Path` */
export class PathIntrinsics extends NetObject {
  readonly state: SessionState;

  constructor(state: SessionState) {
    super();
    this.state = state;
  }
}

function resolve(engine: EngineContext, self: PathIntrinsics, path: string) {
  return engine.drives.resolve(path, self.state.shared.currentScope);
}

function expand(engine: EngineContext, self: PathIntrinsics, path: string): Flow<ReturnType<typeof resolve>[]> {
  return expandPath(engine.drives, self.state.shared.currentScope, path, {});
}

/** System.Management.Automation.PathIntrinsics */
export const pathIntrinsicsType = defineType({
  name: 'System.Management.Automation.PathIntrinsics',
  jsClass: PathIntrinsics,
  members: {
    'prop CurrentFileSystemLocation PathInfo get'() {
      return PathInfo.of(this.drives.resolve(`FileSystem::${this.drives.fileSystemPath}`, null));
    },
    'prop CurrentLocation PathInfo get'() {
      return currentLocation(this.drives);
    },
    'Combine(string parent, string child) string': (_self: PathIntrinsics, parent: string, child: string) =>
      joinPath(parent, child, '/'),
    'GetResolvedProviderPathFromPSPath(string path, ref ProviderInfo provider) Collection<string>'(
      self: PathIntrinsics,
      path: string,
      provider: RefSlot,
    ) {
      const engine = this;
      return runFlow(
        (function* () {
          const found = yield* expand(engine, self, path);
          provider.value = found[0]?.info ?? null;
          return found.map((at) => at.path);
        })(),
      );
    },
    'GetResolvedPSPathFromPSPath(string path) Collection<PathInfo>'(self: PathIntrinsics, path: string) {
      const engine = this;
      return runFlow(
        (function* () {
          return (yield* expand(engine, self, path)).map(PathInfo.of);
        })(),
      );
    },
    'GetUnresolvedProviderPathFromPSPath(string path) string'(self: PathIntrinsics, path: string) {
      return resolve(this, self, path).path;
    },
    'GetUnresolvedProviderPathFromPSPath(string path, ref ProviderInfo provider, ref PSDriveInfo drive) string'(
      self: PathIntrinsics,
      path: string,
      provider: RefSlot,
      drive: RefSlot,
    ) {
      const at = resolve(this, self, path);
      provider.value = at.info;
      drive.value = at.drive ?? null;
      return at.path;
    },
    'IsProviderQualified(string path) bool': (_self: PathIntrinsics, path: string) =>
      providerQualified(path) !== undefined,
    'IsPSAbsolute(string path, ref string driveName) bool'(_self: PathIntrinsics, path: string, drive: RefSlot) {
      const end = driveEnd(path);
      drive.value = end > 0 ? path.slice(0, end) : this.drives.current.name;
      return end > 0 || isSeparator(path[0]);
    },
    'IsValid(string path) bool': (_self: PathIntrinsics, path: string) => !path.includes('\0'),
    'NormalizeRelativePath(string path, string basePath) string'(self: PathIntrinsics, path: string, base: string) {
      const full = resolve(this, self, path).path;
      const root = resolve(this, self, base).path;
      return full.startsWith(`${root}/`) ? full.slice(root.length + 1) : full;
    },
    'ParseChildName(string path) string': (_self: PathIntrinsics, path: string) => leafOf(path),
    'ParseParent(string path, string root) string': (_self: PathIntrinsics, path: string) => parentOf(path),
    'SetLocation(string path) PathInfo'(self: PathIntrinsics, path: string) {
      return runFlow(setLocation(this.drives, self.state.shared.currentScope, path, false));
    },
    'PushCurrentLocation(string stackName) void'(_self: PathIntrinsics, name: string | null) {
      pushLocation(this.drives, name ?? undefined);
      return undefined;
    },
    'PopLocation(string stackName) PathInfo'(self: PathIntrinsics, name: string | null) {
      const { drives } = this;
      const scope = self.state.shared.currentScope;
      return runFlow(
        (function* () {
          return (yield* popLocation(drives, scope, name ?? undefined)) ?? null;
        })(),
      );
    },
  },
});
