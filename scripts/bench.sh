#!/usr/bin/env bash
# Runs the benchmarks and writes docs/benchmarks.md; a filtered run writes artifacts/benchmarks.md instead. Fails when a target is missed.
#   ./cchc bench [--filter '*ReadRegisters*'] [--out FILE]      some ten minutes on two cores; leave the machine alone meanwhile
set -euo pipefail
home="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$home"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en

mkdir -p artifacts
echo "cchc: building the benchmarks ..." >&2
if ! dotnet build bench/CcHc.Bench/CcHc.Bench.csproj -c Release -v quiet >artifacts/bench-build.log 2>&1; then
  cat artifacts/bench-build.log >&2
  exit 1
fi

exec bench/CcHc.Bench/bin/Release/net10.0/CcHc.Bench "$@"
