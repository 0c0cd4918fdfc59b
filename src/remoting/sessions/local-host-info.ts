import type { PSHost } from '../../runtime/host/ps-host.ts';
import type { HostInfo } from '../psrp/messages/host-info.ts';

/** What the local console looks like to the far side; 80 columns where it has no size. */
export function localHostInfo(host: PSHost): HostInfo {
  const size = host.ui.size() ?? { width: 80, height: 25 };
  return {
    isHostNull: false,
    isHostUINull: false,
    isHostRawUINull: false,
    useRunspaceHost: false,
    defaults: {
      foreground: 7,
      background: 0,
      cursor: { x: 0, y: 0 },
      windowPosition: { x: 0, y: 0 },
      cursorSize: 25,
      buffer: size,
      window: size,
      maxWindow: size,
      maxPhysicalWindow: size,
      title: host.name,
    },
  };
}
