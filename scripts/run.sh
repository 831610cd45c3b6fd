#!/usr/bin/env bash
# Builds, founds the register where there is none, and serves it on this machine alone.
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
echo "Stop with Ctrl-C."
exec "$puebla" serve --data "$data" --host 127.0.0.1 --port "${PORT:-8080}"
