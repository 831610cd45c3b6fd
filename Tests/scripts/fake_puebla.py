"""A stand-in for the program, just enough for package_check.py: it reads its resources where RESOURCES says."""

import os
import signal
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

RESOURCES = Path(__file__).resolve().parent

PAGE = '<!DOCTYPE html><html lang="es"><link rel="stylesheet" href="/sheet.css"><a href="/LINK">x</a></html>'


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/sheet.css":
            sheet = RESOURCES / "puebla_Web.resources/Assets/sheet.css"
            self._answer(200, "text/css", sheet.read_bytes())
        elif self.path in ("/es/", "/en/", "/c/cme/en/"):
            self._answer(200, "text/html; charset=utf-8", PAGE.replace("LINK", "es/").encode())
        else:
            self._answer(404, "text/plain", b"")

    def _answer(self, status: int, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


def main(arguments: list[str]) -> None:
    if arguments == ["--version"]:
        print("1.2.3")
    elif arguments[0] == "init":
        pack = RESOURCES / "puebla_FoundingData.resources/packs" / arguments[arguments.index("--pack") + 1]
        if not pack.is_dir():
            sys.exit(2)
        Path(arguments[arguments.index("--data") + 1]).mkdir(parents=True)
    elif arguments[0] == "demo":
        Path(arguments[arguments.index("--data") + 1]).mkdir(parents=True)
    elif arguments[0] == "serve":
        signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        print(f"http://127.0.0.1:{server.server_port}/", flush=True)
        server.serve_forever()


if __name__ == "__main__":
    main(sys.argv[1:])
