#!/usr/bin/env bash
# Makes dist/puebla-VERSION-linux-ARCH.tar.gz: a folder that runs wherever it is unpacked.
#
# Same commit, same toolchain: same name, same list, same times and owners inside.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/install.sh package
build=(swift build --configuration release --static-swift-stdlib --product puebla)
echo "Building (release, with the Swift runtime inside). The first time takes many minutes."
"${build[@]}"
bin=$("${build[@]}" --show-bin-path)

version=$("$bin/puebla" --version)
if [[ ! $version =~ ^[0-9]+\.[0-9]+\.[0-9]+[-.0-9A-Za-z]*$ ]]; then
    echo "package.sh: 'puebla --version' says '$version', which is no version like 1.2.3" >&2
    exit 1
fi
name=puebla-$version-linux-$(uname -m)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/$name"

cp "$bin/puebla" "$work/$name/"
# Where the program looks for them first is beside itself.
cp -r "$bin"/*.resources "$work/$name/"
cp LICENSE README.md packaging/INSTALL.md packaging/puebla.service packaging/puebla.sysusers "$work/$name/"
for optional in LEEME.md CHANGELOG.md; do
    if [ -e "$optional" ]; then cp "$optional" "$work/$name/"; fi
done
chmod -R u=rwX,go=rX "$work/$name"

mkdir -p dist
time=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
tar --create --sort=name --format=gnu --mtime="@$time" --owner=0 --group=0 --numeric-owner \
    --directory "$work" "$name" | gzip --no-name -9 >"$work/archive"
# Moved last: an archive that is there is whole.
mv "$work/archive" "dist/$name.tar.gz"
chmod 644 "dist/$name.tar.gz"
(cd dist && sha256sum "$name.tar.gz" >"$name.tar.gz.sha256")
echo "dist/$name.tar.gz, $(du -h "dist/$name.tar.gz" | cut -f1)"
