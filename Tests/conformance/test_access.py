"""Who sees what, of the invented conference in full life: docs/access.md is current, and no answer to the public, in any
form, says what the closed acts say.

What is secret is learned from the presidency's own answers: texts, references and amounts of the acts, papers and
decisions that only it may read, less what the public reads anyway. To see the test fail, let a page tell the public one of
them: `test_a_leak_would_be_found` plants one in an answer of each kind and finds it.
"""

from __future__ import annotations

import gzip
import html
import io
import json
import re
import subprocess
import sys
import unicodedata
import zipfile
from pathlib import Path

import pytest
import walk
from served import Answer

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))
import make_access  # noqa: E402

PLACE = "/c/cme"
# Words of our own that say a standing, an absence, a risk or the size of a decision's base; keys of the JSON, too.
WORDS = (
    "Con voto, nada abierto", "Con voto, algo abierto", "Con voz y sin voto", "Sin parte en reuniones",
    "Vote, nothing open", "Vote, something open", "Voice, no vote", "No part in meetings until",
    "Devuelve el voto", "Restores the vote", '"restoresVote"', '"openSince"', '"participation":', '"vote":',
    '"presence":"absent"', '"at-risk"', '"noticeGiven"', '"countedFrom"', ">por vencer<", ">at risk<", "Vencería no antes",
    "Would lapse at", "Se le avisó", "Voz sin voto en las", "Voice without vote in vice", "no estuvo", "not there",
    "Presencia y ausencia", "Presence and absence", "finance.contributionReceived", "finance.contributionForeseen",
    "membership.lapseNoticed", '"base":', '"baseSize"', "Tienen voto", "members have a vote",
)  # fmt: skip
FORMS = ("json", "csv", "xlsx", "ics", "atom", "bib", "ris")


def test_the_committed_table_is_what_the_program_answers(site):
    old = make_access.FILE.read_text(encoding="utf-8")
    new = make_access.made()
    different = [line for line in new.split("\n") if line not in old.split("\n")]
    assert new == old, "make generate\n" + "\n".join(different[:5])


def plain(text: str) -> str:
    """Letters without case and accents, marks of HTML and XML read."""
    text = html.unescape(text)
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c)).casefold()


