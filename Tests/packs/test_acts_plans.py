"""Checks the acts of the two plans (pack crm) and of the pack csm.

Fields and kinds are read from the Swift sources, counts are the sources' own numbers.
Run: python3 -m unittest Tests/packs/test_acts_plans.py
"""

import json
import re
import unittest
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


class EveryAct(unittest.TestCase):
    def test_the_swift_sources_were_understood(self):
        self.assertEqual(KINDS["plan.lineStated"], "PlanLineStated")
        self.assertIn("calendarEntry", ENUMS["PlanLineKind"])
        self.assertEqual(STRUCTS["AgendaItem"]["start"], "String")

    def test_an_act_has_its_fields_and_no_others(self):
        for act in STRATEGIC + ACTION + SOUTH:
            with self.subTest(act["id"]):
                self.assertEqual(set(act), {"id", "on", "source", "kind", "act"})
                self.assertRegex(act["id"], ID)
                self.assertRegex(act["on"], PARTIAL_DAY)
                self.assertIn(act["kind"], KINDS)
                self.assertEqual(fields(act["act"], KINDS[act["kind"]], "act"), [])

    def test_an_act_says_where_its_fact_stands(self):
        for act in STRATEGIC + ACTION + SOUTH:
            with self.subTest(act["id"]):
                source = act["source"]
                self.assertEqual(fields(source, "Source", "source"), [])
                self.assertTrue("document" in source or "address" in source)
                self.assertEqual("address" in source, source.get("secondary", False))

    def test_an_id_names_one_act_of_its_pack(self):
        pack = [act for path in (PACKS / "crm/acts").glob("*.jsonl") for act in read(path)]
        for acts in (pack, SOUTH):
            repeated = [name for name, n in Counter(act["id"] for act in acts).items() if n > 1]
            self.assertEqual(repeated, [])

    def test_a_file_holds_one_compact_object_a_line(self):
        for path in [*(PACKS / "crm/acts").glob("7*.jsonl"), *(PACKS / "csm/acts").glob("*.jsonl")]:
            text = path.read_text(encoding="utf-8")
            self.assertTrue(text.endswith("}\n"), path.name)
            self.assertNotIn("\n\n", text)


class StrategicPlan(unittest.TestCase):
    lines = of(STRATEGIC, "plan.lineStated")

    def test_it_is_adopted_for_2023_to_2026(self):
        (plan,) = of(STRATEGIC, "plan.adopted")
        self.assertEqual(
            (plan["plan"], plan["kind"], plan["from"], plan["until"], plan["document"]),
            ("PE-2023-2026", "strategic", "2023", "2026", "plan-estrategico-2023-2026"))
        self.assertIn("vision", plan)
        self.assertIn("mission", plan)
        self.assertEqual({act["on"] for act in STRATEGIC}, {"2022-12"})
        self.assertEqual({line["plan"] for line in self.lines}, {"PE-2023-2026"})

    def test_it_has_as_many_lines_of_each_kind_as_the_paper(self):
        self.assertEqual(kinds_of_lines(self.lines), {
            "principle": 8, "approach": 4, "generalObjective": 1, "objective": 3, "result": 4,
            "resultIndicator": 3, "processIndicator": 2, "impactIndicator": 3, "pillar": 3, "theme": 39})

    def test_its_pillars_have_eleven_thirteen_and_fifteen_themes(self):
        themes = [line for line in self.lines if line["kind"] == "theme"]
        self.assertEqual(
            Counter(line["parent"] for line in themes), {"pilar/1": 11, "pilar/2": 13, "pilar/3": 15})
        for line in themes:
            pillar = line["parent"].split("/")[1]
            self.assertEqual(line["line"], f"tema/{pillar}.{line['number']}")
            self.assertEqual(line["title"]["original"], "es")

    def test_two_approaches_come_from_the_charter_and_two_are_new(self):
        approaches = [line for line in self.lines if line["kind"] == "approach"]
        self.assertEqual([line["document"] for line in approaches], ["carta", "carta", "plan", "plan"])

    def test_the_principles_and_those_two_approaches_refer_to_the_charter(self):
        refers = [line["line"] for line in self.lines if "refersTo" in line]
        self.assertEqual(refers, [f"principio/{n}" for n in range(1, 9)] + ["enfoque/1", "enfoque/2"])
        self.assertEqual({ref["to"] for line in self.lines for ref in line.get("refersTo", [])}, {"carta"})

    def test_its_ids_are_numbered_without_a_gap_and_a_parent_comes_first(self):
        seen, last = set(), {}
        for line in self.lines:
            if "parent" in line:
                self.assertIn(line["parent"], seen)
            self.assertNotIn(line["line"], seen)
            seen.add(line["line"])
            if line["line"] == "objetivo/general":
                continue
            stem, number = re.fullmatch(r"(.*[/.])(\d+)", line["line"]).groups()
            self.assertEqual(int(number), last.get(stem, 0) + 1, line["line"])
            last[stem] = int(number)


