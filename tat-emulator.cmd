@echo off
rem Starts the emulator with the arguments given, from an archive of its classes, which the first start makes for this
rem jar and this JDK. The script tat-emulator beside this one says why each step is as it is.
setlocal EnableExtensions DisableDelayedExpansion
set "options=-XX:ReservedCodeCacheSize=240m -XX:+UseSerialGC -Xms80m -XX:NewSize=48m"
set "kind=own"
if defined JDK_JAVA_OPTIONS set "kind=user"
if defined JAVA_TOOL_OPTIONS set "kind=user"
if defined _JAVA_OPTIONS set "kind=user"
if "%kind%"=="user" set "options="

set "jar=%~dp0tat-emulator.jar"
if not exist "%jar%" set "jar=%~dp0target\tat-emulator.jar"
if not exist "%jar%" goto nojar
set "java=java.exe"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
if defined JAVA_HOME if not exist "%java%" goto nojava
if not defined JAVA_HOME where /q java.exe || goto nojava

rem Options of the user may change from one start to the next without changing this key.
if "%kind%"=="user" goto plain
set "sum="
for /f "skip=1 delims=" %%h in ('certutil -hashfile "%jar%" SHA1') do if not defined sum set "sum=%%h"
if not defined sum goto plain
set "version="
set "vm="
set "vendor="
set "properties=%TEMP%\tat-emulator-%RANDOM%%RANDOM%.txt"
"%java%" -XshowSettings:properties -version 2>"%properties%"
for /f "usebackq tokens=1,* delims==" %%a in ("%properties%") do call :property "%%a" "%%b"
del "%properties%"
if not defined version goto plain
if %version% LSS 17 goto plain
set "make=-XX:ArchiveClassesAtExit"
set "use=-XX:SharedArchiveFile"
set "quiet=-Xlog:cds*=off"
set "compilers=-XX:Tier4InvocationThreshold=100000 -XX:Tier4MinInvocationThreshold=12000 -XX:Tier4CompileThreshold=300000 -XX:Tier4BackEdgeThreshold=800000"
if %version% GEQ 25 set "make=-XX:AOTCacheOutput"
if %version% GEQ 25 set "use=-XX:AOTCache"
if %version% GEQ 25 set "quiet=-Xlog:aot*=off"
if %version% GEQ 25 set "compilers=-XX:TieredStopAtLevel=1"
set "options=%compilers% %options%"

set "home=%jar:~0,-4%-archives\%sum: =%-%vendor: =%-%vm%"
if exist "%home%\classes" goto run
if exist "%home%\no-archive" goto plain
set "new=%home%.%RANDOM%%RANDOM%"
mkdir "%new%" 2>nul
if not exist "%new%\" goto plain
echo tat-emulator: preparing faster starts with this jar and this JDK; it takes some seconds, once 1>&2
if not exist "%home%\" mkdir "%home%" 2>nul
if not exist "%home%\tat-emulator.jar" copy /b "%jar%" "%home%\tat-emulator.jar" >nul || goto failed
"%java%" %options% %make%="%new%\classes" -cp "%home%\tat-emulator.jar" io.tatemulator.TrainingRun >"%new%\log" 2>&1 || goto failed
if not exist "%new%\classes" goto failed
move /y "%new%\classes" "%home%\classes" >nul 2>&1
rmdir /s /q "%new%"
if not exist "%home%\classes" goto plain

:run
"%java%" %options% %use%="%home%\classes" %quiet% -jar "%home%\tat-emulator.jar" %*
exit /b %ERRORLEVEL%

:failed
echo tat-emulator: no archive could be made, so starts take longer; delete "%home%" to try again 1>&2
if not exist "%home%\" mkdir "%home%" 2>nul
type nul >"%home%\no-archive"
rmdir /s /q "%new%"

:plain
"%java%" %options% -jar "%jar%" %*
exit /b %ERRORLEVEL%

:nojar
echo tat-emulator: there is no "%jar%"; build it with mvnw -q -DskipTests package 1>&2
exit /b 1

:nojava
echo tat-emulator: there is no java; install a JDK, 17 or newer, or set JAVA_HOME 1>&2
exit /b 1

:property
for /f "tokens=1" %%n in ("%~1") do (
  if "%%n"=="java.specification.version" for /f "tokens=1" %%v in ("%~2") do set "version=%%v"
  if "%%n"=="java.vm.version" for /f "tokens=1" %%v in ("%~2") do set "vm=%%v"
  if "%%n"=="java.vm.vendor" for /f "tokens=1" %%v in ("%~2") do set "vendor=%%v"
)
exit /b 0
