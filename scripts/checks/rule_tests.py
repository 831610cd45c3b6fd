"""Every rule in docs/rules.md has a test: one that names it, or those that the page lists for it, which exist."""

from __future__ import annotations

import re
from pathlib import Path

from . import swift_source

PAGE = "docs/rules.md"
_RULE = re.compile(r"^\|\s*[`*\[]*([A-Z]{1,2}[0-9]{1,2})\b[^|]*\|", re.MULTILINE)
_TEST = re.compile(r"@Test\b")
_NAMED = re.compile(r"\bfunc\s+`([^`\n]+)`|\b(?:struct|class|actor|enum)\s+`?([^`\s:{]+)")
_SECTION = re.compile(r"^## ([A-Z]{1,2}[0-9]{1,2})\b.*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)
_LISTED = re.compile(r"^Tests:\n\n((?:- .+\n?)+)", re.MULTILINE)
_LABELLED = re.compile(r'@(?:Suite|Test)\s*\(\s*"((?:[^"\\\n]|\\.)*)"')


def rules(markdown: str) -> list[str]:
    """The ids in the first column of the page's tables, in order, each once."""
    return list(dict.fromkeys(_RULE.findall(markdown)))


def names(path: Path, source: str) -> list[str]:
    """What a test file calls itself, its suites and its tests; nothing if it holds no test."""
    code, _ = swift_source.split(source)
    if not _TEST.search(code):
        return []
    found = [path.stem]
    found += [first or second for first, second in _NAMED.findall(source)]
    found += _LABELLED.findall(source)
    return found


def names_rule(name: str, rule: str) -> bool:
    """`F3 …`, `RuleF3Tests`, `F3Contributions`: but `F3` is neither in `F31` nor in `PDF3`."""
    return re.search(rf"(?<![A-Z0-9]){rule}(?![0-9])", name) is not None


def listed(markdown: str) -> dict[str, list[str]]:
    """The tests that the page lists at the end of each rule's section."""
    found = {}
    for section in _SECTION.finditer(markdown):
        tests = _LISTED.search(section.group())
        found[section.group(1)] = [line[2:] for line in tests.group(1).splitlines()] if tests else []
    return found


def findings(root: Path) -> list[str]:
    if not (root / PAGE).exists():
        return [f"{PAGE} is not there: make generate"]
    page = (root / PAGE).read_text(encoding="utf-8")
    ids = rules(page)
    if not ids:
        return [f"{PAGE} holds no rule"]
    called = [
        name
        for path in swift_source.files(root, ("Tests",), (".swift",))
        for name in names(path, path.read_text(encoding="utf-8"))
    ]
    known = set(called)
    tests = listed(page)
    missing = [
        f"{PAGE}: rule {rule} lists a test that isn't there: {test}"
        for rule in ids
        for test in tests.get(rule, [])
        if test not in known
    ]
    return missing + [
        f"{PAGE}: no test names rule {rule} (in its own name, its suite's or its file's), and the page lists none"
        for rule in ids
        if not tests.get(rule) and not any(names_rule(name, rule) for name in called)
    ]
