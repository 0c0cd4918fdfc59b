import type { CmdletContext, Step } from '../../commands/define-cmdlet.ts';
import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';
import type { Eventually, PSValue } from '../../values/ps-value.ts';
import type { ScriptBlock } from '../../values/script-block.ts';
import { MemberStep } from './member-step.ts';
import { runParallel } from './parallel.ts';

type Runner = (dollarUnder: PSValue) => Eventually<void>;

const inputSets = ['ScriptBlockSet', 'PropertyAndMethodSet', 'ParallelParameterSet'] as const;

/** ForEach-Object: runs blocks for each input object, or reads a member of each. */
export const forEachObject = defineCmdlet({
  name: 'ForEach-Object',
  aliases: ['%', 'foreach'],
  synopsis: 'Does something for each input object.',
  defaultParameterSet: 'ScriptBlockSet',
  supportsShouldProcess: true,
  confirmImpact: 'Low',
  effects: ['none'],
  parameters: {
    InputObject: parameter(type.psobject, {
      set: inputSets,
      pipeline: 'value',
      help: 'The objects; when given by name, a collection is one object.',
    }),
    Begin: parameter(type.scriptBlock, { set: 'ScriptBlockSet', help: 'Runs once, before the first object.' }),
    Process: parameter(type.scriptBlocks, {
      set: 'ScriptBlockSet',
      mandatory: true,
      position: 0,
      allowNull: true,
      allowEmptyCollection: true,
      help: 'Runs for each object, which is $_ in it.',
    }),
    End: parameter(type.scriptBlock, { set: 'ScriptBlockSet', help: 'Runs once, after the last object.' }),
    RemainingScripts: parameter(type.scriptBlocks, {
      set: 'ScriptBlockSet',
      remaining: true,
      allowNull: true,
      allowEmptyCollection: true,
      help: 'Further blocks; of three and more without -End the last is the end block.',
    }),
    MemberName: parameter(type.string, {
      set: 'PropertyAndMethodSet',
      mandatory: true,
      position: 0,
      validate: [{ kind: 'notNullOrEmpty' }],
      supportsWildcards: true,
      help: 'The property to read or the method to call.',
    }),
    ArgumentList: parameter(type.objects, {
      set: 'PropertyAndMethodSet',
      remaining: true,
      aliases: ['Args'],
      help: 'Arguments of the method.',
    }),
    Parallel: parameter(type.scriptBlock, {
      set: 'ParallelParameterSet',
      mandatory: true,
      help: 'Runs for each object in a runspace of its own; outer variables are reached by $using:.',
    }),
    ThrottleLimit: parameter(type.int, {
      set: 'ParallelParameterSet',
      validate: [{ kind: 'range', min: 1, max: 2147483647 }],
      help: 'How many run at a time; 5 when left out.',
    }),
    TimeoutSeconds: parameter(type.int, {
      set: 'ParallelParameterSet',
      validate: [{ kind: 'range', min: 0, max: 2147483 }],
      help: 'Stops everything after this time; 0 for never.',
    }),
    AsJob: parameter(type.switch, { set: 'ParallelParameterSet', help: 'Runs in the background as a job.' }),
    UseNewRunspace: parameter(type.switch, {
      set: 'ParallelParameterSet',
      help: 'Makes a runspace per object instead of using some again.',
    }),
  },
  examples: [
    { title: 'Twice each number', code: '1..3 | ForEach-Object { $_ * 2 }', output: '2\n4\n6' },
    { title: 'A property of each', code: "'a', 'bcd' | ForEach-Object Length", output: '1\n3' },
  ],
  invoke(ctx) {
    switch (ctx.parameterSetName) {
      case 'PropertyAndMethodSet':
        return memberSteps(ctx);
      case 'ParallelParameterSet':
        return runParallel(ctx);
      default:
        return blockSteps(ctx);
    }
  },
});

interface BlockArguments {
  readonly InputObject?: PSValue;
  readonly Begin?: ScriptBlock | undefined;
  readonly Process?: readonly (ScriptBlock | null)[] | undefined;
  readonly End?: ScriptBlock | undefined;
  readonly RemainingScripts?: readonly (ScriptBlock | null)[] | undefined;
  readonly MemberName?: string | undefined;
  readonly ArgumentList?: readonly PSValue[] | undefined;
}

/** How the blocks of a call are used: the first of several begins, the last of three and more ends. */
function arrange(args: BlockArguments) {
  const scripts: (ScriptBlock | null)[] = [...(args.Process ?? [null]), ...(args.RemainingScripts ?? [])];
  if (args.Begin) scripts.unshift(args.Begin);
  const first = scripts.length > 1 ? 1 : 0;
  let last = scripts.length;
  let end = args.End ?? null;
  if (!args.End && scripts.length > 2) {
    last--;
    end = scripts[last] ?? null;
  }
  return { begin: last >= 2 ? (scripts[0] ?? null) : null, process: scripts.slice(first, last), end };
}

function blockSteps(ctx: CmdletContext) {
  const runners: Runner[] = [];
  let end: ScriptBlock | null = null;
  let single: Runner | undefined;
  const ready = (block: ScriptBlock): Runner =>
    ctx.engine.scripts.prepareBlock(block, ctx.caller, { ...ctx.streams, output: ctx.output });
  return {
    begin(args: BlockArguments): Step {
      const whatIf = ctx.bound.get('WhatIf') ?? ctx.bound.get('Confirm');
      if (whatIf !== undefined && String(whatIf) === 'True') {
        ctx.throwTerminating({
          id: 'NoShouldProcessForScriptBlockSet',
          category: 'InvalidOperation',
          exceptionType: 'System.InvalidOperationException',
          message: '-WhatIf and -Confirm do not work with script blocks.',
        });
      }
      const plan = arrange(args);
      end = plan.end;
      for (const block of plan.process) if (block) runners.push(ready(block));
      single = runners.length === 1 ? runners[0] : undefined;
      return plan.begin ? waitFor(ready(plan.begin)(undefined)) : undefined;
    },
    process(args: BlockArguments): Step {
      const input = ctx.expectingInput || ctx.bound.has('InputObject') ? (args.InputObject ?? null) : undefined;
      if (single) return waitFor(single(input));
      return runAll(runners, input);
    },
    end(): Step {
      return end ? waitFor(ready(end)(undefined)) : undefined;
    },
  };
}

function waitFor(pending: Eventually<void>): Promise<void> | undefined {
  return pending instanceof Promise ? pending : undefined;
}

function runAll(runners: readonly Runner[], input: PSValue, from = 0): Promise<void> | undefined {
  for (let i = from; i < runners.length; i++) {
    const pending = runners[i]?.(input);
    if (pending instanceof Promise) return pending.then(() => runAll(runners, input, i + 1));
  }
  return undefined;
}

function memberSteps(ctx: CmdletContext) {
  let step: MemberStep | undefined;
  return {
    process(args: BlockArguments): Step {
      step ??= new MemberStep(ctx, args.MemberName ?? '', args.ArgumentList ?? []);
      return waitFor(step.run(args.InputObject ?? null));
    },
  };
}
