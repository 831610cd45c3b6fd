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
