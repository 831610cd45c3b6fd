#!/usr/bin/env bash
# Unpacks the newest archive of dist/ elsewhere and uses it there; makes one first if there is none.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/install.sh check
newest() { find dist -maxdepth 1 -name 'puebla-*.tar.gz' -printf '%T@ %p\n' 2>/dev/null | sort -n | tail -1 | cut -d' ' -f2-; }
[ -n "$(newest)" ] || scripts/package.sh
exec python3 scripts/package_check.py "$(newest)"
