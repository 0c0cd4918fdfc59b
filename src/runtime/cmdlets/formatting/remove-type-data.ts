import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, runFlow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { typeDataOf } from '../../members/type-data-of.ts';
import type { TypeDefinition } from '../../members/type-definition.ts';

/** Remove-TypeData: forgets what was added to a type name. */
export const removeTypeData = defineCmdlet({
  name: 'Remove-TypeData',
  synopsis: 'Removes the members and settings added to a type.',
  defaultParameterSet: 'RemoveTypeDataSet',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  effects: ['state'],
  parameters: {
    TypeName: parameter(type.string, {
      sets: { RemoveTypeSet: { mandatory: true, position: 0, pipeline: 'both' } },
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'The name of the type.',
    }),
    Path: parameter(type.strings, {
      sets: { RemoveFileSet: { mandatory: true } },
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Type files whose additions are removed.',
    }),
    TypeData: parameter(type.named<TypeDefinition>('System.Management.Automation.Runspaces.TypeData'), {
      sets: { RemoveTypeDataSet: { mandatory: true, pipeline: 'value' } },
      help: 'What Get-TypeData gave.',
    }),
  },
  examples: [{ title: 'Own members', code: 'Remove-TypeData -TypeName My.Type' }],
  invoke: (ctx) => ({
    process: (args) =>
      runFlow(
        (function* (): Flow<void> {
          for (const path of args.Path ?? []) {
            yield* settle(
              ctx.writeError({
                id: 'TypeFileNotExistsInCurrentSession',
                category: 'InvalidOperation',
                exceptionType: 'System.InvalidOperationException',
                message: `The type file "${path}" is not remembered; remove the types by name.`,
                target: null,
              }),
            );
          }
          const given = args.TypeData?.typeName ?? args.TypeName;
          if (given === undefined) return;
          const name = ctx.engine.resolveType(given)?.fullName ?? given;
          if (!(yield* settle(ctx.shouldProcess(`TypeName: ${name}`, 'Remove TypeData')))) return;
          if (typeDataOf(ctx.engine).remove(name)) return;
          yield* settle(
            ctx.writeError({
              id: 'TypesDynamicRemoveException',
              category: 'InvalidOperation',
              exceptionType: 'System.Management.Automation.RuntimeException',
              message: `Nothing was added to a type "${name}".`,
              target: null,
            }),
          );
        })(),
      ),
  }),
});
