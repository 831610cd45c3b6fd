"""The acts of the two plans (pack crm), counted against the sources; of them and of the pack csm, that each is whole."""

import re
import unittest
from collections import Counter

from plan_acts import ACTION, ENUMS, ID, KINDS, PACKS, PARTIAL_DAY, SOUTH, STRATEGIC, STRUCTS, fields, kinds_of_lines, of, read


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
