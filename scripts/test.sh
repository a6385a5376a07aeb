#!/usr/bin/env bash
# Runs every test and closes with one line: N passed, N failed[, N skipped]. Arguments go to `dotnet test`.
set -uo pipefail
home="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$home" || exit 1
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en

scripts/system-needs.sh || exit 1
mkdir -p artifacts
log=artifacts/test.log
dotnet test CcHc.sln "$@" 2>&1 | tee "$log"
status=${PIPESTATUS[0]}

# Each test project closes with "Passed!/Failed!  - Failed: N, Passed: N, Skipped: N, Total: N".
read -r passed failed skipped projects < <(awk '
  /(Passed|Failed|Skipped)! +- +Failed: / {
    n++
    for (i = 1; i < NF; i++) {
      if ($i == "Failed:")  failed  += $(i + 1)
      if ($i == "Passed:")  passed  += $(i + 1)
      if ($i == "Skipped:") skipped += $(i + 1)
    }
  }
  END { print passed + 0, failed + 0, skipped + 0, n + 0 }' "$log")

if [ "$projects" -eq 0 ]; then
  echo "cchc: no test ran; see the messages above." >&2
  [ "$status" -ne 0 ] || status=1
fi

# The Windows build beside the Linux one, where there is wine and something was published: a difference fails the tests, and that it was not looked at is said.
if ! command -v wine >/dev/null; then
  echo "windows-smoke: NOT RUN, wine is not installed (Debian: wine64, wine)."
elif ! ls artifacts/publish/cchc-*-setup-win-x64.exe >/dev/null 2>&1; then
  echo "windows-smoke: NOT RUN, nothing is published in artifacts/publish (scripts/publish)."
elif scripts/windows-smoke artifacts/publish | tee artifacts/windows-smoke.log; then
  passed=$((passed + 1))
else
  failed=$((failed + 1)) status=1
fi

line="$passed passed, $failed failed"
[ "$skipped" -eq 0 ] || line="$line, $skipped skipped"
echo
echo "$line"
exit "$status"
