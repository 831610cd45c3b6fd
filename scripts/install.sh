#!/usr/bin/env bash
# Installs from Debian's packages what a make target needs and this machine lacks.
#
#   scripts/install.sh build|run|check|test|days|package
#
# Looks first and says what it does; where nothing is missing it does nothing and says nothing.
set -euo pipefail

purpose=${1:?what for: build, run, check, test, days or package}
missing=()

need_package() {
    dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null | grep -qx installed \
        || missing+=("$1")
}

# A command may come from elsewhere than Debian's package; then nothing is installed for it.
need_command() {
    command -v "$1" >/dev/null || missing+=("$2")
}

if ! command -v swift >/dev/null; then
    echo "Swift 6.2 or later is needed and 'swift' was not found: see https://www.swift.org/install/linux/" >&2
    exit 1
fi
if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    echo "This is not a Debian system, so nothing is installed: the headers of SQLite, libdeflate," \
        "libstemmer and libxlsxwriter, for PDF Python 3 with venv and Pango, and for the tests Chromium, a Java runtime and poppler-utils," \
        "must be there already." >&2
    exit 0
fi

# What WeasyPrint, of scripts/tools.sh, needs.
need_pdf_tools() {
    need_command python3 python3
    python3 -c 'import ensurepip, venv' 2>/dev/null || missing+=(python3-venv)
    need_package libpango-1.0-0
    need_package libpangoft2-1.0-0
    need_package libharfbuzz-subset0
}

need_package libdeflate-dev
need_package libsqlite3-dev
need_package libstemmer-dev
need_package libxlsxwriter-dev
case $purpose in
    build | package) ;;
    run) need_pdf_tools ;;
    check) need_command python3 python3 ;;
    test)
        need_pdf_tools
        need_command chromium chromium
        need_package fonts-liberation
        need_command java default-jre-headless
        need_command pdftotext poppler-utils
        ;;
    # The tests on other days, without a browser.
    days)
        need_pdf_tools
        need_command pdftotext poppler-utils
        ;;
    *)
        echo "install.sh: '$purpose' is not one of build, run, check, test, days, package" >&2
        exit 2
        ;;
esac
[ ${#missing[@]} -eq 0 ] && exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "Debian packages are missing and only root can install them: apt-get install ${missing[*]}" >&2
        exit 1
    fi
    as_root=(sudo)
    # Without a terminal nobody could type a password: fail at once, not hang.
    [ -t 0 ] || as_root=(sudo -n)
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
echo "Installing Debian packages: ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
if ! { "${as_root[@]}" apt-get -q update && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get -q install --yes --no-install-recommends "${missing[@]}"; } >"$log" 2>&1 </dev/null; then
    tail -n 20 "$log" >&2
    echo "Installing failed. By hand: apt-get install ${missing[*]}" >&2
    exit 1
fi
