#!/usr/bin/env bash
# Makes .venv-test from Tests/requirements.txt, anew only when that file has changed.
set -euo pipefail
cd "$(dirname "$0")/.."

stamp=.venv-test/.made-from
if cmp --silent Tests/requirements.txt "$stamp"; then exit 0; fi

python=python3
# A python3 of the user's own may come without venv; Debian's then has it.
"$python" -c 'import ensurepip, venv' 2>/dev/null || python=/usr/bin/python3
echo "Making the Python environment .venv-test"
rm -rf .venv-test
"$python" -m venv .venv-test
.venv-test/bin/pip install --quiet --disable-pip-version-check --requirement Tests/requirements.txt
cp Tests/requirements.txt "$stamp"
