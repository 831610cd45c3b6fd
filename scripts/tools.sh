#!/usr/bin/env bash
# Makes .venv-tools, with the tools that the program runs as processes, from scripts/tools-requirements.txt;
# anew only when that file has changed.
set -euo pipefail
cd "$(dirname "$0")/.."

stamp=.venv-tools/.made-from
if cmp --silent scripts/tools-requirements.txt "$stamp"; then exit 0; fi

python=python3
# A python3 of the user's own may come without venv; Debian's then has it.
"$python" -c 'import ensurepip, venv' 2>/dev/null || python=/usr/bin/python3
echo "Installing WeasyPrint, which makes the PDFs, in .venv-tools"
rm -rf .venv-tools
"$python" -m venv .venv-tools
.venv-tools/bin/pip install --quiet --disable-pip-version-check --requirement scripts/tools-requirements.txt
cp scripts/tools-requirements.txt "$stamp"