class PlanOfAction(unittest.TestCase):
    lines = of(ACTION, "plan.lineStated")
    ids = {line["line"] for line in lines}

    def theme(self, name):
        return kinds_of_lines(line for line in self.lines if line["line"].startswith(name + "/"))

    def test_it_has_as_many_lines_of_each_kind_as_the_paper(self):
        self.assertEqual(kinds_of_lines(self.lines), {
            "actionTheme": 3, "actionObjective": 20, "action": 33, "activity": 35, "referral": 6,
            "calendarEntry": 37})

    def test_its_themes_have_eleven_five_and_four_objectives(self):
        self.assertEqual(self.theme("politicas"), {
            "actionObjective": 11, "action": 17, "activity": 18, "referral": 4, "calendarEntry": 18})
        self.assertEqual(self.theme("derechos"), {
            "actionObjective": 5, "action": 11, "activity": 12, "referral": 2, "calendarEntry": 14})
        self.assertEqual(self.theme("desarrollo"), {
            "actionObjective": 4, "action": 5, "activity": 5, "calendarEntry": 5})

    def test_an_id_carries_the_theme_and_the_number_as_printed(self):
        level = {"actionObjective": 0, "action": 1, "activity": 2, "calendarEntry": 3}
        for line in self.lines:
            with self.subTest(line["line"]):
                self.assertEqual(line["plan"], "PA")
                if line["kind"] == "actionTheme":
                    self.assertIn(line["line"], {"politicas", "derechos", "desarrollo"})
                    continue
                theme, number = line["line"].split("/", 1)
                if line["kind"] == "referral":
                    self.assertEqual(number, line["parent"].split("/")[1] + "/ref")
                    self.assertNotIn("number", line)
                    continue
                self.assertEqual(line["number"], number)
                self.assertEqual(number.count("."), level[line["kind"]])
                above = number.rpartition(".")[0]
                self.assertEqual(line["parent"], f"{theme}/{above}" if above else theme)

    def test_numbers_run_without_a_gap_below_each_parent(self):
        last = Counter()
        for line in self.lines:
            if "number" in line:
                self.assertEqual(int(line["number"].rpartition(".")[2]), last[line["parent"]] + 1, line["line"])
                last[line["parent"]] += 1

    def test_two_calendar_entries_have_no_numbered_activity(self):
        missing = {line["parent"] for line in self.lines if line.get("parent", "politicas") not in self.ids}
        self.assertEqual(missing, {"derechos/1.2.1", "derechos/4.1.1"})
        self.assertEqual(len(self.ids), len(self.lines))

    def test_only_objective_twelve_refers_to_nothing(self):
        organs = {"RED-TRATA", "RED-CONSULAR"}
        refers = {line["line"]: [ref["to"] for ref in line["refersTo"]] for line in self.lines if "refersTo" in line}
        lost = {(line, to) for line, targets in refers.items() for to in targets if to not in self.ids | organs}
        self.assertEqual(lost, {("desarrollo/1.2.1", "politicas/12")})
        self.assertEqual({line: to for line, to in refers.items() if line.endswith("/ref")}, {
            "politicas/3.1/ref": ["RED-TRATA"], "politicas/4.1/ref": ["RED-TRATA"],
            "politicas/5.1/ref": ["RED-TRATA"], "politicas/6.1/ref": ["RED-CONSULAR"],
            "derechos/1.2/ref": ["RED-CONSULAR"], "derechos/4.1/ref": ["RED-CONSULAR"]})
        either = [line for line, to in refers.items() if set(to) == organs]
        self.assertEqual(either, [
            "derechos/3.1.1", "derechos/3.2.1", "derechos/3.3.1", "derechos/5.1.1", "desarrollo/1.1.1",
            "desarrollo/2.1.1", "desarrollo/3.1.1"])
        self.assertEqual(refers["derechos/2.2.1"], ["RED-CONSULAR"])
        self.assertEqual(refers["derechos/1.1.1"], ["RED-CONSULAR"])
        self.assertEqual(refers["derechos/2.3.1.1"], ["RED-CONSULAR"])

    def test_the_calendar_says_how_far_all_but_four_entries_are(self):
        statuses = {act["line"]: act["status"] for act in of(ACTION, "plan.statusReported")}
        calendar = {line["line"] for line in self.lines if line["kind"] == "calendarEntry"}
        self.assertEqual(Counter(statuses.values()), {"continuous": 31, "inProgress": 1, "pending": 1})
        self.assertEqual(statuses["politicas/2.1.2.1"], "inProgress")
        self.assertEqual(statuses["derechos/2.4.3.1"], "pending")
        self.assertEqual(calendar - set(statuses), {
            "politicas/1.3.1.1", "politicas/7.2.1.1", "politicas/7.3.1.1", "politicas/10.1.1.1"})
        self.assertLessEqual(set(statuses), calendar)
        self.assertEqual({act["on"] for act in ACTION}, {"2009"})

    def test_a_title_is_short(self):
        for act in STRATEGIC + ACTION:
            title = act["act"].get("title", {})
            for language in ("es", "en"):
                self.assertLessEqual(len(title.get(language, "")), 140, act["id"])

    def test_the_objective_that_the_secretariat_would_drop_says_so(self):
        (line,) = [line for line in self.lines if line["line"] == "desarrollo/4"]
        self.assertIn("text", line)


