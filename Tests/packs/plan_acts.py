"""The acts of the two plans (pack crm) and of the pack csm, with kinds and fields as the Swift sources have them."""

import json
import re
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PACKS = ROOT / "Sources" / "FoundingData" / "packs"
CONFERENCE = ROOT / "Sources" / "Conference"

ID = re.compile(r"[A-Za-z0-9./_:-]+\Z")
CODE = re.compile(r"[A-Za-z0-9./()_:-]{1,80}\Z")
DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")
PARTIAL_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?\Z")
CODES = {
    "PartyID", "ClauseID", "EditionID", "OrganID", "MeetingID", "DecisionID", "DocumentID", "PlanID",
    "ElementID", "FundID", "FigureID", "TermID", "HeadingID", "RuleID", "SpaceID",
    "ActivityID",
}


def read(path):
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def swift_types():
    """Structs as {name: {field: type}}, enums as {name: set of raw values}, kinds as {kind: struct}."""
    structs, enums, kinds = {}, {}, {}
    for path in sorted(CONFERENCE.rglob("*.swift")):
        text = path.read_text(encoding="utf-8")
        for kind, name, body in re.findall(
            r"^(?:public )?(struct|enum) (\w+)[^{\n]*\{\n(.*?)^\}", text, re.M | re.S
        ):
            if kind == "struct":
                structs[name] = dict(re.findall(r"^    public let `?(\w+)`?: (.+)$", body, re.M))
                continue
            if name.endswith("Act") and name != "Act":
                chapter = name[: -len("Act")]
                chapter = chapter[0].lower() + chapter[1:]
                for case, struct in re.findall(r"^    (?:indirect )?case `?(\w+)`?\((\w+)\)$", body, re.M):
                    kinds[f"{chapter}.{case}"] = struct
            else:
                cases = re.findall(r"^    case ([\w`, ]+)$", body, re.M)
                enums[name] = {one.strip(" `") for line in cases for one in line.split(",")}
    return structs, enums, kinds


STRUCTS, ENUMS, KINDS = swift_types()


def problems(value, type_, where):
    """What is wrong with a decoded value of a Swift type, as sentences."""
    if type_.startswith("["):
        if not isinstance(value, list):
            return [f"{where}: not a list"]
        return [p for i, one in enumerate(value) for p in problems(one, type_[1:-1], f"{where}[{i}]")]
    if type_ == "Localized":
        if not isinstance(value, dict) or not {"es", "en"} <= set(value) <= {"es", "en", "original"}:
            return [f"{where}: not a text in both languages"]
        blank = [k for k in ("es", "en") if not isinstance(value[k], str) or not value[k].strip()]
        rough = [k for k in ("es", "en") if value[k] != value[k].strip() or "  " in value[k]]
        wrong = [] if value.get("original", "es") in ("es", "en") else ["original"]
        return [f"{where}.{k}: blank, badly spaced or wrong" for k in blank + rough + wrong]
    if type_ in ("Int", "Bool"):
        fits = isinstance(value, bool) if type_ == "Bool" else type(value) is int
        return [] if fits else [f"{where}: not {type_}"]
    if type_ in ENUMS or type_ == "Language":
        return [] if value in ENUMS.get(type_, {"es", "en"}) else [f"{where}: no {type_} {value!r}"]
    if type_ in STRUCTS and type_ not in CODES:
        return fields(value, type_, where)
    if not isinstance(value, str) or not value:
        return [f"{where}: not a text"]
    form = {"PartialDay": PARTIAL_DAY, "Day": DAY}.get(type_) or (CODE if type_ in CODES else None)
    if form is None and type_ != "String":
        return [f"{where}: unknown type {type_}"]
    return [] if form is None or form.match(value) else [f"{where}: {value!r} is no {type_}"]


def fields(value, struct, where):
    known = STRUCTS[struct]
    found = [f"{where}: {struct} has no field {name}" for name in value if name not in known]
    for name, type_ in known.items():
        if name in value:
            found += problems(value[name], type_.rstrip("?"), f"{where}.{name}")
        elif not type_.endswith("?"):
            found.append(f"{where}: {name} is missing")
    return found


STRATEGIC = read(PACKS / "crm/acts/70-strategic-plan.jsonl")
ACTION = read(PACKS / "crm/acts/75-plan-of-action.jsonl")
SOUTH = [act for path in sorted((PACKS / "csm/acts").glob("*.jsonl")) for act in read(path)]


def of(acts, kind):
    return [act["act"] for act in acts if act["kind"] == kind]


def kinds_of_lines(lines):
    return Counter(line["kind"] for line in lines)
