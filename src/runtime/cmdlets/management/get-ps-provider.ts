import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { providersNamed } from './drive-matching.ts';
import { reporting, step } from './item-paths.ts';

/** Get-PSProvider: the kinds of stores that drives can lead to. */
export const getPSProvider = defineCmdlet({
  name: 'Get-PSProvider',
  synopsis: 'Gets the providers of this session.',
  outputs: ['System.Management.Automation.ProviderInfo'],
  effects: ['none'],
  parameters: {
    PSProvider: parameter(type.strings, {
      position: 0,
      pipeline: 'property',
      validate: [{ kind: 'notNullOrEmpty' }],
      supportsWildcards: true,
      help: 'Names; wildcards are allowed.',
    }),
  },
  invoke: (ctx) => ({
    process: ({ PSProvider }) =>
      step(
        (function* () {
          for (const name of PSProvider?.length ? PSProvider : ['*'])
            yield* reporting(
              ctx,
              (function* () {
                for (const info of providersNamed(ctx, name)) yield* settle(ctx.write(info));
              })(),
            );
        })(),
      ),
  }),
});
