import type { CmdletContext, CmdletProcessor } from '../../commands/define-cmdlet.ts';
import type { ParameterMap } from '../../commands/parameter.ts';
import { formatContextOf } from '../../formatting/engine-format-context.ts';
import type { FormatRequest } from '../../formatting/format-request.ts';
import { ShapeFormatter } from '../../formatting/shape-formatter.ts';
import type { PSValue } from '../../values/ps-value.ts';

/** The running part of a Format-* command: what is asked for is read once, then each object becomes packets. */
export function formatProcessor<A extends { readonly InputObject?: PSValue }>(
  ctx: CmdletContext,
  requestOf: (args: A) => FormatRequest,
): CmdletProcessor<ParameterMap> {
  let formatter: ShapeFormatter | undefined;
  const start = (args: A): ShapeFormatter => {
    formatter ??= new ShapeFormatter(formatContextOf(ctx.engine), requestOf(args), (packet) => ctx.write(packet));
    return formatter;
  };
  return {
    // The binder fills the arguments by the same parameters that A was made of.
    begin(args) {
      start(args as A);
    },
    process: (args) => start(args as A).process((args as A).InputObject),
    end: () => formatter?.end(),
  };
}
