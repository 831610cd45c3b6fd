"""The library harvested by sickle, citations, sitemaps, robots and security.txt, from a running server."""

from __future__ import annotations

import json
import re

import bibtexparser
import pytest
import rispy
import sickle
import sickle.oaiexceptions as oai
from lxml import etree
from served import BASES, Served

OAI = "{http://www.openarchives.org/OAI/2.0/}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture(params=("GET", "POST"))
def method(request) -> str:
    return request.param


@pytest.mark.parametrize("base", BASES)
def test_the_whole_library_is_harvested(site, walked, base, method):
    library = sickle.Sickle(f"{site.address}{base}/oai", http_method=method)
    about = library.Identify()
    assert about.baseURL == f"{site.address}{base}/oai"
    assert (about.protocolVersion, about.granularity) == ("2.0", "YYYY-MM-DD")
    assert [form.metadataPrefix for form in library.ListMetadataFormats()] == ["oai_dc"]
    records = list(library.ListRecords(metadataPrefix="oai_dc"))
    headers = list(library.ListIdentifiers(metadataPrefix="oai_dc"))
    assert [r.header.identifier for r in records] == [h.identifier for h in headers]
    assert len({h.identifier for h in headers}) == len(headers)
    documents = {path.removeprefix("/library/") for path in walked[base] if path.startswith("/library/")}
    assert {h.identifier.split("/", 1)[1] for h in headers} == documents
    for record in records:
        assert record.metadata["title"] and record.metadata["identifier"] and record.metadata["rights"]
        if base:
            assert any("inventada" in text for text in record.metadata["rights"])
    one = library.GetRecord(metadataPrefix="oai_dc", identifier=headers[0].identifier)
    assert one.metadata["title"] == records[0].metadata["title"]


@pytest.mark.parametrize("base", BASES)
def test_sets_part_the_library(site, base, method):
    library = sickle.Sickle(f"{site.address}{base}/oai", http_method=method)
    whole = {h.identifier for h in library.ListIdentifiers(metadataPrefix="oai_dc")}
    parts: list[str] = []
    for one in library.ListSets():
        found = [h.identifier for h in library.ListIdentifiers(metadataPrefix="oai_dc", set=one.setSpec)]
        assert found, one.setSpec
        parts += found
    assert sorted(parts) == sorted(whole)


@pytest.mark.parametrize("base", BASES)
def test_from_and_until_part_the_library(site, base):
    library = sickle.Sickle(f"{site.address}{base}/oai")
    headers = list(library.ListIdentifiers(metadataPrefix="oai_dc"))
    days = sorted({h.datestamp for h in headers})
    assert library.Identify().earliestDatestamp <= days[0]
    for day in (days[0], days[-1]):
        since = [h.identifier for h in library.ListIdentifiers(**{"metadataPrefix": "oai_dc", "from": day})]
        until = [h.identifier for h in library.ListIdentifiers(metadataPrefix="oai_dc", until=day)]
        assert sorted(since) == sorted(h.identifier for h in headers if h.datestamp >= day)
        assert sorted(until) == sorted(h.identifier for h in headers if h.datestamp <= day)
    with pytest.raises(oai.NoRecordsMatch):
        library.ListIdentifiers(**{"metadataPrefix": "oai_dc", "from": "2999-01-01"})


@pytest.mark.parametrize(
    ("asked", "error"),
    [
        ({}, "badVerb"), ({"verb": "Nothing"}, "badVerb"), ({"verb": "Identify", "x": "1"}, "badArgument"),
        ({"verb": "ListRecords"}, "badArgument"), ({"verb": "GetRecord", "metadataPrefix": "oai_dc"}, "badArgument"),
        ({"verb": "ListRecords", "metadataPrefix": "marc"}, "cannotDisseminateFormat"),
        ({"verb": "GetRecord", "metadataPrefix": "oai_dc", "identifier": "x"}, "idDoesNotExist"),
        ({"verb": "ListRecords", "resumptionToken": "x"}, "badResumptionToken"),
        ({"verb": "ListRecords", "metadataPrefix": "oai_dc", "from": "yesterday"}, "badArgument"),
        ({"verb": "ListRecords", "metadataPrefix": "oai_dc", "from": "2026-01-02", "until": "2026-01-01"}, "badArgument"),
        ({"verb": "ListRecords", "metadataPrefix": "oai_dc", "set": "nothing"}, "noRecordsMatch"),
    ],
)  # fmt: skip
def test_what_cannot_be_answered_is_an_error_of_the_protocol(site, asked, error):
    query = "&".join(f"{name}={value}" for name, value in asked.items())
    for answer in (
        site.get(f"/oai?{query}"),
        site.get("/oai", {"Content-Type": "application/x-www-form-urlencoded"}, "POST", query.encode()),
    ):
        assert (answer.status, answer.type) == (200, "text/xml")
        assert [each.get("code") for each in etree.fromstring(answer.body).iter(f"{OAI}error")] == [error]


def test_a_form_that_is_too_large_is_refused(site):
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    assert site.get("/oai", headers, "POST", b"verb=" + b"x" * 20_000).status == 413