class SouthAmericanConference(unittest.TestCase):
    def test_it_has_twelve_members(self):
        members = [act["party"] for act in of(SOUTH, "membership.memberAdmitted")]
        self.assertEqual(members, "ARG BOL BRA CHL COL ECU GUY PRY PER SUR URY VEN".split())
        states = [act["party"] for act in of(SOUTH, "membership.partyNamed") if act["kind"] == "state"]
        self.assertEqual(states, members)

    def test_it_has_six_networks_and_one_organ_of_each_office(self):
        roles = Counter(act["role"] for act in of(SOUTH, "bodies.established"))
        self.assertEqual(roles, {
            "viceMinisterial": 1, "presidency": 1, "troika": 1, "secretariat": 1, "liaisonNetwork": 6,
            "interregional": 2})

    def test_a_presidency_has_its_term_alone(self):
        terms = {act["term"]: act["party"] for act in of(SOUTH, "presidency.designated")}
        self.assertEqual(terms, {2022: "CHL", 2023: "PER"})
        self.assertEqual(len(of(SOUTH, "presidency.designated")), len(terms))
        handovers = [(act["from"], act["to"]) for act in of(SOUTH, "presidency.handedOver")]
        self.assertEqual(handovers, [("ARG", "CHL"), ("CHL", "PER")])

    def test_it_has_its_meetings_with_their_subjects(self):
        meetings = [act["meeting"] for act in of(SOUTH, "meetings.convened")]
        self.assertEqual(meetings, [
            "TROIKAS-CRM-CSM-2017-1", "TROIKAS-CRM-CSM-2017-2", "CRM-CSM-2018", "CRM-CSM-2021",
            "TROIKAS-CRM-CSM-2022", "CRM-CSM-2022", "CONFERENCIA-2022"])
        subjects = {act["meeting"]: len(act["subjects"]) for act in of(SOUTH, "meetings.subjects")}
        self.assertEqual(subjects, {
            "TROIKAS-CRM-CSM-2017-2": 1, "CRM-CSM-2018": 2, "CRM-CSM-2021": 6, "TROIKAS-CRM-CSM-2022": 3,
            "CRM-CSM-2022": 2, "CONFERENCIA-2022": 5})

    def test_the_agenda_of_31_may_2022_runs_from_nine_to_eleven(self):
        (agenda,) = of(SOUTH, "meetings.agenda")
        times = [(item["start"], item["end"]) for item in agenda["items"]]
        self.assertEqual(times, [
            ("09:00", "09:15"), ("09:15", "10:00"), ("10:00", "10:45"), ("10:45", "11:00")])

    def test_what_is_named_was_named_before(self):
        parties, organs, meetings, documents = set(), set(), set(), set()
        for act in SOUTH:
            body, kind = act["act"], act["kind"]
            with self.subTest(act["id"]):
                if "document" in act["source"] and not kind.startswith(("editions.", "library.")):
                    self.assertIn(act["source"]["document"], documents)
                if kind == "membership.partyNamed":
                    parties.add(body["party"])
                elif kind == "bodies.established":
                    organs.add(body["organ"])
                elif kind == "library.documentRecorded":
                    documents.add(body["document"])
                elif kind == "meetings.convened":
                    self.assertLessEqual(body["from"], body.get("to", body["from"]))
                    meetings.add(body["meeting"])
                self.assertLessEqual({body[f] for f in ("party", "host") if f in body}, parties)
                self.assertLessEqual({body[f] for f in ("organ",) if f in body}, organs)
                self.assertLessEqual({body[f] for f in ("meeting",) if f in body}, meetings)
                self.assertLessEqual(set(body.get("parts", [])), organs | parties)
                if kind == "presidency.handedOver":
                    self.assertLessEqual({body["from"], body["to"]}, parties)

    def test_files_are_named_by_their_path_in_the_pack(self):
        files = [act["act"]["file"] for act in SOUTH if act["kind"].startswith("editions.")]
        self.assertEqual(files, ["editions/practice-2000.json", "holidays.json"])


if __name__ == "__main__":
    unittest.main()
