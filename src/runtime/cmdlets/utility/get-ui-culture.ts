import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { currentCulture } from '../../types/system-globalization/current-culture.ts';

/** Get-UICulture: the culture that texts are shown in. */
export const getUICulture = defineCmdlet({
  name: 'Get-UICulture',
  synopsis: 'Gets the culture in which texts are shown.',
  outputs: ['System.Globalization.CultureInfo'],
  effects: ['none'],
  parameters: {},
  invoke: (ctx) => ({
    *process() {
      yield currentCulture(ctx.engine, 'uiCulture');
    },
  }),
});
