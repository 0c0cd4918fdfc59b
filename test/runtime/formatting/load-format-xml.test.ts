import { describe, expect, it } from 'vitest';
import { loadFormatXml } from '../../../src/runtime/formatting/load-format-xml.ts';
import { linesOf, object, plainContext } from './plain-context.ts';

const noBlocks = (): never => {
  throw new Error('no blocks here');
};

function shown(views: string, ...values: Parameters<typeof linesOf>[0]): string {
  const loaded = loadFormatXml(`<Configuration><ViewDefinitions>${views}</ViewDefinitions></Configuration>`, noBlocks);
  return linesOf(values, plainContext(loaded))
    .map((line) => line.trimEnd())
    .join('\n');
}

const selected = '<ViewSelectedBy><TypeName>My.T</TypeName></ViewSelectedBy>';

describe('format files', () => {
  it('give tables with labels, widths and groups', () => {
    const view = `<View><Name>t</Name>${selected}<GroupBy><PropertyName>Team</PropertyName><Label>Team</Label></GroupBy>
      <TableControl><TableHeaders><TableColumnHeader><Label>Who</Label><Width>6</Width></TableColumnHeader>
      <TableColumnHeader><Alignment>Right</Alignment></TableColumnHeader></TableHeaders>
      <TableRowEntries><TableRowEntry><TableColumnItems><TableColumnItem><PropertyName>Name</PropertyName></TableColumnItem>
      <TableColumnItem><PropertyName>N</PropertyName></TableColumnItem></TableColumnItems></TableRowEntry></TableRowEntries>
      </TableControl></View>`;
    const row = object({ Name: 'ann', N: 3, Team: 'Red' }, 'My.T');
    const number = ' '.repeat(71);
    expect(shown(view, row)).toBe(`\n   Team: Red\n\nWho    ${number}N\n---    ${number}-\nann    ${number}3\n`);
  });

  it('give lists with format strings, wide views and custom text', () => {
    const row = object({ Id: 7, Rate: 0.5, Other: 1 }, 'My.T');
    const list = `<View><Name>l</Name>${selected}<ListControl><ListEntries><ListEntry><ListItems>
      <ListItem><Label>Key</Label><PropertyName>Id</PropertyName></ListItem>
      <ListItem><PropertyName>Rate</PropertyName><FormatString>P0</FormatString></ListItem>
      </ListItems></ListEntry></ListEntries></ListControl></View>`;
    expect(shown(list, row)).toBe('\nKey  : 7\nRate : 50%\n');
    const wide = `<View><Name>w</Name>${selected}<WideControl><ColumnNumber>3</ColumnNumber><WideEntries><WideEntry>
      <WideItem><PropertyName>Id</PropertyName></WideItem></WideEntry></WideEntries></WideControl></View>`;
    expect(shown(wide, row, row, row, row)).toBe(`\n7${' '.repeat(26)}7${' '.repeat(26)}7\n7\n`);
    const custom = `<View><Name>c</Name>${selected}<CustomControl><CustomEntries><CustomEntry><CustomItem><Text>id </Text>
      <ExpressionBinding><PropertyName>Id</PropertyName></ExpressionBinding><NewLine/><Frame><LeftIndent>2</LeftIndent>
      <CustomItem><Text>in</Text><NewLine/></CustomItem></Frame></CustomItem></CustomEntry></CustomEntries></CustomControl></View>`;
    expect(shown(custom, row)).toBe('\nid 7\n  in\n\n');
  });

  it('are refused when they are none', () => {
    expect(() => loadFormatXml('<Types/>', noBlocks)).toThrow(/Configuration/);
    expect(() =>
      loadFormatXml('<Configuration><ViewDefinitions><View/></ViewDefinitions></Configuration>', noBlocks),
    ).toThrow(/Name/);
  });
});
