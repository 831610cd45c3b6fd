#!/usr/bin/env bash
# Builds the program. CONFIG is debug unless said.
#
# Debug by default: a first debug build takes about half as long as a release one, and with the founding
# data nobody feels the difference afterwards.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/install.sh build
config=${CONFIG:-debug}
if [ ! -d ".build/$config" ]; then
    echo "Building ($config). The first time takes several minutes; later it is seconds."
fi
swift build --configuration "$config" --product puebla
