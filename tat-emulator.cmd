@echo off
rem Starts the emulator with the arguments given, from an archive of its classes, which the first start makes for this
rem jar and this JDK. The script tat-emulator beside this one says why each step is as it is.
setlocal EnableExtensions DisableDelayedExpansion
set "options=-XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=240m -XX:+UseSerialGC -Xms80m -XX:NewSize=48m"
if defined JDK_JAVA_OPTIONS set "options="
if defined JAVA_TOOL_OPTIONS set "options="

set "jar=%~dp0tat-emulator.jar"
if not exist "%jar%" set "jar=%~dp0target\tat-emulator.jar"
if not exist "%jar%" (
  echo tat-emulator: there is no %jar%; build it with mvnw -q -DskipTests package 1>&2
  exit /b 1
)
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"

set "version="
set "vm="
for /f "tokens=1,* delims==" %%a in ('""%java%" -XshowSettings:properties -version 2^>^&1"') do call :property "%%a" "%%b"
if not defined version goto plain
if %version% LSS 17 goto plain
set "make=-XX:ArchiveClassesAtExit"
set "use=-XX:SharedArchiveFile"
set "quiet=-Xlog:cds*=off"
if %version% GEQ 25 (
  set "make=-XX:AOTCacheOutput"
  set "use=-XX:AOTCache"
  set "quiet=-Xlog:aot*=off"
)

set "sum="
for /f "skip=1 delims=" %%h in ('certutil -hashfile "%jar%" SHA1') do if not defined sum set "sum=%%h"
if not defined sum goto plain
set "home=%jar:~0,-4%-archives\%sum: =%-%vm%"
if exist "%home%\classes" goto run
if exist "%home%\no-archive" goto plain
mkdir "%home%" 2>nul
if not exist "%home%\" goto plain
echo tat-emulator: preparing faster starts with this jar and this JDK; it takes some seconds, once 1>&2
"%java%" -Djarmode=tools -jar "%jar%" extract --force --destination "%home%" >"%home%\log" 2>&1
"%java%" %options% %make%="%home%\classes" -cp "%home%\tat-emulator.jar" io.tatemulator.TrainingRun >>"%home%\log" 2>&1
if not exist "%home%\classes" (
  echo tat-emulator: no archive could be made, so starts take longer; delete %home% to try again 1>&2
  type nul >"%home%\no-archive"
  goto plain
)

:run
"%java%" %options% %use%="%home%\classes" %quiet% -jar "%home%\tat-emulator.jar" %*
exit /b %ERRORLEVEL%

:plain
"%java%" %options% -jar "%jar%" %*
exit /b %ERRORLEVEL%

:property
for /f "tokens=1" %%n in ("%~1") do (
  if "%%n"=="java.specification.version" for /f "tokens=1" %%v in ("%~2") do set "version=%%v"
  if "%%n"=="java.vm.version" for /f "tokens=1" %%v in ("%~2") do set "vm=%%v"
)
exit /b 0
