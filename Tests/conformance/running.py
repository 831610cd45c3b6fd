"""The built program, serving what a test asks for, and what it answers."""

from __future__ import annotations

import functools
import http.client
import json
import subprocess
import sys
import threading
import time
import urllib.parse
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "browser"))
from server import Server, paper, program  # noqa: E402

# The invented conference's clock stands at this day.
TODAY = "2026-11-21"
# Where the two conferences of a server stand.
BASES = ("", "/c/cme")


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


class Running(Server):
    """A server of the conferences founded by these commands (`init --pack crm`, `demo --seed 1`), the first at
    `/`; `address` without the slash at its end."""

    def __init__(self, folder: Path, *founded: str, options: tuple[str, ...] = ("--try",), seconds: float = 60) -> None:
        self.folders = []
        for number, command in enumerate(founded):
            data = folder / f"var-{number}"
            words = command.split()
            self._run(*words, *(["--today", TODAY] if words[0] == "demo" else []), "--data", data)
            self.folders.append(data)
        self.log = folder / "server.log"
        self._serve(options, seconds)

    def _serve(self, options: tuple[str, ...], seconds: float) -> None:
        tool = [] if "--weasyprint" in options else paper()
        data = [word for folder in self.folders for word in ("--data", folder)]
        self._errors = self.log.open("w")
        self.process = subprocess.Popen(
            [program(), "serve", *data, "--port", "0", *options, *tool], stdout=subprocess.PIPE, stderr=self._errors
        )
        try:
            self.address = self._address(time.monotonic() + seconds)
        except BaseException:
            self.process.kill()
            self.process.wait()
            raise
        self._drain = threading.Thread(target=self.process.stdout.read, daemon=True)
        self._drain.start()
        self._connection: http.client.HTTPConnection | None = None
        self._asked = time.monotonic()

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


def recorded(folder: Path, acts: list[dict]) -> Running:
    """A server of the South American Conference's register in a folder of its own, to which these acts were
    registered as anybody would."""
    lines, data = folder / "acts.jsonl", folder / "var"
    lines.write_text("".join(json.dumps(act) + "\n" for act in acts), encoding="utf-8")
    server = object.__new__(Running)
    server._run("init", "--pack", "csm", "--data", data)
    server._run("record", lines, "--data", data)
    server.folders, server.log = [data], folder / "server.log"
    server._serve((), 60)
    return server
