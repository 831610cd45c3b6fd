"""Each check of `make check` lets a good tree pass and finds what is wrong in a bad one."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks import generated, imports, layout, rule_tests, sizes, swift_source, words

TABLE = """
| module | of ours | others |
| --- | --- | --- |
| `Charter` | – | `Foundation` |
| `Web` | `Charter` | `NIOCore`, `Foundation` |
"""


@pytest.fixture
def tree(tmp_path):
    """`tree({path: text, …})`: a small repository."""

    def tree(files: dict[str, str]) -> Path:
        for name, text in files.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(text, encoding="utf-8")
        return tmp_path

    return tree


# Reading Swift


@pytest.mark.parametrize(
    ("source", "code", "comments"),
    [
        ("let a = 1 // why", "let a = 1", "// why"),
        ('let a = "// no" + b', "let a =         + b", ""),
        ("/* a /* b */ c */ d", "d", "/* a /* b */ c */"),
        ('let a = "x \\(f("//")) y" // z', "f(", "// z"),
        ('let a = #"\\(no)"# + #"\\#(yes)"#', "yes", ""),
        ('let a = """\n  as! // no\n  """\nlet b', "let b", ""),
        ('let a = "\\"" + b', "+ b", ""),
    ],
)
def test_swift_is_split_into_code_and_comments(source, code, comments):
    found_code, found_comments = swift_source.split(source)
    assert code in found_code
    assert found_comments.strip() == comments
    assert len(found_code) == len(found_comments) == len(source)
    assert "no" not in found_code


# Imports


@pytest.mark.parametrize(
    ("line", "module"),
    [
        ("import Charter", "Charter"),
        ("@testable import Charter", "Charter"),
        ("@preconcurrency public import NIOCore", "NIOCore"),
        ("@_spi(Internals) import GRDB", "GRDB"),
        ("internal import struct Foundation.Date", "Foundation"),
        ("    import Foundation.NSObject", "Foundation"),
    ],
)
def test_every_form_of_import_is_read(line, module):
    assert imports.imports_of(f"// import Nothing\n{line}\n") == [(2, module)]


def test_what_only_looks_like_an_import_is_none():
    assert imports.imports_of('let a = "import X"\n/*\nimport Y\n*/\nlet important = 1\n') == []


def test_imports_that_point_down_pass(tree):
    root = tree(
        {
            "docs/imports.md": TABLE,
            "Sources/Charter/A.swift": "import Foundation\n",
            "Sources/Web/B.swift": "import Charter\nimport NIOCore\n",
        }
    )
    assert imports.findings(root) == []


@pytest.mark.parametrize(
    ("path", "text", "says"),
    [
        ("Sources/Charter/C.swift", "\nimport Web\n", "Charter/C.swift:2: Charter may not import Web"),
        ("Sources/Charter/C.swift", "import NIOCore\n", "Charter may not import NIOCore"),
        ("Sources/Other/C.swift", "import Web\n", "Other has no line"),
    ],
)
def test_an_import_that_points_up_is_found(tree, path, text, says):
    root = tree({"docs/imports.md": TABLE, "Sources/Charter/A.swift": "", "Sources/Web/B.swift": "", path: text})
    assert [finding for finding in imports.findings(root) if says in finding]
    assert len(imports.findings(root)) == 1


def test_a_table_that_goes_round_is_found(tree):
    round_table = TABLE.replace("| `Charter` | – |", "| `Charter` | `Web` |")
    root = tree({"docs/imports.md": round_table, "Sources/Charter/A.swift": "", "Sources/Web/B.swift": ""})
    assert "imports go round" in imports.findings(root)[0]


def test_a_module_that_is_gone_is_found(tree):
    root = tree({"docs/imports.md": TABLE, "Sources/Charter/A.swift": ""})
    assert imports.findings(root) == ["docs/imports.md: Web is not in Sources/"]


def test_a_missing_table_is_found(tree):
    assert "is not there" in imports.findings(tree({"Sources/Charter/A.swift": ""}))[0]


# Sizes


def test_sizes(tree):
    root = tree(
        {
            "Sources/A/Short.swift": "\n" * 300,
            "Sources/A/Long.swift": "\n" * 301,
            "Tests/ATests/Full.swift": "\n" * 500,
            "scripts/huge.py": "\n" * 501,
            "Sources/A/.build/Hidden.swift": "\n" * 900,
            "Sources/A/data.json": "\n" * 900,
        }
    )
    assert sizes.findings(root) == ["scripts/huge.py: 501 lines, over 500: divide it"]
    assert sizes.remarks(root) == ["Tests/ATests/Full.swift: 500 lines", "Sources/A/Long.swift: 301 lines"]


# Words


@pytest.mark.parametrize(
    ("source", "line", "says"),
    [
        ("let a = 1\n// TODO: more\n", 2, "TODO"),
        ("/* FIXME */", 1, "FIXME"),
        ("/// XXX\nlet a = 1", 1, "XXX"),
        ("let a = try! f()", 1, "try!"),
        ("let a = b as! C", 1, "as!"),
        ('let a = "\\(b as! C)"', 1, "as!"),
        ("nonisolated(unsafe) var a = 1", 1, "nonisolated"),
        ("\n@Test(.disabled()) func a() {}", 2, "never skipped"),
        ("final class A: @unchecked Sendable {}", 1, "@unchecked"),
        ("// It is fine.\nfinal class A: @unchecked Sendable {}", 2, "@unchecked"),
        ("// Proof: locked.\n\nfinal class A: @unchecked Sendable {}", 3, "@unchecked"),
        ("// Proof: locked.\nstruct B {}\nfinal class A: @unchecked Sendable {}", 3, "@unchecked"),
    ],
)
def test_a_forbidden_word_is_found(source, line, says):
    found = list(words.swift_findings(source))
    assert len(found) == 1
    assert found[0][0] == line and says in found[0][1]


