import type { CmdletContext } from '../../commands/define-cmdlet.ts';
import { findOnPath } from '../../commands/discovery/file-lookup.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { environmentEntries } from '../../host/own-environment.ts';
import type { ChildProcess } from '../../host/process-launcher.ts';

/** What sessions without a desktop keep for themselves. */
const own = new WeakMap<object, string>();

interface Tool {
  readonly name: string;
  readonly read: readonly string[];
  readonly write: readonly string[];
}

const tools = {
  linux: { name: 'xclip', read: ['-selection', 'clipboard', '-out'], write: ['-selection', 'clipboard', '-in'] },
  macos: { name: 'pbpaste', read: [], write: [] },
  windows: undefined,
} as const;

/** Starts the desktop's clipboard program; undefined where there is none. */
function* start(ctx: CmdletContext, what: 'read' | 'write'): Flow<ChildProcess | undefined> {
  const { engine } = ctx;
  const tool: Tool | undefined = tools[engine.platform.os];
  const hasDesktop = engine.platform.os === 'macos' || engine.environment.get('DISPLAY');
  if (!engine.processes || !tool || !hasDesktop) return undefined;
  const name = tool.name === 'pbpaste' && what === 'write' ? 'pbcopy' : tool.name;
  const found = yield* findOnPath(ctx.caller, name);
  if (!found) return undefined;
  return engine.processes.start({
    file: found.definition,
    args: tool[what],
    directory: engine.workingDirectory,
    environment: new Map(environmentEntries(engine.environment)),
    stdin: what === 'write' ? 'pipe' : 'ignore',
    stdout: what === 'read' ? 'pipe' : 'ignore',
    stderr: 'ignore',
  });
}

/** The text on the clipboard: the desktop's, or this session's own where there is no desktop. */
export function* readClipboard(ctx: CmdletContext): Flow<string> {
  const child = yield* start(ctx, 'read');
  if (!child) return own.get(ctx.engine) ?? '';
  const decoder = new TextDecoder();
  let text = '';
  child.onOutput((chunk) => {
    text += decoder.decode(chunk, { stream: true });
  });
  yield* settle(child.exit);
  return text;
}

/** Puts text on the clipboard. */
export function* writeClipboard(ctx: CmdletContext, text: string): Flow<void> {
  const child = yield* start(ctx, 'write');
  if (!child) {
    own.set(ctx.engine, text);
    return;
  }
  yield* settle(child.write(new TextEncoder().encode(text)));
  child.closeInput();
  yield* settle(child.exit);
}
