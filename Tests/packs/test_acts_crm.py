#!/usr/bin/env python3
"""Checks the founding acts of the `crm` pack: shape, order, both languages, counts against the sources.

The shape of every act is read from Sources/Conference/*/…Acts.swift and Core/Vocabulary.swift, so a field
that the program doesn't know, or one it needs, is found here before a register refuses it.

    python3 scripts/test_acts_crm.py
"""

import collections
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


class Shape(Acts):
    def test_the_swift_sources_were_read(self):
        self.assertGreaterEqual(len(KINDS), 45)
        self.assertEqual(STRUCTS["MemberAdmitted"], {"party": "PartyID", "beginning": "Beginning?"})
        self.assertIn("interregional", ENUMS["OrganRole"])
        self.assertTrue(all(body in STRUCTS for body in KINDS.values()))

    def test_every_line_has_the_shape_that_the_program_reads(self):
        found = []
        for place, line in self.lines:
            found += [f"{place}: {name}" for name in set(line) ^ LINE_FIELDS]
            if line["kind"] not in KINDS:
                found.append(f"{place}: no kind {line['kind']}")
                continue
            found += problems(line["on"], "PartialDay", f"{place} on")
            found += problems(line["source"], "Source", f"{place} source")
            found += object_problems(line["act"], STRUCTS[KINDS[line["kind"]]], f"{place} act")
        self.assertEqual(found, [])

    def test_ids_are_unique_and_plain(self):
        ids = [line["id"] for _, line in self.lines]
        self.assertEqual([i for i, n in collections.Counter(ids).items() if n > 1], [])
        self.assertEqual([i for i in ids if not LINE_ID.fullmatch(i)], [])

    def test_the_register_is_opened_by_init_and_not_here(self):
        self.assertEqual(self.of("registry.opened"), [])

    def test_every_act_has_its_source(self):
        for place, line in self.lines:
            source = line["source"]
            with self.subTest(place):
                self.assertTrue(source.get("document") or source.get("address"))
                # A plan's own act rests on the whole paper.
                if "document" in source and line["kind"] != "plan.adopted":
                    self.assertTrue(source.get("section"))
                if "address" in source:
                    self.assertIs(source.get("secondary"), True)

    def test_every_document_cited_is_in_the_library(self):
        library = set(self.known("library.documentRecorded", "document"))
        cited = {line["source"]["document"] for _, line in self.lines if "document" in line["source"]}
        self.assertEqual(cited - library, set())

    def test_the_two_languages_differ_where_they_are_sentences(self):
        def texts(value):
            if isinstance(value, dict):
                if "es" in value and "en" in value:
                    yield value
                else:
                    for child in value.values():
                        yield from texts(child)
            elif isinstance(value, list):
                for child in value:
                    yield from texts(child)

        same = {t["es"] for _, line in self.lines for t in texts(line) if t["es"] == t["en"]}
        self.assertEqual([t for t in same if len(t.split()) > 3], [])


