"""The committed holidays are what the package gives, and say what the rules need."""

import datetime
import json
import unittest

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent.parent / "scripts"))
import make_holidays  # noqa: E402


class TheCommittedHolidays(unittest.TestCase):
    def setUp(self):
        self.committed = {
            conference: make_holidays.path(conference).read_text(encoding="utf-8")
            for conference in make_holidays.CONFERENCES
        }

    def rows(self, conference):
        for party, rows in json.loads(self.committed[conference])["parties"].items():
            for row in rows:
                yield party, row

    def days(self, conference, party):
        return {row["day"]: row for p, row in self.rows(conference) if p == party}

    def test_are_those_of_the_pinned_package(self):
        self.assertEqual(make_holidays.holidays.__version__, make_holidays.VERSION)
        for conference, text in self.committed.items():
            with self.subTest(conference=conference):
                fresh = make_holidays.text(make_holidays.document(conference))
                self.assertEqual(json.loads(text), json.loads(fresh))
                self.assertEqual(text, fresh, "run scripts/make_holidays.py")

    def test_cover_every_member_and_every_year(self):
        for conference, members in make_holidays.CONFERENCES.items():
            data = json.loads(self.committed[conference])
            self.assertEqual((data["from"], data["to"]), (2015, 2035))
            self.assertEqual(list(data["parties"]), list(members))
            for party in members:
                with self.subTest(party=party):
                    years = {int(day[:4]) for day in self.days(conference, party)}
                    self.assertEqual(years, set(range(2015, 2036)))

    def test_are_in_order_once_each_and_never_on_a_weekend(self):
        for conference in self.committed:
            for party, members in json.loads(self.committed[conference])["parties"].items():
                with self.subTest(party=party):
                    days = [row["day"] for row in members]
                    self.assertEqual(days, sorted(set(days)))
                    weekdays = {datetime.date.fromisoformat(day).isoweekday() for day in days}
                    self.assertLessEqual(weekdays, {1, 2, 3, 4, 5})

    def test_have_a_name_in_both_languages(self):
        for conference in self.committed:
            for party, row in self.rows(conference):
                self.assertEqual(list(row), ["day", "es", "en"])
                self.assertTrue(row["es"].strip() and row["en"].strip(), (party, row))

    def test_leave_out_the_optional_days_of_costa_rica(self):
        days = self.days("crm", "CRI")
        for day in days:
            self.assertNotIn(day[5:], {"08-02", "08-31", "12-01"})
        names = " ".join(row["es"] for row in days.values())
        for word in ("Ángeles", "Persona Negra", "Abolición"):
            self.assertNotIn(word, names)

    def test_have_the_moved_days_and_the_federal_ones_of_canada(self):
        costa_rica = self.days("crm", "CRI")
        # Independence Day of 2020 was kept on the Monday before.
        self.assertIn("2020-09-14", costa_rica)
        self.assertNotIn("2020-09-15", costa_rica)
        for day in ("2026-04-02", "2026-04-03", "2026-12-25", "2027-01-01"):
            self.assertIn(day, costa_rica)
        # Victoria Day and Remembrance Day are federal, not nationwide, holidays.
        canada = self.days("crm", "CAN")
        for day in ("2026-05-18", "2026-11-11"):
            self.assertIn(day, canada)
