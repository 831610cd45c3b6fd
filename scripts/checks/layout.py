"""swift format decides layout, strictly."""

from __future__ import annotations

import subprocess
from pathlib import Path

from . import swift_source


def findings(root: Path) -> list[str]:
    paths = [root / "Package.swift"] + swift_source.files(root, swift_source.SWIFT_FOLDERS, (".swift",))
    run = subprocess.run(
        ["swift", "format", "lint", "--strict", "--parallel", "--configuration", root / ".swift-format"]
        + [path.relative_to(root) for path in paths],
        cwd=root,
        capture_output=True,
        text=True,
        timeout=600,
    )
    if run.returncode == 0:
        return []
    lines = [line for line in (run.stdout + run.stderr).splitlines() if line.strip()]
    shown = lines[:20] + ([f"… and {len(lines) - 20} more"] if len(lines) > 20 else [])
    return shown + ["to set most of it right: swift format -i -r Sources Tests Benchmarks"]
