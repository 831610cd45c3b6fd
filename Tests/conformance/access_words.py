"""The words of docs/access.md: what is counted on a page, how its addresses are told apart, why a door is closed."""

from __future__ import annotations

# Lists, in the site's order: the page, what is counted on it, and how.
LISTS = (
    ("home", "", None),
    ("conference", "organs", lambda d: len(d["organs"])),
    ("parties", "members and observers", lambda d: sum(len(d[k]["parties"]) for k in ("members", "observerCountries", "observerOrganizations", "networks"))),
    ("presidencies", "terms", lambda d: len(d["terms"])),
    ("duties", "duties of the year", lambda d: len(d["duties"])),
    ("meetings", "meetings", lambda d: d["total"]),
    ("decisions", "decisions", lambda d: d["total"]),
    ("plans", "plans", lambda d: len(d["plans"])),
    ("spaces", "thematic spaces", lambda d: len(d["spaces"])),
    ("figures", "", None),
    ("library", "documents", lambda d: d["total"]),
    ("glossary", "terms", lambda d: d["total"]),
    ("charter", "clauses", lambda d: len(d["clauses"])),
    ("contributions", "members' shares of the scale", lambda d: len(d["parts"])),
    ("standing", "members' contributions and votes", lambda d: len(d["members"])),
    ("working-days", "", None),
    ("register?kind=finance.contributionReceived", "contributions received", lambda d: d["total"]),
    ("register", "", None),
    ("changes?from=2020-01-01&to=2026-11-21", "changes between two days", lambda d: len(d["changes"])),
    ("changes", "", None),
    ("search?q=presupuesto", "hits", lambda d: d["total"]),
    ("search", "", None),
    ("verify", "", None),
    ("about", "", None),
    ("accessibility", "", None),
)  # fmt: skip

# Files below the conference's place: what they are, and where.
FILES = (
    ("the library for harvesters, records:", "/oai?verb=ListRecords&metadataPrefix=oai_dc"),
    ("list of pages for search engines:", "/sitemap.xml"),
)

CLASSES = ("public", "participants", "members", "session")
_ORDER = (
    "organ", "party, member", "party, observer", "party, other", "meeting", "decision", "plan", "plan line", "document",
    "text of a document", "space", "clause", "entry",
)  # fmt: skip


def order(label: str) -> tuple[int, int, str]:
    kind = next(place for place, name in enumerate(_ORDER) if label.startswith(name))
    return kind, next((place for place, name in enumerate(CLASSES) if label.endswith(name)), 9), label


def most(label: str) -> int:
    """Of parties and organs all are asked for, of other pages of a kind and class three: their lists count the rest."""
    return 100 if label.startswith(("party", "organ")) else 3


def _listed(asking, page: str, name: str, key: str) -> dict[str, dict]:
    """What a list of several pages names, as the presidency reads it, by its code."""
    if page not in asking.lists:
        first = asking.json("~presidency", f"/{page}")
        found = list(first[name])
        for number in range(2, first["pages"] + 1):
            found += asking.json("~presidency", f"/{page}?page={number}")[name]
        asking.lists[page] = {each[key]: each for each in found}
    return asking.lists[page]


def class_of(name: str, path: str, asking, place: str) -> str:
    """Of acts and papers their class, of decisions their session, of parties what they are: all of one are alike."""
    if name == "document":
        return "document, " + _listed(asking, "library", "documents", "document")[path.removeprefix("/library/")]["access"]
    if name == "document-text":
        return "text of a document, " + _listed(asking, "library", "documents", "document")[path.split("/", 3)[3]]["access"]
    if name == "decision":
        return f"decision, {_listed(asking, 'decisions', 'decisions', 'decision')[path.removeprefix('/decisions/')]['session']} session"
    if name == "party":
        party = asking.json("~presidency", path)
        status = next((each["status"] for each in party["statuses"] if each["until"] is None), "other")
        return f"party, {status if status == 'member' else 'observer' if status.startswith('observer') else 'other'}"
    if name == "entry":
        seen = [seat for seat in ("", "~network", "~secretariat") if not asking.json(seat, path)["closed"]]
        return "entry, " + ("public" if "" in seen else "participants" if "~network" in seen else "members" if seen else "session")
    return {"plan-line": "plan line"}.get(name, name)


# Why a page differs by viewer: numbers of the notes below the tables.
_WHY = {
    "home": "3", "conference": "3", "parties": "1, 2", "duties": "4", "decisions": "3", "figures": "3", "library": "3",
    "standing": "1", "register": "5", "register?kind": "1, 5", "changes": "2", "search": "3", "organ": "3", "party, member": "1",
    "party, observer": "2", "party, other": "2", "meeting": "3", "decision": "3", "document": "3", "text of a document": "3",
    "entry": "5", "space": "3", "plan": "3", "plan line": "3", "charter": "3", "clause": "3", "presidencies": "3",
}  # fmt: skip


def why(name: str) -> str:
    return next((text for key, text in sorted(_WHY.items(), key=lambda each: -len(each[0])) if name.startswith(key)), "")


