import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { ConversionFailure } from '../../conversion/conversion-failure.ts';
import { fileException } from '../../errors/file-exception.ts';
import { NetException } from '../../errors/net-exception.ts';
import { FileSystemError } from '../../host/file-system.ts';
import { elementsOf } from '../../members/enumerate.ts';
import { xmlText } from '../../types/system-xml/document-io.ts';
import { typeSystemOf } from '../../types/type-system.ts';
import type { Hashtable } from '../../values/hashtable.ts';
import { INPUT_STREAM } from '../../values/match-info.ts';
import { SelectXmlInfo } from '../../values/select-xml-info.ts';
import { XmlDocument } from '../../xml/xml-document.ts';
import { XmlNode } from '../../xml/xml-node.ts';
import { type PrefixResolver, XPathExpression } from '../../xml/xpath/xpath.ts';
import { itemsOf, reporting, step } from '../management/item-paths.ts';

function prefixesOf(ctx: CmdletContext, table: Hashtable | undefined): PrefixResolver {
  const known = new Map<string, string>();
  const types = typeSystemOf(ctx.engine);
  for (const { key, value } of table?.entries() ?? []) known.set(types.toText(key), types.toText(value));
  return (prefix) => known.get(prefix);
}

/** The document of a text; undefined, and reported, where it is no XML. */
function* documentOf(ctx: CmdletContext, text: string): Flow<XmlDocument | undefined> {
  try {
    const document = new XmlDocument();
    document.load(text);
    return document;
  } catch (thrown) {
    if (!(thrown instanceof NetException)) throw thrown;
    const failure = new ConversionFailure('InvalidCastToXmlDocument', thrown.message, {
      innerType: thrown.typeName,
      innerMessage: thrown.message,
    });
    yield* settle(ctx.writeError(ctx.engine.toErrorRecord(failure)));
    return undefined;
  }
}

/** The document of a file; undefined, and reported, where it cannot be read. */
function* fileDocument(ctx: CmdletContext, path: string): Flow<XmlDocument | undefined> {
  try {
    const bytes = yield* settle(ctx.engine.fs.readFile(path));
    ctx.engine.budget.charge(bytes.length >> 6);
    const document = new XmlDocument();
    document.preserveWhitespace = true;
    document.load(xmlText(bytes));
    return document;
  } catch (thrown) {
    const cause = thrown instanceof FileSystemError ? fileException(thrown) : thrown;
    if (!(cause instanceof NetException)) throw thrown;
    yield* settle(
      ctx.writeError({
        id: 'ProcessingFile',
        category: 'InvalidArgument',
        exceptionType: 'System.ArgumentException',
        message: `The file "${path}" cannot be read as XML: ${cause.message}`,
        target: path,
        inner: cause,
      }),
    );
    return undefined;
  }
}

function* write(ctx: CmdletContext, xpath: XPathExpression, node: XmlNode, path: string): Flow<void> {
  for (const found of xpath.select(node)) yield* settle(ctx.write(new SelectXmlInfo(found, path, xpath.text)));
}

/** Select-Xml: nodes of XML that an XPath expression finds. */
export const selectXml = defineCmdlet({
  name: 'Select-Xml',
  synopsis: 'Finds nodes of XML by an XPath expression.',
  defaultParameterSet: 'Xml',
  outputs: ['Microsoft.PowerShell.Commands.SelectXmlInfo'],
  effects: ['fs:read'],
  examples: [
    {
      title: 'Values of attributes',
      code: `[xml]'<shop><item price="5"/><item price="7"/></shop>' | Select-Xml '//item/@price' | ForEach-Object { $_.Node.Value }`,
      output: '5\n7',
    },
  ],
  parameters: {
    XPath: parameter(type.string, {
      mandatory: true,
      position: 0,
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'The XPath expression; it must select nodes.',
    }),
    Xml: parameter(type.named('System.Xml.XmlNode[]'), {
      aliases: ['Node'],
      sets: { Xml: { mandatory: true, position: 1, pipeline: 'both' } },
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Nodes to search in.',
    }),
    Path: parameter(type.strings, {
      sets: { Path: { mandatory: true, position: 1, pipeline: 'property' } },
      supportsWildcards: true,
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Files to search in; wildcards are allowed.',
    }),
    LiteralPath: parameter(type.strings, {
      aliases: ['PSPath', 'LP'],
      sets: { LiteralPath: { mandatory: true, pipeline: 'property' } },
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Files to search in; every character stands for itself.',
    }),
    Content: parameter(type.strings, {
      sets: { Content: { mandatory: true, pipeline: 'value' } },
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Texts to search in.',
    }),
    Namespace: parameter(type.hashtable, {
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Prefixes of the expression and their namespaces.',
    }),
  },
  invoke: (ctx) => ({
    process: (args) =>
      step(
        (function* () {
          const xpath = new XPathExpression(args.XPath ?? '', prefixesOf(ctx, args.Namespace));
          for (const node of elementsOf(args.Xml ?? null) ?? [])
            if (node instanceof XmlNode) yield* write(ctx, xpath, node, INPUT_STREAM);
          for (const text of args.Content ?? []) {
            const document = yield* documentOf(ctx, text);
            if (document) yield* write(ctx, xpath, document, INPUT_STREAM);
          }
          if (!args.Path && !args.LiteralPath) return;
          const { Path, LiteralPath } = args;
          for (const { path } of yield* itemsOf(ctx, { Path, LiteralPath })) {
            const document = yield* reporting(ctx, fileDocument(ctx, path));
            if (document) yield* write(ctx, xpath, document, path);
          }
        })(),
      ),
  }),
});
