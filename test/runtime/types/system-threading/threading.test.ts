import { rowsOf } from '../script-rows.ts';

rowsOf('Tasks', [
  [
    "$t = [System.Threading.Tasks.Task]::FromResult(5); $t.IsCompleted; $t.Status; $t.Result; $t.GetAwaiter().GetResult(); [System.Threading.Tasks.Task]::CompletedTask.IsCompletedSuccessfully; $f = [System.Threading.Tasks.Task]::FromException([FormatException]::new('m')); $f.IsFaulted; $f.Exception.InnerException.Message; $f.Exception.GetType().Name",
    'True|RanToCompletion|5|5|True|True|m|AggregateException',
  ],
  ['$f.Wait()', '!AggregateException'],
  [
    '$d1 = [System.Threading.Tasks.Task]::Delay(5); $d1.Wait(); $d1.Status; [System.Threading.Tasks.Task]::WaitAll([System.Threading.Tasks.Task[]]($d1, $t)); $s = [System.Threading.Tasks.TaskCompletionSource[int]]::new(); $s.Task.IsCompleted; $s.SetResult(4); $s.Task.Result; $s.TrySetResult(5)',
    'RanToCompletion|False|4|False',
  ],
]);

rowsOf('Cancellation', [
  [
    '$c = [System.Threading.CancellationTokenSource]::new(); $k = $c.Token; $k.IsCancellationRequested; $k.CanBeCanceled; $c.Cancel(); $k.IsCancellationRequested; [System.Threading.CancellationToken]::None.CanBeCanceled; $c.IsCancellationRequested',
    'False|True|True|False|True',
  ],
  ['$k.ThrowIfCancellationRequested()', '!OperationCanceledException'],
]);

rowsOf('Interlocked and locks', [
  [
    '$n = 5; [System.Threading.Interlocked]::Increment([ref]$n); [System.Threading.Interlocked]::Add([ref]$n, 4); [System.Threading.Interlocked]::Exchange([ref]$n, 1); [System.Threading.Interlocked]::CompareExchange([ref]$n, 9, 1); $n; $m = [System.Threading.Mutex]::new(); $m.WaitOne(); $m.ReleaseMutex(); $s = [System.Threading.SemaphoreSlim]::new(1); $s.Wait(0); $s.Wait(0); $s.Release(); $s.CurrentCount; $e = [System.Threading.ManualResetEventSlim]::new(); $e.IsSet; $e.Set(); $e.IsSet; $o = [object]::new(); [System.Threading.Monitor]::Enter($o); [System.Threading.Monitor]::IsEntered($o); [System.Threading.Monitor]::Exit($o)',
    '6|10|10|1|9|True|True|False|0|1|False|True|True',
  ],
]);

rowsOf('Stopwatch, threads, timers', [
  [
    '$w = [System.Diagnostics.Stopwatch]::StartNew(); [System.Threading.Thread]::Sleep(5); $w.Stop(); $w.ElapsedMilliseconds -ge 4; $w.IsRunning; $w.Elapsed.GetType().Name; $w.Reset(); $w.ElapsedTicks; [System.Diagnostics.Stopwatch]::Frequency -gt 0; [System.Threading.Thread]::CurrentThread.CurrentCulture.Name; [System.Threading.Thread]::CurrentThread.IsAlive',
    'True|False|TimeSpan|0|True|en-US|True',
  ],
  [
    "$t = [System.Timers.Timer]::new(30); $t.AutoReset; $t.Interval; $t.Enabled; $t.Start(); $t.Enabled; $t.Stop(); $t.Enabled; $t.Dispose(); [System.Timers.Timer]::new([timespan]'00:00:02').Interval",
    'True|30|False|True|False|2000',
  ],
  ['[System.Timers.Timer]::new(0)', '!ArgumentException'],
  ['$t = [System.Timers.Timer]::new(); $t.Interval = 0', '!ArgumentException'],
]);

rowsOf('Finished from outside, counted, guarded', [
  [
    '$s = [System.Threading.Tasks.TaskCompletionSource[string]]::new(); $s.SetCanceled(); $s.Task.Status; $s.Task.IsCanceled; $s.Task.GetAwaiter().GetResult()',
    '!TaskCanceledException',
  ],
  ['$s.Task.Wait()', '!AggregateException'],
  [
    "$s = [System.Threading.Tasks.TaskCompletionSource]::new(); $s.SetException([FormatException]::new('m')); $s.Task.Status; $s.Task.Exception.InnerException.Message; $s.TrySetResult()",
    'Faulted|m|False',
  ],
  [
    '$c = [System.Threading.CountdownEvent]::new(2); $c.Signal(); $c.IsSet; $c.Signal(); $c.IsSet; $c.Wait(0); $c.Reset(); $c.CurrentCount; $c.AddCount(3); $c.CurrentCount',
    'False|False|True|True|True|2|5',
  ],
  ['$c.Signal(9)', '!InvalidOperationException'],
  [
    '$l = [System.Threading.ReaderWriterLockSlim]::new(); $l.EnterReadLock(); $l.IsReadLockHeld; $l.ExitReadLock(); $l.EnterWriteLock(); $l.IsWriteLockHeld; $l.RecursionPolicy',
    'True|True|NoRecursion',
  ],
  ['$l.EnterWriteLock()', '!LockRecursionException'],
  [
    "$h = [System.Threading.EventWaitHandle]::new($false, 'AutoReset'); $h.WaitOne(0); $h.Set(); $h.WaitOne(0); $h.WaitOne(0); $g = [System.Threading.ManualResetEvent]::new($true); [System.Threading.WaitHandle]::WaitAny([System.Threading.WaitHandle[]]($h, $g)); [System.Threading.WaitHandle]::WaitAll([System.Threading.WaitHandle[]]($h, $g), 0); [System.Threading.WaitHandle]::WaitTimeout",
    'False|True|True|False|1|False|258',
  ],
  ['[System.Threading.Mutex]::new().ReleaseMutex()', '!ApplicationException'],
  [
    '$k = [System.Threading.Lock]::new(); $k.Enter(); $k.IsHeldByCurrentThread; $k.Exit(); $k.IsHeldByCurrentThread; $v = 5; [System.Threading.Volatile]::Read([ref]$v); $x = [System.Threading.ThreadLocal[int]]::new(); $x.Value; $x.Value = 4; $x.Value; [System.Threading.Tasks.Task]::FromCanceled([System.Threading.CancellationToken]::new($true)).Status',
    'True|False|5|0|4|Canceled',
  ],
]);
