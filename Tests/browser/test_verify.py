"""Every command that the page on verification shows is run, as a reader would."""

from __future__ import annotations

import json
import os
import subprocess

from crawler import get
from server import Server, program


def blocks(page, kind):
    return [block[kind] for section in page["sections"] for block in section["content"] if kind in block]


def test_the_commands_shown_verify_the_register(tmp_path):
    server = Server(tmp_path, seed=1)
    run = lambda command: subprocess.run(  # noqa: E731
        command,
        shell=True,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, "PATH": f"{program().parent}:{os.environ['PATH']}"},
    )
    try:
        page = json.loads(get(f"{server.address}/en/verify.json")[2])
        export, verify, checkpoint, held, prove, script, fetch = blocks(page, "command")
        (tmp_path / "proof.py").write_text(script)
        proof = run(fetch)
        assert proof.stdout == f"True {page['root']}\n", proof.stderr
        assert run(export).returncode == 0
        verified = run(verify)
        assert verified.returncode == 0 and page["root"] in verified.stdout
        assert json.loads(run(prove).stdout)["root"] == page["root"]
    finally:
        server.stop()
    # Signing needs the folder for itself.
    assert run(checkpoint).returncode == 0
    assert run(held).returncode == 0
    # A register that was changed says no.
    (tmp_path / "crm.jsonl").write_text((tmp_path / "crm.jsonl").read_text().replace("México", "Mexico", 1))
    assert run(verify).returncode == 1
    assert run(held).returncode == 1
