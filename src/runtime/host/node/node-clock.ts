import type { Clock, EnvironmentVariables, Platform, Random } from '../clock.ts';

/** Milliseconds of process.hrtime; `performance` would load a module that the start of the program must not pay for. */
function monotonic(): number {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1000 + nanoseconds / 1e6;
}

let offset: number | undefined;

/** Date.now with fractions: the monotonic clock, set anew whenever the two have drifted apart. */
function now(): number {
  const wall = Date.now();
  const fine = monotonic() + (offset ?? Number.NaN);
  if (Math.abs(fine - wall) < 2) return fine;
  offset = wall - monotonic();
  return wall;
}

/** The machine's clock. Intl objects are made at use, never while a start-up snapshot is built. */
export const nodeClock: Clock = {
  now,
  monotonic,
  localOffset: (instant) => -new Date(instant).getTimezoneOffset(),

  get zone() {
    return new Intl.DateTimeFormat().resolvedOptions().timeZone;
  },

  sleep(milliseconds, cancelled) {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      cancelled?.then(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  },
};

/** Math.random for the rest, node:crypto for bytes. */
export const nodeRandom: Random = {
  next: () => Math.random(),
  bytes: (count) => process.getBuiltinModule('node:crypto').randomBytes(count),
};

/** The environment of this process; what a script sets is seen by the programs it starts. */
export const nodeEnvironment: EnvironmentVariables = {
  get: (name) => process.env[name],

  set(name, value) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  },

  names: () => Object.keys(process.env),
};

/**
 * Facts about this machine.
 *
 * @param installDirectory folder that stands for `$PSHOME`
 * @param executablePath the program that this process is, where that is not Node itself
 */
export function nodePlatform(installDirectory: string, executablePath?: string): Platform {
  // Loaded when it is needed: most scripts need none of it.
  const os = () => process.getBuiltinModule('node:os');
  const user = () => {
    try {
      return os().userInfo().username;
    } catch {
      return process.env['USER'] ?? String(process.getuid?.() ?? '');
    }
  };
  return {
    os: process.platform === 'win32' ? 'windows' : process.platform === 'darwin' ? 'macos' : 'linux',
    get osDescription() {
      return `${os().type()} ${os().release()}`;
    },
    architecture: process.arch,
    get machineName() {
      return os().hostname();
    },
    get userName() {
      return user();
    },
    get homeDirectory() {
      return process.env['HOME'] ?? os().homedir();
    },
    get tempDirectory() {
      const { TMPDIR, TMP, TEMP } = process.env;
      const folder = TMPDIR || TMP || TEMP || (process.platform === 'win32' ? os().tmpdir() : '/tmp');
      return folder.endsWith('/') ? folder : `${folder}/`;
    },
    get processorCount() {
      return os().availableParallelism();
    },
    get processId() {
      return process.pid;
    },
    installDirectory,
    get executablePath() {
      return executablePath ?? process.execPath;
    },
    get upSeconds() {
      return os().uptime();
    },
  };
}
