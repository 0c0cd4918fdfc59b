import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, runFlow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { isDictionary } from '../../members/dictionary-access.ts';
import { construct } from '../../members/invoke-method.ts';
import { setMember } from '../../members/set-member.ts';
import { typeSystemOf } from '../../types/type-system.ts';
import { Hashtable } from '../../values/hashtable.ts';
import type { NetType } from '../../values/net-type.ts';
import { OrderedDictionary } from '../../values/ordered-dictionary.ts';
import { PSObject } from '../../values/ps-object.ts';
import type { PSValue } from '../../values/ps-value.ts';

function entriesOf(value: PSValue): Iterable<{ readonly key: PSValue; readonly value: PSValue }> {
  return value instanceof Hashtable || value instanceof OrderedDictionary ? value.entries() : [];
}

function findType(ctx: CmdletContext, name: string): NetType {
  const found = ctx.engine.resolveType(name.replace(/^\[(.*)\]$/s, '$1'));
  if (found) return found;
  return ctx.throwTerminating({
    id: 'TypeNotFound',
    category: 'InvalidType',
    exceptionType: 'System.Management.Automation.PSArgumentException',
    message: `There is no type [${name}] here.`,
    target: null,
  });
}

function* make(ctx: CmdletContext, name: string, args: readonly PSValue[]): Flow<PSValue> {
  const type = findType(ctx, name);
  if (
    type.fullName === 'System.Management.Automation.PSObject' ||
    type.fullName === 'System.Management.Automation.PSCustomObject'
  )
    return args.length === 0 ? new PSObject() : (args[0] ?? null);
  try {
    return yield* settle(construct(ctx.engine, type, args));
  } catch (thrown) {
    const record = ctx.engine.toErrorRecord(thrown);
    return ctx.throwTerminating({
      id: 'ConstructorInvokedThrowException',
      category: 'InvalidOperation',
      exceptionType: 'System.Management.Automation.MethodInvocationException',
      message: record.exception.message,
      inner: record.exception.innerException ?? record.exception,
      target: null,
    });
  }
}

const setFailure = 'System.Management.Automation.SetValueInvocationException';

/** Custom objects take properties as notes; other objects must have them. */
function* fill(ctx: CmdletContext, made: PSValue, properties: PSValue): Flow<void> {
  const system = typeSystemOf(ctx.engine);
  for (const { key, value } of entriesOf(properties)) {
    const name = system.toText(key);
    if (made instanceof PSObject) {
      made.properties.set(name, value);
      continue;
    }
    try {
      yield* settle(setMember(ctx.engine, made, name, value));
    } catch (thrown) {
      const record = ctx.engine.toErrorRecord(thrown);
      const isSet = record.exception.typeName === setFailure;
      ctx.throwTerminating({
        id: isSet ? 'SetValueException' : 'InvalidOperationException',
        category: isSet ? 'InvalidData' : 'InvalidOperation',
        exceptionType: isSet ? 'System.Exception' : 'System.InvalidOperationException',
        message: record.exception.message,
        inner: record.exception.innerException ?? record.exception,
        target: null,
      });
    }
  }
}

/** New-Object: makes an instance of a type. */
export const newObject = defineCmdlet({
  name: 'New-Object',
  synopsis: 'Makes an instance of a .NET type.',
  defaultParameterSet: 'Net',
  effects: ['none'],
  parameters: {
    TypeName: parameter(type.string, { sets: { Net: { mandatory: true, position: 0 } }, help: 'Name of the type.' }),
    ArgumentList: parameter(type.objects, {
      aliases: ['Args'],
      sets: { Net: { position: 1 } },
      help: 'Arguments of the constructor.',
    }),
    Property: parameter(type.dictionary, { help: 'Properties to set, by name.' }),
  },
  examples: [
    {
      title: 'A custom object',
      code: 'New-Object psobject -Property @{ Size = 3 } | ForEach-Object Size',
      output: '3',
    },
  ],
  invoke: (ctx) => ({
    begin: (args) =>
      runFlow(
        (function* () {
          const made = yield* make(ctx, args.TypeName ?? '', args.ArgumentList ?? []);
          if (args.Property !== undefined && isDictionary(args.Property)) yield* fill(ctx, made, args.Property);
          yield* settle(ctx.write(made));
        })(),
      ),
  }),
});
