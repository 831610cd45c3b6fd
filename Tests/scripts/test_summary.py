"""The last line of `make test` is an honest sum."""

from __future__ import annotations

import pytest

import summary

GOOD = "<testsuites><testsuite><testcase name='a'/><testcase name='b'/></testsuite></testsuites>"
BAD = "<testsuites><testsuite><testcase name='a'/><testcase name='b'><failure/></testcase></testsuite></testsuites>"
ERROR = "<testsuite><testcase classname='c' name='a'><error/></testcase></testsuite>"
SKIPPED = "<testsuite><testcase name='a'/><testcase name='b'><skipped/></testcase></testsuite>"
EMPTY = "<testsuites/>"


@pytest.mark.parametrize(
    ("code", "results", "passed", "failed"),
    [
        (0, GOOD, 2, 0),
        (1, BAD, 1, 1),
        (0, BAD, 1, 1),
        (2, ERROR, 0, 1),
        (0, SKIPPED, 1, 1),
        (5, EMPTY, 0, 1),
        (0, EMPTY, 0, 1),
        (139, GOOD, 2, 1),
        (1, "<testsuites><testcase", 0, 1),
        (1, None, 0, 1),
    ],
)
def test_a_runner_is_judged(tmp_path, capsys, code, results, passed, failed):
    file = tmp_path / "results.xml"
    if results is not None:
        file.write_text(results, encoding="utf-8")
    assert summary.main([f"runner:{code}:{file}"]) == (1 if failed else 0)
    assert capsys.readouterr().out.splitlines()[-1] == f"{passed} passed, {failed} failed"


def test_runners_are_added_up(tmp_path, capsys):
    (tmp_path / "a.xml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "b.xml").write_text(BAD, encoding="utf-8")
    assert summary.main([f"swift test:0:{tmp_path}/a.xml", f"pytest:1:{tmp_path}/b.xml"]) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "3 passed, 1 failed"


SLOW = """<testsuites><testsuite>
<testcase classname='browser.test_pages' name='test_a[x]' time='3.25'/><testcase classname='browser.test_pages' name='test_b' time='130'/>
<testcase classname='conformance.test_http' name='test_c' time='1'/></testsuite></testsuites>"""
SWIFT = "<testsuites><testsuite><testcase classname='WebTests.LookTests' name='quick()' time='200.0'/></testsuite></testsuites>"


def test_where_the_time_went_is_said(tmp_path, capsys):
    (tmp_path / "a.xml").write_text(SWIFT, encoding="utf-8")
    (tmp_path / "b.xml").write_text(SLOW, encoding="utf-8")
    assert summary.main(["--part", "build:61", "--part", "python:400", f"swift test:0:{tmp_path}/a.xml", f"pytest:0:{tmp_path}/b.xml"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split() for line in lines if " test_" in line or " quick" in line] == [
        ["200.0", "WebTests.LookTests", "quick()"], ["130.0", "browser.test_pages", "test_b"],
        ["3.2", "browser.test_pages", "test_a[x]"], ["1.0", "conformance.test_http", "test_c"],
    ]  # fmt: skip
    assert [line.split() for line in lines if " Tests/" in line] == [
        ["200.0", "Tests/WebTests", "(1)"], ["133.2", "Tests/browser", "(2)"], ["1.0", "Tests/conformance", "(1)"],
    ]  # fmt: skip
    assert [line.split() for line in lines][-4:-2] == [["61", "build"], ["400", "python"]]
    assert lines[-1] == "4 passed, 0 failed"


def test_no_more_than_twenty_are_named(tmp_path, capsys):
    cases = "".join(f"<testcase classname='packs.test_x' name='n{number}' time='{number}'/>" for number in range(40))
    (tmp_path / "a.xml").write_text(f"<testsuite>{cases}</testsuite>", encoding="utf-8")
    summary.main([f"pytest:0:{tmp_path}/a.xml"])
    named = [line.split()[-1] for line in capsys.readouterr().out.splitlines() if "packs.test_x" in line]
    assert named == [f"n{number}" for number in range(39, 19, -1)]


@pytest.mark.parametrize("runner", ["swift tests 1", "pytest"])
def test_a_test_that_takes_too_long_fails(runner, tmp_path, capsys):
    (tmp_path / "a.xml").write_text(SLOW, encoding="utf-8")
    runners = [f"{runner}:0:{tmp_path}/a.xml"]
    assert summary.main(["--limit", "120", *runners]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1] == "2 passed, 1 failed"
    assert lines[-2].startswith("failed: browser.test_pages test_b took 130 s, and no test may take more than 120")
    assert summary.main(["--limit", "131", *runners]) == 0


def test_a_full_run_is_written_down(tmp_path):
    (tmp_path / "a.xml").write_text(GOOD, encoding="utf-8")
    record = tmp_path / "last.md"
    assert summary.main(["--record", str(record), "--of", "A day, a version.", "--part", "python:7", f"pytest:0:{tmp_path}/a.xml"]) == 0
    text = record.read_text(encoding="utf-8")
    assert text.startswith("# The last full run\nA day, a version.\n") and text.endswith("2 passed, 0 failed\n```\n")
    assert "       7  python" in text
