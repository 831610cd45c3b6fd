"""Debian's Chromium, and one page opened in it."""

from __future__ import annotations

import os
import shutil
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, Playwright


def launch(playwright: Playwright) -> Browser:
    """Debian's Chromium; its sandbox needs a user other than root."""
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    path = shutil.which("chromium")
    if not path:
        raise RuntimeError("chromium was not found: scripts/install.sh test installs it")
    return playwright.chromium.launch(executable_path=path, args=arguments)


def context_of(browser: Browser, width: int, scheme: str, scripts: bool = True) -> BrowserContext:
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme=scheme,
        reduced_motion="reduce",
        java_script_enabled=scripts,
    )
    context.set_default_timeout(20_000)
    return context


class Visit:
    """One page opened once, and what was seen while it loaded."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.address = address
        self.host = urlsplit(address).netloc
        self.console: list[tuple[str, str]] = []
        self.requests: list[str] = []
        self.page: Page = context.new_page()
        self.page.on("console", self._said)
        self.page.on("pageerror", lambda error: self.console.append((str(error), "")))
        self.page.on("request", lambda request: self.requests.append(request.url))
        response = self.page.goto(address, wait_until="load")
        self.status = response.status if response else 0

    def _said(self, message) -> None:
        if message.type in ("error", "warning"):
            self.console.append((message.text, (message.location or {}).get("url", "")))

    def close(self) -> None:
        self.page.close()

    def __enter__(self) -> "Visit":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