class Order(Acts):
    """Each line is admissible after the lines before it."""

    def test_nothing_is_named_before_it_stands(self):
        seen = collections.defaultdict(set)
        found = []

        def need(kind, code, place):
            if code is not None and code not in seen[kind]:
                found.append(f"{place}: {kind} {code} isn't known yet")

        for place, line in self.lines:
            kind, act = line["kind"], line["act"]
            for field in ("party", "host", "chair", "from", "to"):
                if field in ("from", "to") and kind != "presidency.handedOver":
                    continue
                if kind != "membership.partyNamed":
                    need("party", act.get(field), place)
            for party in act.get("present", []):
                need("party", party, place)
            for part in act.get("parts", []):
                if part not in seen["organ"]:
                    need("party", part, place)
            if kind not in ("bodies.established",):
                need("organ", act.get("organ"), place)
                need("organ", act.get("successor"), place)
            if kind != "meetings.convened":
                need("meeting", act.get("meeting"), place)
            if kind != "deliberation.decisionRecorded":
                need("decision", act.get("decision"), place)
            if kind == "presidency.themeSet":
                need("term", act["term"], place)
            for field, what in (
                ("space", "space"), ("documents", "document"), ("meetings", "meeting"), ("organs", "organ"),
                ("terms", "term-id"),
            ):
                if kind in ("library.spaceOpened", "library.placed") and (kind, field) != ("library.spaceOpened", "space"):
                    codes = act.get(field, [])
                    for code in [codes] if isinstance(codes, str) else codes:
                        need(what, code, place)
            if kind == "library.spaceOpened":
                for line_ in act.get("lines", []):
                    need("line", (line_["plan"], line_["line"]), place)
            if kind == "plan.lineStated":
                seen["line"].add((act["plan"], act["line"]))
            named = {
                "membership.partyNamed": ("party", "party"), "bodies.established": ("organ", "organ"),
                "meetings.convened": ("meeting", "meeting"), "presidency.designated": ("term", "term"),
                "deliberation.decisionRecorded": ("decision", "decision"),
                "library.documentRecorded": ("document", "document"), "library.termDefined": ("term-id", "term"),
                "finance.headingNamed": ("heading", "heading"), "finance.fundDescribed": ("fund", "fund"),
                "statistics.figureRecorded": ("figure", "figure"), "membership.memberAdmitted": ("member", "party"),
                "membership.observerAdmitted": ("observer", "party"), "library.spaceOpened": ("space", "space"),
            }.get(kind)
            if named:
                space, field = named
                if act[field] in seen[space]:
                    found.append(f"{place}: {space} {act[field]} stands already")
                seen[space].add(act[field])
        self.assertEqual(found, [])

    def test_no_organ_acts_before_it_exists_or_after_its_end(self):
        begins = {a["act"]["organ"]: first_day(a["on"]) for a in self.of("bodies.established")}
        ends = {a["act"]["organ"]: first_day(a["on"]) for a in self.of("bodies.ended")}
        acting = [(a["act"]["organ"], first_day(a["act"]["from"])) for a in self.of("meetings.convened")]
        acting += [
            (a["act"]["organ"], first_day(a["on"]))
            for kind in ("bodies.described", "bodies.renamed", "deliberation.decisionRecorded")
            for a in self.of(kind)
        ]
        for organ, day in acting:
            with self.subTest(organ=organ, day=day):
                self.assertGreaterEqual(day, begins[organ])
                self.assertLessEqual(day, ends.get(organ, day))

    def test_what_is_said_of_a_meeting_lies_within_its_days(self):
        meetings = {a["act"]["meeting"]: a["act"] for a in self.of("meetings.convened")}
        for kind in ("meetings.subjects", "meetings.agenda", "meetings.attendance", "deliberation.decisionRecorded"):
            for line in self.of(kind):
                if "meeting" not in line["act"]:
                    continue
                meeting = meetings[line["act"]["meeting"]]
                with self.subTest(line["id"]):
                    self.assertGreaterEqual(first_day(line["on"]), first_day(meeting["from"]))
                    self.assertTrue(line["on"].startswith(meeting["from"][:4]))
        for code, meeting in meetings.items():
            with self.subTest(code):
                self.assertLessEqual(first_day(meeting["from"]), first_day(meeting.get("to", meeting["from"])))
                self.assertIn(meeting["from"][:4], code)

    def test_nothing_is_dated_after_the_day_of_compilation(self):
        self.assertLessEqual(max(first_day(line["on"]) for _, line in self.lines), datetime.date(2026, 11, 21))


