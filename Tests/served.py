"""The built program, founding folders and serving them: the one harness of all tests and tools that ask a server.

The program never sees the machine's clock here: each command that knows `--now` is given the suite's instant.
"""

from __future__ import annotations

import functools
import http.client
import json
import os
import re
import selectors
import shutil
import subprocess
import threading
import time
import urllib.parse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import once
from clock import NOW, TODAY

ROOT = Path(__file__).resolve().parents[1]
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+(?=/)")
# The commands that ask what time it is.
CLOCKED = ("serve", "init", "record", "demo", "ask", "checkpoint")
# A server's folders, and where their conferences stand.
FOLDERS = ("var", "var-cme")
BASES = ("", "/c/cme")


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


def clocked(*arguments: object) -> list[str]:
    """The arguments, with the suite's instant where the command takes one."""
    words = [str(each) for each in arguments]
    return [*words, "--now", NOW] if words[0] in CLOCKED and "--now" not in words else words


def run(*arguments: object) -> None:
    """Runs a command of the program that must end well."""
    ended = subprocess.run([program(), *clocked(*arguments)], capture_output=True, text=True, timeout=180)
    if ended.returncode != 0:
        raise ServerError(f"puebla {arguments[0]} ended with {ended.returncode}: {ended.stderr.strip()}")


def found(command: str, data: Path) -> Path:
    """A data folder as `init --pack crm` or `demo --seed 1` makes it. In a run of the tests each is made once and copied."""
    words = command.split()
    words += ["--today", TODAY] if words[0] == "demo" and "--today" not in words else []
    if once.meeting is None:
        run(*words, "--data", data)
    else:
        made = once.once("-".join(words), lambda folder: run(*words, "--data", folder / "var"))
        shutil.copytree(made / "var", data)
    return data


@dataclass(frozen=True)
class Answer:
    """Status, headers (lower-case names) and body."""

    status: int
    headers: dict[str, str]
    body: bytes

    @functools.cached_property
    def text(self) -> str:
        return self.body.decode("utf-8")

    @functools.cached_property
    def json(self) -> object:
        """The body as JSON, in which no object names a member twice."""
        return json.loads(self.body, object_pairs_hook=_once)

    @property
    def type(self) -> str:
        return self.headers.get("content-type", "").split(";")[0]


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    members = dict(pairs)
    if len(members) != len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(f"named twice: {sorted({name for name in names if names.count(name) > 1})}")
    return members


class Served:
    """A server of the conferences that these commands found, the first at `/`, the second below `/c/cme`; with `acts`,
    those are registered in the first as anybody would. `address` has no slash at its end; `stop()` at the end."""

    def __init__(
        self, folder: Path, *founded: str, options: Sequence[str] = ("--try",), acts: Sequence[dict] = (), seconds: float = 60
    ) -> None:  # fmt: skip
        self.folders = [found(command, folder / name) for name, command in zip(FOLDERS, founded, strict=False)]
        if acts:
            lines = folder / "acts.jsonl"
            lines.write_text("".join(json.dumps(act) + "\n" for act in acts), encoding="utf-8")
            run("record", lines, "--data", self.folders[0])
        self.log = folder / "server.log"
        self._connection: http.client.HTTPConnection | None = None
        self._asked = time.monotonic()
        self._serve(options, seconds)

    def _serve(self, options: Sequence[str], seconds: float) -> None:
        tool = [] if "--weasyprint" in options else paper()
        data = [word for folder in self.folders for word in ("--data", folder)]
        self._errors = self.log.open("w")
        self.process = subprocess.Popen(
            [program(), *clocked("serve", *data, "--port", "0", *options, *tool)], stdout=subprocess.PIPE, stderr=self._errors
        )  # fmt: skip
        try:
            self.address = self._address(time.monotonic() + seconds)
        except BaseException:
            self.process.kill()
            self.process.wait()
            raise
        # Whatever it goes on to print must not fill the pipe and stop it.
        self._drain = threading.Thread(target=self.process.stdout.read, daemon=True)
        self._drain.start()

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

    def get(self, path: str, headers: dict[str, str] | None = None, method: str = "GET", body: bytes | None = None) -> Answer:
        """The answer to a path as it is sent, redirects not followed; letters that need it are encoded."""
        target = urllib.parse.quote(path, safe="/?&=%:+,;~!*'()@#[]{}|^`\"<>\\$-._")
        return self.raw(target, headers, method, body)

    def raw(self, target: str, headers: dict[str, str] | None = None, method: str = "GET", body: bytes | None = None) -> Answer:
        """The same, the path sent as it stands."""
        # The server closes a connection that said nothing for a minute: then the next question opens another.
        if self._connection is not None and time.monotonic() - self._asked > 30:
            self._connection.close()
            self._connection = None
        self._asked = time.monotonic()
        if self._connection is None:
            self._connection = http.client.HTTPConnection(self.address.removeprefix("http://"), timeout=120)
        try:
            self._connection.request(method, target, body=body, headers=headers or {})
            answer = self._connection.getresponse()
            return Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())
        except BaseException:
            self._connection.close()
            self._connection = None
            raise

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
