#!/usr/bin/env bash
# Builds the program in Release when a source is newer than the last good build: the full stack (Hangfire, MailKit) where its packages restore, else the
# default stack. Leaves the path of the program in artifacts/program. Speaks on standard error only: standard output belongs to the verb.
set -euo pipefail
home="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
artifacts="$home/artifacts"
mkdir -p "$artifacts"
exec 9>"$artifacts/build.lock"
if command -v flock >/dev/null; then flock 9; fi

# What the answer of the package source depends on: which source it is, which packages are wanted, what is built with them.
source_identity() {
  {
    printf '%s\n' "${RestoreSources-}" "${RestoreAdditionalProjectSources-}" "${NUGET_PACKAGES-}"
    cat "$home"/[Nn]u[Gg]et.[Cc]onfig "${HOME-}"/.nuget/NuGet/NuGet.Config "$home"/Directory.*.props 2>/dev/null || true
    find "$home/src/CcHc.FullStack" -type f -not -path '*/bin/*' -not -path '*/obj/*' | LC_ALL=C sort | tr '\n' '\0' | xargs -0 cat
  } | cksum
}

# Remembers an answer: yes, no, or later (to be asked again at the next build), with the reason in words.
remember() { printf '%s\n' "$(source_identity)" "$1" "$2" >"$artifacts/full-stack"; }

recall() {
  identity='' answer='' reason=''
  if [ -f "$artifacts/full-stack" ]; then { read -r identity; read -r answer; read -r reason; } <"$artifacts/full-stack" || true; fi
  [ "$identity" = "$(source_identity)" ] || answer=''
}

within_two_minutes() { if command -v timeout >/dev/null; then timeout 120 "$@"; else "$@"; fi; }

ask_package_source() {
  local log="$artifacts/full-stack.log" missing
  echo "cchc: asking the package source for the full stack ..." >&2
  if within_two_minutes dotnet restore "$home/src/CcHc.FullStack/CcHc.FullStack.csproj" -p:FullStack=true -v quiet >"$log" 2>&1; then
    remember yes ''
  elif grep -q 'NU1301' "$log" || ! grep -q 'error' "$log"; then
    remember later 'the package source cannot be reached'
  else
    missing="$(sed -nE 's/.*error NU110[0-9]: Unable to find (a stable )?package ([A-Za-z0-9.]*[A-Za-z0-9]).*/\2/p' "$log" | LC_ALL=C sort | head -n 1)"
    remember no "${missing:-one of its packages} does not restore from the package source"
  fi
}

# $1: default or full
program_of() {
  if [ "$1" = full ]; then echo "$artifacts/full/bin/CcHc.Worker/Release/net10.0/cchc.dll"; else echo "$home/src/CcHc.Worker/bin/Release/net10.0/cchc.dll"; fi
}

is_stale() {
  local stamp="$artifacts/built-$1"
  [ ! -f "$stamp" ] || [ ! -f "$(program_of "$1")" ] ||
    [ -n "$(find "$home/src" "$home"/Directory.*.props "$home/global.json" -newer "$stamp" \
      -not -path '*/bin/*' -not -path '*/obj/*' -type f -print -quit)" ]
}

build() {
  local started full=false
  [ "$1" = default ] || full=true
  echo "cchc: building (the first time takes a minute or two) ..." >&2
  started="$(mktemp "$artifacts/started.XXXXXX")"
  if dotnet build "$home/src/CcHc.Worker/CcHc.Worker.csproj" -c Release -p:FullStack=$full -v quiet >"$artifacts/build.log" 2>&1; then
    # The stamp is from before the build, so that a file saved meanwhile counts as newer.
    mv "$started" "$artifacts/built-$1"
  else
    rm -f "$started"
    return 1
  fi
}

fail() {
  cat "$artifacts/build.log" >&2
  echo "cchc: the build failed; the messages above are also in artifacts/build.log." >&2
  exit 1
}

mode=default
if [ "${CCHC_FULL_STACK-}" = off ]; then
  reason='CCHC_FULL_STACK is off'
else
  recall
  if [ -z "$answer" ] || { [ "$answer" = later ] && is_stale default; }; then
    ask_package_source
    recall
  fi
  [ "$answer" != yes ] || mode=full
fi

if is_stale "$mode" && ! build "$mode"; then
  [ "$mode" = full ] || fail
  # The source may have other versions than those the full stack was written for; the program is needed all the same.
  cp "$artifacts/build.log" "$artifacts/full-stack.log"
  remember later 'it did not build, see artifacts/full-stack.log'
  recall
  mode=default
  ! is_stale default || build default || fail
fi

if [ "$(cat "$artifacts/program" 2>/dev/null)" != "$(program_of "$mode")" ]; then
  program_of "$mode" >"$artifacts/program.new"
  mv "$artifacts/program.new" "$artifacts/program"
fi

if [ "$mode" = full ]; then
  echo 'cchc: full stack (Hangfire, MailKit)' >&2
else
  echo "cchc: default stack (Quartz, System.Net.Mail): $reason" >&2
fi
