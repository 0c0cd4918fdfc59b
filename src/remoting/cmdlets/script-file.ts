import { scopeOf } from '../../runtime/cmdlets/management/item-paths.ts';
import type { CmdletContext } from '../../runtime/commands/define-cmdlet.ts';
import { hasWildcards } from '../../runtime/commands/wildcard-name.ts';
import { parseScript } from '../../runtime/evaluate/parse-script.ts';
import { SessionState } from '../../runtime/scope/session-state.ts';
import { decodeText } from '../../runtime/text/text-encoding.ts';
import type { ScriptBlock } from '../../runtime/values/script-block.ts';

/** Reads and parses a local script for -FilePath. Throws for a file that is not there, no .ps1, or does not parse. */
export async function scriptFile(
  ctx: CmdletContext,
  path: string,
): Promise<{ readonly text: string; readonly block: ScriptBlock }> {
  if (hasWildcards(path)) refuse(ctx, `-FilePath takes one file, without wildcards: '${path}'.`);
  const full = ctx.engine.drives.resolve(path, scopeOf(ctx)).path;
  const found = await ctx.engine.fs.stat(full);
  if (!found) {
    ctx.throwTerminating({
      id: 'PathNotFound',
      category: 'ObjectNotFound',
      exceptionType: 'System.Management.Automation.ItemNotFoundException',
      message: `There is no script '${path}'.`,
      target: path,
    });
  }
  if (!/\.ps1$/i.test(full)) refuse(ctx, `-FilePath needs a script with the extension .ps1, not '${path}'.`);
  const text = decodeText(await ctx.engine.fs.readFile(full));
  const state = ctx.sessionState;
  if (!(state instanceof SessionState)) throw new Error('a command is called from a session state');
  return { text, block: parseScript(text, state, full) };
}

function refuse(ctx: CmdletContext, message: string): never {
  return ctx.throwTerminating({
    id: 'System.ArgumentException',
    category: 'NotSpecified',
    exceptionType: 'System.ArgumentException',
    message,
  });
}
