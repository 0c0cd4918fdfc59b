/** One item as the scripts below tell of it. */
const describe = `
  [pscustomobject]@{
    Path = $it
    Name = [System.IO.Path]::GetFileName($it.TrimEnd('/', '\\'))
    IsFolder = [System.IO.Directory]::Exists($it)
    IsFile = [System.IO.File]::Exists($it)
    HasParent = [System.IO.Directory]::Exists([string][System.IO.Path]::GetDirectoryName($it))
    Modified = [System.IO.File]::GetLastWriteTimeUtc($it)
  }`;

/**
 * What Copy-Item runs on the far side. Only the language and .NET, so that any PowerShell can run them, commands that are
 * not there included.
 */
export const farScripts = {
  /** Whether a path is absolute, then the items it stands for. */
  find: `param([string] $Path, [bool] $Expand)
$paths = $ExecutionContext.SessionState.Path
$drive = $null
$provider = $null
$absolute = $paths.IsPSAbsolute($Path, [ref] $drive)
$absolute
if (-not $absolute) { return }
$found = if ($Expand) { try { $paths.GetResolvedProviderPathFromPSPath($Path, [ref] $provider) } catch { } } else { $paths.GetUnresolvedProviderPathFromPSPath($Path) }
foreach ($it in $found) {${describe}
}`,
  /** The items in a folder. */
  list: `param([string] $Path)
foreach ($it in [System.IO.Directory]::GetFileSystemEntries($Path)) {${describe}
}`,
  /** Makes a folder. */
  makeFolder: `param([string] $Path, [bool] $Force)
$ErrorActionPreference = 'Stop'
if (-not $Force -and [System.IO.Directory]::Exists($Path)) {
  throw [System.Management.Automation.ErrorRecord]::new([System.IO.IOException]::new("There is already an item at ""$Path""."), 'DirectoryExist', 'ResourceExists', $Path)
}
$null = [System.IO.Directory]::CreateDirectory($Path)`,
  /** Writes what comes in to a file. */
  write: `param([string] $Path, [bool] $Append, [bool] $Force, [datetime] $Modified)
begin {
  $ErrorActionPreference = 'Stop'
  if ($Force -and [System.IO.File]::Exists($Path)) {
    $file = [System.IO.FileInfo]::new($Path)
    if ($file.IsReadOnly) { $file.IsReadOnly = $false }
  }
  $mode = if ($Append) { [System.IO.FileMode]::Append } else { [System.IO.FileMode]::Create }
  $stream = [System.IO.FileStream]::new($Path, $mode, [System.IO.FileAccess]::Write)
}
process {
  if ($null -eq $_) { return }
  try { $stream.Write($_, 0, $_.Length) } catch { $stream.Dispose(); throw }
}
end {
  $stream.Dispose()
  [System.IO.File]::SetLastWriteTimeUtc($Path, $Modified)
}`,
  /** Gives a file as pieces of bytes. */
  read: `param([string] $Path, [int] $Size)
$ErrorActionPreference = 'Stop'
$stream = [System.IO.File]::OpenRead($Path)
try {
  while ($true) {
    $buffer = [byte[]]::new($Size)
    $count = $stream.Read($buffer, 0, $Size)
    if ($count -eq 0) { break }
    if ($count -lt $Size) { [array]::Resize([ref] $buffer, $count) }
    , $buffer
  }
} finally { $stream.Dispose() }`,
} as const;
