@echo off
rem Runs Maven from any machine that has a JDK: the installed one where it is new enough, else a pinned copy that is
rem downloaded once. Arguments, working directory and JAVA_HOME mean what they mean to mvn itself.
setlocal
set "MVNW_MVN="
set "MVNW_SELF=%~f0"
set "MVNW_PROPERTIES=%~dp0.mvn\wrapper\maven-wrapper.properties"

rem Called by its full path below: a batch file called by a quoted bare name looks for its own folder in the wrong place.
for %%p in (mvn.cmd mvn.exe) do if not defined MVNW_MVN set "MVNW_MVN=%%~$PATH:p"
if not defined MVNW_MVN goto pinned
for /f "tokens=2-4 delims=. " %%a in ('call "%MVNW_MVN%" --version 2^>nul') do (
    if "%%a"=="Maven" if %%b gtr 3 goto run
    if "%%a"=="Maven" if %%b equ 3 if %%c geq 8 goto run
)

:pinned
if not exist "%MVNW_PROPERTIES%" (
    echo mvnw: cannot read "%MVNW_PROPERTIES%" 1>&2
    exit /b 1
)
for /f "usebackq eol=# tokens=1,* delims==" %%a in ("%MVNW_PROPERTIES%") do set "MVNW_%%a=%%b"
set "MVNW_BASE=%USERPROFILE%\.m2"
if defined MAVEN_USER_HOME set "MVNW_BASE=%MAVEN_USER_HOME%"
rem The sum is part of the path: a changed pin is a fresh copy, and copies left by other launchers are not taken for ours.
set "MVNW_HOME=%MVNW_BASE%\wrapper\dists\apache-maven-%MVNW_mavenVersion%\%MVNW_distributionZipSha512:~0,16%"
set "MVNW_MVN=%MVNW_HOME%\bin\mvn.cmd"
if exist "%MVNW_MVN%" goto run
rem Values travel in the environment, not on this line, so that no character in a path can end a quotation.
powershell -NoProfile -NonInteractive -ExecutionPolicy Bypass -Command "$text = [IO.File]::ReadAllText($env:MVNW_SELF); Invoke-Expression $text.Substring($text.LastIndexOf('# PowerShell from here'))"
if errorlevel 1 exit /b 1

:run
call "%MVNW_MVN%" %*
exit /b %ERRORLEVEL%

# PowerShell from here
$ErrorActionPreference = 'Stop'
# A progress bar makes downloads and unpacking many times slower in Windows PowerShell 5.
$ProgressPreference = 'SilentlyContinue'
# Started from PowerShell 7, version 5 inherits a module path with modules that it cannot load.
$env:PSModulePath = "$PSHOME\Modules"
# Older .NET Frameworks do not offer TLS 1.2 by themselves.
[Net.ServicePointManager]::SecurityProtocol = [Net.ServicePointManager]::SecurityProtocol -bor [Net.SecurityProtocolType]::Tls12
$url = $env:MVNW_distributionUrl
$temporary = Join-Path (Split-Path $env:MVNW_HOME) ('.unpack.' + [IO.Path]::GetRandomFileName())
$status = 0
try {
    [Console]::Error.WriteLine("mvnw: downloading $url")
    New-Item -ItemType Directory -Force -Path $temporary | Out-Null
    $zip = Join-Path $temporary 'maven.zip'
    Invoke-WebRequest -UseBasicParsing -Uri $url -OutFile $zip
    if ((Get-FileHash -Algorithm SHA512 -LiteralPath $zip).Hash -ne $env:MVNW_distributionZipSha512) {
        throw "SHA-512 of $url is not the pinned one; the download was deleted"
    }
    Expand-Archive -LiteralPath $zip -DestinationPath $temporary
    # Renamed as a whole, so that nobody ever meets half a Maven; another build may have been first, which is as good.
    if (-not (Test-Path -LiteralPath $env:MVNW_HOME)) {
        Move-Item -LiteralPath (Join-Path $temporary "apache-maven-$env:MVNW_mavenVersion") -Destination $env:MVNW_HOME
    }
} catch {
    [Console]::Error.WriteLine("mvnw: $($_.Exception.Message)")
    $status = 1
}
Remove-Item -Recurse -Force -LiteralPath $temporary -ErrorAction SilentlyContinue
exit $status
