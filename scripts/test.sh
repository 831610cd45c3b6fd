#!/usr/bin/env bash
# Every test: Swift's, then those in Python (the checkers', the conformance and the browser tests).
# A failure anywhere doesn't stop the rest; before the last line, the sum, is said where the time went.
#
#   scripts/test.sh        what every change must pass
#   scripts/test.sh all    with every page in every width and scheme, and thousands of kills: half an hour to one; its sum is written
#                          to Tests/last-full-run.md
#   scripts/test.sh days   on other days and at other hours: see test_days.sh
set -euo pipefail
cd "$(dirname "$0")/.."

mode=${1:-usual}
case $mode in
    usual) limits=(--limit 240) swift_seconds=1500 python_seconds=2700 ;;
    # No limit of time: 0 is none.
    all) export PUEBLA_TESTS=all; limits=() swift_seconds=0 python_seconds=0 ;;
    days) exec scripts/test_days.sh ;;
    *)
        echo "test.sh: '$mode' is not one of all, days" >&2
        exit 2
        ;;
esac
today=$(date -u +%F)
echo "This machine's clock: $(date -u '+%F %H:%M') UTC. The suite's: $(python3 -B -c 'import sys; sys.path.insert(0, "Tests"); import clock; print(clock.NOW)')."

scripts/install.sh test
scripts/venv.sh
scripts/tools.sh
export PUEBLA_WEASYPRINT=${PUEBLA_WEASYPRINT:-$PWD/.venv-tools/bin/weasyprint}

results=$PWD/.build/test-results
rm -rf "$results"
mkdir -p "$results"
parts=()
begun=$SECONDS
# The seconds since the last part ended are this one's.
ended() {
    parts+=(--part "$1:$((SECONDS - begun))")
    begun=$SECONDS
}

echo "Building the program and its tests (debug)."
code=0
swift build --build-tests || code=$?
if [ "$code" -ne 0 ]; then
    exec python3 scripts/summary.py "swift build:$code:$results/none.xml"
fi
ended build

# A test that hangs must end the run, not the patience of who waits for it.
timeout --kill-after=30 "${TEST_SECONDS:-$swift_seconds}" scripts/swift_tests.sh "$results" || true
ended "Swift tests"

# Two side by side, each with servers and a browser of its own; who is done takes over from the other.
python=0
PYTHONDONTWRITEBYTECODE=1 timeout --signal=INT --kill-after=30 "${TEST_SECONDS:-$python_seconds}" \
    .venv-test/bin/python -m pytest Tests -n 2 --dist worksteal -p no:cacheprovider --continue-on-collection-errors --junitxml "$results/python.xml" || python=$?
ended "Python tests"

if [ "$mode" = all ]; then
    version=$("$(swift build --show-bin-path)/puebla" --version)
    limits+=(--record Tests/last-full-run.md --of "$today, version $version, commit $(git rev-parse --short HEAD 2>/dev/null || echo unknown).")
fi
runners=()
for number in 1 2; do
    runners+=("swift tests $number:$(cat "$results/swift-$number.code" 2>/dev/null || echo 124):$results/swift-$number.xml")
done
python3 scripts/summary.py "${limits[@]}" "${parts[@]}" "${runners[@]}" "pytest:$python:$results/python.xml"
