#!/usr/bin/env bash
# Writes docs/rules.md, docs/acts.md and docs/cli.md anew from the program that runs them.
set -euo pipefail
cd "$(dirname "$0")/.."

CONFIG=debug scripts/build.sh
"$(swift build --show-bin-path)/puebla" docs --into docs
