param([string] $Topic)

"$Topic runs here, with $(@(Get-ChildItem -LiteralPath /).Count -gt 0 ? 'files' : 'no files') to look at"
