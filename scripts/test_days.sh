#!/usr/bin/env bash
# The tests on other days and at other hours than this machine's, by libfaketime: none may ask the machine what time it is.
# For each day a line `N passed, N failed`.
#
#   scripts/test.sh days                                    a new year, a leap day, this night and this late evening
#   PUEBLA_DAYS="2028-02-29T23:30:00Z …" scripts/test.sh days    these; after a comma a time zone, else UTC
#   PUEBLA_DAYS_SUITE=python|swift|all                      the Python tests without a browser alone; Swift's alone; the
#                                                           browser's too. Without it: Swift's, and Python's without a browser
set -euo pipefail
cd "$(dirname "$0")/.."

suite=${PUEBLA_DAYS_SUITE:-usual}
scripts/install.sh days
[ "$suite" != all ] || scripts/install.sh test
scripts/venv.sh
scripts/tools.sh
export PUEBLA_WEASYPRINT=${PUEBLA_WEASYPRINT:-$PWD/.venv-tools/bin/weasyprint}
[ "$suite" = python ] || swift build --build-tests

today=$(date -u +%F)
days=${PUEBLA_DAYS:-"2027-01-01T12:00:00Z 2028-02-29T12:00:00Z ${today}T03:00:00Z,America/Costa_Rica ${today}T23:30:00Z"}

library=$(find /usr/lib -name libfaketimeMT.so.1 2>/dev/null | head -1)
if [ -z "$library" ]; then
    echo "libfaketime was not found: scripts/install.sh days installs it" >&2
    exit 1
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# wrapped NAME COMMAND…: a program that is started otherwise from $work, which stands first in the PATH of the tests.
wrapped() {
    local name=$1
    shift
    printf '#!/bin/sh\n%s "$@"\n' "$*" >"$work/$name"
    chmod 755 "$work/$name"
}
# The browser brings libraries of its own, and needs no other clock: pages run no scripts.
wrapped chromium 'unset LD_PRELOAD; PATH=${PATH#*:} exec chromium'
# Swift's timers are set to a moment of the monotonic clock, which then mustn't be another. Python's sleep needs both
# clocks alike: with libfaketime 0.9.10 and the monotonic clock left alone it ends with "Invalid argument".
bin=$(swift build --show-bin-path)
for name in puebla bench; do
    wrapped "$name" "FAKETIME_DONT_FAKE_MONOTONIC=1 exec $bin/$name"
done

# at INSTANT ZONE COMMAND…: runs it there. A distance and not a start, so that all processes of a run have one clock.
at() {
    local distance=$(($(date -d "$1" +%s) - $(date +%s))) zone=$2
    shift 2
    [ "$distance" -lt 0 ] || distance=+$distance
    TZ=$zone LD_PRELOAD=$library FAKETIME=$distance NO_FAKE_STAT=1 PATH=$work:$PATH PUEBLA_BIN=$work/puebla "$@"
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
        FAKETIME_DONT_FAKE_MONOTONIC=1 at "$day" "$zone" scripts/swift_tests.sh "$work"
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
    sum=$(python3 scripts/summary.py "${runners[@]}") || failed=1
    grep '^failed: ' <<<"$sum" || true
    sums+=("$day $zone: $(tail -1 <<<"$sum")")
    rm -f "$work"/*.xml
done
printf '%s\n' "" "${sums[@]}"
exit "$failed"
