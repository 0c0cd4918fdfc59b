import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import type { ErrorSpec } from '../../errors/error-record.ts';
import { findMember } from '../../members/find-member.ts';
import { getMember } from '../../members/get-member.ts';
import { typeSystemOf } from '../../types/type-system.ts';
import { Hashtable } from '../../values/hashtable.ts';
import { NetList } from '../../values/net-list.ts';
import { baseOf } from '../../values/ps-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { step } from '../management/item-paths.ts';

interface Change {
  readonly Add?: readonly PSValue[] | undefined;
  readonly Remove?: readonly PSValue[] | undefined;
  readonly Replace?: readonly PSValue[] | undefined;
}

function problem(id: string, message: string, target: PSValue = null): ErrorSpec {
  return { id, category: 'InvalidOperation', exceptionType: 'System.InvalidOperationException', message, target };
}

/** Changes a list in place: removes before it adds. */
function apply(ctx: CmdletContext, list: NetList, { Add, Remove, Replace }: Change): void {
  const system = typeSystemOf(ctx.engine);
  list.version++;
  if (Replace) list.items.splice(0, list.items.length, ...Replace);
  for (const one of Remove ?? []) {
    const at = list.items.findIndex((item) => system.equals(item, one));
    if (at >= 0) list.items.splice(at, 1);
  }
  list.items.push(...(Add ?? []));
}

function* update(ctx: CmdletContext, object: PSValue, property: string, change: Change): Flow<void> {
  if (!findMember(ctx.engine, object, baseOf(object), property)) {
    yield* settle(ctx.writeError(problem('MemberDoesntExist', `The object has no member '${property}'.`, object)));
    return;
  }
  const list = baseOf(yield* settle(getMember(ctx.engine, object, property)));
  if (!(list instanceof NetList)) {
    yield* settle(ctx.writeError(problem('ApplyFailed', `'${property}' is no list whose length can change.`)));
    return;
  }
  apply(ctx, list, change);
  yield* settle(ctx.write(object));
}

/** Update-List: adds to, takes from or replaces the elements of a property that is a list. */
export const updateList = defineCmdlet({
  name: 'Update-List',
  synopsis: 'Changes the elements of a property that is a list.',
  defaultParameterSet: 'AddRemoveSet',
  effects: ['none'],
  parameters: {
    Add: parameter(type.objects, {
      set: 'AddRemoveSet',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'What to add at the end.',
    }),
    Remove: parameter(type.objects, {
      set: 'AddRemoveSet',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'What to take out.',
    }),
    Replace: parameter(type.objects, {
      set: 'ReplaceSet',
      mandatory: true,
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'What to put in place of all elements.',
    }),
    InputObject: parameter(type.psobject, {
      pipeline: 'value',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'The objects.',
    }),
    Property: parameter(type.string, {
      position: 0,
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'The property; without it and an object a hashtable of the changes is written.',
    }),
  },
  examples: [
    {
      title: 'Adding to a list',
      code: "$o = [pscustomobject]@{ Tags = [Collections.ArrayList]@('a') }; $null = $o | Update-List Tags -Add b; $o.Tags -join ','",
      output: 'a,b',
    },
  ],
  invoke: (ctx) => ({
    process: (args) =>
      step(
        (function* () {
          if (args.Property === undefined) return;
          if (ctx.bound.has('InputObject')) yield* update(ctx, args.InputObject ?? null, args.Property, args);
          else yield* settle(ctx.writeError(problem('MissingInputObjectParameter', '-Property needs -InputObject.')));
        })(),
      ),
    *end(args) {
      if (args.Property !== undefined) return;
      if (ctx.bound.has('InputObject'))
        ctx.throwTerminating(problem('MissingPropertyParameter', '-InputObject needs -Property.'));
      const table = new Hashtable();
      for (const name of ['Add', 'Remove', 'Replace'] as const) if (args[name]) table.set(name, [...args[name]]);
      yield table;
    },
  }),
});
