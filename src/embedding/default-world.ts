import type { Clock, Platform, Random } from '../runtime/host/clock.ts';
import { nodeClock, nodeRandom } from '../runtime/host/node/node-clock.ts';

/** The machine's clock and randomness: harmless, so every engine has them unless it is given others. */
export const defaultClock: Clock = nodeClock;
export const defaultRandom: Random = nodeRandom;

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
