import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import type { ProcessEntry } from '../process-launcher.ts';

const clockTicksPerSecond = 100;
const pageSize = 4096;

function text(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function link(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

function count(path: string): number {
  try {
    return readdirSync(path).length;
  } catch {
    return 0;
  }
}

/** Milliseconds since 1970 of the machine's start, from /proc/stat. */
function bootTime(): number {
  const line = /^btime (\d+)$/m.exec(text('/proc/stat') ?? '');
  return line ? Number(line[1]) * 1000 : 0;
}

/** Reads one process from /proc/<id>/stat (proc(5)); undefined when it is gone. */
function readEntry(id: number, booted: number): ProcessEntry | undefined {
  const stat = text(`/proc/${id}/stat`);
  if (stat === undefined) return undefined;
  const nameEnd = stat.lastIndexOf(')');
  const shortName = stat.slice(stat.indexOf('(') + 1, nameEnd);
  const field = stat.slice(nameEnd + 2).split(' ');
  const number = (index: number) => Number(field[index - 3] ?? 0);
  const commandLine = (text(`/proc/${id}/cmdline`) ?? '').split('\0').filter((word) => word !== '');
  const path = link(`/proc/${id}/exe`);
  const fullName = path?.slice(path.lastIndexOf('/') + 1).replace(/ \(deleted\)$/, '');
  return {
    id,
    parentId: number(4),
    // The kernel cuts names at 15 characters; the program's file name completes one that was cut.
    name: shortName.length === 15 && fullName?.startsWith(shortName) ? fullName : shortName,
    commandLine,
    path,
    cpuSeconds: (number(14) + number(15)) / clockTicksPerSecond,
    workingSet: number(24) * pageSize,
    pagedMemory: 0,
    virtualMemory: number(23),
    sessionId: number(6),
    threads: number(20),
    handles: count(`/proc/${id}/fd`),
    started: booted + (number(22) / clockTicksPerSecond) * 1000,
    userName: undefined,
  };
}

/** Every process of this machine, from /proc. Elsewhere than on Linux it throws an error that says so. */
export function readProcessTable(): readonly ProcessEntry[] {
  if (process.platform !== 'linux') throw new Error('Listing processes is supported on Linux only.');
  const booted = bootTime();
  const entries: ProcessEntry[] = [];
  for (const name of readdirSync('/proc')) {
    const id = Number(name);
    const entry = Number.isInteger(id) ? readEntry(id, booted) : undefined;
    if (entry) entries.push(entry);
  }
  return entries;
}
