import type { CmdletContext } from '../../runtime/commands/define-cmdlet.ts';
import { joinPath } from '../../runtime/providers/path-text.ts';
import { type TextEncoding, textEncodings } from '../../runtime/text/text-encoding.ts';
import { newGuid } from '../sessions/new-guid.ts';
import type { PSSession } from '../sessions/ps-session.ts';
import type { FarCommand } from './far-commands.ts';
import { proxyModule } from './proxy-module.ts';

/** Writes the module of stand-ins into a folder that is named like it; gives the paths of its files. */
export async function writeModule(
  ctx: CmdletContext,
  folder: string,
  session: PSSession,
  commands: readonly FarCommand[],
  encoding: TextEncoding = textEncodings.utf8,
): Promise<readonly string[]> {
  const { fs, random } = ctx.engine;
  const name = folder.slice(folder.lastIndexOf('/') + 1);
  const { script, manifest, formats } = proxyModule(name, session, commands, newGuid(random));
  await fs.makeDirectory(folder, { recursive: true });
  const files: readonly (readonly [string, string])[] = [
    [`${name}.psm1`, script],
    [`${name}.format.ps1xml`, formats],
    [`${name}.psd1`, manifest],
  ];
  const paths: string[] = [];
  for (const [file, text] of files) {
    const path = joinPath(folder, file, '/');
    await fs.writeFile(path, encoding.encode(text));
    paths.push(path);
  }
  return paths;
}
