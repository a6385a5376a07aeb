#!/usr/bin/env bash
# Breaks one rule of the deadline grammar at a time and asks whether a deadline test notices. Works in a copy; the work tree is not touched.
#   scripts/mutate-grammar.sh              every line of scripts/mutations.tsv
#   scripts/mutate-grammar.sh MonthRules   only the families whose name holds the word
# Exit 0 when every mutation was noticed, 1 when one survived, 2 when a line of the table no longer fits the source.
set -uo pipefail
home="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
copy="$(mktemp -d)"
trap 'rm -rf "$copy"' EXIT
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en

mkdir -p "$copy/src" "$copy/tests"
for place in . src tests; do
  cp "$home/$place"/Directory.*.props "$copy/$place/" 2>/dev/null
done
cp "$home/global.json" "$home/.editorconfig" "$home/scripts/mutations.tsv" "$copy/"
cp -r "$home/src/CcHc.Core" "$copy/src/"
cp -r "$home/tests/CcHc.Core.Tests" "$home/tests/Shared" "$copy/tests/"
rm -rf "$copy"/*/*/bin "$copy"/*/*/obj
grammar="$copy/src/CcHc.Core/Deadlines/Grammar"
tests="$copy/tests/CcHc.Core.Tests"

# Spellings and random texts take most of the time and say nothing about single rules.
asked='(FullyQualifiedName~Core.Tests.Deadlines.DeadlineParser|FullyQualifiedName~Core.Tests.Deadlines.DeadlineDoubt)&FullyQualifiedName!~DoesNotDependOnSpelling&FullyQualifiedName!~NeverThrows'
quick=(--no-restore -v quiet -clp:ErrorsOnly -p:RunAnalyzers=false -p:TreatWarningsAsErrors=false)
built="$tests/bin/Debug/net10.0"

# A mutation changes no signature: only the core is compiled again, and laid beside the tests built once.
notices() {
  dotnet build "$copy/src/CcHc.Core" "${quick[@]}" >"$copy/log" 2>&1 || return 2
  cp "$copy/src/CcHc.Core/bin/Debug/net10.0/CcHc.Core.dll" "$built/"
  ! dotnet test "$built/CcHc.Core.Tests.dll" --filter "$asked" >"$copy/log" 2>&1
}

if ! { dotnet restore "$tests" -v quiet && dotnet build "$tests" "${quick[@]}"; } >"$copy/log" 2>&1; then
  tail -20 "$copy/log" >&2
  exit 2
fi

notices
case $? in
  0) echo "The tests fail before anything is changed:" >&2; tail -20 "$copy/log" >&2; exit 2 ;;
  2) tail -20 "$copy/log" >&2; exit 2 ;;
esac

survived=0 unfit=0 killed=0
while IFS=$'\t' read -r -u 3 file search replace; do
  case "$file" in '' | '#'*) continue ;; esac
  case "$file" in *"${1-}"*) ;; *) continue ;; esac
  source="$(find "$grammar" -name "$file.cs")"
  if [ ! -f "$source" ] || ! grep -qF -- "$search" "$source"; then
    echo "unfit     $file: $search"
    unfit=$((unfit + 1))
    continue
  fi

  cp "$source" "$copy/kept"
  SEARCH="$search" REPLACE="$replace" perl -0pi -e 's/\Q$ENV{SEARCH}\E/$ENV{REPLACE}/' "$source"
  notices
  case $? in
    0) verdict=killed killed=$((killed + 1)) ;;
    1) verdict=SURVIVED survived=$((survived + 1)) ;;
    *) verdict=unfit unfit=$((unfit + 1)) ;;
  esac
  printf '%-9s %s: %s -> %s\n' "$verdict" "$file" "$search" "$replace"
  cp "$copy/kept" "$source"
done 3<"$copy/mutations.tsv"

echo "$killed killed, $survived survived, $unfit unfit"
[ "$unfit" -eq 0 ] || exit 2
[ "$survived" -eq 0 ]
