import { rowsOf } from '../script-rows.ts';

rowsOf('Guid', [
  [
    "$g = [guid]'{01234567-89ab-cdef-0123-456789abcdef}'; $g; foreach ($f in 'N', 'D', 'B', 'P', 'X') { $g.ToString($f) }",
    '01234567-89ab-cdef-0123-456789abcdef|0123456789abcdef0123456789abcdef|01234567-89ab-cdef-0123-456789abcdef|{01234567-89ab-cdef-0123-456789abcdef}|(01234567-89ab-cdef-0123-456789abcdef)|{0x01234567,0x89ab,0xcdef,{0x01,0x23,0x45,0x67,0x89,0xab,0xcd,0xef}}',
  ],
  [
    "($g.ToByteArray() -join ','); [guid]::new([byte[]](1..16)); [guid]::Empty; [guid]::new(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)",
    '103,69,35,1,171,137,239,205,1,35,69,103,137,171,205,239|04030201-0605-0807-090a-0b0c0d0e0f10|00000000-0000-0000-0000-000000000000|00000001-0002-0003-0405-060708090a0b',
  ],
  ["[guid]::Parse('x')", '!FormatException'],
  [
    "$r = [guid]::Empty; [guid]::TryParse('0123456789abcdef0123456789abcdef', [ref]$r); $r; [guid]::TryParse('', [ref]$r); [guid]::ParseExact('(01234567-89ab-cdef-0123-456789abcdef)', 'P')",
    'True|01234567-89ab-cdef-0123-456789abcdef|False|01234567-89ab-cdef-0123-456789abcdef',
  ],
  [
    "[guid]::NewGuid().ToString().Length; [guid]::NewGuid() -eq [guid]::NewGuid(); [guid]::NewGuid().ToByteArray()[7] -band 0xf0; $g.CompareTo([guid]::Empty); $g -eq [guid]'01234567-89ab-cdef-0123-456789abcdef'; $g.ToString('Q')",
    '!FormatException',
  ],
]);

rowsOf('Version', [
  [
    "$v = [version]'1.2.3.4'; $v.Major; $v.Revision; $v -gt [version]'1.2.3'; $v.ToString(2); [version]::new(1, 2); [version]::new(1, 2).Build; $v.CompareTo([version]'1.10')",
    '1|4|True|1.2|1.2|-1|-1',
  ],
  ["[version]'1'", '!PSInvalidCastException'],
  ['[version]::new(-1, 0)', '!ArgumentOutOfRangeException'],
  ["[version]::Parse('1.2').ToString(3)", '!ArgumentException'],
  [
    "$r = $null; [version]::TryParse('2.0', [ref]$r); $r; [version]::TryParse('a.b', [ref]$r); $null -eq $r; [version]'1.2.0' -eq [version]'1.2'; $v.MinorRevision; $v.Clone()",
    'True|2.0|False|True|False|4|1.2.3.4',
  ],
]);

rowsOf('BitConverter', [
  [
    "[BitConverter]::ToString([byte[]](1, 171)); [BitConverter]::ToString([byte[]](1, 2, 3), 1); [BitConverter]::IsLittleEndian; ([BitConverter]::GetBytes(258) -join ','); ([BitConverter]::GetBytes(1.5) -join ','); ([BitConverter]::GetBytes($true) -join ','); ([BitConverter]::GetBytes([char]'A') -join ',')",
    '01-AB|02-03|True|2,1,0,0|0,0,0,0,0,0,248,63|1|65,0',
  ],
  [
    '[BitConverter]::ToInt32([byte[]](1, 2, 0, 0), 0); [BitConverter]::ToUInt16([byte[]](255, 255), 0); [BitConverter]::ToDouble([BitConverter]::GetBytes(2.5), 0); [BitConverter]::DoubleToInt64Bits(1.0); [BitConverter]::Int64BitsToDouble(4611686018427387904); [BitConverter]::SingleToInt32Bits(1)',
    '513|65535|2.5|4607182418800017408|2|1065353216',
  ],
  ['[BitConverter]::ToInt32([byte[]](1, 2), 0)', '!ArgumentException'],
]);

rowsOf('Random with a seed gives the numbers of .NET', [
  [
    "$r = [random]::new(42); $r.Next(); $r.Next(10); $r.Next(5, 8); $r.NextDouble(); $r.NextInt64(); $b = [byte[]]::new(4); $r.NextBytes($b); $b -join ','; $r.NextSingle()",
    '1434747710|1|5|0.522764276025241|6681488181179016144|59,153,134,158|0.2573214',
  ],
  [
    "$r = [random]::new(7); $a = [int[]](1..8); $r.Shuffle($a); $a -join ','; $r.GetItems([string[]]('a', 'b', 'c'), 5) -join ''; $r.Next(0)",
    '4,8,6,1,3,2,7,5|cccbc|0',
  ],
  ['[random]::new().Next(5, 1)', '!ArgumentOutOfRangeException'],
  ['[random]::Shared.Next(3) -lt 3; [random]::new().NextDouble() -lt 1', 'True|True'],
]);