def test_a_library_longer_than_a_page_is_harvested_in_parts(tmp_path):
    """A hundred records at once: what follows is asked for by a token."""
    acts = [
        {
            "id": f"more-{n}", "on": "2016-11-30", "source": {"address": "https://example.org/"},
            "kind": "library.documentRecorded",
            "act": {"document": f"more-{n}", "kind": "report", "title": {"es": f"Informe {n}", "en": f"Report {n}"}, "access": "public"},
        }
        for n in range(230)
    ]  # fmt: skip
    server = Served(tmp_path, "init --pack csm", options=(), acts=acts)
    try:
        library = sickle.Sickle(f"{server.address}/oai")
        first = server.get("/oai?verb=ListIdentifiers&metadataPrefix=oai_dc")
        token = etree.fromstring(first.body).find(f".//{OAI}resumptionToken")
        assert token.text and int(token.get("completeListSize")) > 230
        found = [h.identifier for h in library.ListIdentifiers(metadataPrefix="oai_dc")]
        assert len(found) == len(set(found)) == int(token.get("completeListSize"))
        assert len(list(library.ListRecords(metadataPrefix="oai_dc", set="report"))) >= 230
    finally:
        assert server.stop() == 0


def test_every_address_of_the_sitemap_answers_and_none_is_invented(site):
    answer = site.get("/sitemap.xml")
    root = etree.fromstring(answer.body)
    addresses = [loc.text for loc in root.iter(f"{SITEMAP}loc")]
    assert len(addresses) > 400 and len(set(addresses)) == len(addresses)
    wrong = []
    for address in addresses:
        assert address.startswith(site.address + "/") and "/c/" not in address and "~" not in address
        # Their bodies are other tests' matter.
        if site.raw(address.removeprefix(site.address), method="HEAD").status != 200:
            wrong.append(address)
    assert wrong == []
    assert site.get("/c/cme/sitemap.xml").status == 404


def test_the_sitemap_has_every_page_that_a_reader_finds(site, walked):
    root = etree.fromstring(site.get("/sitemap.xml").body)
    listed = {loc.text.removeprefix(site.address + "/es") for loc in root.iter(f"{SITEMAP}loc")}
    found = {path for path in walked[""] if not path.startswith(("/register/", "/search", "/standing", "/texts/"))}
    assert sorted(found - listed) == []


def test_robots_are_told_where_to_go_and_where_not(site):
    text = site.get("/robots.txt").text
    lines = [line.split(": ", 1) for line in text.splitlines() if ": " in line]
    assert ["Disallow", "/c/cme/"] in lines and ["Sitemap", site.address + "/sitemap.xml"] in lines
    # A viewer's address is no more open than the conference's.
    disallowed = [value for name, value in lines if name == "Disallow"]
    assert any("/c/cme~member-XAL/es/".startswith(each.rstrip("*")) for each in disallowed), disallowed


def test_security_txt_is_there_where_a_contact_was_given(site, bare):
    text = site.get("/.well-known/security.txt").text
    assert "Contact: mailto:security@puebla.example" in text
    assert re.search(r"^Expires: \d{4}-\d\d-\d\dT", text, re.MULTILINE)
    assert bare.get("/.well-known/security.txt").status == 404


@pytest.mark.parametrize("base", BASES)
def test_citations_are_read_by_reference_managers(site, forms, samples, base):
    addresses = [a for a in forms(base, "bib")]
    kinds = {address.removeprefix(base).split("/")[2] for address in addresses}
    assert kinds == {"library", "decisions", "meetings", "register"}
    keys: dict[str, str] = {}
    for address in addresses:
        answer = site.get(address)
        library = bibtexparser.parse_string(answer.text)
        assert library.failed_blocks == [] and len(library.entries) == 1, address
        entry = library.entries[0]
        assert keys.setdefault(entry.key, address) == address, "two pages with one key"
        fields = {field.key.lower() for field in entry.fields}
        assert {"title", "url"} <= fields, address
        (item,) = rispy.loads(site.get(address.removesuffix("bib") + "ris").text)
        assert item["type_of_reference"] and item.get("title", item.get("primary_title")), address
        if base:
            assert "inventada" in answer.text and "inventada" in json.dumps(item, ensure_ascii=False), address
            assert answer.headers["x-robots-tag"] == "noindex, nofollow"


@pytest.mark.parametrize("base", BASES)
def test_descriptions_in_pages_are_json_and_name_the_page(site, samples, base):
    described = 0
    for path in samples[base]:
        html = site.get(f"{base}/es{path}").text
        for block in re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL):
            described += 1
            value = json.loads(block)
            nodes = value.get("@graph", [value])
            assert value["@context"] == "https://schema.org", path
            addresses = [node.get("url") or node.get("@id") for node in nodes]
            assert any(str(a).split("?")[0] == f"{site.address}{base}/es{path}" or path in str(a) for a in addresses), (path, addresses)
            if base:
                assert all("inventada" in node["disambiguatingDescription"] for node in nodes), path
    assert described > 15
