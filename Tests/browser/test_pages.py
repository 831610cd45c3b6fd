"""The program's pages in a real browser; `selection.py` says which, in which language, how wide, how lit."""

from __future__ import annotations

import pytest

from looking import look_at
from selection import selected
from visit import Visit


@pytest.mark.parametrize("look", selected(), ids=str)
def test_page_is_whole_and_accessible(context, sites, look):
    assert look_at(context, sites.address(look.page, look.language), look) == []


@pytest.mark.parametrize("width", (320, 1280))
def test_a_table_whose_rows_are_blocks_is_still_a_table_to_a_screen_reader(context, site, width):
    with Visit(context(width=width), f"{site}/en/meetings?sort=where") as visit:
        tree = visit.page.context.new_cdp_session(visit.page).send("Accessibility.getFullAXTree")["nodes"]
        roles = [node["role"]["value"] for node in tree if not node.get("ignored") and "role" in node]
        rows = visit.page.locator("#list tbody tr").count()
    assert roles.count("table") == 1
    assert roles.count("row") == rows + 1
    assert roles.count("columnheader") == 5
    assert roles.count("rowheader") == rows
    assert roles.count("cell") == 4 * rows
