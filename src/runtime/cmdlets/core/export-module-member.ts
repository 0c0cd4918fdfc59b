import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { exportMembers } from '../../modules/export-rules.ts';
import { PSModuleInfo } from '../../modules/ps-module-info.ts';

/** Export-ModuleMember: says what a module lets others see. */
export const exportModuleMember = defineCmdlet({
  name: 'Export-ModuleMember',
  synopsis: 'Says which members a script module exports.',
  effects: ['state'],
  parameters: {
    Function: parameter(type.strings, {
      position: 0,
      pipeline: 'both',
      allowEmptyCollection: true,
      supportsWildcards: true,
      help: 'Functions to export.',
    }),
    Cmdlet: parameter(type.strings, {
      pipeline: 'property',
      allowEmptyCollection: true,
      supportsWildcards: true,
      help: 'Cmdlets to export.',
    }),
    Variable: parameter(type.strings, {
      pipeline: 'property',
      supportsWildcards: true,
      validate: [{ kind: 'notNull' }],
      help: 'Variables to export.',
    }),
    Alias: parameter(type.strings, {
      pipeline: 'property',
      supportsWildcards: true,
      validate: [{ kind: 'notNull' }],
      help: 'Aliases to export.',
    }),
  },
  invoke: (ctx) => ({
    process(args) {
      const { module, topScope } = ctx.caller.sessionState;
      if (!(module instanceof PSModuleInfo)) {
        return ctx.throwTerminating({
          id: 'Modules_CanOnlyExecuteExportModuleMemberInsideAModule',
          category: 'PermissionDenied',
          exceptionType: 'System.InvalidOperationException',
          message: 'Export-ModuleMember works inside a module only.',
        });
      }
      module.exportsAreListed = true;
      exportMembers(module, topScope, {
        functions: args.Function,
        cmdlets: args.Cmdlet,
        variables: args.Variable,
        aliases: args.Alias,
      });
      return undefined;
    },
  }),
});
