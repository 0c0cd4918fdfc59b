import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { PSObject } from '../../values/ps-object.ts';
import { policyScope, policyScopes, unrestricted } from './execution-policy.ts';

/** Get-ExecutionPolicy: always Unrestricted outside of Windows. */
export const getExecutionPolicy = defineCmdlet({
  name: 'Get-ExecutionPolicy',
  synopsis: 'Gets which scripts may run: outside of Windows all of them.',
  outputs: ['Microsoft.PowerShell.ExecutionPolicy'],
  effects: ['none'],
  parameters: {
    Scope: parameter(type.enumOf('Microsoft.PowerShell.ExecutionPolicyScope'), {
      position: 0,
      pipeline: 'property',
      help: 'The scope to look at.',
    }),
    List: parameter(type.switch, { help: 'All scopes.' }),
  },
  invoke: (ctx) => ({
    *begin({ Scope, List }) {
      if (List && Scope !== undefined)
        ctx.throwTerminating({
          id: 'ListAndScopeSpecified',
          category: 'InvalidOperation',
          exceptionType: 'System.InvalidOperationException',
          message: '-List and -Scope cannot be used together.',
        });
      if (!List) yield unrestricted();
      else
        for (const scope of policyScopes) {
          yield PSObject.fromEntries([
            ['Scope', policyScope(scope)],
            ['ExecutionPolicy', unrestricted()],
          ]);
        }
    },
  }),
});
