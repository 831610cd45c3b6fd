"""Imports point down, and pure modules stay pure: docs/imports.md against the sources."""

from __future__ import annotations

import re
from pathlib import Path

from . import swift_source

TABLE = "docs/imports.md"
_IMPORT = re.compile(
    r"^[ \t]*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?"
    r"import\s+(?:(?:struct|class|enum|protocol|func|var|let|typealias|actor)\s+)?`?(\w+)",
    re.MULTILINE,
)


def imports_of(source: str) -> list[tuple[int, str]]:
    """`(line, module)` of every import in a Swift source."""
    code, _ = swift_source.split(source)
    return [(swift_source.line_of(code, m.start(1)), m.group(1)) for m in _IMPORT.finditer(code)]


def allowed(markdown: str) -> dict[str, set[str]]:
    """The table: what each module may import."""
    table: dict[str, set[str]] = {}
    for line in markdown.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if len(cells) == 3 and re.fullmatch(r"`\w+`", cells[0]):
            table[cells[0].strip("`")] = set(re.findall(r"`(\w+)`", cells[1] + cells[2]))
    return table


def cycles(table: dict[str, set[str]]) -> list[str]:
    """The table itself must point down."""
    done: set[str] = set()
    found: list[str] = []

    def walk(module: str, path: tuple[str, ...]) -> None:
        if module in path:
            found.append(f"{TABLE}: imports go round: {' -> '.join(path[path.index(module):] + (module,))}")
            return
        if module not in done:
            for other in sorted(table[module] & table.keys()):
                walk(other, path + (module,))
            done.add(module)

    for module in sorted(table):
        walk(module, ())
    return found


def findings(root: Path) -> list[str]:
    if not (root / TABLE).exists():
        return [f"{TABLE} is not there: it says what may import what"]
    table = allowed((root / TABLE).read_text(encoding="utf-8"))
    result = cycles(table)
    modules = {path.name for path in (root / "Sources").iterdir() if path.is_dir()}
    result += [f"{TABLE}: {module} has no line" for module in sorted(modules - table.keys())]
    result += [f"{TABLE}: {module} is not in Sources/" for module in sorted(table.keys() - modules)]
    for path in swift_source.files(root, ("Sources",), (".swift",)):
        name = path.relative_to(root)
        module = name.parts[1]
        if module not in table:
            continue
        for line, imported in imports_of(path.read_text(encoding="utf-8")):
            if imported not in table[module]:
                result.append(f"{name}:{line}: {module} may not import {imported} ({TABLE})")
    return result
