import type { Step } from '../../commands/define-cmdlet.ts';
import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type ParameterMap, parameter, type } from '../../commands/parameter.ts';
import { typeSystemOf } from '../../types/type-system.ts';
import { baseOf } from '../../values/ps-object.ts';
import type { Eventually, PSValue } from '../../values/ps-value.ts';
import { SwitchParameter } from '../../values/switch-parameter.ts';
import { Comparison, comparisonSets, comparisons } from './where-comparison.ts';

/** One switch per operator, each with its parameter set. */
function operatorSwitches(): ParameterMap {
  const entries = comparisons.map(({ name, set, alias }) => [
    name,
    parameter(type.switch, {
      sets: { [set]: { mandatory: name !== 'EQ' } },
      ...(alias === undefined ? {} : { aliases: [alias] }),
      help: `Keeps objects whose property is related to -Value by -${name.toLowerCase()}.`,
    }),
  ]);
  return Object.fromEntries(entries);
}

const inEverySet = (position: number, mandatory: boolean, skip?: string) =>
  Object.fromEntries(comparisonSets.filter((set) => set !== skip).map((set) => [set, { mandatory, position }]));

/** Where-Object: keeps the input objects that pass a test. */
export const whereObject = defineCmdlet({
  name: 'Where-Object',
  aliases: ['?', 'where'],
  synopsis: 'Keeps input objects by a condition.',
  defaultParameterSet: 'EqualSet',
  effects: ['none'],
  parameters: {
    InputObject: parameter(type.psobject, { pipeline: 'value', help: 'The objects to test.' }),
    FilterScript: parameter(type.scriptBlock, {
      set: 'ScriptBlockSet',
      mandatory: true,
      position: 0,
      help: 'The test; the object is $_ in it.',
    }),
    Property: parameter(type.string, {
      sets: inEverySet(0, true),
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'The property to compare.',
    }),
    Value: parameter(type.object, { sets: inEverySet(1, false, 'Not'), help: 'What the property is compared with.' }),
    ...operatorSwitches(),
  },
  examples: [
    { title: 'A block', code: '1..6 | Where-Object { $_ % 2 -eq 0 }', output: '2\n4\n6' },
    { title: 'A comparison', code: "'a', 'bb', 'cc' | Where-Object Length -EQ 2", output: 'bb\ncc' },
  ],
  invoke(ctx) {
    if (ctx.parameterSetName !== 'ScriptBlockSet') return comparisonSteps(ctx);
    let test: ((input: PSValue) => Eventually<PSValue>) | undefined;
    const types = typeSystemOf(ctx.engine);
    const { output } = ctx;
    return {
      process(args): Step {
        const block = args.FilterScript;
        if (!block) return undefined;
        test ??= ctx.engine.scripts.prepareValue(block, ctx.caller);
        const input = args.InputObject;
        const passed = test(ctx.expectingInput ? (input ?? null) : input);
        if (passed instanceof Promise)
          return passed.then((p) =>
            types.toBoolean(p ?? null) && input !== undefined ? output.write(input) : undefined,
          );
        if (passed !== true && (passed === false || !types.toBoolean(passed ?? null))) return undefined;
        if (input === undefined) return undefined;
        const pending = output.write(input);
        return pending instanceof Promise ? pending : undefined;
      },
    };
  },
});

function comparisonSteps(ctx: CmdletContext) {
  let comparison: Comparison | undefined;
  return {
    process(args: Readonly<Record<string, unknown>>): Step {
      comparison ??= new Comparison(ctx, chosen(args), String(args['Property']), valueOf(ctx));
      const input = (args['InputObject'] ?? null) as PSValue;
      const pending = comparison.test(input);
      return pending instanceof Promise ? pending : undefined;
    },
  };
}

function valueOf(ctx: CmdletContext): PSValue {
  return ctx.bound.has('Value') ? (ctx.bound.get('Value') ?? null) : undefined;
}

/** The operator whose switch was given. */
function chosen(args: Readonly<Record<string, unknown>>): string {
  for (const { name } of comparisons) {
    const given = baseOf(args[name] as PSValue);
    if (given === true || (given instanceof SwitchParameter && given.isPresent)) return name;
  }
  return '';
}
