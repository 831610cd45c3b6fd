#!/usr/bin/env bash
# Builds, founds what isn't there, and serves two conferences on this machine alone: the real one at /, an
# invented one at /c/cme/, which visitors may look at as any of its parties.
set -euo pipefail
cd "$(dirname "$0")/.."

config=${CONFIG:-debug}
data=${DATA:-var}

scripts/build.sh
# Without it everything works but the PDFs, and those say what is missing.
if [ -z "${PUEBLA_WEASYPRINT:-}" ]; then
    if scripts/install.sh run && scripts/tools.sh; then
        export PUEBLA_WEASYPRINT=$PWD/.venv-tools/bin/weasyprint
    else
        echo "WeasyPrint couldn't be installed; pages can't be had as PDF until it is." >&2
    fi
fi
puebla=$(swift build --configuration "$config" --show-bin-path)/puebla
if [ ! -e "$data/register.sqlite" ]; then
    echo "Founding the register of the Regional Conference on Migration in $data/"
    "$puebla" init --pack crm --data "$data"
fi
if [ ! -e "$data-cme/register.sqlite" ]; then
    echo "Making an invented conference, at today's day, in $data-cme/"
    "$puebla" demo --data "$data-cme"
fi
echo "Stop with Ctrl-C."
exec "$puebla" serve --data "$data" --data "$data-cme" --try --host 127.0.0.1 --port "${PORT:-8080}"
