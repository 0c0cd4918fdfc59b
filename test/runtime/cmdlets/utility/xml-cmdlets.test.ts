import { casesOf } from '../cases-of.ts';

const shop = '<shop xmlns:p="urn:p"><item price="5">a</item><item price="7">b</item><p:x>c</p:x></shop>';
const id = "$error[0].FullyQualifiedErrorId -replace ',.*'";

casesOf(
  {
    'Select-Xml': [
      [`[xml]'${shop}' | Select-Xml //item/@price | ForEach-Object { $_.Node.Value }`, '5', '7'],
      [
        `'${shop}' | Select-Xml '//item[@price > 5]' | ForEach-Object { "$_"; $_.Path; $_.Pattern }`,
        'b',
        'InputStream',
        '//item[@price > 5]',
      ],
      [`(Select-Xml //x:x -Content '${shop}' -Namespace @{ x = 'urn:p' }).Node.InnerText`, 'c'],
      ['(Select-Xml /a/b -Path /*.xml).Path; "$(Select-Xml /a/b -LiteralPath /1.xml)"', '/1.xml', '/2.xml', 'x:/1.xml'],
      [`Select-Xml //a -Content 'no xml' 2>$null; ${id}`, 'InvalidCastToXmlDocument'],
      [`Select-Xml //a -Path /bad.txt 2>$null; ${id}`, 'ProcessingFile'],
    ],
    'ConvertTo-Xml': [
      [
        '(1 | ConvertTo-Xml).OuterXml',
        '<?xml version="1.0" encoding="utf-8"?><Objects><Object Type="System.Int32">1</Object></Objects>',
      ],
      ["($null, 'a<b' | ConvertTo-Xml -NoTypeInformation).Objects.InnerXml", '<Object /><Object>a&lt;b</Object>'],
      [
        '(ConvertTo-Xml @{ k = 1 } -NoTypeInformation).Objects.InnerXml',
        '<Object><Property Name="Key">k</Property><Property Name="Value">1</Property></Object>',
      ],
      [
        "([pscustomobject]@{ a = [pscustomobject]@{ b = 1 } } | ConvertTo-Xml -NoTypeInformation).SelectNodes('//Property').Count; ([pscustomobject]@{ a = [pscustomobject]@{ b = 1 } } | ConvertTo-Xml -NoTypeInformation -Depth 2).SelectNodes('//Property').Count",
        '1',
        '2',
      ],
      [
        '1, 2 | ConvertTo-Xml -As Stream -NoTypeInformation',
        '<?xml version="1.0" encoding="utf-8"?>',
        '<Objects>',
        '<Object>1</Object>',
        '<Object>2</Object>',
        '</Objects>',
      ],
    ],
  },
  { '/1.xml': '<a><b>x</b></a>', '/2.xml': '<a><b>y</b></a>', '/bad.txt': 'no xml' },
);
