import { positionalArgument } from '../../../commands/argument.ts';
import type { SpawnedRunspace } from '../../../commands/call-frame.ts';
import { ScriptInfo } from '../../../commands/command-info.ts';
import { type UsingValues, usingKey } from '../../../evaluate/using.ts';
import { rebind } from '../../../modules/load-module.ts';
import { feedOf } from '../../../pipeline/feed.ts';
import type { StreamSet } from '../../../pipeline/sink.ts';
import { CommandSite } from '../../../pipeline/stage.ts';
import type { PSValue } from '../../../values/ps-value.ts';
import type { ScriptBlock } from '../../../values/script-block.ts';

/** What runs in a runspace of its own. */
export interface ChildWork {
  readonly block: ScriptBlock;
  readonly using: UsingValues;
  readonly args?: readonly PSValue[];
  readonly input?: readonly PSValue[] | undefined;
  /** Variables set first, as a job of the background operator sees its caller's. */
  readonly variables?: ReadonlyMap<string, PSValue> | undefined;
  /** `$_` */
  readonly dollarUnder?: PSValue;
  readonly streams: StreamSet;
}

/** Runs a block in another runspace: its free names mean that runspace's, outer variables come by `$using:`. */
export function runInChild(child: SpawnedRunspace, work: ChildWork): ReturnType<SpawnedRunspace['run']> {
  const { mainState } = child;
  const { globalScope } = mainState;
  globalScope.setValue(usingKey, usingKey, work.using);
  for (const [name, value] of work.variables ?? []) globalScope.setValue(name, name.toLowerCase(), value);
  if (work.dollarUnder !== undefined) globalScope.dollarUnder = work.dollarUnder;
  const stage = {
    site: new CommandSite('&', undefined, null),
    command: new ScriptInfo(rebind(work.block, mainState)),
    args: (work.args ?? []).map((value) => positionalArgument(value)),
    redirections: [],
  };
  return child.run({ stages: [stage], input: work.input && feedOf(work.input), streams: work.streams });
}
