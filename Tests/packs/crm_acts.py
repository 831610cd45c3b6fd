"""The founding acts of the `crm` pack, and the shape of an act as the Swift sources have it.

Read from Sources/Conference/*/…Acts.swift and Core/Vocabulary.swift, so that a field which the program doesn't know, or one
it needs, is found here before a register refuses it.
"""

import datetime
import json
import pathlib
import re
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
CONFERENCE = ROOT / "Sources/Conference"
ACTS = ROOT / "Sources/FoundingData/packs/crm/acts"

LINE_FIELDS = {"id", "on", "source", "kind", "act"}
CODE = re.compile(r"[A-Za-z0-9\-./()_:]{1,80}")
LINE_ID = re.compile(r"[A-Za-z0-9\-./_:]{1,80}")
MEMBERS = ["BLZ", "CAN", "CRI", "SLV", "USA", "GTM", "HND", "MEX", "NIC", "PAN", "DOM"]


def shapes():
    """Structs (field to type) and enums (raw values) as the Swift sources declare them."""
    structs, enums, kinds = {}, {}, {}
    files = sorted(CONFERENCE.glob("*/*Acts.swift")) + sorted(CONFERENCE.glob("Core/*.swift"))
    for path in files:
        text = path.read_text(encoding="utf-8")
        for name, body in re.findall(r"public struct (\w+): [^{]*Codable[^{]*\{(.*?)\n\}", text, re.S):
            structs[name] = dict(re.findall(r"^    public let (\w+): ([^\n/]+?)\s*$", body, re.M))
        for name, body in re.findall(r"public enum (\w+): String[^{]*\{(.*?)\n\}", text, re.S):
            cases = re.findall(r"^    case ([\w`, ]+)$", body, re.M)
            enums[name] = {case.strip(" `") for line in cases for case in line.split(",")}
        chapter = re.search(r"public enum (\w+)Act: ", text)
        if chapter:
            for case, body in re.findall(r"^    case (\w+)\((\w+)\)$", text, re.M):
                kinds[f"{chapter[1][0].lower()}{chapter[1][1:]}.{case}"] = body
    enums["Language"] = {"es", "en"}
    return structs, enums, kinds


STRUCTS, ENUMS, KINDS = shapes()


def first_day(text):
    """The first day that `YYYY`, `YYYY-MM` or `YYYY-MM-DD` can mean."""
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", text):
        raise ValueError(f"{text} is not a day")
    return datetime.date.fromisoformat((text + "-01-01")[:10])


def problems(value, kind, place):
    """What is wrong with a JSON value of a Swift type, as sentences."""
    if kind.endswith("?"):
        return problems(value, kind[:-1], place)
    if kind.startswith("["):
        if not isinstance(value, list):
            return [f"{place}: not a list"]
        return [p for i, v in enumerate(value) for p in problems(v, kind[1:-1], f"{place}[{i}]")]
    if kind == "Localized":
        if not isinstance(value, dict) or not {"es", "en"} <= set(value) <= {"es", "en", "original"}:
            return [f"{place}: not a text in both languages"]
        blank = [k for k in ("es", "en") if not value[k].strip()]
        if blank or value.get("original", "es") not in ("es", "en"):
            return [f"{place}: a language is missing"]
        return [f"{place}: stray space" for k in ("es", "en") if value[k] != value[k].strip() or "  " in value[k]]
    if kind == "Money":
        good = isinstance(value, dict) and re.fullmatch(r"\d+\.\d\d", value.get("amount", ""))
        return [] if good and re.fullmatch(r"[A-Z]{3}", value.get("currency", "")) else [f"{place}: not money"]
    if kind in ("PartialDay", "Day"):
        try:
            first_day(value)
        except (TypeError, ValueError):
            return [f"{place}: not a day"]
        return [] if kind == "PartialDay" or len(value) == 10 else [f"{place}: not a whole day"]
    if kind in ENUMS:
        return [] if value in ENUMS[kind] else [f"{place}: {value} is no {kind}"]
    if kind in STRUCTS and set(STRUCTS[kind]) != {"text"}:
        return object_problems(value, STRUCTS[kind], place)
    if kind in ("Int", "Bool"):
        return [] if type(value) is {"Int": int, "Bool": bool}[kind] else [f"{place}: not a {kind}"]
    if not isinstance(value, str):
        return [f"{place}: not a text"]
    if kind == "String":
        return []
    if not kind.endswith("ID"):
        return [f"{place}: unknown type {kind}"]
    return [] if CODE.fullmatch(value) else [f"{place}: “{value}” is not a code"]


def object_problems(value, fields, place):
    if not isinstance(value, dict):
        return [f"{place}: not an object"]
    found = [f"{place}.{name}: unknown field" for name in value if name not in fields]
    for name, kind in fields.items():
        if name in value:
            found += problems(value[name], kind, f"{place}.{name}")
        elif not kind.endswith("?"):
            found.append(f"{place}.{name}: missing")
    return found


class Acts(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.lines = []
        for path in sorted(ACTS.glob("*.jsonl")):
            for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                cls.lines.append((f"{path.name}:{number}", json.loads(text)))

    def of(self, kind, **fields):
        """The acts of a kind whose content has these values."""
        return [
            line for _, line in self.lines
            if line["kind"] == kind and all(line["act"].get(k) == v for k, v in fields.items())
        ]

    def known(self, kind, field):
        return [line["act"][field] for line in self.of(kind)]
