import { rowsOf } from '../script-rows.ts';

rowsOf('File writes and reads', [
  [
    '[IO.File]::WriteAllText("$d/a", "x`ny"); [IO.File]::ReadAllText("$d/a").Length; [IO.File]::ReadAllLines("$d/a") -join \',\'; [IO.File]::AppendAllText("$d/a", "`nz"); [IO.File]::ReadAllLines("$d/a").Count; [IO.File]::WriteAllLines("$d/b", [string[]](\'1\', \'2\')); [IO.File]::ReadAllBytes("$d/b") -join \',\'; [IO.File]::Exists("$d/b"); [IO.File]::Exists($d)',
    '3|x,y|3|49,10,50,10|True|False',
  ],
  [
    '[IO.File]::WriteAllText("$d/u", \'é\', [Text.Encoding]::Unicode); [IO.File]::ReadAllBytes("$d/u") -join \',\'; [IO.File]::ReadAllText("$d/u"); [IO.File]::WriteAllBytes("$d/u", [byte[]](1, 2)); [IO.File]::AppendAllLines("$d/b", [string[]](\'3\')); [IO.File]::ReadLines("$d/b") -join \',\'',
    '255,254,233,0|é|1,2,3',
  ],
  ['[IO.File]::ReadAllText("$d/none")', '!FileNotFoundException'],
  ['[IO.File]::ReadAllText("$d/none/x")', '!DirectoryNotFoundException'],
  ['[IO.File]::WriteAllText("$d/none/x", \'\')', '!DirectoryNotFoundException'],
  ['[IO.File]::ReadAllText($d)', '!UnauthorizedAccessException'],
  ["[IO.File]::ReadAllText('')", '!ArgumentException'],
]);

rowsOf('File copies, moves, replaces, deletes', [
  [
    '[IO.File]::WriteAllText("$d/a", \'x\'); [IO.File]::WriteAllText("$d/b", "1`n2`n3`n"); [IO.File]::WriteAllBytes("$d/u", [byte[]](1, 2)); \'ready\'',
    'ready',
  ],
  [
    '[IO.File]::Copy("$d/a", "$d/c"); [IO.File]::Exists("$d/c"); [IO.File]::Copy("$d/b", "$d/c", $true); [IO.File]::ReadAllText("$d/c").Length; [IO.File]::Move("$d/c", "$d/e"); [IO.File]::Exists("$d/c"); [IO.File]::Replace("$d/e", "$d/u", "$d/k"); [IO.File]::ReadAllBytes("$d/k").Count; [IO.File]::Exists("$d/e")',
    'True|6|False|2|False',
  ],
  ['[IO.File]::Copy("$d/a", "$d/b")', '!IOException'],
  ['[IO.File]::Move("$d/a", "$d/b")', '!IOException'],
  ['[IO.File]::Move("$d/none", "$d/b")', '!FileNotFoundException'],
  ['[IO.File]::Copy("$d/a", "$d/none/b")', '!DirectoryNotFoundException'],
  ['[IO.File]::Delete("$d/k"); [IO.File]::Delete("$d/k"); [IO.File]::Exists("$d/k")', 'False'],
  ['[IO.File]::Delete("$d/none/k")', '!DirectoryNotFoundException'],
]);

rowsOf('Times and attributes', [
  [
    '[IO.File]::WriteAllText("$d/a", \'x\'); [IO.File]::WriteAllText("$d/b", "1`n2`n3`n"); [IO.File]::WriteAllBytes("$d/u", [byte[]](1, 2)); \'ready\'',
    'ready',
  ],
  [
    '[IO.File]::SetLastWriteTimeUtc("$d/a", [datetime]\'2020-01-02 03:04:05.678\'); [IO.File]::GetLastWriteTimeUtc("$d/a").ToString(\'o\'); [IO.File]::GetLastWriteTime("$d/none").ToString(\'o\'); [IO.File]::GetAttributes("$d/a"); [IO.File]::SetAttributes("$d/a", \'ReadOnly\'); ([IO.FileInfo]"$d/a").IsReadOnly; [IO.File]::SetAttributes("$d/a", \'Normal\'); [IO.File]::GetAttributes($d)',
    '2020-01-02T03:04:05.6780000Z|1601-01-01T00:00:00.0000000+00:00|Normal|True|Directory',
  ],
  ['[IO.File]::GetAttributes("$d/none")', '!FileNotFoundException'],
]);

