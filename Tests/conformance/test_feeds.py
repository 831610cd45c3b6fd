"""Atom, sitemaps, JSON-LD and citations, read back by feedparser, lxml and Python's json."""

from __future__ import annotations

import json
import re

import feedparser
import golden
import pytest
from lxml import etree

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def feed():
    parsed = feedparser.parse(golden.read("decisions.atom"))
    assert not parsed.bozo, parsed.get("bozo_exception")
    return parsed


def test_the_feed_is_atom_in_its_language_and_says_whether_it_is_official(feed):
    assert feed.version == "atom10"
    assert feed.feed.language == "es"
    assert feed.feed.title == "Decisiones & declaraciones"
    assert "Invented conference" in feed.feed.rights
    assert [(tag.term, tag.label) for tag in feed.feed.tags] == [("invented", "inventada")]
    assert feed.feed.updated == "2026-11-20T12:00:00Z"


def test_the_feeds_links_lead_to_itself_its_page_and_its_twin(feed):
    links = {(link.rel, link.hreflang, link.type): link.href for link in feed.feed.links}
    assert links == {
        ("self", "es", "application/atom+xml"): "https://puebla.example/c/cme/es/decisions.atom?a=1&b=2",
        ("alternate", "es", "text/html"): "https://puebla.example/c/cme/es/decisions",
        ("related", "en", "application/atom+xml"): "https://puebla.example/c/cme/en/decisions.atom",
    }


def test_entries_have_what_an_entry_needs(feed):
    assert [entry.id for entry in feed.entries] == [
        "tag:puebla.example,2026-11-21:cme/decision/VM/2026/D.4(d)%20%C3%B1",
        "tag:puebla.example,2026-11-21:cme/act/7",
    ]
    first = feed.entries[0]
    assert first.title == "Rutas <seguras> & puertos"
    assert first.published == "2026-11-01T12:00:00Z"
    assert first.link == "https://puebla.example/c/cme/es/decisions/D.4"
    assert [link.href for link in first.links if link.rel == "related"] == [
        "https://puebla.example/c/cme/en/decisions/D.4"
    ]
    assert "inventada" in first.rights


def test_the_feed_has_each_element_as_often_as_rfc_4287_allows():
    root = etree.fromstring(golden.read("decisions.atom"))
    for element in [root, *root.findall(f"{ATOM}entry")]:
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{ATOM}{name}")) == 1
        kinds = [(l.get("rel"), l.get("type"), l.get("hreflang")) for l in element.findall(f"{ATOM}link")]
        assert len(kinds) == len(set(kinds))


def test_each_address_of_a_sitemap_names_its_twins_and_itself():
    root = etree.fromstring(golden.read("sitemap.xml"))
    alternates = {
        url.findtext(f"{SITEMAP}loc"): {
            link.get("hreflang"): link.get("href") for link in url.findall(f"{XHTML}link")
        }
        for url in root.findall(f"{SITEMAP}url")
    }
    assert len(alternates) == 5
    for address, twins in alternates.items():
        if twins:
            assert address in twins.values()
            assert all(alternates[twin] == twins for twin in twins.values())


def test_a_sitemap_index_names_its_parts():
    root = etree.fromstring(golden.read("sitemap-index.xml"))
    assert [loc.text for loc in root.iter(f"{SITEMAP}loc")] == [
        "https://puebla.example/sitemap-1.xml",
        "https://puebla.example/sitemap-2.xml",
    ]


def test_descriptions_are_json_that_cannot_end_its_script():
    data = golden.read("page.jsonld")
    # Without this sign no tag begins, nor ends.
    assert b"<" not in data
    graph = json.loads(data)
    assert graph["@context"] == "https://schema.org"
    assert [node["@type"] for node in graph["@graph"]] == ["Organization", "Event", "Legislation", "Dataset"]
    assert graph["@graph"][3]["description"] == "</script><script>alert(1)</script>"
    assert "Invented" in graph["@graph"][0]["disambiguatingDescription"]


def test_csl_json_is_a_list_of_one_item():
    (item,) = json.loads(golden.read("decision.csl.json"))
    assert item["issued"] == {"date-parts": [[2026, 11]]} and item["accessed"] == {"date-parts": [[2026, 11, 21]]}
    assert item["number"] == "CME/VM/2026/D.4(d)" and item["note"] == "Conferencia inventada"


def test_ris_has_a_type_first_and_an_end_last():
    lines = golden.read("decision.ris").decode("utf-8").split("\r\n")
    assert lines[-1] == "" and lines[-2] == "ER  - "
    assert lines[0] == "TY  - RPRT"
    # A body's name whole: pandoc and EndNote take it apart but for a comma at its end.
    (author,) = [line for line in lines if line.startswith("AU  - ")]
    assert author.count(",") == 1 and author.endswith(",")
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in lines[:-1])


def test_bibtex_has_braces_that_match():
    text = golden.read("decision.bib").decode("utf-8")
    depth = 0
    for part in re.finditer(r"\\.|[{}]", text):
        depth += {"{": 1, "}": -1}.get(part.group(), 0)
        assert depth >= 0
    assert depth == 0 and text.startswith("@techreport{CME-VM-2026-D-4-d,")
