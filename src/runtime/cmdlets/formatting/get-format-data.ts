import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { wildcardMatcher } from '../../commands/wildcard-name.ts';
import { formatContextOf } from '../../formatting/engine-format-context.ts';
import type { View } from '../../formatting/view.ts';
import { PSObject } from '../../values/ps-object.ts';
import type { PSValue } from '../../values/ps-value.ts';

const automation = (name: string): string => `System.Management.Automation.${name}`;
const controls = { table: 'TableControl', list: 'ListControl', wide: 'WideControl', custom: 'CustomControl' } as const;

function described(typeName: string, entries: readonly (readonly [string, PSValue])[]): PSObject {
  const object = PSObject.fromEntries(entries);
  object.typeNames = [automation(typeName), 'System.Object'];
  return object;
}

function viewDefinition(view: View): PSObject {
  const control = described(controls[view.kind], [
    ['GroupBy', view.groupBy && typeof view.groupBy.source === 'string' ? view.groupBy.source : null],
    ['OutOfBand', view.outOfBand ?? false],
  ]);
  return described('FormatViewDefinition', [
    ['Name', view.name],
    ['Control', control],
  ]);
}

/** Get-FormatData: the views that exist, by the types they are for. */
export const getFormatData = defineCmdlet({
  name: 'Get-FormatData',
  synopsis: 'Gives the views that exist, by the types they are for.',
  outputs: ['System.Management.Automation.ExtendedTypeDefinition'],
  effects: ['none'],
  parameters: {
    TypeName: parameter(type.strings, {
      position: 0,
      validate: [{ kind: 'notNullOrEmpty' }],
      supportsWildcards: true,
      help: 'The types; wildcards are allowed.',
    }),
    PowerShellVersion: parameter(type.named('System.Version'), {
      help: 'Accepted; views are the same for every version.',
    }),
  },
  examples: [
    { title: 'Views of dates', code: '(Get-FormatData System.DateTime).TypeNames', output: 'System.DateTime' },
  ],
  invoke: (ctx) => ({
    *process({ TypeName }) {
      const matchers = (TypeName ?? ['*']).map(wildcardMatcher);
      const groups = new Map<string, View[]>();
      for (const view of formatContextOf(ctx.engine).views.views) {
        if (!view.types.some((name) => matchers.some((matches) => matches(name)))) continue;
        const key = view.types.join('\n');
        groups.set(key, [...(groups.get(key) ?? []), view]);
      }
      for (const views of groups.values()) {
        yield described('ExtendedTypeDefinition', [
          ['TypeNames', [...(views[0]?.types ?? [])]],
          ['FormatViewDefinition', views.map(viewDefinition)],
        ]);
      }
    },
  }),
});
