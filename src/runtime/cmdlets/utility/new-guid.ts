import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { Guid } from '../../values/guid.ts';

/** New-Guid: a random GUID, the empty one, or one read from text. */
export const newGuid = defineCmdlet({
  name: 'New-Guid',
  synopsis: 'Makes a GUID.',
  defaultParameterSet: 'Default',
  outputs: ['System.Guid'],
  effects: ['none'],
  parameters: {
    Empty: parameter(type.switch, { set: 'Empty', help: 'Gives the GUID of zeros.' }),
    InputObject: parameter(type.string, {
      sets: { InputObject: { position: 0, pipeline: 'value' } },
      help: 'Text of a GUID.',
    }),
  },
  examples: [
    { title: 'The empty one', code: '(New-Guid -Empty).ToString()', output: '00000000-0000-0000-0000-000000000000' },
  ],
  invoke: (ctx) => ({
    process(args) {
      if (args.Empty) return ctx.write(Guid.empty);
      if (args.InputObject === undefined) return ctx.write(Guid.fromRandomBytes(ctx.engine.random.bytes(16)));
      const parsed = Guid.tryParse(args.InputObject);
      if (parsed) return ctx.write(parsed);
      return ctx.writeError({
        id: 'StringNotRecognizedAsGuid',
        category: 'InvalidArgument',
        exceptionType: 'System.FormatException',
        message: `"${args.InputObject}" is no GUID.`,
        target: args.InputObject,
      });
    },
  }),
});
