import { casesOf } from '../cases-of.ts';

const id = "$error[0].FullyQualifiedErrorId -replace ',.*'";
const collection = '$o = [Collections.ObjectModel.ObservableCollection[int]]::new();';

casesOf({
  'Events of a script’s own': [
    [
      '$null = New-Event a me 1, 2 msg; $e = Get-Event a; $e.Sender; $e.SourceArgs; $e.MessageData; Remove-Event a; @(Get-Event).Count',
      'me',
      '1',
      '2',
      'msg',
      '0',
    ],
    [
      `Get-Event nope 2>$null; ${id}; Remove-Event -EventIdentifier 9 2>$null; ${id}; @(Get-Event x*).Count`,
      'INVALID_SOURCE_IDENTIFIER',
      'INVALID_EVENT_IDENTIFIER',
      '0',
    ],
    ['$null = New-Event a; (Wait-Event a).SourceIdentifier; @(Get-Event).Count; Wait-Event b -Timeout 0', 'a', '1'],
  ],
  Actions: [
    [
      '$j = Register-EngineEvent a -Action { "got $args $($Event.MessageData)" }; $j.State; $null = New-Event a -EventArguments 1, 2 -MessageData m; $j.State; Receive-Job $j; Unregister-Event a; $j.State',
      'NotStarted',
      'Running',
      'got 1 2 m',
      'Stopped',
    ],
    [
      '$x = 1; $null = Register-EngineEvent a -Action { $script:x = 2; $global:y = 3 }; $null = New-Event a; $x; $y',
      '1',
      '3',
    ],
    ["$j = Register-EngineEvent a -Action { throw 'x' }; $null = New-Event a; $?; $j.Error.Count", 'true', '1'],
    [
      '$null = Register-EngineEvent a -MaxTriggerCount 1 -Action { $global:n++ }; 1..3 | ForEach-Object { $null = New-Event a }; $n; @(Get-EventSubscriber).Count; @(Get-Event).Count',
      '1',
      '0',
      '2',
    ],
    [`try { Register-EngineEvent a } catch { $_.FullyQualifiedErrorId -replace ',.*' }`, 'ACTION_MANDATORY_FOR_LOCAL'],
    [
      `try { Register-EngineEvent a -Forward -Action { } } catch { $_.FullyQualifiedErrorId -replace ',.*' }`,
      'ACTION_AND_FORWARD_NOT_SUPPORTED',
    ],
    [
      'Register-EngineEvent a -SupportEvent -Action { $global:n = 5 }; $null = New-Event a; $n; @(Get-EventSubscriber).Count; @(Get-EventSubscriber -Force).Count; @(Get-Job).Count',
      '5',
      '0',
      '1',
      '0',
    ],
  ],
  'The manager': [
    [
      "$m = $ExecutionContext.Events; $null = $m.GenerateEvent('a', $null, @(1, 2), 'm'); (Get-Event a).SourceArgs; $null = Register-EngineEvent b -Action { }; $m.Subscribers.Count",
      '1',
      '2',
      '1',
    ],
  ],
  'Events of objects': [
    [
      `${collection} Register-ObjectEvent $o CollectionChanged -SourceIdentifier c; $o.Add(5); $e = (Get-Event c).SourceEventArgs; "$($e.Action) $($e.NewItems)"; Unregister-Event c; $o.Add(6); @(Get-Event).Count`,
      'Add 5',
      '1',
    ],
    [
      `${collection} $null = Register-ObjectEvent $o CollectionChanged c { $global:n += $EventArgs.NewItems[0] }; $o.Add(1); $o.Add(2); $null = Get-Date; $n`,
      '3',
    ],
    [
      `${collection} $o.add_PropertyChanged({ $global:seen += $args[1].PropertyName }); $o.Add(1); $seen`,
      'CountItem[]',
    ],
    [
      `${collection} Register-ObjectEvent $o Nope 2>$null; ${id}; Register-ObjectEvent $o CollectionChanged c; Register-ObjectEvent $o CollectionChanged c 2>$null; ${id}`,
      'INVALID_REGISTRATION',
      'SUBSCRIBER_EXISTS',
    ],
    [
      '$t = [Timers.Timer]::new(5); $t.AutoReset = $false; Register-ObjectEvent $t Elapsed Tick; $t.Start(); (Wait-Event Tick -Timeout 5).SourceEventArgs.GetType().Name',
      'ElapsedEventArgs',
    ],
    [
      '$j = Start-ThreadJob { Start-Sleep -Milliseconds 20 }; $null = Register-ObjectEvent $j StateChanged -Action { $global:last = "$($EventArgs.JobStateInfo.State)" }; $null = Wait-Job $j; $last',
      'Completed',
    ],
  ],
});
