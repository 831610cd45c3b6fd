#!/usr/bin/env bash
# Every test: Swift's, then those in Python (the checkers', the conformance and the browser tests).
# A failure anywhere doesn't stop the rest; the last line is the sum.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/install.sh test
scripts/venv.sh
scripts/tools.sh
export PUEBLA_WEASYPRINT=${PUEBLA_WEASYPRINT:-$PWD/.venv-tools/bin/weasyprint}

results=$PWD/.build/test-results
rm -rf "$results"
mkdir -p "$results"

echo "Building the program and its tests (debug)."
code=0
swift build --build-tests || code=$?
if [ "$code" -ne 0 ]; then
    exec python3 scripts/summary.py "swift build:$code:$results/none.xml"
fi

# A test that hangs must end the run, not the patience of who waits for it.
# Few at a time: hundreds at once keep each other waiting, and those that talk over a socket run out of time.
swift=0
SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=${SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH:-4} timeout --signal=INT --kill-after=30 "${TEST_SECONDS:-1500}" \
    swift test --skip-build --disable-xctest --xunit-output "$results/swift.xml" || swift=$?

# Two side by side, each with servers and a browser of its own; who is done takes over from the other.
python=0
PYTHONDONTWRITEBYTECODE=1 timeout --signal=INT --kill-after=30 "${TEST_SECONDS:-2700}" \
    .venv-test/bin/python -m pytest Tests -n 2 --dist worksteal -p no:cacheprovider --continue-on-collection-errors --junitxml "$results/python.xml" || python=$?

python3 scripts/summary.py \
    "swift test:$swift:$results/swift.xml" "pytest:$python:$results/python.xml"