class Counts(Acts):
    """Against the sources' own numbers."""

    def test_eleven_members_in_the_listed_order(self):
        self.assertEqual(self.known("membership.memberAdmitted", "party"), MEMBERS)
        self.assertEqual({a["on"] for a in self.of("membership.memberAdmitted")}, {"1996-02"})

    def test_five_observer_countries(self):
        kinds = {a["act"]["party"]: a["act"]["kind"] for a in self.of("membership.partyNamed")}
        countries = [a for a in self.of("membership.observerAdmitted") if kinds[a["act"]["party"]] == "state"]
        self.assertEqual([a["act"]["party"] for a in countries], ["ARG", "COL", "ECU", "JAM", "PER"])
        self.assertEqual({(a["on"], a["act"]["beginning"]) for a in countries}, {("2016-11", "notRecorded")})

    def test_ten_observer_organisations_with_their_years_and_three_later_ones(self):
        years = {
            a["act"]["party"]: a["on"]
            for a in self.of("membership.observerAdmitted") if "beginning" not in a["act"]
        }
        self.assertEqual(
            years,
            {
                "OIM": "1996", "CEPAL-CELADE": "1996", "ACNUR": "1997", "CIDH": "2000", "RELATORIA-ONU": "2003",
                "SICA": "2003", "UNFPA": "2006", "SEGIB": "2007", "CICR": "2014", "UNICEF": "2015",
            })
        later = [a["act"]["party"] for a in self.of("membership.observerAdmitted") if a["on"] == "2026-11-21"]
        self.assertEqual(later, ["OIT", "PNUD", "UNODC"])
        self.assertEqual([a["on"] for a in self.of("membership.networkRecognised", party="RROCM")], ["1998"])

    def test_twenty_nine_presidencies_and_their_themes(self):
        terms = {a["act"]["term"]: a["act"]["party"] for a in self.of("presidency.designated")}
        self.assertEqual(sorted(terms), list(range(1996, 2025)))
        self.assertEqual((terms[2013], terms[2014], terms[2015]), ("CRI", "NIC", "MEX"))
        self.assertEqual([terms[y] for y in range(2017, 2025)], "SLV PAN GTM CRI MEX SLV PAN BLZ".split())
        themes = self.of("presidency.themeSet")
        self.assertEqual(sum(a["source"].get("document") == "informe-20" for a in themes), 21)
        self.assertEqual(sorted(a["act"]["term"] for a in themes)[21:], [2018, 2019, 2021, 2023])
        self.assertEqual([a["on"] for a in self.of("presidency.handedOver")], ["2017-11-30", "2020-12", "2021-12"])

    def test_organs(self):
        roles = collections.Counter(a["act"]["role"] for a in self.of("bodies.established"))
        self.assertEqual(
            roles,
            {
                "viceMinisterial": 1, "presidency": 1, "troika": 1, "consultationGroup": 1, "secretariat": 1,
                "liaisonNetwork": 2, "coalition": 1, "adHocGroup": 3, "tripartite": 1, "interregional": 2,
                "workingGroup": 3 + 4,
            })
        ended = set(self.known("bodies.ended", "organ"))
        today = [a["act"] for a in self.of("bodies.established", role="workingGroup") if a["act"]["organ"] not in ended]
        self.assertEqual([g["organ"] for g in today], ["GT-FRONTERAS", "GT-PROTECCION", "GT-LABORAL"])
        self.assertTrue(all(g.get("mandate") and g.get("objectives") for g in today))
        self.assertEqual(
            [(a["on"], a["act"]["name"]["es"]) for a in self.of("bodies.renamed", organ="SE")],
            [("2002", "Secretaría Técnica"), ("2020-12-04", "Secretaría Ejecutiva")])

    def test_competences_by_edition(self):
        competences = {
            (a["act"]["organ"], a["source"]["document"]): len(a["act"].get("competences", []))
            for a in self.of("bodies.described")
        }
        expected = {
            ("PPT", "informe-20"): 9, ("SE", "informe-20"): 8, ("VM", "carta"): 13, ("PPT", "carta"): 6,
            ("GRCM", "carta"): 12, ("SE", "carta"): 16, ("GT-FRONTERAS", "carta"): 5,
        }
        self.assertEqual({k: competences[k] for k in expected}, expected)

    def test_meetings(self):
        self.assertEqual(
            [a["act"]["number"] for a in self.of("meetings.convened", organ="VM")],
            "I II IV VI VII VIII XIV XVI XX XXI XXII XXIII XXIV XXV XXVI XXVIII XXIX".split())
        with_csm = [a["act"]["meeting"] for a in self.of("meetings.convened", parts=["CSM"])]
        self.assertEqual(
            with_csm,
            ["TROIKAS-CRM-CSM-2017-1", "TROIKAS-CRM-CSM-2017-2", "CRM-CSM-2018", "CRM-CSM-2021",
             "TROIKAS-CRM-CSM-2022", "CRM-CSM-2022"])
        subjects = {a["act"]["meeting"]: len(a["act"]["subjects"]) for a in self.of("meetings.subjects")}
        self.assertEqual((subjects["CRM-CSM-2018"], subjects["CRM-CSM-2021"], subjects["VM-2023"]), (2, 6, 6))

    def test_the_vice_ministerial_ordinal_counts_one_meeting_a_year(self):
        def arabic(numeral):
            values = [{"I": 1, "V": 5, "X": 10}[c] for c in numeral]
            return sum(-v if v < n else v for v, n in zip(values, values[1:] + [0]))

        for line in self.of("meetings.convened", organ="VM"):
            with self.subTest(line["id"]):
                self.assertEqual(arabic(line["act"]["number"]) + 1995, int(line["act"]["from"][:4]))

    def test_attendance_lists_those_present(self):
        present = {a["act"]["meeting"]: a["act"] for a in self.of("meetings.attendance")}
        self.assertEqual(present["GRCM-2014-1"]["present"], MEMBERS[1:])
        self.assertEqual(present["GRCM-2014-2"]["present"], MEMBERS)
        self.assertEqual(present["VM-2016"]["present"], MEMBERS[1:])
        self.assertEqual((present["CRM-CSM-2018"]["present"], present["CRM-CSM-2018"]["delegations"]), ([], 21))
        self.assertEqual(len(present), 4)

    def test_the_agenda_of_31_may_2022_has_no_gap(self):
        agenda = self.of("meetings.agenda", meeting="CRM-CSM-2022")[0]["act"]
        times = [(item["start"], item["end"]) for item in agenda["items"]]
        self.assertEqual(times, [("09:00", "09:15"), ("09:15", "10:00"), ("10:00", "10:45"), ("10:45", "11:00")])

    def test_decision_four_item_d_and_no_two_alike(self):
        item = self.of("deliberation.decisionRecorded", decision="CRM/VM/2021/D.4(d)")[0]["act"]
        self.assertEqual((item["number"], item["item"], item["meeting"]), (4, "d", "VM-2021"))
        self.assertEqual(len(self.of("deliberation.decisionRecorded")), 16)

    def test_headings_and_funds_and_no_budget_without_a_source(self):
        self.assertEqual(len(self.of("finance.headingNamed")), 6)
        fund = self.of("finance.fundDescribed", fund="reserva")[0]["act"]
        self.assertEqual(fund["cap"], {"amount": "1000.00", "currency": "USD"})
        self.assertEqual(self.known("finance.fundDescribed", "fund"), ["reserva", "especial-voluntario"])
        self.assertEqual(self.of("finance.budgetApproved"), [])

    def test_sixteen_declarations_and_guidelines_by_year(self):
        listed = [
            a["act"]["year"] for a in self.of("library.documentRecorded")
            if a["source"].get("section", "").endswith("Declaraciones y lineamientos")
        ]
        self.assertEqual(
            listed,
            [2000, 2002, 2004, 2004, 2005, 2006, 2007, 2007, 2009, 2009, 2011, 2011, 2012, 2012, 2014, 2014])
        library = self.known("library.documentRecorded", "document")
        self.assertEqual(
            library[:5], ["carta", "plan-estrategico-2023-2026", "informe-20", "nota-csm-2022", "plan-de-accion"])

    def test_the_twenty_abbreviations_of_the_strategic_plan(self):
        listed = [a for a in self.of("library.termDefined") if a["source"].get("section") == "Abreviaturas"]
        self.assertEqual(len(listed), 20)
        self.assertTrue(all("abbreviation" in a["act"] for a in listed))

    def test_six_spaces_with_their_papers_and_meetings(self):
        spaces = {code: [set(), set()] for code in self.known("library.spaceOpened", "space")}
        self.assertEqual(list(spaces), ["genero", "ninez", "laboral", "consular", "trata", "retorno"])
        for line in self.of("library.placed"):
            for field, held in zip(("documents", "meetings"), spaces[line["act"]["space"]]):
                self.assertFalse(held & set(line["act"].get(field, [])), line["id"])
                held.update(line["act"].get(field, []))
        self.assertEqual(
            {code: (len(papers), len(meetings)) for code, (papers, meetings) in spaces.items()},
            {"genero": (2, 2), "ninez": (6, 3), "laboral": (3, 3), "consular": (1, 1), "trata": (2, 4), "retorno": (5, 1)})
        # The Plan of Action asks for a space on gender, and says that it is pending.
        gender = self.of("library.spaceOpened", space="genero")[0]
        self.assertEqual(gender["source"]["document"], "plan-de-accion")
        self.assertIn({"plan": "PA", "line": "derechos/2.4.3"}, gender["act"]["lines"])

    def test_activities_add_up_to_the_reports_total(self):
        figures = {a["act"]["figure"]: a["act"] for a in self.of("statistics.figureRecorded")}
        for series, total in (("actividades", 122), ("secretaria-2016", 18)):
            parts = [f for code, f in figures.items() if code.startswith(series + "/")]
            self.assertEqual(sum(f["value"] for f in parts if not f.get("total")), total)
            self.assertEqual([f["value"] for f in parts if f.get("total")], [total])
        about = {code: f["value"] for code, f in figures.items() if f.get("approximate")}
        self.assertEqual(
            about,
            {"cifras/actividades": 120, "cifras/delegados": 6000, "cifras/migrantes": 1100, "cifras/organizaciones": 20})


if __name__ == "__main__":
    unittest.main()
