#!/usr/bin/env bash
# Writes docs/rules.md, docs/acts.md, docs/cli.md, the schema of the JSON answers and docs/access.md anew from the program
# that runs them.
set -euo pipefail
cd "$(dirname "$0")/.."

CONFIG=debug scripts/build.sh
"$(swift build --show-bin-path)/puebla" docs --into docs
# The shape of every JSON answer, learned from the answers of the same program.
python3 scripts/make_schema.py
# Who sees what of the invented conference, asked of every page and file.
python3 scripts/make_access.py
