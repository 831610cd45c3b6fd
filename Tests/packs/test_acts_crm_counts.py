"""The founding acts of the `crm` pack, counted against the sources."""

import collections

from crm_acts import MEMBERS, Acts


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
