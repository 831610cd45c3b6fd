"""What the program bears of its clients: more of them than it may have files open, and those that say nothing."""

from __future__ import annotations

import socket
import time
import urllib.parse

import pytest
from served import Served, program

# The limit that an account has where nobody raised it is some ten times as high.
FILES = 96


@pytest.fixture
def starved(tmp_path, monkeypatch):
    """A server that may open few files."""
    wrapped = tmp_path / "puebla"
    wrapped.write_text(f"#!/bin/sh\nulimit -n {FILES}\nexec '{program()}' \"$@\"\n")
    wrapped.chmod(0o755)
    monkeypatch.setenv("PUEBLA_BIN", str(wrapped))
    server = Served(tmp_path, "init --pack csm", options=())
    yield server
    server.stop()


def test_more_connections_than_files_stop_nobody(starved):
    place = urllib.parse.urlsplit(starved.address)
    held = []
    try:
        for number in range(3 * FILES):
            held.append(socket.create_connection((place.hostname, place.port), timeout=20))
            # Some have begun a request and don't go on with it.
            if number % 2:
                held[-1].sendall(b"GET /es/ HTTP/1.1\r\nHost: x\r\nX: ")
        started = time.monotonic()
        assert starved.get("/es/").status == 200
        assert time.monotonic() - started < 10
    finally:
        for one in held:
            one.close()
    assert starved.process.poll() is None
    assert starved.get("/es/parties").status == 200


def test_who_never_ends_a_request_doesnt_keep_the_server_from_ending(tmp_path):
    server = Served(tmp_path, "init --pack csm", options=())
    place = urllib.parse.urlsplit(server.address)
    with socket.create_connection((place.hostname, place.port), timeout=20) as held:
        held.sendall(b"POST /oai HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nverb")
        # Answered on another connection, so that the first is known to have come.
        assert server.get("/healthz").status == 200
        assert server.stop() == 0
