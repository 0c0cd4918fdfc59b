# What usual scripts do. The build runs it once, so that the code of what it loads is compiled in advance.
param([string] $Name = 'usual', [int] $Count = 3, [switch] $Force)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

function Get-Square {
    [CmdletBinding()]
    param([Parameter(Mandatory, ValueFromPipeline)] [int] $Number, [ValidateRange(1, 9)] [int] $Times = 1)
    begin { $sum = 0 }
    process { $sum += $Number * $Number; $Number * $Number * $Times }
    end { Write-Verbose "sum $sum" }
}
filter Test-Even { if ($_ % 2 -eq 0) { $_ } }

class Animal {
    [string] $Name
    static [int] $Made = 0
    Animal([string] $name) { $this.Name = $name; [Animal]::Made++ }
    [string] Speak() { return "$($this.Name) makes a sound" }
}
class Dog : Animal {
    Dog([string] $name) : base($name) { }
    [string] Speak() { return ([Animal] $this).Name + ' barks' }
}
enum Colour { Red; Green; Blue = 5 }

# Control flow
for ($i = 0; $i -lt $Count; $i++) { if ($i -eq 1) { continue } elseif ($i -gt 5) { break } else { $x = $i * 2.5 } }
$n = 0; while ($n -lt 3) { $n++ }; do { $n-- } until ($n -le 0)
foreach ($item in 1..5) { $last = $item }
switch -Regex ('abc', 'xyz') { '^a' { "starts $_" } default { 'other' } }
switch ($Count) { 3 { 'three' } { $_ -gt 2 } { 'more' } default { } }
try { throw 'broken' } catch [System.IO.IOException] { } catch { $_.Exception.Message; $_.FullyQualifiedErrorId } finally { 'done' }
try { Get-Item ./no-such-file } catch { "$_"; $_.CategoryInfo.Category }
try { [int]::Parse('x') } catch { $_.Exception.GetType().Name; $_.Exception.InnerException.Message }
Get-Item ./no-such-file -ErrorAction SilentlyContinue

# Values and operators
$list = [System.Collections.Generic.List[string]]::new(); $list.Add('b'); $list.AddRange([string[]] ('a', 'c')); $list.Sort()
$table = @{ one = 1; two = 2 }; $table['three'] = 3; $table.Remove('one'); $table.ContainsKey('two')
$ordered = [ordered] @{ z = 1; a = 2 }; $ordered.Keys -join ','
$array = @(1, 2, 3) + 4; $array += 5; $array[0], $array[-1], $array[1..2]; $array.Count; $array -contains 3; 3 -in $array
$object = [pscustomobject] @{ Name = 'n'; Size = 10; When = [datetime] '2024-02-03 04:05' }
$object | Add-Member -NotePropertyName Extra -NotePropertyValue 1
$null -eq $object.Extra; $object.PSObject.Properties.Name -join ' '
'a,b' -split ','; 'x', 'y' -join '+'; 'abc' -replace 'b', 'B'; 'abc' -match '(?<first>a)(.)'; $Matches['first']; 'abc' -like 'a*'
'{0:N2} {1,5} {2:x}' -f 1234.5, 'r', 255; "$($object.Name): $Name`t$(1 + 2)"; 'text'.ToUpper().Substring(1).PadLeft(6).Trim()
1 -band 3; 7 -shl 1; -not $true; 5 / 2; 5 % 2; [math]::Round(2.567, 1); [math]::Max(1, 2); 1kb; 10L; 1.5d; [int] '42'; '42' -as [double]
$true ? 'yes' : 'no'; $null ?? 'default'; ${Name}?.Length; @(1, 2).ForEach({ $_ * 2 }); @(1, 2, 3).Where({ $_ -gt 1 })
[string]::IsNullOrEmpty(''); [string]::Join('-', 'a', 'b'); [char] 65; [guid]::Empty; [regex]::Matches('a1b2', '\d').Value
[datetime]::new(2024, 1, 2).AddDays(1).ToString('yyyy-MM-dd'); (New-TimeSpan -Hours 2).TotalMinutes; Get-Date -Year 2024 -Format yyyy
$builder = [System.Text.StringBuilder]::new(); $null = $builder.Append('a').AppendLine('b'); $builder.Length
$block = { param($a) $a + 1 }; & $block 1; . { $inner = 2 }; $inner; $block.InvokeReturnAsIs(2)
$splat = @{ Number = 3; Times = 2 }; Get-Square @splat
[Dog]::new('Rex').Speak(); [Animal]::Made; [Colour]::Blue; [Colour] 'Red' -eq 0; $object -is [pscustomobject]; [xml] '<a b="1"/>' | Out-Null
@"
Here $Name
"@

# Commands
1..5 | Get-Square | Test-Even | ForEach-Object { $_ + 1 } | Where-Object { $_ -gt 1 } | Select-Object -First 2
$rows = 'b', 'a', 'c' | ForEach-Object { [pscustomobject] @{ Key = $_; Length = $_.Length } }
$rows | Sort-Object Key -Descending | Select-Object Key, @{ Name = 'Double'; Expression = { $_.Length * 2 } }
$rows | Group-Object Length | ForEach-Object { "$($_.Name) $($_.Count)" }
$rows | Measure-Object Length -Sum -Average | ForEach-Object Sum
$rows | ConvertTo-Json -Depth 3 | ConvertFrom-Json | Format-Table
$rows | ConvertTo-Csv | ConvertFrom-Csv | Format-List
$rows | Out-String | Out-Null; $object | Format-Table -AutoSize | Out-String | Out-Null; Compare-Object 1, 2 2, 3 | Out-Null
Write-Output 'out'; Write-Host 'host'; Write-Warning 'warning' 3>$null; Write-Error 'error' -ErrorAction SilentlyContinue
Write-Verbose 'verbose'; Write-Debug 'debug'; Write-Information 'information'
$file = Join-Path ([System.IO.Path]::GetTempPath()) "nacre-usual-$PID.txt"
'one', 'two' | Set-Content $file; Add-Content $file 'three'; Get-Content $file | Select-String 'o'; Test-Path $file
(Get-Item $file).Length; Get-ChildItem (Split-Path $file) -Filter 'nacre-usual-*' | ForEach-Object Name; Remove-Item $file
Get-Variable Name | ForEach-Object Value; Get-Command Get-Square | ForEach-Object Name; Get-Member -InputObject $object -Name Size
Get-Location | Out-Null; Push-Location /; Pop-Location; $env:HOME | Out-Null; $PSVersionTable.PSVersion.Major; Get-Random -Maximum 5 | Out-Null
Start-Sleep -Milliseconds 0; $MyInvocation.MyCommand.Name; Invoke-Expression '1 + 1'
