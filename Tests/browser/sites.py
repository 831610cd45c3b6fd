"""The servers of the seeds, and where on them a page stands."""

from __future__ import annotations

import re

from answers import Answers
from pages import LINKED, SEEDS, Page
from server import Server

_FORM = re.compile(r"\.(json|csv|xlsx|pdf|ics|atom|bib|ris)$")


class Sites:
    """A server for each seed, started when it is first asked for."""

    def __init__(self, folders) -> None:
        self._folders = folders
        self._servers: dict[int, Server] = {}
        self._answers: dict[int, Answers] = {}
        self._links: dict[tuple[str, str], str] = {}

    def server(self, seed: int = SEEDS[0]) -> Server:
        if seed not in self._servers:
            self._servers[seed] = Server(self._folders.mktemp(f"puebla-{seed}"), seed)
            self._answers[seed] = Answers(self._servers[seed].address)
        return self._servers[seed]

    def answers(self, seed: int | None) -> Answers:
        self.server(seed or SEEDS[0])
        return self._answers[seed or SEEDS[0]]

    def address(self, page: Page, language: str) -> str:
        """The page's whole address, what stands in braces filled in from its list."""
        server = self.server(page.seed or SEEDS[0]).address
        path = page.path
        for name in re.findall(r"{(\w+)}", path):
            path = path.replace("{%s}" % name, self._linked(server, page, name))
        return f"{server}{page.base}/{language}{path}"

    def _linked(self, server: str, page: Page, name: str) -> str:
        key = (server + page.base, name)
        if key not in self._links:
            listed, prefix, place = LINKED[name]
            for inner in re.findall(r"{(\w+)}", listed):
                found = self._linked(server, page, inner)
                listed, prefix = listed.replace("{%s}" % inner, found), prefix.replace("{%s}" % inner, found)
            _, _, body = self.answers(page.seed).get(f"{server}{page.base}/es{listed}")
            pattern = f'href="{re.escape(page.base)}/es{re.escape(prefix)}([^"#?]+)"'
            links = [
                link for link in dict.fromkeys(re.findall(pattern, body.decode("utf-8"))) if not _FORM.search(link)
            ]
            assert links, f"{page.base}/es{listed} links to nothing below {prefix}"
            found = links[place if -len(links) <= place < len(links) else 0]
            # A line's link carries its plan; the template names it again.
            self._links[key] = f"{listed.rsplit('/', 1)[-1]}/{found}" if name == "line" else found
        return self._links[key]

    def stop(self) -> None:
        for answers in self._answers.values():
            answers.close()
        codes = {seed: server.stop() for seed, server in self._servers.items()}
        assert set(codes.values()) <= {0}, f"asked to end, puebla serve ended with {codes}"
