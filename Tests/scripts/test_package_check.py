"""An archive is found good or bad for the right reason; the program in it is a stand-in."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
SCRIPT = HERE.parents[1] / "scripts/package_check.py"
PROGRAM = f"#!{sys.executable}\n" + (HERE / "fake_puebla.py").read_text(encoding="utf-8")
NAME = "puebla-1.2.3-linux-x86_64"
FILES = {
    "puebla": PROGRAM,
    "puebla_Web.resources/Assets/sheet.css": "body {}\n",
    "puebla_FoundingData.resources/packs/crm/pack.json": "{}\n",
    **{name: "text\n" for name in ("LICENSE", "README.md", "INSTALL.md", "puebla.service", "puebla.sysusers")},
}


def roots(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    return entry


def lay_out(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
        (folder / name).chmod(0o755)


@pytest.fixture
def judged(tmp_path):
    """`judged(files)`: what the check says of an archive with these files, and its exit code."""

    def judged(files: dict[str, str], name: str = NAME, digest: str | None = None) -> tuple[int, str]:
        lay_out(tmp_path / NAME, files)
        archive = tmp_path / f"{name}.tar.gz"
        with tarfile.open(archive, "w:gz") as tar:
            tar.add(tmp_path / NAME, name, filter=roots)
        digest = digest or hashlib.sha256(archive.read_bytes()).hexdigest()
        Path(f"{archive}.sha256").write_text(f"{digest}  {archive.name}\n", encoding="utf-8")
        run = subprocess.run([sys.executable, SCRIPT, archive], capture_output=True, text=True, timeout=120)
        return run.returncode, run.stdout + run.stderr

    return judged


def test_a_good_archive_passes(judged):
    code, says = judged(FILES)
    assert says.startswith(f"ok  package: {NAME}.tar.gz founds, serves 4 addresses and verifies")
    assert code == 0


@pytest.mark.parametrize("missing", ["LICENSE", "puebla.service", "puebla_Web.resources/Assets/sheet.css"])
def test_a_missing_file_is_found(judged, missing):
    code, says = judged({name: text for name, text in FILES.items() if name != missing})
    assert code == 1 and "missing" in says


def test_another_archives_digest_is_found(judged):
    code, says = judged(FILES, digest="0" * 64)
    assert code == 1 and "SHA-256" in says


def test_a_name_of_another_version_is_found(judged):
    code, says = judged(FILES, name="puebla-9.9.9-linux-x86_64")
    assert code == 1 and "version 1.2.3" in says


@pytest.mark.parametrize(
    ("elsewhere", "says"),
    [("puebla_FoundingData.resources", "crm pack elsewhere"), ("puebla_Web.resources", "style sheet comes from elsewhere")],
)
def test_a_program_that_reads_its_build_folder_is_found(judged, tmp_path, elsewhere, says):
    build = tmp_path / "build"
    lay_out(build, {name: text for name, text in FILES.items() if "resources" in name})
    stuck = PROGRAM.replace(f'RESOURCES / "{elsewhere}', f'Path("{build}") / "{elsewhere}')
    assert stuck != PROGRAM
    code, output = judged(FILES | {"puebla": stuck})
    assert code == 1 and says in output


def test_a_dead_link_is_found(judged):
    code, says = judged(FILES | {"puebla": PROGRAM.replace('"LINK", "es/"', '"LINK", "gone"')})
    assert code == 1 and "/gone" in says