rowsOf('Tuples', [
  [
    "$t = [tuple]::Create(1, 'b'); $t; $t.Item2; $t.Equals([tuple]::Create(1, 'b')); $t.GetType().Name; $v = [ValueTuple]::Create(1, 2); $v; $v.Item1; $v -eq [ValueTuple]::Create(1, 2); [ValueTuple[string, int]]::new('x', 5)",
    '(1, b)|b|True|Tuple`2|(1, 2)|1|True|(x, 5)',
  ],
  ["[tuple]::Create(1, 2, 3, 4).Item4; [Tuple[int, string]]::new(1, 'x').ToString()", '4|(1, x)'],
]);

rowsOf('Lazy, WeakReference, Index, Range', [
  [
    "$n = 0; $l = [Lazy[object]]::new([Func[object]] { $script:n++; 'made' }); $l.IsValueCreated; $l.Value; $l.Value; $l.IsValueCreated",
    'False|made|made|True',
  ],
  [
    '[Index]::new(2, $true); ([Index]::new(1)).GetOffset(5); [Range]::new(1, 3); [Range]::All; ([Index]::new(2, $true)).GetOffset(5)',
    '^2|1|1..3|0..^0|3',
  ],
  [
    "[WeakReference]::new('x').Target; [IntPtr]::Zero; [IntPtr]::Size; [IntPtr]::new(5) -eq [IntPtr]5; [UIntPtr]::new(7).ToString()",
    'x|0|8|True|7',
  ],
]);

rowsOf('Uri and UriBuilder', [
  [
    "$u = [uri]'https://user:pw@Example.COM:8080/a/./b/../c%20d?q=1&r=a b#frag'; $u; $u.AbsoluteUri; $u.Host; $u.Port; $u.Authority; $u.AbsolutePath; $u.LocalPath; $u.Query; $u.Fragment; $u.UserInfo; $u.PathAndQuery; $u.Segments -join ' '",
    'https://user:pw@example.com:8080/a/c d?q=1&r=a b#frag|https://user:pw@example.com:8080/a/c%20d?q=1&r=a%20b#frag|example.com|8080|example.com:8080|/a/c%20d|/a/c d|?q=1&r=a%20b|#frag|user:pw|/a/c%20d?q=1&r=a%20b|/ a/ c%20d',
  ],
  [
    "([uri]'/tmp/a b.txt').AbsoluteUri; ([uri]'a/b?c').IsAbsoluteUri; ([uri]'file:///x/y').IsFile; [uri]::new([uri]'http://h/a/b/c', '../d?e').AbsoluteUri; ([uri]'http://h/a/b').MakeRelativeUri([uri]'http://h/a/c').ToString()",
    '<null>|False|True|http://h/a/d?e|c',
  ],
  ["[uri]::new('http://')", '!UriFormatException'],
  [
    "[uri]::EscapeDataString('a b/é&=~'); [uri]::UnescapeDataString('a%20b%2F%C3%A9'); [uri]::EscapeUriString('http://h/a b?é'); [uri]::IsWellFormedUriString('http://h/a b', 'Absolute'); [uri]::CheckHostName('1.2.3.4'); [uri]::CheckSchemeName('ht-tp')",
    'a%20b%2F%C3%A9%26%3D~|a b/é|http://h/a%20b?%C3%A9|False|IPv4|True',
  ],
  [
    "$r = $null; [uri]::TryCreate('http://h/x', 'Absolute', [ref]$r); $r; [uri]::TryCreate('x y', 'Absolute', [ref]$r); ([uri]'http://H/a').Equals([uri]'http://h/a'); ([uri]'http://h/a').GetLeftPart('Authority'); ([uri]'http://[::1]:81/').HostNameType; ([uri]'http://localhost').IsLoopback",
    'True|http://h/x|False|True|http://h|IPv6|True',
  ],
  [
    "$b = [UriBuilder]::new('http', 'h', 8080, 'p'); $b; $b.Query = 'a=1'; $b.Fragment = 'f'; $b.Uri.AbsoluteUri; $b.Scheme = 'https'; $b.Port = -1; $b.ToString(); [UriBuilder]::new('http://u@h/p?q').UserName",
    'https://h/p?a=1#f|http://h:8080/p?a=1#f|https://h/p?a=1#f|u',
  ],
  ['$b.Port = 70000', '!ArgumentOutOfRangeException'],
]);

rowsOf('Environment, AppContext, GC', [
  [
    "[Environment]::NewLine -eq \"`n\"; [Environment]::Is64BitProcess; [Environment]::GetEnvironmentVariable('NO_SUCH_VARIABLE_X'); [Environment]::SetEnvironmentVariable('N3_ROW', 'v'); [Environment]::GetEnvironmentVariable('N3_ROW'); $env:N3_ROW; [Environment]::ExpandEnvironmentVariables('%N3_ROW%-%NOPE%'); [Environment]::GetEnvironmentVariables().Contains('N3_ROW')",
    'True|True|<null>|v|v|v-%NOPE%|True',
  ],
  ["[Environment]::SetEnvironmentVariable('', 'x')", '!ArgumentException'],
  [
    '[Environment]::Version.Major; [Environment]::TickCount64 -gt 0; [Environment]::HasShutdownStarted; [Environment]::OSVersion.Platform; [GC]::Collect(); [GC]::GetTotalMemory($false) -ge 0; [GC]::MaxGeneration; [Environment]::FailFast.Count -ge 1',
    '10|True|False|Unix|True|2|True',
  ],
]);
