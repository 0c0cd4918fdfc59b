import { engineClixml, engineClixmlValues } from '../../clixml/engine-clixml.ts';
import type { CmdletContext } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { ClixmlError } from '../../xml/clixml-error.ts';

/** Levels of properties that Export-Clixml and ConvertTo-CliXml write where nothing else is asked. */
const defaultDepth = 2;

/** A CLIXML document of values. */
export function* clixmlText(ctx: CmdletContext, values: readonly PSValue[], depth: number | undefined): Flow<string> {
  return yield* settle(engineClixml(ctx.engine, values, depth ?? defaultDepth));
}

/** The values of a CLIXML document. */
export function clixmlValues(ctx: CmdletContext, text: string): readonly PSValue[] {
  try {
    return engineClixmlValues(ctx.engine, text);
  } catch (thrown) {
    if (!(thrown instanceof ClixmlError)) throw thrown;
    return ctx.throwTerminating({
      id: 'System.Xml.XmlException',
      category: 'NotSpecified',
      exceptionType: 'System.Xml.XmlException',
      message: thrown.message,
    });
  }
}
