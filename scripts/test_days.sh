#!/usr/bin/env bash
# The tests on other days and at other hours than this machine's: none may ask the machine what time it is.
# For each day a line `N passed, N failed`.
#
#   scripts/test.sh days                                    a new year, a leap day, this night and this late evening
#   PUEBLA_DAYS="2028-02-29T23:30:00Z …" scripts/test.sh days    these; after a comma a time zone, else UTC
#   PUEBLA_DAYS_SUITE=python|swift|all                      the Python tests without a browser alone; Swift's alone; the
#                                                           browser's too. Without it: Swift's, and Python's without a browser
#   PUEBLA_TESTS=all PUEBLA_DAYS_SUITE=all scripts/test.sh days    what `make test-all` runs; its sum is written to
#                                                           Tests/last-full-run.md, with the day that was tried
set -euo pipefail
cd "$(dirname "$0")/.."

suite=${PUEBLA_DAYS_SUITE:-usual}
scripts/install.sh days
[ "$suite" != all ] || scripts/install.sh test
scripts/venv.sh
scripts/tools.sh
export PUEBLA_WEASYPRINT=${PUEBLA_WEASYPRINT:-$PWD/.venv-tools/bin/weasyprint}
swift build --build-tests

today=$(date -u +%F)
commit=$(git rev-parse --short HEAD)
days=${PUEBLA_DAYS:-"2027-01-01T12:00:00Z 2028-02-29T12:00:00Z ${today}T03:00:00Z,America/Costa_Rica ${today}T23:30:00Z"}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
clang -shared -fPIC -O2 -o "$work/other_day.so" scripts/other_day.c
# The browser needs no other clock: pages run no scripts.
printf '#!/bin/sh\nunset LD_PRELOAD\nPATH=${PATH#*:} exec chromium "$@"\n' >"$work/chromium"
chmod 755 "$work/chromium"

# at INSTANT ZONE COMMAND…: runs it there. A distance and not a start, so that all processes of a run have one clock.
at() {
    local distance=$(($(date -d "$1" +%s) - $(date +%s))) zone=$2
    shift 2
    TZ=$zone LD_PRELOAD=$work/other_day.so PUEBLA_DISTANCE=$distance PATH=$work:$PATH "$@"
}

failed=0
sums=()
for day in $days; do
    zone=UTC
    [ "$day" = "${day%,*}" ] || zone=${day#*,}
    day=${day%,*}
    echo "On $day, in the zone $zone."
    runners=()
    if [ "$suite" != python ]; then
        at "$day" "$zone" scripts/swift_tests.sh "$work"
        for number in 1 2; do
            runners+=("swift tests $number:$(cat "$work/swift-$number.code"):$work/swift-$number.xml")
        done
    fi
    if [ "$suite" != swift ]; then
        tests=(Tests)
        [ "$suite" = all ] || tests+=(--ignore Tests/browser)
        code=0
        PYTHONDONTWRITEBYTECODE=1 at "$day" "$zone" .venv-test/bin/python -m pytest "${tests[@]}" -n 2 --dist worksteal \
            -p no:cacheprovider --continue-on-collection-errors --junitxml "$work/python.xml" || code=$?
        runners+=("pytest:$code:$work/python.xml")
    fi
    record=()
    if [ "${PUEBLA_TESTS:-}" = all ] && [ "$suite" = all ]; then
        version=$("$(swift build --show-bin-path)/puebla" --version)
        record=(--record Tests/last-full-run.md --of "$today, on the tried day and hour $day, version $version, commit $commit.")
    fi
    sum=$(python3 scripts/summary.py ${record[@]+"${record[@]}"} "${runners[@]}") || failed=1
    grep '^failed: ' <<<"$sum" || true
    sums+=("$day $zone: $(tail -1 <<<"$sum")")
    rm -f "$work"/*.xml
done
printf '%s\n' "" "${sums[@]}"
exit "$failed"
