@echo off
rem Builds what is stale, then runs the verb: cchc demo, cchc check ...
setlocal
set HOME_DIR=%~dp0
set DOTNET_CLI_TELEMETRY_OPTOUT=1
set DOTNET_NOLOGO=1
where dotnet >nul 2>nul
if errorlevel 1 (
  echo cchc: the .NET SDK 10 is needed and "dotnet" is not on the PATH. 1>&2
  exit /b 1
)
if "%~1"=="test" (
  dotnet test "%HOME_DIR%CcHc.sln"
  exit /b %errorlevel%
)
if not exist "%HOME_DIR%artifacts" mkdir "%HOME_DIR%artifacts"
rem MSBuild itself skips what is up to date. Always the default stack here.
dotnet build "%HOME_DIR%src\CcHc.Worker\CcHc.Worker.csproj" -c Release -v quiet > "%HOME_DIR%artifacts\build.log" 2>&1
if errorlevel 1 (
  type "%HOME_DIR%artifacts\build.log" 1>&2
  exit /b 1
)
set CCHC_HOME=%HOME_DIR%
dotnet "%HOME_DIR%src\CcHc.Worker\bin\Release\net10.0\cchc.dll" %*
exit /b %errorlevel%
