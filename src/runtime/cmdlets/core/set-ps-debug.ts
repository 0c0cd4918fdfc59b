import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';

/** Set-PSDebug: strict mode for the whole session; tracing and stepping are refused. */
export const setPSDebug = defineCmdlet({
  name: 'Set-PSDebug',
  synopsis: 'Turns debugging features of scripts on or off.',
  effects: ['state'],
  parameters: {
    Trace: parameter(type.int, {
      set: 'on',
      validate: [{ kind: 'range', min: 0, max: 2 }],
      help: 'The trace level; only 0 is supported.',
    }),
    Step: parameter(type.switch, { set: 'on', help: 'Not supported.' }),
    Strict: parameter(type.switch, { set: 'on', help: 'Variables must have been assigned before they are read.' }),
    Off: parameter(type.switch, { set: 'off', help: 'All off.' }),
  },
  examples: [
    {
      title: 'Unknown variables become errors',
      code: 'Set-PSDebug -Strict; try { $nope } catch { $_.FullyQualifiedErrorId }; Set-PSDebug -Off',
      output: 'VariableIsUndefined',
    },
  ],
  invoke: (ctx) => ({
    end(args) {
      if (args.Step || (args.Trace ?? 0) > 0)
        ctx.throwTerminating({
          id: 'NotSupported',
          category: 'NotImplemented',
          exceptionType: 'System.Management.Automation.PSNotSupportedException',
          message: 'Scripts cannot be traced or stepped through here; Set-PSDebug takes -Strict, -Trace 0 and -Off.',
        });
      let top = ctx.caller.scope;
      while (top.parent) top = top.parent;
      if (args.Off || args.Strict !== undefined) top.ensureTables().strictMode = args.Strict ? 1 : 0;
    },
  }),
});
