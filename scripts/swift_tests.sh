#!/usr/bin/env bash
# The Swift tests, in two programs side by side, one for each core; within each one test after the other, so that a
# test's seconds are its own. What has been built is run: `swift build --build-tests` comes before.
#
#   scripts/swift_tests.sh FOLDER    the results go to FOLDER/swift-1.xml and FOLDER/swift-2.xml; FOLDER/swift-1.code
#                                    and FOLDER/swift-2.code say how each ended
set -euo pipefail
cd "$(dirname "$0")/.."

folder=$1
# Half of the work each. A new module's tests are in the second until somebody moves them.
first='^(WebTests|ExchangeTests|CharterTests)\.'

# The program that `swift test` starts. Of `swift test` itself two can't run: both open the one build database.
program=$(swift build --show-bin-path)/pueblaPackageTests.xctest

# run NUMBER CHOICE…
run() {
    local number=$1 code=0
    shift
    "$program" --testing-library swift-testing --no-parallel --xunit-output "$folder/swift-$number.xml" "$@" || code=$?
    echo "$code" >"$folder/swift-$number.code"
}

mkdir -p "$folder"
rm -f "$folder"/swift-[12].*
run 1 --filter "$first" &
run 2 --skip "$first" &
wait
