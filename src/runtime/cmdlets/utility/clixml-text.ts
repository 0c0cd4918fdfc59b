import { deserializeDocument } from '../../clixml/deserializer.ts';
import { engineInspector } from '../../clixml/engine-inspector.ts';
import { engineLiveValues } from '../../clixml/engine-live-values.ts';
import { serialize } from '../../clixml/serializer.ts';
import type { CmdletContext } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { hexOfSecret, secretOfHex } from '../../text/secret-text.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { ClixmlError } from '../../xml/clixml-error.ts';

/** Levels of properties that Export-Clixml and ConvertTo-CliXml write where nothing else is asked. */
const defaultDepth = 2;

/** A CLIXML document of values. Secrets are not encrypted: on Unix PowerShell has nothing to encrypt them with. */
export function* clixmlText(ctx: CmdletContext, values: readonly PSValue[], depth: number | undefined): Flow<string> {
  const { engine } = ctx;
  return yield* settle(
    serialize(values, {
      inspector: engineInspector(engine),
      localOffset: (instant) => engine.clock.localOffset(instant),
      depth: depth ?? defaultDepth,
      document: true,
      protectSecret: hexOfSecret,
    }),
  );
}

/** The values of a CLIXML document. */
export function clixmlValues(ctx: CmdletContext, text: string): readonly PSValue[] {
  const { engine } = ctx;
  try {
    return deserializeDocument(text.replace(/^#< CLIXML\r?\n/, ''), {
      live: engineLiveValues(engine, secretOfHex),
      localOffset: (instant) => engine.clock.localOffset(instant),
    }).map((item) => item.value);
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