def added(public: object, seen: object, path: str = "") -> dict[str, tuple[int, int] | None]:
    """Where an answer says more than the public's: parts that are new, and lists and counts with both their sizes."""
    found: dict[str, tuple[int, int] | None] = {}
    if isinstance(public, dict) and isinstance(seen, dict):
        for key, value in seen.items():
            where = f"{path}.{key}" if path else key
            if key not in public:
                found[where] = None
            elif key not in ("suggestions", "address", "href", "entry", "entries", "basis", "page", "pages"):
                found |= added(public[key], value, where)
    elif isinstance(public, list) and isinstance(seen, list):
        if len(seen) != len(public):
            return {path: (len(seen), len(public))}
        for ours, theirs in zip(public, seen):
            # A page of a longer list has other things on it.
            if isinstance(ours, dict) and any(ours.get(key) != theirs.get(key) for key in ("document", "decision", "id", "code")):
                return {path: None} if not any(act.get("closed") for act in public) else {path + " that are closed to others": None}
            found |= {key: value for key, value in added(ours, theirs, path + "[]").items() if (value or (0, 0)) >= (found.get(key) or (0, 0))}
    elif isinstance(public, int) and isinstance(seen, int) and not isinstance(seen, bool):
        return {path: (seen, public)} if seen != public else {}
    elif public != seen and not (isinstance(seen, str) and "/c/cme~" in seen):
        return {path: None}
    return found


def parts(found: dict[str, tuple[int, int] | None]) -> str:
    """The same in a row: of each part the largest difference."""
    return ", ".join(
        f"`{path.split(' ')[0]}`{path[len(path.split(' ')[0]):]}" + (f": {size[0]:,} instead of {size[1]:,}" if size else "")
        for path, size in sorted(found.items())
    )


def page(*, today: str, pages: str, files: str, more: str) -> str:
    return f"""<!-- Written by `make generate`; edits are lost. -->
# Who sees what

Puebla shows a conference to eight kinds of viewer. This page says what each of them is answered, page by page and file by file. It isn't a promise but a measurement: `make generate` founds the invented conference (seed 1, its clock at {today}), asks every page and file of it as each of the eight, and writes down the answers; a test fails when an answer changes and this page doesn't.

| column | who that is |
| --- | --- |
| public | anybody |
| network | the civil society network |
| fund's administrator | whoever administers the reserve fund |
| observer organisation, observer country | an observer, here two whose status is at risk: it reads of itself what it doesn't read of others |
| secretariat, presidency | the executive secretariat; the presidency of the year |
| member | a member's government, here one with nothing open |

A cell says:

- a number: how many of what the first column names are listed;
- **open**: the page is answered; **closed**: it says for whom it is and by which clause (403); **not there**: nothing tells it from an address that doesn't exist (404);
- **more**, or anything else printed in bold: this viewer reads more there than the public does.

“Also as” are the files that the page is offered as; each of them was asked for too, and opens and closes with its page; where one doesn't, the cell names it. A PDF is the page itself, printed. Every address stands below `/c/cme/en/` (the public) or `/c/cme~SEAT/en/` (somebody else), and answers in Spanish below `/es/` just the same. Parties and organs were asked for one and all, of other pages three of each kind and class, taken evenly from the whole; the lists above them count them all.

## Pages

{pages}
## Files with a line for each thing

Bold again where the lines aren't the public's; an XLSX file counts its heading and notice too.

{files}
## What more

What a viewer's answer holds and the public's doesn't, by the names of its JSON ([the schema](../Sources/Web/Assets/schema.json) says what each means). Where several pages of a kind differ, the largest difference.

{more}
## Why

Clauses are cited as the Emerald Sea Statute has them, which is made after the Charter; the rules are in [rules](rules.md).

1. **Contributions and votes.** Contributions are voluntary (`estatuto.financiamiento.cuotas.1`). The scale, the budget once approved and the rule are public. Who has contributed, what is open, and who therefore has a vote or takes part (rule F3, `estatuto.financiamiento.cuotas.3` and `.4`) is for members, presidency and secretariat, on every page, file, feed and search; so is the size of a decision's base, which would tell it.
2. **Observers.** Who is an observer, and since when, is public. That a status is at risk, has been told to lapse or has lapsed (rules P4, P5 and P6, `estatuto.observadores.paises.6`, `.8` and `estatuto.observadores.organismos.2`) is for members, presidency, secretariat and that observer, until the presidency announces it. Attendance names those present; absences are counted for the same readers alone.
3. **Papers and closed sessions.** A paper is public, for participants (observers, the network and the fund's administrator among them), for members, or of a closed session, as whoever recorded it said. A closed session's papers and decisions (`estatuto.observadores.paises.2`, `estatuto.sociedad-civil.2`, `practica.viceministerial.4`) are for members and presidency; the secretariat reads what the presidency hands it. To all others they aren't there: not in a list, a count, a search or a citation.
4. **Duties.** Of a party's duty the public learns when it was met; what is open, late or missed is for members, presidency and secretariat, as is whatever would tell of an observer's status.
5. **Acts.** Of an act that a viewer may not read, its number, its day and its hash are shown, and that it is closed; so the whole register still verifies. An act about an observer's own status is open to that observer. A closed act has no citation.

The seats in these addresses are for trying out an invented conference alone: on the machine that serves it with `puebla serve --try`, for a request that nobody forwarded. A real conference has none.
"""
