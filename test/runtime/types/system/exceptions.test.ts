import { rowsOf } from '../script-rows.ts';

rowsOf('Exceptions are made with messages, parameters and inner exceptions', [
  [
    "[Exception]::new('m').Message; [Exception]::new('m', [Exception]::new('i')).InnerException.Message; [Exception]::new('m').GetBaseException().Message; [Exception]::new('a', [Exception]::new('b')).GetBaseException().Message",
    'm|i|m|b',
  ],
  [
    "$e = [ArgumentException]::new('m', 'p'); $e.ParamName; $e.Message; $e.HResult; [ArgumentNullException]::new('p').ParamName; [ArgumentOutOfRangeException]::new('p', 5, 'm').ActualValue",
    "p|m (Parameter 'p')|-2147024809|p|5",
  ],
  [
    "$e = [System.IO.FileNotFoundException]::new('m', 'f.txt'); $e.FileName; $e.Message; $e -is [System.IO.IOException]; $e -is [SystemException]",
    'f.txt|m|True|True',
  ],
  [
    "[System.Net.WebException]::new('m').Status; [System.ComponentModel.Win32Exception]::new(2).NativeErrorCode; [ObjectDisposedException]::new('o').ObjectName; [OperationCanceledException]::new('m').Message",
    'UnknownError|2|o|m',
  ],
  [
    "[AggregateException]::new('m', [Exception[]]([Exception]::new('a'), [InvalidOperationException]::new('b'))).InnerExceptions.Count; [AggregateException]::new([Exception]::new('x')).InnerException.Message; [AggregateException]::new('m', [Exception[]]([Exception]::new('a'))).Flatten().InnerExceptions[0].Message",
    '2|x|a',
  ],
]);

rowsOf('Exceptions derive as in .NET', [
  [
    'foreach ($t in [DivideByZeroException], [System.IO.DirectoryNotFoundException], [FormatException], [System.Management.Automation.ItemNotFoundException], [System.Collections.Generic.KeyNotFoundException], [OperationCanceledException], [System.Threading.Tasks.TaskCanceledException], [PlatformNotSupportedException]) { $t.BaseType.FullName }',
    'System.ArithmeticException|System.IO.IOException|System.SystemException|System.Management.Automation.SessionStateException|System.SystemException|System.SystemException|System.OperationCanceledException|System.NotSupportedException',
  ],
]);

rowsOf('Exceptions carry data', [
  [
    "$e = [Exception]::new('m'); $e.Data['k'] = 5; $e.Data['k']; $e.Data.Count; $e.HelpLink = 'h'; $e.HelpLink; $e.Source = 's'; $e.Source; $e.StackTrace; $e.ToString(); $e.GetType().FullName; $null -eq $e.InnerException; $e.HResult",
    '5|1|h|s|<null>|System.Exception: m|System.Exception|True|-2146233088',
  ],
]);

rowsOf('Exceptions are thrown and caught by type', [
  [
    "try { throw [ArgumentException]::new('m', 'p') } catch [FormatException] { 'no' } catch [ArgumentException] { $_.Exception.ParamName }",
    'p',
  ],
  ["try { [int]::Parse('x') } catch [FormatException] { 'format' }", 'format'],
  [
    "try { [int]::Parse('x') } catch { $_.Exception.GetType().Name; $_.Exception.InnerException.GetType().Name; $_.FullyQualifiedErrorId }",
    'MethodInvocationException|FormatException|FormatException',
  ],
  ['try { 1 / 0 } catch [DivideByZeroException] { $_.Exception.GetType().FullName }', 'System.DivideByZeroException'],
  [
    "try { throw [System.IO.FileNotFoundException]::new('gone') } catch [System.IO.IOException] { $_.Exception.Message; $_.FullyQualifiedErrorId; $_.CategoryInfo.Category }",
    'gone|gone|OperationStopped',
  ],
  ["[ArgumentException]::ThrowIfNullOrWhiteSpace(' ', 'p')", '!ArgumentException'],
  ["[ArgumentOutOfRangeException]::ThrowIfNegative[int](-1, 'p')", '!ArgumentOutOfRangeException'],
  ["[ArgumentOutOfRangeException]::ThrowIfZero[int](1, 'p'); 'fine'", 'fine'],
  ["[ObjectDisposedException]::ThrowIf($true, 'x')", '!ObjectDisposedException'],
  ["[ArgumentException]::ThrowIfNullOrEmpty('', 'p')", '!ArgumentException'],
  [
    "foreach ($t in [SystemException], [System.IO.IOException], [System.Threading.Tasks.TaskCanceledException], [System.Management.Automation.ItemNotFoundException], [FormatException], [UriFormatException]) { $t::new('m').HResult }",
    '-2146233087|-2146232800|-2146233029|-2146233087|-2146233033|-2146233033',
  ],
  ["[ArgumentOutOfRangeException]::ThrowIfGreaterThan[int](5, 4, 'p')", '!ArgumentOutOfRangeException'],
]);
