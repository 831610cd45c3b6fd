"""What a server answers, each address asked once, over one connection that is kept."""

from __future__ import annotations

import http.client
import time
from urllib.parse import quote, urlsplit


class Answers:
    """`get(address)`: status, headers (lower-case names) and body; a redirect is an answer, not followed."""

    def __init__(self, server: str) -> None:
        self._host = urlsplit(server).netloc
        self._connection: http.client.HTTPConnection | None = None
        self._asked = 0.0
        self._known: dict[str, tuple[int, dict[str, str], bytes]] = {}

    def get(self, address: str) -> tuple[int, dict[str, str], bytes]:
        if address not in self._known:
            self._known[address] = self._ask(address)
        return self._known[address]

    def _ask(self, address: str) -> tuple[int, dict[str, str], bytes]:
        parts = urlsplit(quoted(address))
        assert parts.netloc == self._host, f"{address} isn't of {self._host}"
        # The server closes a connection that said nothing for a minute.
        if self._connection is None or time.monotonic() - self._asked > 30:
            self.close()
            self._connection = http.client.HTTPConnection(self._host, timeout=60)
        try:
            self._connection.request("GET", (parts.path or "/") + (f"?{parts.query}" if parts.query else ""))
            answer = self._connection.getresponse()
            body = answer.read()
        except BaseException:
            self.close()
            raise
        self._asked = time.monotonic()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, body

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def quoted(address: str) -> str:
    """The address with the letters encoded that need it, as a browser would."""
    return quote(address, safe=":/?&=%~()!$'*+,;@")
