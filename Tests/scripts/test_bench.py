"""Every group of `make bench` runs, on registers so small that its numbers say nothing: a benchmark that nobody runs rots."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from served import program

ROOT = Path(__file__).resolve().parents[2]
GROUPS = ROOT / "Benchmarks/bench/Groups"


def test_every_group_runs_on_small_registers(tmp_path):
    run = subprocess.run(
        [program().with_name("bench"), "--smoke", "--folder", tmp_path], cwd=ROOT, capture_output=True, text=True, timeout=300
    )
    assert run.returncode == 0, run.stdout + run.stderr
    groups = {name for file in GROUPS.glob("*.swift") for name in re.findall(r'Group\("(\w+)"\)', file.read_text(encoding="utf-8"))}
    rows = re.fullmatch(r"(\d+) rows of (\d+) groups ran\n", run.stdout)
    assert rows and int(rows[2]) == len(groups) and int(rows[1]) >= len(groups)
    # Told as they come, each by its name.
    assert run.stderr.count("measured: ") == int(rows[1])
