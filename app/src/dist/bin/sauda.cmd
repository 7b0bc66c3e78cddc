@echo off
rem Starts Sauda on a JDK 25 or newer, wherever it is installed.
setlocal EnableDelayedExpansion
set "APP=%~dp0.."
set "JDK="
call :try "%SAUDA_JAVA_HOME%"
call :try "%JAVA_HOME%"
for /f "delims=" %%j in ('where java 2^>nul') do for %%h in ("%%~dpj..") do call :try "%%~fh"
for %%r in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\Amazon Corretto" "%ProgramFiles%\BellSoft" "%LocalAppData%\Programs\Eclipse Adoptium" "%UserProfile%\.jdks") do (
  if exist "%%~r" for /d %%h in ("%%~r\*") do call :try "%%~h"
)
if not defined JDK (
  echo sauda: no JDK 25 or newer was found; install one ^(for example Eclipse Temurin 25 from adoptium.net^) or point SAUDA_JAVA_HOME at it. 1>&2
  exit /b 1
)
set "CACHE="
if exist "%APP%\lib\sauda.aot" set CACHE="-XX:AOTCache=%APP%\lib\sauda.aot"
set "SOON="
if "%~1"=="" set SOON="@%APP%\lib\window.options"
if "%~1"=="demo" set SOON="@%APP%\lib\window.options"
if "%~1"=="--profile" set SOON="@%APP%\lib\window.options"
set "LEAN="
for %%a in (%*) do if "%%~a"=="--headless" set "SOON=" & set "LEAN=-Xms48m -Xmn12m -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=20 -XX:-ShrinkHeapInSteps"
"%JDK%\bin\java.exe" "@%APP%\lib\jvm.options" %CACHE% %SOON% %LEAN% %SAUDA_JAVA_OPTS% -jar "%APP%\lib\sauda.jar" %*
exit /b %ERRORLEVEL%

:try
if defined JDK exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==." %%v in ('findstr /b "JAVA_VERSION=" "%~1\release"') do set "MAJOR=%%~v"
set "MAJOR=!MAJOR:"=!"
if !MAJOR! GEQ 25 set "JDK=%~1"
exit /b 0