def said(answer: Answer, folder: Path | None = None) -> str:
    """All that an answer says: its fields, and its body unpacked."""
    body = answer.body
    if answer.headers.get("content-encoding") == "gzip":
        body = gzip.decompress(body)
    if body[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            text = "\n".join(archive.read(name).decode("utf-8") for name in archive.namelist())
    elif body[:5] == b"%PDF-":
        text = printed(body, folder)
    else:
        text = body.decode("utf-8")
    return "\n".join(f"{name}: {value}" for name, value in answer.headers.items()) + "\n" + text


def printed(body: bytes, folder: Path) -> str:
    """A PDF's text, and what its document information and structure say."""
    import pikepdf

    file = folder / "page.pdf"
    file.write_bytes(body)
    text = subprocess.run(["pdftotext", "-raw", file, "-"], check=True, capture_output=True, text=True, timeout=60).stdout
    with pikepdf.open(io.BytesIO(body)) as pdf:
        for found in pdf.objects:
            for key in ("/Alt", "/ActualText", "/Title", "/Subject", "/Keywords", "/URI", "/Contents", "/E"):
                if isinstance(found, pikepdf.Dictionary) and isinstance(found.get(key), pikepdf.String):
                    text += "\n" + str(found[key])
    # Lines break where the paper does.
    return text + "\n" + re.sub(r"-?\n", "", text) + "\n" + re.sub(r"\n", " ", text)


@pytest.fixture(scope="module")
def acts(site) -> tuple[dict[int, dict], dict[int, dict]]:
    """All acts as the presidency reads them, by their numbers: those that the public doesn't read, and the others."""
    acts: dict[int, dict] = {}
    others: dict[int, dict] = {}
    number, pages = 1, 1
    while number <= pages:
        ours, theirs = (site.get(f"{PLACE}{seat}/en/register.json?page={number}").json for seat in ("~presidency", ""))
        pages = ours["pages"]
        for act, public in zip(ours["acts"], theirs["acts"], strict=True):
            if public["closed"]:
                # Nothing but number, instant and hash.
                assert {key for key, value in public.items() if value not in (None, False)} == {"sequence", "recordedAt", "leaf", "closed"}
                acts[act["sequence"]] = act
            else:
                others[act["sequence"]] = act
        number += 1
    assert len(acts) > 300
    return acts, others


@pytest.fixture(scope="module")
def secrets(site, acts) -> set[str]:
    """What the closed acts say and no open one: ids, codes, titles, references, sums that the scale doesn't give."""
    closed, others = acts
    found: set[str] = set()
    for act in closed.values():
        found.add(act["id"])
        found.update(act["line"].values())
    # Of payments and notices every word of the act itself, of papers their codes and titles.
    for sequence, act in closed.items():
        if act["kind"].startswith(("finance.contributionReceived", "membership.lapseNoticed")):
            body = json.loads(site.get(f"{PLACE}~presidency/en/register/{sequence}.json").json["body"])["act"]
            if "reference" in body:
                found.add(body["reference"])
    for member in site.get(f"{PLACE}~presidency/en/standing.json").json["members"]:
        # What a payment leaves open is nobody's share.
        for line in member["contributions"]:
            if line["open"] not in ("0.00", line["foreseen"]):
                found |= {line["open"], f'{float(line["open"]):,.2f}'}
    # What an open act says as well tells nothing.
    public = plain("\n".join(text for act in others.values() for text in act["line"].values()))
    secrets = {plain(text) for text in found if len(text) > 5}
    # A duty that is public when met has the name of the paper that met it.
    return {text for text in secrets if text not in public and not text.startswith(("nota conceptual:", "concept note:"))}


def leaks(text: str, secrets: set[str], words: tuple[str, ...] = WORDS) -> list[str]:
    folded = plain(text)
    return [secret for secret in secrets if secret in folded] + [word for word in words if word in text]


@pytest.fixture(scope="module")
def asked(site) -> list[str]:
    """What the public may ask: each kind of page in each form, on other days, through filters, feeds and search."""
    paths: list[str] = []
    kinds: dict[str, list[str]] = {}
    for path in walk.pages(site, PLACE, entries=6):
        kinds.setdefault(walk.route(path), []).append(path)
    for kind, found in kinds.items():
        for path in {found[0], found[len(found) // 2], found[-1]}:
            paths += [path] if kind == "document-text" else [path, *(walk.form(path, ending) for ending in FORMS)]
            paths += [] if kind == "document-text" else [walk.form(path, "json") + "?on=2025-03-01"]
    # Addresses of what isn't there for the public: found by whoever may read it, guessed by others.
    for name in ("library", "decisions"):
        theirs = walk.links(site.get(f"{PLACE}~presidency/en/{name}").text, PLACE + "~presidency", "en")
        paths += [path for path in theirs if path.startswith(f"/{name}/") and path not in kinds[walk.route(path)]][:12]
    paths += [walk.form(path, "json") for path in paths[-24:]] + ["/standing", *(f"/standing.{ending}" for ending in (*FORMS, "pdf"))]
    paths += ["/" + question.lstrip("/") for question in walk.QUESTIONS]
    paths += [
        "/register?kind=finance.contributionReceived", "/register.json?kind=finance", "/register.csv?q=received",
        "/register.atom?about=XDU", "/register?q=R-2026", "/search?q=R-2026-XFA", "/search.json?q=received", "/search.json?q=presupues",
        "/search?q=evaluaci", "/search.json?q=evaluacoin", "/library.json?q=presupuesto", "/library.xlsx?q=evaluaci",
        "/library/presupuesto-202", "/decisions/CME/VM/2026/D.99", "/parties/XSA?on=2026-01-01", "/parties.json?on=2025-01-01",
        "/duties.json?year=2025", "/duties?year=2024", "/changes.json?from=2020-01-01&to=2026-11-21", "/changes.atom",
        "/changes.csv?from=2020-01-01&to=2026-11-21", "/nothing", "/parties/ZZZ.json",
    ]  # fmt: skip
    return list(dict.fromkeys(paths))


def test_no_answer_to_the_public_says_what_is_closed(site, secrets, asked):
    assert len(secrets) > 300
    found = {}
    for language in ("es", "en"):
        for path in asked if language == "es" else asked[::4]:
            answer = site.get(f"{PLACE}/{language}{path}")
            assert answer.status < 500, path
            # An address may be repeated; what it says itself isn't told by the answer.
            wrong = [leak for leak in leaks(said(answer), secrets) if plain(leak) not in plain(walk.urllib.parse.unquote(path))]
            if wrong:
                found[path] = wrong[:3]
    for path in ("/oai?verb=Identify", "/oai?verb=ListSets", "/oai?verb=ListRecords&metadataPrefix=oai_dc", "/oai?verb=ListIdentifiers&metadataPrefix=oai_dc", "/sitemap.xml"):
        if wrong := leaks(said(site.get(PLACE + path)), secrets):
            found[path] = wrong[:3]
    for path in ("/robots.txt", "/metrics", "/sitemap.xml", "/es/", "/c/cme~member-ZZZ/es/parties", "/c/cme~nobody/en/standing"):
        if wrong := leaks(said(site.get(path)), secrets):
            found[path] = wrong[:3]
    assert found == {}


@pytest.mark.usefixtures("weasyprint")
def test_no_paper_for_the_public_says_what_is_closed(site, secrets, tmp_path):
    found = {}
    for path in ("/parties", "/parties/XDU", "/parties/XSA", "/duties", "/decisions", "/library", "/contributions", "/register?kind=finance"):
        answer = site.get(f"{PLACE}/es{walk.form(path, 'pdf')}")
        assert answer.type == "application/pdf", path
        if wrong := leaks(said(answer, tmp_path), secrets):
            found[path] = wrong[:3]
    assert found == {}


@pytest.mark.usefixtures("weasyprint")
def test_a_leak_would_be_found(site, secrets, tmp_path):
    """The same reading of the presidency's answers finds what it is told, in every kind of answer."""
    forms = ["/standing", "/standing.json", "/standing.csv", "/standing.xlsx", "/parties/XDU", "/library.xlsx", "/library.atom", "/register.csv"]
    for path in [*forms, "/standing.pdf"]:
        answer = site.get(f"{PLACE}~presidency/es{path}")
        assert answer.status == 200 and leaks(said(answer, tmp_path), secrets), path
    for word in ("presence", "restoresVote"):
        assert any(word in leak for leak in leaks(said(site.get(f"{PLACE}~presidency/es/parties/XDU.json")), set())), word


def test_a_closed_paper_is_answered_like_one_that_is_not_there(site):
    """Nothing tells a closed address from one that nobody ever wrote."""
    closed, number, pages = [], 1, 1
    while number <= pages:
        page = site.get(f"{PLACE}~presidency/en/library.json?page={number}").json
        closed += [f"/library/{each['document']}" for each in page["documents"] if each["access"] == "session"]
        number, pages = number + 1, page["pages"]
    assert closed
    for path in closed[:3]:
        for form in ("", ".json", ".bib", ".pdf"):
            there, nowhere = (site.get(f"{PLACE}/en{address}{form}") for address in (path, path + "q"))
            assert there.status == nowhere.status == 404
            lasting = [{k: v for k, v in each.headers.items() if k not in ("x-request-id", "date", "content-length")} for each in (there, nowhere)]
            assert lasting[0] == lasting[1]
