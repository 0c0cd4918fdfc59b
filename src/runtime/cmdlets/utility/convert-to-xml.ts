import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { XmlDocument } from '../../xml/xml-document.ts';
import { XmlOutput, type XmlOutputSettings } from '../../xml/xml-output.ts';
import { step } from '../management/item-paths.ts';
import { writeObjectXml } from './object-xml.ts';

interface Wanted {
  readonly depth: number;
  readonly hasTypes: boolean;
}

const settings: XmlOutputSettings = { style: 'created', isIndented: true, encodingName: 'utf-8' };

/** The text of one object's element. */
function* fragment(ctx: CmdletContext, value: PSValue, wanted: Wanted): Flow<string> {
  let text = '';
  const out = new XmlOutput((piece) => (text += piece), { ...settings, isFragment: true });
  yield* writeObjectXml(ctx.engine, out, value, wanted);
  out.close();
  return text;
}

function* documentText(ctx: CmdletContext, values: readonly PSValue[], wanted: Wanted): Flow<string> {
  let text = '';
  const out = new XmlOutput((piece) => (text += piece), settings);
  out.startDocument();
  out.startElement(null, 'Objects', null);
  for (const value of values) yield* writeObjectXml(ctx.engine, out, value, wanted);
  out.close();
  return text;
}

function* write(ctx: CmdletContext, values: readonly PSValue[], wanted: Wanted, form: string): Flow<void> {
  if (form === 'stream') {
    yield* settle(ctx.write('<?xml version="1.0" encoding="utf-8"?>'));
    yield* settle(ctx.write('<Objects>'));
    for (const value of values) yield* settle(ctx.write(yield* fragment(ctx, value, wanted)));
    yield* settle(ctx.write('</Objects>'));
    return;
  }
  const text = yield* documentText(ctx, values, wanted);
  if (form === 'string') {
    yield* settle(ctx.write(text));
    return;
  }
  const document = new XmlDocument();
  document.load(text);
  yield* settle(ctx.write(document));
}

/** ConvertTo-Xml: objects and their properties as XML. */
export const convertToXml = defineCmdlet({
  name: 'ConvertTo-Xml',
  synopsis: 'Makes XML of objects.',
  outputs: ['System.Xml.XmlDocument', 'System.String'],
  effects: ['none'],
  examples: [
    {
      title: 'An object as XML text',
      code: "[pscustomobject]@{ Name = 'a'; Size = 5 } | ConvertTo-Xml -As String -NoTypeInformation",
      output: [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<Objects>',
        '  <Object>',
        '    <Property Name="Name">a</Property>',
        '    <Property Name="Size">5</Property>',
        '  </Object>',
        '</Objects>',
      ].join('\n'),
    },
  ],
  parameters: {
    InputObject: parameter(type.psobject, {
      mandatory: true,
      position: 0,
      pipeline: 'value',
      allowNull: true,
      help: 'The objects.',
    }),
    Depth: parameter(type.int, {
      validate: [{ kind: 'range', min: 1, max: 2147483647 }],
      help: 'Levels of properties of properties; 1 where left out.',
    }),
    NoTypeInformation: parameter(type.switch, { help: 'Leaves out the names of types.' }),
    As: parameter(type.string, {
      validate: [{ kind: 'notNullOrEmpty' }, { kind: 'set', values: ['Stream', 'String', 'Document'] }],
      help: 'Document (where left out), String, or Stream: one text an object.',
    }),
  },
  invoke(ctx) {
    const values: PSValue[] = [];
    return {
      process({ InputObject }) {
        values.push(InputObject ?? null);
      },
      end({ Depth, NoTypeInformation, As }) {
        const wanted = { depth: Depth ?? 1, hasTypes: NoTypeInformation !== true };
        return step(write(ctx, values, wanted, As?.toLowerCase() ?? 'document'));
      },
    };
  },
});
