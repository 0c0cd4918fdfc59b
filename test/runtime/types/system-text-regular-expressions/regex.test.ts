import { rowsOf } from '../script-rows.ts';

rowsOf('Matches and their groups', [
  [
    "$m = [regex]::Match('key=value', '(?<k>\\w+)=(?<v>\\w+)'); $m.Success; $m.Value; $m.Index; $m.Length; $m.Groups['k'].Value; $m.Groups[2].Value; $m.Groups.Count; $m.Groups['nope'].Success; $m.Groups['v'].Index; $m.Result('$' + '{v}:$' + '{k}'); $m.Groups['k'].Name; $m.Groups.Keys -join ','",
    'True|key=value|0|9|key|value|3|False|4|value:key|k|0,k,v',
  ],
  [
    "$m = [regex]::Match('aXbX', 'X'); $m.Index; $m.NextMatch().Index; $m.NextMatch().NextMatch().Success; [regex]::Matches('a1b22', '\\d+').Value -join ','; [regex]::Matches('a1b22', '\\d+').Count; [regex]::Matches('aaa', 'x').Count; ([regex]'(\\w)+').Match('abc').Groups[1].Captures.Value -join ','; [regex]::Count('banana', 'a')",
    '1|3|False|1,22|2|0|a,b,c|3',
  ],
  [
    "[regex]::IsMatch('ABC', 'b'); [regex]::IsMatch('ABC', 'b', 'IgnoreCase'); ([regex]'^b').IsMatch('ab', 1); ([regex]'a').Match('bab', 2).Success; [regex]::new('a.c', 'Singleline').IsMatch(\"a`nc\"); [regex]::new(' a b # c', 'IgnorePatternWhitespace').IsMatch('ab')",
    'False|True|False|False|True|True',
  ],
]);

rowsOf('Replacing', [
  [
    "[regex]::Replace('a1b2', '\\d', '<$0>'); [regex]::Replace('John Smith', '(\\w+) (\\w+)', '$2, $1'); [regex]::Replace('abc', 'b', { param($m) $m.Value.ToUpper() }); ([regex]'a').Replace('aaa', 'b', 2); ([regex]'a').Replace('aaa', 'b', 1, 1); [regex]::Replace('abc', 'B', 'x', 'IgnoreCase'); [regex]::Replace('ab', '(?<x>a)', '$' + '{x}$$$`$''$+$_')",
    'a<1>b<2>|Smith, John|aBc|bba|aba|axc|a$baabb',
  ],
]);

rowsOf('Splitting', [
  [
    "[regex]::Split('a1b2c', '\\d') -join ','; [regex]::Split('a1b', '(\\d)') -join ','; ([regex]',').Split('a,b,c', 2) -join '|'; [regex]::Split('abc', '').Count; [regex]::Split('', ',').Count",
    'a,b,c|a,1,b|a|b,c|5|1',
  ],
]);

rowsOf('Regex tells of itself', [
  [
    "$r = [regex]::new('(?<b>x)(y)', 'IgnoreCase, Multiline'); $r; $r.Options; $r.GetGroupNames() -join ','; $r.GetGroupNumbers() -join ','; $r.GroupNumberFromName('b'); $r.GroupNameFromNumber(1); $r.RightToLeft; $r.MatchTimeout; [regex]::Escape('a.b*[c] d#'); [regex]::Unescape('a\\.b\\t'); [regex]'a' -eq [regex]'a'; ([regex]::new('b', 'RightToLeft')).Matches('abab').Index -join ','",
    '(?<b>x)(y)|IgnoreCase, Multiline|0,1,b|0,1,2|2|1|False|-00:00:00.0010000|a\\.b\\*\\[c]\\ d\\#|a.b\t|False|3,1',
  ],
  ["[regex]::new('(')", '!RegexParseException'],
  [
    "try { [regex]::new('a{2,1}') } catch { $_.Exception.InnerException.Error; $_.Exception.InnerException.Offset }",
    'ReversedQuantifierRange|6',
  ],
  ["[regex]::Match('a', $null)", ''],
]);
