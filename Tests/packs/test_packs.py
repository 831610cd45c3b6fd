"""The packs' editions hold together."""

import collections
import json
import re
import unittest
from decimal import Decimal

from editions import (
    BOOLEANS, COUNTS, DAYS, FOOTNOTES, KEYS, MEMBERS, PACKS, PARAMETERS, RULES, STATES, STRINGS, edition, editions, load,
    localized, of_each_edition,
)  # fmt: skip


class ThePacks(unittest.TestCase):
    def test_name_files_that_are_there(self):
        for name in ("crm", "csm", "cme"):
            pack = load(PACKS / name / "pack.json")
            self.assertEqual(pack["id"], name)
            self.assertIs(pack["invented"], name == "cme")
            self.assertEqual(
                {PACKS / name / file for file in pack["editions"]},
                set((PACKS / name / "editions").glob("*.json")),
            )
            self.assertTrue((PACKS / name / pack["holidays"]).is_file())
            self.assertEqual(pack["acts"], ["acts"])


class AnEdition(unittest.TestCase):
    def test_is_one_of_those_that_this_test_knows(self):
        self.assertEqual(sorted(value["id"] for _, value in editions()), sorted(STATES))

    @of_each_edition
    def test_is_named_as_its_file_and_written_the_one_way(self, path, value):
        self.assertEqual(value["format"], 1)
        self.assertEqual(value["id"], path.stem)
        # Only rules that are no charter say what the menu calls them.
        self.assertEqual(list(value), [key for key in KEYS if key in value or key != "shortTitle"])
        canonical = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
        self.assertEqual(path.read_text(encoding="utf-8"), canonical)

    @of_each_edition
    def test_says_everything_in_both_languages(self, _, value):
        for where, text in localized(value):
            for language in ("es", "en"):
                self.assertIsInstance(text.get(language), str, where)
                self.assertEqual(text[language], text[language].strip(), where)
                self.assertTrue(text[language], where)
                self.assertNotIn("  ", text[language], where)
            if len(text["es"]) > 40:
                self.assertNotEqual(text["es"], text["en"], where)

    @of_each_edition
    def test_has_every_rule_once_in_order_and_no_other(self, _, value):
        self.assertEqual([rule["id"] for rule in value["rules"]], RULES)

    @of_each_edition
    def test_gives_each_rule_the_state_that_the_design_gives_it(self, _, value):
        expected = STATES[value["id"]]
        for state in ("own", "kept"):
            found = [rule["id"] for rule in value["rules"] if rule["state"] == state]
            self.assertEqual(sorted(found), sorted(expected[state].split()), state)
        interpreted = [r["id"] for r in value["rules"] if r["interpretation"] is not None]
        self.assertEqual(sorted(interpreted), sorted(expected["interpreted"].split()))

    @of_each_edition
    def test_has_the_parameters_that_each_running_rule_needs(self, _, value):
        for rule in value["rules"]:
            where = rule["id"]
            self.assertEqual(
                list(rule), ["id", "state", "clauses", "parameters", "interpretation"]
            )
            self.assertIn(rule["state"], ("own", "kept", "off"), where)
            if rule["state"] == "off":
                self.assertEqual(
                    (rule["parameters"], rule["clauses"], rule["interpretation"]),
                    ({}, [], None),
                    where,
                )
                continue
            self.assertIn(set(rule["parameters"]), PARAMETERS[where], where)
            for name, parameter in rule["parameters"].items():
                if name in STRINGS:
                    self.assertIn(parameter, STRINGS[name], where)
                elif name in BOOLEANS:
                    self.assertIsInstance(parameter, bool, where)
                elif name in DAYS:
                    self.assertRegex(parameter, r"^\d{4}-\d{2}-\d{2}$")
                else:
                    self.assertIs(type(parameter), int, where)

    @of_each_edition
    def test_has_the_clauses_that_its_rules_criteria_and_scale_cite(self, _, value):
        ids = {clause["id"] for clause in value["clauses"]}
        for rule in value["rules"]:
            if rule["state"] != "off":
                self.assertTrue(rule["clauses"], rule["id"])
            self.assertEqual(len(rule["clauses"]), len(set(rule["clauses"])), rule["id"])
            self.assertLessEqual(set(rule["clauses"]), ids, rule["id"])
        for criteria in value["criteria"].values():
            names = [criterion["id"] for criterion in criteria]
            self.assertEqual(len(names), len(set(names)))
            self.assertLessEqual({criterion["clause"] for criterion in criteria}, ids)
        if value["scale"]:
            self.assertIn(value["scale"]["clause"], ids)

    @of_each_edition
    def test_cites_the_practice_for_a_rule_that_it_keeps(self, _, value):
        documents = {clause["id"]: clause["document"] for clause in value["clauses"]}
        for rule in value["rules"]:
            if rule["state"] == "kept":
                self.assertEqual({documents[i] for i in rule["clauses"]}, {"practica" if value["id"] == "statute-2000" else "informe"})

    @of_each_edition
    def test_has_clauses_with_an_id_once_each_that_begins_with_the_document(self, _, value):
        ids = [clause["id"] for clause in value["clauses"]]
        self.assertEqual(len(ids), len(set(ids)))
        for clause in value["clauses"]:
            self.assertEqual(
                list(clause), ["id", "document", "label", "summary", "footnotes"]
            )
            self.assertRegex(clause["id"], r"^[a-z0-9-]+(\.[a-z0-9-]+){2,}$")
            self.assertEqual(clause["id"].split(".")[0], clause["document"])
            for note in clause["footnotes"]:
                self.assertEqual(list(note), ["number", "by", "text"])
                self.assertTrue(note["by"] is None or note["by"])
            # A summary is one or two sentences, not the text again.
            for language in ("es", "en"):
                self.assertLessEqual(len(clause["summary"][language]), 420, clause["id"])

    def test_has_as_many_items_as_its_document(self):
        for name, counts in COUNTS.items():
            ids = [clause["id"] for clause in edition(name)["clauses"]]
            for prefix, count in counts.items():
                items = [i for i in ids if re.fullmatch(re.escape(prefix) + r"\.\d+", i)]
                expected = [f"{prefix}.{n}" for n in range(1, count + 1)]
                self.assertEqual(items, expected)
        for name, sizes in {
            "practice-1996": (4, 9, 3), "charter-2020": (7, 5, 2), "practice-2000": (0, 0, 0)
        }.items():  # fmt: skip
            criteria = edition(name)["criteria"]
            self.assertEqual(
                list(criteria), ["member", "observerCountry", "observerOrganization"]
            )
            self.assertEqual(tuple(len(list_) for list_ in criteria.values()), sizes)

    def test_says_the_same_as_another_of_a_clause_that_both_have(self):
        practice = {clause["id"]: clause for clause in edition("practice-1996")["clauses"]}
        for clause in edition("charter-2020")["clauses"]:
            # The Charter and the plan came after the practice.
            if clause["document"] not in ("carta", "plan-estrategico"):
                self.assertEqual(clause, practice[clause["id"]])


