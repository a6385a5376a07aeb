#!/usr/bin/env bash
# Sees to what the tests need from the system; the program itself needs nothing beside the SDK. Installs it on Debian-like systems when it may; else says what to install.
set -euo pipefail
missing=()

has_file() { for path in "$@"; do [ ! -e "$path" ] || return 0; done; return 1; }
has_postgres() { command -v initdb >/dev/null || has_file /usr/lib/postgresql/*/bin/initdb || [ -n "${CCHC_TEST_POSTGRES-}" ]; }
has_chromium() { command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null; }
has_compiler() { [ "$(uname -s)" != Linux ] || command -v cc >/dev/null; }
has_aiosmtpd() { [ -x /usr/bin/python3 ] && /usr/bin/python3 -c 'import aiosmtpd' 2>/dev/null; }
has_dovecot() { has_file /usr/sbin/dovecot /usr/bin/dovecot; }
has_calc() { command -v soffice >/dev/null; }
has_writer() { has_file /usr/lib/libreoffice/program/libswlo.so /opt/libreoffice*/program/libswlo.so /usr/lib64/libreoffice/program/libswlo.so; }
has_openpyxl() { [ -x /usr/bin/python3 ] && /usr/bin/python3 -c 'import openpyxl' 2>/dev/null; }

has_postgres || missing+=(postgresql)
has_aiosmtpd || missing+=(python3-aiosmtpd)
has_chromium || missing+=(chromium)
has_openpyxl || missing+=(python3-openpyxl)
has_dovecot || missing+=(dovecot-imapd)
has_calc || missing+=(libreoffice-calc)
has_writer || missing+=(libreoffice-writer)
has_compiler || missing+=(gcc libc6-dev)

[ ${#missing[@]} -gt 0 ] || exit 0

if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  echo "cchc: installing ${missing[*]} ..." >&2
  log="$(mktemp)"
  if apt-get update >"$log" 2>&1 && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}" >>"$log" 2>&1; then
    rm -f "$log"
    exit 0
  fi
  tail -n 20 "$log" >&2
fi

echo "cchc: the system lacks ${missing[*]} (Debian package names). Install with: sudo apt-get install ${missing[*]}" >&2
[ "${CI-}" = true ] || { echo "cchc: tests that need them will fail." >&2; exit 0; }
exit 1
