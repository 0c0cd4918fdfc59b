import type { CmdletContext } from '../../commands/define-cmdlet.ts';

/** The parallel form of ForEach-Object, which needs runspaces of its own. */
export function runParallel(ctx: CmdletContext): never {
  const rejected = ['ErrorAction', 'WarningAction', 'InformationAction', 'ProgressAction', 'PipelineVariable'].find(
    (name) => ctx.bound.has(name),
  );
  if (rejected !== undefined) {
    ctx.throwTerminating({
      id: 'ParallelCommonParametersNotSupported',
      category: 'InvalidArgument',
      exceptionType: 'System.Management.Automation.PSArgumentException',
      message: `-${rejected} cannot be used with -Parallel.`,
    });
  }
  return ctx.throwTerminating({
    id: 'ParallelNotSupported',
    category: 'NotImplemented',
    exceptionType: 'System.NotSupportedException',
    message: 'ForEach-Object -Parallel is not supported by this engine.',
  });
}
