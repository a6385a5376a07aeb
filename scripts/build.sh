#!/usr/bin/env bash
# Builds the program in Release when a source is newer than the last good build. Speaks on standard error only: standard output belongs to the verb.
set -euo pipefail
home="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
artifacts="$home/artifacts"
stamp="$artifacts/built"
program="$home/src/CcHc.Worker/bin/Release/net10.0/cchc.dll"
mkdir -p "$artifacts"
exec 9>"$artifacts/build.lock"
if command -v flock >/dev/null; then flock 9; fi

if [ -f "$stamp" ] && [ -f "$program" ] &&
  [ -z "$(find "$home/src" "$home"/Directory.*.props "$home/global.json" -newer "$stamp" -not -path '*/bin/*' -not -path '*/obj/*' -type f -print -quit)" ]; then
  exit 0
fi

echo "cchc: building (the first time takes a minute or two) ..." >&2
started="$(mktemp "$artifacts/started.XXXXXX")"
# The compiler's server stays behind after the build; it must not take the lock with it.
if ! dotnet build "$home/src/CcHc.Worker/CcHc.Worker.csproj" -c Release -v quiet >"$artifacts/build.log" 2>&1 9>&-; then
  rm -f "$started"
  cat "$artifacts/build.log" >&2
  echo "cchc: the build failed; the messages above are also in artifacts/build.log." >&2
  exit 1
fi

# The stamp is from before the build, so that a file saved meanwhile counts as newer.
mv "$started" "$stamp"
