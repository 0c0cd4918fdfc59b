import { Hashtable } from '../../../runtime/values/hashtable.ts';
import { baseOf, type PSObject } from '../../../runtime/values/ps-object.ts';
import type { PSValue } from '../../../runtime/values/ps-value.ts';
import { type BagReader, bag } from '../property-bag.ts';

/** A cell position of the console. */
export interface Coordinates {
  readonly x: number;
  readonly y: number;
}

/** A size in cells. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What the client's console looks like, a snapshot (MS-PSRP 2.2.3.14, HostInfo). Colours are ConsoleColor numbers. */
export interface HostDefaults {
  readonly foreground: number;
  readonly background: number;
  readonly cursor: Coordinates;
  readonly windowPosition: Coordinates;
  readonly cursorSize: number;
  readonly buffer: Size;
  readonly window: Size;
  readonly maxWindow: Size;
  readonly maxPhysicalWindow: Size;
  readonly title: string;
}

/** HostInfo, MS-PSRP 2.2.3.14. */
export interface HostInfo {
  readonly isHostNull: boolean;
  readonly isHostUINull: boolean;
  readonly isHostRawUINull: boolean;
  /** The pipeline has no host of its own: calls go to the session's. */
  readonly useRunspaceHost: boolean;
  readonly defaults: HostDefaults | undefined;
}

/** A pipeline that uses the session's host. */
export const runspaceHostInfo: HostInfo = {
  isHostNull: true,
  isHostUINull: true,
  isHostRawUINull: true,
  useRunspaceHost: true,
  defaults: undefined,
};

const COLOR = 'System.ConsoleColor';
const COORDINATES = 'System.Management.Automation.Host.Coordinates';
const SIZE = 'System.Management.Automation.Host.Size';

const point = (at: Coordinates): PSValue => bag({ x: at.x, y: at.y });
const extent = (size: Size): PSValue => bag({ width: size.width, height: size.height });

/** Encodes a HostInfo, which several messages carry. */
export function encodeHostInfo(info: HostInfo): PSObject {
  return bag({
    _isHostNull: info.isHostNull,
    _isHostUINull: info.isHostUINull,
    _isHostRawUINull: info.isHostRawUINull,
    _useRunspaceHost: info.useRunspaceHost,
    _hostDefaultData: info.defaults && bag({ data: encodeDefaults(info.defaults) }),
  });
}

function encodeDefaults(it: HostDefaults): Hashtable {
  const rows: readonly (readonly [string, PSValue])[] = [
    [COLOR, it.foreground],
    [COLOR, it.background],
    [COORDINATES, point(it.cursor)],
    [COORDINATES, point(it.windowPosition)],
    ['System.Int32', it.cursorSize],
    [SIZE, extent(it.buffer)],
    [SIZE, extent(it.window)],
    [SIZE, extent(it.maxWindow)],
    [SIZE, extent(it.maxPhysicalWindow)],
    ['System.String', it.title],
  ];
  return Hashtable.from(rows.map(([T, V], key) => [key, bag({ T, V })]));
}

/** Decodes a HostInfo; one that is absent counts as no host. */
export function decodeHostInfo(read: BagReader): HostInfo {
  const data = read.has('_hostDefaultData') ? baseOf(read.bag('_hostDefaultData').value('data')) : undefined;
  return {
    isHostNull: read.boolOr('_isHostNull', true),
    isHostUINull: read.boolOr('_isHostUINull', true),
    isHostRawUINull: read.boolOr('_isHostRawUINull', true),
    useRunspaceHost: read.boolOr('_useRunspaceHost', false),
    defaults: data instanceof Hashtable ? decodeDefaults(data, read) : undefined,
  };
}

function decodeDefaults(data: Hashtable, read: BagReader): HostDefaults {
  const at = (key: number): BagReader => read.of(data.get(key));
  const number = (key: number, fallback: number): number => at(key).intOr('V', fallback);
  const coordinates = (key: number): Coordinates => ({
    x: at(key).bag('V').intOr('x', 0),
    y: at(key).bag('V').intOr('y', 0),
  });
  const size = (key: number): Size => ({
    width: at(key).bag('V').intOr('width', 0),
    height: at(key).bag('V').intOr('height', 0),
  });
  return {
    foreground: number(0, 7),
    background: number(1, 0),
    cursor: coordinates(2),
    windowPosition: coordinates(3),
    cursorSize: number(4, 25),
    buffer: size(5),
    window: size(6),
    maxWindow: size(7),
    maxPhysicalWindow: size(8),
    title: at(9).textOrNull('V') ?? '',
  };
}
