"""The founding acts of the `crm` pack have their shape and stand in their order."""

import collections
import datetime

from crm_acts import ENUMS, KINDS, LINE_FIELDS, LINE_ID, STRUCTS, Acts, first_day, object_problems, problems


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