class TheCharter(unittest.TestCase):
    def test_has_its_sixteen_footnotes_once_each_where_they_belong(self):
        found = collections.defaultdict(list)
        for clause in edition("charter-2020")["clauses"]:
            if clause["document"] == "carta":
                for note in clause["footnotes"]:
                    found[note["number"]].append((clause["id"], note["by"]))
        self.assertEqual(dict(found), {n: [where] for n, where in FOOTNOTES.items()})


class TheInventedStatute(unittest.TestCase):
    def test_closes_admission_on_no_day(self):
        rule = next(rule for rule in edition("statute-2000")["rules"] if rule["id"] == "P1")
        self.assertEqual(rule["parameters"], {})

    def test_names_no_state_that_exists(self):
        real = r"USA|Estados Unidos|United States|M[eé]xico|Guatemala|Costa Rica|Panam|Hondur|Belice|Belize|Nicaragua|Canad|Dominican|El Salvador"
        for path in sorted((PACKS / "cme").rglob("*.json*")):
            self.assertIsNone(re.search(real, path.read_text(encoding="utf-8")), path.name)
        notes = [note["by"] for clause in edition("statute-2000")["clauses"] for note in clause["footnotes"]]
        self.assertTrue({party for by in notes for party in by or []} <= set(edition("statute-2000")["scale"]["order"]))


class TheScale(unittest.TestCase):
    def test_of_2005_adds_up_to_the_amounts_of_the_report(self):
        scale = edition("practice-1996")["scale"]
        shares = {share["party"]: Decimal(share["weight"]) for share in scale["shares"]}
        self.assertEqual(list(shares), MEMBERS)
        self.assertEqual(sum(shares.values()), Decimal("282724"))
        self.assertEqual(shares["USA"], Decimal("141360"))
        self.assertIsNone(scale["equally"])

    def test_of_the_charter_adds_up_to_a_hundred_and_names_each_member_once(self):
        scale = edition("charter-2020")["scale"]
        total = sum(Decimal(share["weight"]) for share in scale["shares"])
        self.assertEqual(total + Decimal(scale["equally"]["weight"]), Decimal("100"))
        named = [share["party"] for share in scale["shares"]] + scale["equally"]["parties"]
        self.assertEqual(sorted(named), sorted(MEMBERS))
        self.assertEqual(len(scale["equally"]["parties"]), 8)

    def test_keeps_the_members_in_the_order_in_which_they_are_listed(self):
        for name in ("practice-1996", "charter-2020"):
            self.assertEqual(edition(name)["scale"]["order"], MEMBERS)
        self.assertIsNone(edition("practice-2000")["scale"])

    def test_writes_weights_as_decimal_strings(self):
        for _, value in editions():
            for where in re.findall(r'"weight": ([^\n]*)', json.dumps(value, indent=2)):
                self.assertRegex(where, r'^"\d+(\.\d+)?",?$')
