import { rowsOf } from '../script-rows.ts';

rowsOf('MemoryStream', [
  [
    "$m = [IO.MemoryStream]::new(); $m.Write([byte[]](1, 2, 3), 0, 3); $m.WriteByte(4); $m.Length; $m.Position; $m.Position = 1; $m.ReadByte(); $b = [byte[]]::new(5); $m.Read($b, 0, 5); $b -join ','; $m.ToArray() -join ','; $m.Seek(-1, 'End'); $m.ReadByte(); $m.ReadByte(); $m.SetLength(2); $m.ToArray().Count; $m.CanWrite; $m.Dispose(); $m.CanRead",
    '4|4|2|2|3,4,0,0,0|1,2,3,4|3|4|-1|2|True|False',
  ],
  ['$m.ReadByte()', '!ObjectDisposedException'],
  ['$m = [IO.MemoryStream]::new([byte[]](1, 2), $false); $m.WriteByte(1)', '!NotSupportedException'],
  [
    "$m = [IO.MemoryStream]::new([byte[]](5, 6, 7)); $o = [IO.MemoryStream]::new(); $m.CopyTo($o); $o.ToArray() -join ','; $o.GetBuffer().Count -ge 3; $m.Capacity",
    '5,6,7|True|3',
  ],
]);

rowsOf('FileStream', [
  [
    '$f = [IO.File]::Create("$d/f"); $f.Write([byte[]](65, 66, 67), 0, 3); $f.Name; $f.Length; $f.Dispose(); [IO.File]::ReadAllText("$d/f"); $f = [IO.File]::Open("$d/f", \'Append\'); $f.WriteByte(68); $f.Close(); $f = [IO.FileStream]::new("$d/f", \'Open\', \'Read\'); $f.Seek(2, \'Begin\'); $f.ReadByte(); $f.CanWrite; $f.Dispose()',
    '/t/f|3|ABC|2|67|False',
  ],
  ['[IO.File]::Open("$d/none", \'Open\')', '!FileNotFoundException'],
  ['[IO.File]::Open("$d/f", \'CreateNew\')', '!IOException'],
  ['$f = [IO.File]::OpenWrite("$d/f"); $g = [IO.File]::OpenRead("$d/f")', '!IOException'],
  ['$f.Dispose(); $f = [IO.File]::Open("$d/f", \'Truncate\'); $f.Length; $f.Dispose()', '0'],
]);

rowsOf('StreamReader and StreamWriter', [
  [
    '$w = [IO.StreamWriter]::new("$d/t"); $w.WriteLine(\'one\'); $w.Write(\'tw{0}\', \'o\'); $w.WriteLine(); $w.Write(3); $w.NewLine.Length; $w.Dispose(); [IO.File]::ReadAllText("$d/t").Replace("`n", \'/\'); $r = [IO.StreamReader]::new("$d/t"); $r.ReadLine(); [char]$r.Peek(); [char]$r.Read(); $r.EndOfStream; $r.ReadToEnd().Replace("`n", \'/\'); $r.EndOfStream; $r.ReadLine(); $r.CurrentEncoding.WebName; $r.Dispose()',
    '1|one/two/3|one|t|t|False|wo/3|True|<null>|utf-8',
  ],
  ['$r.ReadLine()', '!RuntimeException'],
  [
    '$w = [IO.StreamWriter]::new("$d/t", $true, [Text.Encoding]::UTF8); $w.Write(\'x\'); $w.Close(); [IO.File]::ReadAllText("$d/t").Length; $r = [IO.File]::OpenText("$d/t"); while ($null -ne ($l = $r.ReadLine())) { $l }; $r.Close(); $m = [IO.MemoryStream]::new(); $w = [IO.StreamWriter]::new($m, [Text.Encoding]::Unicode); $w.Write(\'a\'); $w.Flush(); $m.ToArray() -join \',\'',
    '10|one|two|3x|255,254,97,0',
  ],
  ['[IO.StreamReader]::new("$d/none")', '!FileNotFoundException'],
]);

rowsOf('StringReader and StringWriter', [
  [
    "$r = [IO.StringReader]::new(\"a`r`nb`nc\"); $r.ReadLine(); $r.ReadLine(); $r.Peek(); $r.ReadToEnd(); $r.Read(); $w = [IO.StringWriter]::new(); $w.Write('x{0}', 1); $w.WriteLine('y'); $w.Write([char[]]'zz'); $w.ToString().Replace(\"`n\", '/'); $w.GetStringBuilder().Length; $w.Encoding.WebName",
    'a|b|99|c|-1|x1y/zz|6|utf-16',
  ],
]);

rowsOf('BinaryReader and BinaryWriter', [
  [
    "$m = [IO.MemoryStream]::new(); $w = [IO.BinaryWriter]::new($m); $w.Write([int]258); $w.Write('hé'); $w.Write([byte]7); $w.Write(1.5); $w.Write($true); $w.Write([long]-1); $w.Flush(); $m.ToArray() -join ','; $m.Position = 0; $r = [IO.BinaryReader]::new($m); $r.ReadInt32(); $r.ReadString(); $r.ReadByte(); $r.ReadDouble(); $r.ReadBoolean(); $r.ReadInt64(); $r.PeekChar()",
    '2,1,0,0,3,104,195,169,7,0,0,0,0,0,0,248,63,1,255,255,255,255,255,255,255,255|258|hé|7|1.5|True|-1|-1',
  ],
  ['$r.ReadByte()', '!RuntimeException'],
]);

rowsOf('Compression', [
  [
    "$m = [IO.MemoryStream]::new(); $z = [IO.Compression.GZipStream]::new($m, [IO.Compression.CompressionMode]::Compress); $b = [Text.Encoding]::UTF8.GetBytes('hello ' * 50); $z.Write($b, 0, $b.Length); $z.Dispose(); $c = $m.ToArray(); $c[0]; $c[1]; $c.Count -lt 60; $i = [IO.Compression.GZipStream]::new([IO.MemoryStream]::new($c), [IO.Compression.CompressionMode]::Decompress); $t = [IO.StreamReader]::new($i).ReadToEnd(); $t.Length; $t.Substring(0, 6)",
    '31|139|True|300|hello ',
  ],
  [
    "$i = [IO.Compression.DeflateStream]::new([IO.MemoryStream]::new([Convert]::FromHexString('cb48cdc9c9070000')), [IO.Compression.CompressionMode]::Decompress); [IO.StreamReader]::new($i).ReadToEnd()",
    'hello',
  ],
  [
    '$i = [IO.Compression.GZipStream]::new([IO.MemoryStream]::new([byte[]](1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)), [IO.Compression.CompressionMode]::Decompress); $i.ReadByte()',
    '!InvalidDataException',
  ],
]);
