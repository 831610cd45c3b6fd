#!/usr/bin/env python3
"""Proves that an archive made by `make package` is relocatable: unpacks it elsewhere, founds, verifies, serves.

    scripts/package_check.py dist/puebla-VERSION-linux-ARCH.tar.gz

A program that secretly read its resources from the build folder would pass on this machine alone. So the copy's
own resources are changed, and the change must show.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1] / "Tests"
sys.path[:0] = [str(TESTS), str(TESTS / "browser")]

from crawler import crawl, get  # noqa: E402
from served import Served, clocked  # noqa: E402

# A rule, not a comment: comments aren't sent.
MARK = ".served-from-the-unpacked-archive"
EXPECTED = ("puebla", "LICENSE", "README.md", "INSTALL.md", "puebla.service", "puebla.sysusers")


def unpack(archive: Path, folder: Path) -> Path:
    """The archive's one folder; every entry must be a plain file or folder inside it."""
    name = archive.name.removesuffix(".tar.gz")
    with tarfile.open(archive) as tar:
        for member in tar.getmembers():
            parts = Path(member.name).parts
            inside = parts[0] == name and ".." not in parts
            require(inside and (member.isfile() or member.isdir()), f"{member.name} does not belong in it")
            require(member.uid == 0 and member.gid == 0, f"{member.name} belongs to user {member.uid}")
        # Everything was looked at above; without this line newer Pythons warn.
        tar.extraction_filter = lambda member, _: member
        tar.extractall(folder)
    return folder / name


def require(holds: bool, otherwise: str) -> None:
    if not holds:
        sys.exit(f"no  package: {otherwise}")


def run(program: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    # Away from the clone: nothing may be found by way of the current folder.
    return subprocess.run(
        [program, *clocked(*arguments)], cwd="/", capture_output=True, text=True, timeout=120
    )


def check(archive: Path, folder: Path) -> None:
    digest = (archive.parent / f"{archive.name}.sha256").read_text().split()[0]
    require(digest == hashlib.sha256(archive.read_bytes()).hexdigest(), "its SHA-256 file is another's")
    home = unpack(archive, folder)
    for name in EXPECTED:
        require((home / name).is_file(), f"{name} is missing")
    program = home / "puebla"

    version = run(program, "--version")
    require(version.returncode == 0, f"--version ended with {version.returncode}: {version.stderr}")
    require(version.stdout.strip() in archive.name, f"the archive's name is not version {version.stdout}")

    packs = next(home.glob("*FoundingData.resources/packs/crm"), None)
    require(packs is not None, "the crm pack is missing")
    shutil.move(packs, folder / "crm")
    refused = run(program, "init", "--pack", "crm", "--data", folder / "refused")
    require(refused.returncode == 2, "it found the crm pack elsewhere than beside itself")
    shutil.move(folder / "crm", packs)

    sheet = next((path for path in home.glob("*Web.resources/**/*.css")), None)
    require(sheet is not None, "the style sheet is missing")
    with sheet.open("a", encoding="utf-8") as file:
        file.write(f"\n{MARK} {{}}\n")

    os.environ["PUEBLA_BIN"] = str(program)
    os.chdir("/")
    server = Served(folder, "init --pack crm", "demo --seed 1")
    try:
        status, _, body = get(f"{server.address}/es/")
        require(status == 200, f"/es/ answers {status}")
        links = re.findall(r'href="([^"]+\.css[^"]*)"', body.decode("utf-8"))
        sheets = [get(server.address + link)[2].decode("utf-8") for link in links]
        require(any(MARK in text for text in sheets), "the style sheet comes from elsewhere than beside it")
        walk = crawl([f"{server.address}/es/", f"{server.address}/en/", f"{server.address}/c/cme/en/"], per_shape=3)
        require(not walk.findings, "; ".join(walk.findings[:5]))
    finally:
        code = server.stop()
    require(code == 0, f"asked to end, it ended with {code}")
    verified = run(program, "verify", "--data", folder / "var")
    require(verified.returncode == 0, f"verify ended with {verified.returncode}: {verified.stderr}")
    print(f"ok  package: {archive.name} founds, serves {walk.asked} addresses and verifies where it was unpacked")


def main(arguments: list[str]) -> int:
    if len(arguments) != 1 or not Path(arguments[0]).is_file():
        print("package_check.py: name one archive; make package makes it", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="unpacked elsewhere ") as folder:
        check(Path(arguments[0]).resolve(), Path(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
