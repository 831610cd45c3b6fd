#!/usr/bin/env bash
# Builds the benchmarks optimised and prints their table; what is given goes to the program (--help).
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/install.sh build
scripts/venv.sh
if [ ! -d Benchmarks/.build/release ]; then
    echo "Building the benchmarks (release). The first time takes many minutes."
fi
swift build --package-path Benchmarks --configuration release
# The program itself, for what an operator starts: beside the benchmarks, from the same build.
swift build --package-path Benchmarks --configuration release --product puebla
exec "$(swift build --package-path Benchmarks --configuration release --show-bin-path)/bench" "$@"
