"""Starts the built program on a data folder of its own."""

from __future__ import annotations

import os
import re
import selectors
import subprocess
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+(?=/)")


class ServerError(Exception):
    """The program could not be started; the text says why."""


def program() -> Path:
    """`$PUEBLA_BIN`, else the debug build."""
    path = Path(os.environ.get("PUEBLA_BIN") or ROOT / ".build/debug/puebla")
    if not path.exists():
        raise ServerError(f"{path} is not there: run 'make build' first")
    return path


def paper() -> list[str]:
    """Where WeasyPrint is, if it is installed beside the checkout."""
    tool = ROOT / ".venv-tools/bin/weasyprint"
    return ["--weasyprint", str(tool)] if tool.exists() else []


class Server:
    """The real conference and, below `/c/cme`, the invented one of a seed: `address` without the slash at its
    end, `stop()` at the end."""

    def __init__(self, folder: Path, seed: int, today: str, seconds: float = 60) -> None:
        data, invented = folder / "var", folder / "var-cme"
        self.data, self.invented = data, invented
        self._run("init", "--pack", "crm", "--data", data)
        self._run("demo", "--seed", str(seed), "--today", today, "--data", invented)
        self.log = folder / "server.log"
        self._errors = self.log.open("w")
        self.process = subprocess.Popen(
            [program(), "serve", "--data", data, "--data", invented, "--try", "--port", "0", *paper()],
            stdout=subprocess.PIPE,
            stderr=self._errors,
        )
        try:
            self.address = self._address(time.monotonic() + seconds)
        except BaseException:
            self.process.kill()
            self.process.wait()
            raise
        # Whatever it goes on to print must not fill the pipe and stop it.
        self._drain = threading.Thread(target=self.process.stdout.read, daemon=True)
        self._drain.start()

    def _run(self, *arguments: object) -> None:
        ended = subprocess.run([program(), *arguments], capture_output=True, text=True, timeout=180)
        if ended.returncode != 0:
            raise ServerError(f"puebla {arguments[0]} ended with {ended.returncode}: {ended.stderr.strip()}")

    def _address(self, until: float) -> str:
        """Reads standard output until the line with the address, never longer than to `until`."""
        assert self.process.stdout
        seen = b""
        with selectors.DefaultSelector() as selector:
            selector.register(self.process.stdout, selectors.EVENT_READ)
            while (left := until - time.monotonic()) > 0:
                if not selector.select(left):
                    break
                part = os.read(self.process.stdout.fileno(), 4096)
                if not part:
                    raise ServerError(f"puebla serve ended at once: {self.log.read_text()[-800:]}")
                seen += part
                if found := ADDRESS.search(seen.decode("utf-8", "replace")):
                    return found.group()
        raise ServerError(f"puebla serve printed no address: {seen!r} {self.log.read_text()[-800:]}")

    def stop(self) -> int:
        """Asks it to end as an operator would (SIGTERM); its exit code."""
        self.process.terminate()
        try:
            code = self.process.wait(timeout=15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise ServerError("puebla serve did not end within 15 seconds of SIGTERM") from None
        finally:
            self._drain.join(timeout=5)
            self._errors.close()
        return code
