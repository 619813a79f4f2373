# Creates or removes one shortcut to Footprint in a special folder of the present user; prints its path.
param(
    [Parameter(Mandatory)] [ValidateSet("create", "remove")] [string] $Action,
    [Parameter(Mandatory)] [ValidateSet("Programs", "Desktop")] [string] $Folder,
    [Parameter(Mandatory)] [string] $Name,
    [Parameter(Mandatory)] [string] $Target,
    [Parameter(Mandatory)] [string] $Icon
)
$ErrorActionPreference = "Stop"
# GetFolderPath follows a desktop that was moved to another drive or into a synchronised folder.
$path = Join-Path ([Environment]::GetFolderPath($Folder)) "$Name.lnk"
if ($Action -eq "create") {
    $shortcut = (New-Object -ComObject WScript.Shell).CreateShortcut($path)
    $shortcut.TargetPath = $Target
    $shortcut.IconLocation = $Icon
    $shortcut.WorkingDirectory = [Environment]::GetFolderPath("UserProfile")
    $shortcut.Save()
} elseif (Test-Path -LiteralPath $path) {
    Remove-Item -LiteralPath $path
}
Write-Output $path
