#!/usr/bin/env bash
# Builds the benchmarks optimised and prints their table; what is given goes to the program (--help).
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/install.sh build
scripts/venv.sh
if [ ! -d .build/release ]; then
    echo "Building the benchmarks (release). The first time takes many minutes."
fi
swift build --configuration release --product bench
# The program itself, for what an operator starts.
swift build --configuration release --product puebla
exec "$(swift build --configuration release --show-bin-path)/bench" "$@"
