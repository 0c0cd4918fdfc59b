import type { Clock, EnvironmentVariables, Platform, Random } from '../runtime/host/clock.ts';
import { nodeClock, nodeRandom } from '../runtime/host/node/node-clock.ts';

/** The machine's clock and randomness: harmless, so every engine has them unless it is given others. */
export const defaultClock: Clock = nodeClock;
export const defaultRandom: Random = nodeRandom;

/** Environment variables that live in the engine only. */
export function ownEnvironment(initial: Readonly<Record<string, string>>): EnvironmentVariables {
  const values = new Map(Object.entries(initial));
  return {
    get: (name) => values.get(name),
    set(name, value) {
      if (value === undefined) values.delete(name);
      else values.set(name, value);
    },
    names: () => [...values.keys()],
  };
}

/** A machine that tells nothing about the real one. */
export const neutralPlatform: Platform = {
  os: 'linux',
  osDescription: 'Nacre',
  architecture: 'x64',
  machineName: 'localhost',
  userName: 'user',
  homeDirectory: '/',
  tempDirectory: '/tmp/',
  processorCount: 1,
  processId: 1,
  installDirectory: '/opt/nacre',
  executablePath: '/opt/nacre/bin/nacre',
};
