"""The acts of the pack csm, counted against the sources."""

import unittest
from collections import Counter

from plan_acts import SOUTH, of


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
