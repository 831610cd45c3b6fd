"""The generated pages of docs/ are what the program writes today."""

from __future__ import annotations

import difflib
import os
import subprocess
import tempfile
from pathlib import Path

PAGES = ("rules.md", "acts.md", "cli.md")


def differences(committed: Path, fresh: Path) -> list[str]:
    """One sentence for each page that is missing or differs, with the first line that does."""
    found = []
    for page in PAGES:
        if not (fresh / page).exists():
            found.append(f"the program did not write {page}")
        elif not (committed / page).exists():
            found.append(f"docs/{page} is not there: make generate")
        elif (before := (committed / page).read_text(encoding="utf-8")) != (
            after := (fresh / page).read_text(encoding="utf-8")
        ):
            changed = next(
                line
                for line in difflib.unified_diff(before.split("\n"), after.split("\n"), lineterm="", n=0)
                if line[:1] in "+-" and line[:3] not in ("+++", "---")
            )
            found.append(f"docs/{page} is stale: make generate; the first change is {changed[:120]!r}")
    return found


def findings(root: Path) -> list[str]:
    build = subprocess.run([root / "scripts/build.sh"], capture_output=True, text=True, env=_debug())
    if build.returncode != 0:
        return [f"the program does not build:\n{(build.stdout + build.stderr)[-3000:]}"]
    with tempfile.TemporaryDirectory() as folder:
        run = subprocess.run(
            [root / ".build/debug/puebla", "docs", "--into", folder],
            cwd=root,
            capture_output=True,
            text=True,
            timeout=120,
        )
        if run.returncode != 0:
            return [f"puebla docs ended with {run.returncode}: {run.stderr.strip()[:500]}"]
        return differences(root / "docs", Path(folder))


def _debug() -> dict[str, str]:
    return {**os.environ, "CONFIG": "debug"}