@pytest.mark.parametrize(
    "source",
    [
        'let title = "TODO EL MUNDO"',
        "// try! is not used here, nor as! or nonisolated(unsafe)\nlet a = try? f()",
        "let todo = 1 // a method",
        "// Proof: every access holds the lock.\nfinal class A: @unchecked Sendable {}",
        "/// A box.\n///\n/// Proof: immutable after init.\n@frozen\npublic final class A:\n    @unchecked Sendable\n{}",
        'let text = """\n    as! try! @unchecked Sendable\n    """',
    ],
)
def test_what_is_allowed_passes(source):
    assert list(words.swift_findings(source)) == []


def test_scripts_are_read_too(tree):
    root = tree(
        {
            "scripts/a.py": 'WORD = "TODO"\n# TODO later\n',
            "scripts/b.sh": "echo 'TODO'\nls # FIXME\n",
            "Tests/c.py": "# fine\n",
        }
    )
    found = words.findings(root)
    assert [finding.split(":")[:2] for finding in found] == [["scripts/a.py", "2"], ["scripts/b.sh", "2"]]


# Rules and their tests

RULES = "| id | rule |\n| --- | --- |\n| P1 | Eleven |\n| `F3` | Vote |\n| [**F31**](#f31) | Other |\n"


@pytest.mark.parametrize(
    "source",
    [
        "@Suite struct F3Tests { @Test func `A member votes`() {} }",
        '@Suite("F3: the vote") struct Votes { @Test func a() {} }',
        "struct Votes { @Test func `F3 takes the vote after two years`() {} }",
        '@Test("F3 in a table", arguments: [1]) func a(_ b: Int) {}',
        "struct RuleF3 { @Test func a() {} }",
    ],
)
def test_a_test_that_names_its_rule_counts(tree, source):
    root = tree(
        {
            "docs/rules.md": RULES,
            "Tests/ConferenceTests/P1Members.swift": "@Test func a() {}",
            "Tests/ConferenceTests/F31.swift": "@Test func a() {}",
            "Tests/ConferenceTests/Votes.swift": source,
        }
    )
    assert rule_tests.findings(root) == []


@pytest.mark.parametrize(
    "source",
    [
        "// F3\n@Test func a() {}",
        "struct F3Tests { }",
        'struct Votes { @Test func a() { print("F3") } }',
        "struct F31Tests { @Test func a() {} }",
        "struct PDF3Tests { @Test func a() {} }",
    ],
)
def test_a_rule_without_a_test_is_found(tree, source):
    root = tree(
        {
            "docs/rules.md": RULES,
            "Tests/ConferenceTests/P1Members.swift": "@Test func a() {}",
            "Tests/ConferenceTests/F31.swift": "@Test func a() {}",
            "Tests/ConferenceTests/Votes.swift": source,
        }
    )
    assert [finding.split(" names ")[1][:7] for finding in rule_tests.findings(root)] == ["rule F3"]


def test_the_tests_that_the_page_lists_have_to_exist(tree):
    page = "| P1 | Members |\n\n## P1 · Members\n\nTests:\n\n- {}\n\n## P2 · Other\n"
    source = "@Test func `Nobody is admitted late`() {}"
    for test, expected in [("Nobody is admitted late", 0), ("Nobody at all", 1)]:
        root = tree({"docs/rules.md": page.format(test), "Tests/ConferenceTests/Members.swift": source})
        assert len(rule_tests.findings(root)) == expected


def test_a_page_without_rules_is_found(tree):
    assert rule_tests.findings(tree({"docs/rules.md": "Nothing."})) == ["docs/rules.md holds no rule"]
    assert "not there" in rule_tests.findings(tree({"docs/rules.md": ""}) / "docs")[0]


# Generated pages


def test_a_stale_page_is_found(tree):
    pages = {name: "one\ntwo\n" for name in generated.PAGES}
    root = tree({f"docs/{name}": text for name, text in pages.items()} | {f"new/{n}": t for n, t in pages.items()})
    assert generated.differences(root / "docs", root / "new") == []

    (root / "new/acts.md").write_text("one\nthree\n", encoding="utf-8")
    (root / "docs/cli.md").unlink()
    (root / "new/rules.md").unlink()
    found = generated.differences(root / "docs", root / "new")
    assert found[0] == "the program did not write rules.md"
    assert "docs/acts.md is stale" in found[1] and "'-two'" in found[1]
    assert found[2] == "docs/cli.md is not there: make generate"


# Layout


def test_layout(tree):
    here = Path(__file__).resolve().parents[2]
    root = tree(
        {
            ".swift-format": (here / ".swift-format").read_text(encoding="utf-8"),
            "Package.swift": "// swift-tools-version: 6.2\n",
            "Sources/A/Good.swift": "/// One.\npublic let one = 1\n",
        }
    )
    assert layout.findings(root) == []
    tree({"Sources/A/Bad.swift": "public  let one=1\n"})
    assert any("Bad.swift" in finding for finding in layout.findings(root))
