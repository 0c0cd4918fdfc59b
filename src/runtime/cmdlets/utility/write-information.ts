import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { InformationRecord } from '../../pipeline/records.ts';

/** Write-Information: a record on the information stream. */
export const writeInformation = defineCmdlet({
  name: 'Write-Information',
  synopsis: 'Writes a record to the information stream.',
  effects: ['none'],
  parameters: {
    MessageData: parameter(type.object, {
      aliases: ['Msg', 'Message'],
      mandatory: true,
      position: 0,
      pipeline: 'value',
      allowNull: true,
      help: 'What the record carries.',
    }),
    Tags: parameter(type.strings, { position: 1, help: 'Words to find the record by.' }),
  },
  invoke: (ctx) => ({
    process(args) {
      const source = ctx.invocation.extent?.file ?? 'Write-Information';
      const record = new InformationRecord(args.MessageData ?? null, source, ctx.engine.clock.now(), [
        ...(args.Tags ?? []),
      ]);
      record.user = ctx.engine.platform.userName;
      record.computer = ctx.engine.platform.machineName;
      record.processId = ctx.engine.platform.processId;
      return ctx.writeInformation(record);
    },
  }),
});
