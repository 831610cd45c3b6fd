"""The benchmarks' timing and table, compiled alone: their package would build everything once more."""

from __future__ import annotations

import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
HARNESS = HERE.parents[1] / "Benchmarks/Sources/BenchHarness"

EXPECTED = """\
ababbaab
2.0 2.5
[[Optional(false), Optional(true), Optional(true)], [Optional(true), Optional(true), Optional(false)], [nil, nil, nil]]
true
true
row           measured         against          ratio   limit  ok
commits       ours 13,456/s    bare 20,000/s     0.67  ≥ 0.65  ok
first answer  start 750.0 ms   goal 500.0 ms     1.50  ≤ 1.00  not
memory        at rest 86.0 MB  goal 1.2 kB    71700.0       –  a yardstick
4.10 µs 12.3/s 999 B
"""


def test_the_harness_races_and_prints(tmp_path):
    program = tmp_path / "bench-table"
    sources = sorted(HARNESS.glob("*.swift"))
    assert sources
    build = subprocess.run(
        ["swiftc", "-swift-version", "6", "-parse-as-library", "-o", program, HERE / "bench_table.swift"] + sources,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert build.returncode == 0, build.stderr
    run = subprocess.run([program], capture_output=True, text=True, timeout=60)
    assert run.returncode == 0, run.stderr
    print(run.stdout)
    assert run.stdout.splitlines() == EXPECTED.splitlines()
