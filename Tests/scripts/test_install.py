"""`scripts/install.sh` on machines that are played: the real one is left as it is."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "scripts/install.sh"
TOOLS = ("bash", "env", "grep", "mktemp", "tail", "rm")


@pytest.fixture
def machine(tmp_path):
    """`machine(purpose, …)`: runs the script there; `.log` is what was asked of apt-get."""

    def machine(
        purpose: str,
        packages: tuple[str, ...] = (),
        commands: tuple[str, ...] = ("swift", "python3", "java", "chromium", "pdftotext"),
        user: int = 0,
        sudo: bool = False,
        apt_fails: bool = False,
        debian: bool = True,
    ):
        folder = tmp_path / "bin"
        folder.mkdir()
        for tool in TOOLS:
            (folder / tool).symlink_to(shutil.which(tool) or "")

        def stub(name: str, body: str) -> None:
            (folder / name).write_text(f"#!/bin/bash\n{body}\n", encoding="utf-8")
            (folder / name).chmod(0o755)

        log = tmp_path / "log"
        log.write_text("", encoding="utf-8")
        for command in commands:
            stub(command, "exit 0")
        stub("id", f"echo {user}")
        if debian:
            installed = "|".join(packages) or "-"
            stub("dpkg-query", f'case "${{@: -1}}" in {installed}) echo -n installed;; *) exit 1;; esac')
            stub("apt-get", f'echo "apt-get $*" >>{log}; echo noise; exit {int(apt_fails)}')
        if sudo:
            stub("sudo", f'echo "sudo $1" >>{log}; [ "$1" = -n ] && shift; exec "$@"')
        run = subprocess.run(
            [shutil.which("bash"), SCRIPT, purpose],
            env={"PATH": str(folder), "TMPDIR": os.fspath(tmp_path)},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=30,
        )
        run.log = log.read_text(encoding="utf-8").splitlines()
        return run

    return machine


BUILD = ("libdeflate-dev", "libsqlite3-dev", "libstemmer-dev", "libxlsxwriter-dev")
PDF = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
INSTALL = "apt-get -q install --yes --no-install-recommends "


@pytest.mark.parametrize(
    ("purpose", "packages"),
    [
        ("build", BUILD),
        ("run", (*BUILD, *PDF)),
        ("package", BUILD),
        ("check", BUILD),
        ("test", (*BUILD, *PDF, "fonts-liberation")),
        ("days", (*BUILD, *PDF)),
    ],
)
def test_where_nothing_is_missing_nothing_is_done_or_said(machine, purpose, packages):
    run = machine(purpose, packages)
    assert (run.returncode, run.stdout, run.stderr, run.log) == (0, "", "", [])


def test_what_is_missing_is_named_and_installed(machine):
    run = machine("build", ("libdeflate-dev", "libxlsxwriter-dev", "libstemmer-dev"))
    assert run.returncode == 0
    assert run.stdout == "Installing Debian packages: libsqlite3-dev\n"
    assert run.log == ["apt-get -q update", INSTALL + "libsqlite3-dev"]


def test_a_bare_machine_gets_all_that_the_tests_need(machine):
    run = machine("test", commands=("swift",))
    assert run.log[-1] == INSTALL + (
        "libdeflate-dev libsqlite3-dev libstemmer-dev libxlsxwriter-dev python3 python3-venv libpango-1.0-0 libpangoft2-1.0-0 "
        "libharfbuzz-subset0 chromium fonts-liberation default-jre-headless poppler-utils"
    )


def test_who_is_not_root_uses_sudo_that_asks_nothing_without_a_terminal(machine):
    run = machine("build", user=1000, sudo=True)
    assert run.returncode == 0
    assert run.log == ["sudo -n", "apt-get -q update", "sudo -n", INSTALL + " ".join(BUILD)]


def test_without_root_and_sudo_one_sentence_names_the_packages(machine):
    run = machine("build", user=1000)
    assert (run.returncode, run.log) == (1, [])
    assert run.stderr == (
        f"Debian packages are missing and only root can install them: apt-get install {' '.join(BUILD)}\n"
    )


def test_when_installing_fails_the_packages_are_named(machine):
    run = machine("build", apt_fails=True)
    assert run.returncode == 1
    assert run.stderr.endswith(f"Installing failed. By hand: apt-get install {' '.join(BUILD)}\n")


def test_without_swift_the_way_to_it_is_shown(machine):
    run = machine("build", BUILD, commands=())
    assert run.returncode == 1
    assert "swift.org/install" in run.stderr and len(run.stderr.splitlines()) == 1


def test_on_another_system_it_says_what_must_be_there(machine):
    run = machine("test", debian=False)
    assert (run.returncode, run.log) == (0, [])
    assert "not a Debian system" in run.stderr


def test_a_purpose_that_there_is_not_is_refused(machine):
    run = machine("paint", BUILD)
    assert run.returncode == 2 and "'paint' is not one of" in run.stderr
