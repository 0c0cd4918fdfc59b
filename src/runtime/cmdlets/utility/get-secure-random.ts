import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import type { Random } from '../../host/clock.ts';
import { randomParameters, randomSteps } from './random-values.ts';

/** A double in [0, 1) of 53 cryptographically random bits. */
function secureDouble(random: Random): number {
  const view = new DataView(random.bytes(8).slice().buffer);
  return ((view.getUint32(0) >>> 5) * 67108864 + (view.getUint32(4) >>> 6)) / 9007199254740992;
}

/** Get-SecureRandom: as Get-Random, from a source that cannot be foretold. */
export const getSecureRandom = defineCmdlet({
  name: 'Get-SecureRandom',
  synopsis: 'Gets cryptographically random numbers, or picks elements with them.',
  defaultParameterSet: 'RandomNumberParameterSet',
  outputs: ['System.Int32', 'System.Int64', 'System.Double'],
  effects: ['none'],
  parameters: randomParameters,
  invoke: (ctx) => randomSteps(ctx, () => secureDouble(ctx.engine.random)),
});
