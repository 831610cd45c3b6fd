"""The library harvested by sickle, from a server that answers with the golden files of OAI-PMH."""

from __future__ import annotations

import http.server
import re
import threading
import urllib.parse

import golden
import pytest
import sickle
import sickle.oaiexceptions
from lxml import etree

OAI = "{http://www.openarchives.org/OAI/2.0/}"
NAMES = ("identify", "formats", "sets", "identifiers", "records-1", "records-2", "records-3", "record", "error")


def request_of(name: str) -> dict[str, str]:
    """The arguments that an answer repeats."""
    return dict(etree.fromstring(golden.read(f"oai/{name}.xml")).find(f"{OAI}request").attrib)


class Answers(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        query = urllib.parse.parse_qsl(urllib.parse.urlsplit(self.path).query, keep_blank_values=True)
        for name in NAMES:
            if request_of(name) == dict(query):
                self.send_response(200)
                self.send_header("Content-Type", "text/xml; charset=utf-8")
                self.end_headers()
                self.wfile.write(golden.read(f"oai/{name}.xml"))
                return
        self.send_error(404)

    def log_message(self, *arguments):
        pass


@pytest.fixture(scope="module")
def library():
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield sickle.Sickle(f"http://127.0.0.1:{server.server_port}/oai")
        server.shutdown()


def test_it_says_who_it_is(library):
    about = library.Identify()
    assert about.repositoryName == "Biblioteca del Mar de Esmeralda"
    assert (about.protocolVersion, about.granularity, about.deletedRecord) == ("2.0", "YYYY-MM-DD", "persistent")
    assert about.earliestDatestamp == "2024-10-05"


def test_formats_and_sets(library):
    assert [form.metadataPrefix for form in library.ListMetadataFormats()] == ["oai_dc"]
    assert [(one.setSpec, one.setName) for one in library.ListSets()] == [
        ("declaration", "Declaraciones"),
        ("report", "Informes"),
    ]


def test_a_harvest_follows_the_tokens_to_the_end(library):
    records = list(library.ListRecords(metadataPrefix="oai_dc"))
    assert [record.header.identifier for record in records] == [f"oai:puebla.example:cme/doc-{n}" for n in range(1, 8)]
    assert [n for n, record in enumerate(records, 1) if record.header.deleted] == [4]
    assert records[0].metadata["title"] == ["Documento 1 & más", "Document 1 & more"]
    # Every record says that it is invented.
    assert all(r.metadata["rights"] == ["Conferencia inventada", "Invented conference"] for r in records if not r.deleted)


def test_one_record(library):
    record = library.GetRecord(metadataPrefix="oai_dc", identifier="oai:puebla.example:cme/doc-1")
    assert record.metadata["creator"] == ["Conferencia <del Mar>"]
    assert record.header.setSpecs == ["declaration"]


def test_an_error_is_one(library):
    with pytest.raises(sickle.oaiexceptions.IdDoesNotExist):
        library.GetRecord(metadataPrefix="oai_dc", identifier="<none>")


@pytest.mark.parametrize("name", NAMES)
def test_answers_are_built_as_the_protocol_has_it(name):
    root = etree.fromstring(golden.read(f"oai/{name}.xml"))
    assert root.tag == f"{OAI}OAI-PMH"
    assert [child.tag for child in root][:2] == [f"{OAI}responseDate", f"{OAI}request"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", root.findtext(f"{OAI}responseDate"))
    assert len(root) == 3
    for header in root.iter(f"{OAI}header"):
        assert [child.tag.removeprefix(OAI) for child in header] == ["identifier", "datestamp", "setSpec"]
    for record in root.iter(f"{OAI}record"):
        deleted = record.find(f"{OAI}header").get("status") == "deleted"
        assert (record.find(f"{OAI}metadata") is None) == deleted
