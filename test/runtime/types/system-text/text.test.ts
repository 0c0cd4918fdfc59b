import { rowsOf } from '../script-rows.ts';

rowsOf('StringBuilder', [
  [
    "$b = [System.Text.StringBuilder]::new('ab'); $null = $b.Append('c').Append(1).Append($true).AppendLine('x').AppendFormat('{0:d3}', 7); $b.ToString().Replace(\"`n\", '/'); $b.Length; $b[0]; $b.Capacity -ge $b.Length",
    'abc1Truex/007|13|a|True',
  ],
  [
    "$null = $b.Clear().Append('hello'); $null = $b.Insert(0, '>> ').Replace('l', 'L').Remove(0, 1); $b; $b.ToString(2, 3); $b.Length = 3; \"[$b]\"; $b.Equals([System.Text.StringBuilder]::new($b.ToString())); $null = $b.Append('-', 3); $b; $b.AppendJoin(',', [string[]]('a', 'b')).ToString()",
    '> h---a,b|heL|[> h]|True|> h---a,b|> h---a,b',
  ],
  ['$b.Remove(50, 1)', '!ArgumentOutOfRangeException'],
  [
    "$b[0] = [char]'#'; $b; $b.MaxCapacity; [System.Text.StringBuilder]::new(5, 10).MaxCapacity; $c = [char[]]::new(3); $b.CopyTo(0, $c, 0, 3); -join $c; $null = $b.Append([char[]]'xyz', 1, 2); $b.ToString()[-1]; $b.Chars(1)",
    '# h---a,byz|2147483647|10|# h|z| ',
  ],
]);

rowsOf('Encodings turn text to bytes and back', [
  [
    "[System.Text.Encoding]::UTF8.GetBytes('é€😀') -join ','; [System.Text.Encoding]::Unicode.GetBytes('aé') -join ','; [System.Text.Encoding]::BigEndianUnicode.GetBytes('a') -join ','; [System.Text.Encoding]::UTF32.GetBytes('😀') -join ','; [System.Text.Encoding]::ASCII.GetBytes('aé') -join ','; [System.Text.Encoding]::Latin1.GetBytes('é€') -join ','",
    '195,169,226,130,172,240,159,152,128|97,0,233,0|0,97|0,246,1,0|97,63|233,63',
  ],
  [
    "[System.Text.Encoding]::UTF8.GetString([byte[]](195, 169, 255, 65)); [System.Text.Encoding]::ASCII.GetString([byte[]](65, 200)); [System.Text.Encoding]::Unicode.GetString([byte[]](65, 0, 233, 0)); [System.Text.Encoding]::UTF8.GetString([byte[]](1, 65, 66, 67), 1, 2); [System.Text.Encoding]::UTF8.GetCharCount([byte[]](195, 169)); [System.Text.Encoding]::UTF8.GetByteCount('é')",
    'é�A|A?|Aé|AB|1|2',
  ],
  [
    "[System.Text.Encoding]::UTF8.GetPreamble() -join ','; [System.Text.UTF8Encoding]::new($false).GetPreamble().Count; [System.Text.Encoding]::GetEncoding('iso-8859-1').WebName; [System.Text.Encoding]::GetEncoding(1200).EncodingName; [System.Text.Encoding]::GetEncoding('utf-8').CodePage; [System.Text.Encoding]::Default.BodyName; [System.Text.Encoding]::UTF8.IsSingleByte",
    '239,187,191|0|iso-8859-1|Unicode|65001|utf-8|False',
  ],
  ["[System.Text.Encoding]::GetEncoding('nope')", '!ArgumentException'],
  ['[System.Text.UTF8Encoding]::new($false, $true).GetString([byte[]](255))', '!DecoderFallbackException'],
  [
    "[System.Text.Encoding]::Convert([System.Text.Encoding]::Unicode, [System.Text.Encoding]::UTF8, [byte[]](233, 0)) -join ','; [System.Text.Encoding]::UTF8.GetMaxByteCount(2); ([System.Text.Encoding]::UTF8.GetChars([byte[]](65, 66)) -join ','); [System.Text.Encoding]::UTF8.Equals([System.Text.UTF8Encoding]::new($true)); [System.Text.ASCIIEncoding]::new().GetString([byte[]](72, 105))",
    '195,169|9|A,B|True|Hi',
  ],
  [
    '$d = [System.Text.Encoding]::UTF8.GetDecoder(); $c = [char[]]::new(4); $d.GetChars([byte[]](195), 0, 1, $c, 0); $d.GetChars([byte[]](169), 0, 1, $c, 0); $c[0]',
    '0|1|é',
  ],
]);

rowsOf('Rune', [
  [
    "$r = [System.Text.Rune]::new(128512); $r; $r.Value; $r.Utf16SequenceLength; $r.Utf8SequenceLength; [System.Text.Rune]::IsLetter([System.Text.Rune]::new([char]'a')); [System.Text.Rune]::IsValid(0xD800); [System.Text.Rune]::GetUnicodeCategory($r); [System.Text.Rune]::ToUpperInvariant([System.Text.Rune]::new([char]'b'))",
    '😀|128512|2|4|True|False|OtherSymbol|B',
  ],
  ['[System.Text.Rune]::new(0x110000)', '!ArgumentOutOfRangeException'],
]);

rowsOf('Texts are normalized', [
  [
    "'é'.Normalize([System.Text.NormalizationForm]::FormD).Length; \"e$([char]0x301)\".Normalize().Length; 'ﬁ'.Normalize('FormKC'); \"e$([char]0x301)\".IsNormalized()",
    '2|1|fi|False',
  ],
]);