rowsOf('FileInfo and DirectoryInfo', [
  [
    '[IO.File]::WriteAllText("$d/a", \'x\'); [IO.File]::WriteAllText("$d/b", "1`n2`n3`n"); [IO.File]::WriteAllBytes("$d/u", [byte[]](1, 2)); \'ready\'',
    'ready',
  ],
  [
    '$f = [IO.FileInfo]"$d/b"; $f.Name; $f.FullName; $f.Length; $f.Extension; $f.DirectoryName; $f.Directory.Name; $f.Exists; $f.IsReadOnly; ([IO.FileInfo]"$d/x.tar.gz").Extension; ([IO.FileInfo]"$d/none").Exists; ([IO.FileInfo]"$d/none").Attributes',
    'b|/t/b|6||/t|t|True|False|.gz|False|-1',
  ],
  [
    '$c = $f.CopyTo("$d/b2"); $c.FullName; $c.MoveTo("$d/b3"); "$c"; $c.Exists; $c.Delete(); $c.Exists; $f.OpenText().ReadLine(); $w = $f.AppendText(); $w.Write(\'!\'); $w.Dispose(); $f.Refresh(); $f.Length',
    '/t/b2|/t/b3|True|False|1|7',
  ],
  ['$f.CopyTo("$d/a")', '!IOException'],
  [
    "$i = [IO.DirectoryInfo]$d; $s = $i.CreateSubdirectory('s/t'); $s.Parent.Name; $s.Root; $i.GetDirectories().Name; $i.GetFiles('b*').Name; $s.Delete(); $i.EnumerateFileSystemInfos('*', 'AllDirectories').Count; ([IO.DirectoryInfo]\"$d/s\").MoveTo(\"$d/s2\"); [IO.Directory]::Exists(\"$d/s2\")",
    's|/|s|b|1|1|1|1|True',
  ],
  ["$i.CreateSubdirectory('../out')", '!ArgumentException'],
]);

rowsOf('Directory', [
  [
    '[IO.Directory]::CreateDirectory("$d/x/y").Name; [IO.Directory]::Exists("$d/x/y"); [IO.File]::WriteAllText("$d/x/y/f.txt", \'\'); [IO.Directory]::GetFiles("$d/x", \'*.txt\', \'AllDirectories\'); [IO.Directory]::GetDirectories("$d/x"); [IO.Directory]::GetParent("$d/x/y").FullName; [IO.Directory]::GetFileSystemEntries("$d/x/y"); [IO.Directory]::GetDirectoryRoot($d)',
    'y|True|/t/x/y/f.txt|/t/x/y|/t/x|/t/x/y/f.txt|/',
  ],
  ['[IO.Directory]::Delete("$d/x")', '!IOException'],
  [
    '[IO.Directory]::Move("$d/x", "$d/z"); [IO.Directory]::Delete("$d/z", $true); [IO.Directory]::Exists("$d/z")',
    'False',
  ],
  ['[IO.Directory]::Delete("$d/z")', '!DirectoryNotFoundException'],
  ['[IO.Directory]::GetFiles("$d/none")', '!DirectoryNotFoundException'],
  [
    "[IO.File]::WriteAllText(\"$d/a\", 'x'); $null = [IO.Directory]::CreateDirectory(\"$d/s2\"); [Environment]::CurrentDirectory = $d; [IO.Path]::GetFullPath('q'); [IO.Directory]::GetCurrentDirectory(); [IO.File]::Exists('a'); [IO.Directory]::SetCurrentDirectory('s2'); [Environment]::CurrentDirectory; [Environment]::CurrentDirectory = $d",
    '/t/q|/t|True|/t/s2',
  ],
  ['[Environment]::CurrentDirectory = "$d/none"', '!DirectoryNotFoundException'],
  [
    "$o = [IO.EnumerationOptions]::new(); $o.RecurseSubdirectories = $true; [IO.File]::WriteAllText(\"$d/s2/.h\", ''); [IO.Directory]::GetFiles(\"$d/s2\", '*', $o).Count; $o.AttributesToSkip = 0; [IO.Directory]::GetFiles(\"$d/s2\", '*', $o); $o.MatchCasing = 'CaseInsensitive'; [IO.Directory]::GetFiles(\"$d/s2\", '.H', $o).Count",
    '0|/t/s2/.h|1',
  ],
]);

rowsOf('Path', [
  [
    "[IO.Path]::Combine('a', 'b', '/c', 'd'); [IO.Path]::Join('a', '/b'); [IO.Path]::GetExtension('a.b.c'); [IO.Path]::GetFileName('/a/b.c'); [IO.Path]::GetFileNameWithoutExtension('/a/b.c.d'); [IO.Path]::GetDirectoryName('/a/b/c'); [IO.Path]::ChangeExtension('a.txt', 'md'); [IO.Path]::GetFullPath('/a/../b/./c'); [IO.Path]::IsPathRooted('/a'); [IO.Path]::GetRelativePath('/a/b', '/a/c/d'); [IO.Path]::HasExtension('a.'); [IO.Path]::DirectorySeparatorChar; [IO.Path]::TrimEndingDirectorySeparator('/a/')",
    '/c/d|a/b|.c|b.c|b.c|/a/b|a.md|/b/c|True|../c/d|False|/|/a',
  ],
]);
