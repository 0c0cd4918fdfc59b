# The examples of about_Remote, against two computers that examples/about-remote.mjs has started on loopback ports.
# Server01 and Server02 are names in the ssh_config that it made; localhost needs no server at all.

"`n# A command on one computer"
Invoke-Command -ComputerName Server01 -ScriptBlock { Get-Culture } | Format-Table PSComputerName, Name, DisplayName

"`n# Sessions that keep their state"
$s = New-PSSession -ComputerName Server01, Server02
$s | Format-Table Name, ComputerName, State, Availability

Invoke-Command -Session $s -ScriptBlock { $p = Get-Process }
Invoke-Command -Session $s -ScriptBlock { $p.Count } | ForEach-Object { "$($_.PSComputerName) holds $_ processes" }

"`n# One command on several computers, this one among them"
Invoke-Command -ComputerName Server01, Server02, localhost -ScriptBlock { "process $PID says hello" } |
    Sort-Object PSComputerName | ForEach-Object { "$($_.PSComputerName): $_" }

"`n# A local script on remote computers"
Invoke-Command -ComputerName Server01, Server02 -FilePath (Join-Path $PSScriptRoot 'sample.ps1') -ArgumentList 'about_Remote' |
    Sort-Object PSComputerName

"`n# What an error over there looks like here"
Invoke-Command -Session $s[0] -ScriptBlock { Get-Item /no/such/file } -ErrorAction SilentlyContinue -ErrorVariable trouble
"$($trouble[0].FullyQualifiedErrorId) on $($trouble[0].OriginInfo.PSComputerName)"

"`n# Values travel with `$using:"
$limit = 3
Invoke-Command -Session $s[1] -ScriptBlock { 1..$using:limit | ForEach-Object { $_ * 10 } }

"`n# The end of the sessions"
Remove-PSSession $s
"$(@(Get-PSSession).Count) sessions left"
