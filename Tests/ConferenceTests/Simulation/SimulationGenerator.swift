import Charter

@testable import Conference

extension Simulation {
    /// Proposes acts of every kind, most of them plausible; the same seed, the same acts.
    struct Generator {
        var random: Random
        var now = Instant(microseconds: 1_641_056_400_000_000)
        private var made = 0

        static let members: [PartyID] = [
            "BLZ", "CAN", "CRI", "SLV", "USA", "GTM", "HND", "MEX", "NIC", "PAN", "DOM",
        ]
        static let others: [PartyID] = ["COL", "ECU", "JAM", "ACNUR", "OIM", "CEPAL", "RROCM", "ZZZ"]
        static let openingDay = Day(number: 18_993)

        static func isCountry(_ party: PartyID) -> Bool {
            members.contains(party) || others.prefix(3).contains(party)
        }

        init(seed: UInt64) { random = Random(seed: seed) }

        /// The acts that found the invented conference; each must be admitted.
        static func founding() -> [Proposal] {
            var list: [Proposal] = []
            func add(_ on: String, _ act: Act) {
                list.append(
                    Proposal(
                        id: "founding-\(list.count)", on: PartialDay(on) ?? PartialDay(openingDay),
                        source: list.isEmpty ? nil : Source(document: "informe"), act: act))
            }
            add("2022-01-01", Opened.example.act)
            add(
                "1996-02",
                EditionInForce(edition: "practice-1996", file: fileID("editions/practice-1996.json")).act)
            add(
                "2020-12-04",
                EditionInForce(edition: "charter-2020", file: fileID("editions/charter-2020.json")).act)
            add("2015-01-01", HolidaysFiled(file: fileID("holidays.json")).act)
            for party in members + others.dropLast() {
                let kind: PartyKind =
                    isCountry(party) ? .state : party == "RROCM" ? .network : .organization
                add("1996", PartyNamed(party: party, kind: kind, name: Localized(same: party.text)).act)
            }
            for party in members { add("1996-03-14", MemberAdmitted(party: party).act) }
            for party in ["COL", "ACNUR", "OIM"] as [PartyID] {
                add("2010", ObserverAdmitted(party: party, beginning: .notRecorded).act)
            }
            add("2001", NetworkRecognised(party: "RROCM").act)
            add(
                "1996", OrganEstablished(organ: "VM", role: .viceMinisterial, name: Localized(same: "VM")).act
            )
            add(
                "1996",
                OrganEstablished(organ: "GRCM", role: .consultationGroup, name: Localized(same: "GRCM")).act)
            add("1996", OrganEstablished(organ: "MM", role: .ministerial, name: Localized(same: "MM")).act)
            for (index, year) in (2019...2022).enumerated() {
                add("2018", PresidencyDesignated(party: members[index + 3], term: year).act)
            }
            add(
                "2020",
                DocumentRecorded(
                    document: "informe", title: Localized(same: "Informe"), kind: .report, access: .public
                ).act)
            return list
        }

        /// The next proposal, and who makes it.
        mutating func next(_ state: ConferenceState) -> (proposal: Proposal, actor: ActingParty) {
            made += 1
            now = now.adding(seconds: random.below(random.chance(10) ? 60 * 86_400 : 4 * 86_400) + 1)
            let today = state.day(at: now)
            let act = random.chance(6) ? correction(state, today) : act(state, today)
            var on = PartialDay(today.adding(days: -random.below(random.chance(80) ? 20 : 500)))
            var actor = Table.plausible(act)
            var source: Source?
            if random.chance(15) {
                on = PartialDay(Day(number: Int32(9_500 + random.below(9_400))), precision: precision())
                source = Source(document: "informe")
                actor = .installation
            } else if random.chance(5) {
                on = PartialDay(today.adding(days: 1 + random.below(900)), precision: precision())
            }
            if case .registry(.corrected) = act { on = PartialDay(today) }
            if random.chance(8) {
                actor = random.pick([
                    .installation, .secretariat, .presidency, .member("MEX"), .member("COL"),
                    .observer("COL"),
                    ActingParty(.network), ActingParty(.administrator),
                ])
            }
            let proposal = Proposal(
                id: "p-\(made)", on: on, source: source,
                under: random.chance(4) ? decisionID(state) : nil,
                instruction: random.chance(30) ? "nota-\(made)" : nil, act: act)
            return (proposal, actor)
        }

        mutating func precision() -> PartialDay.Precision { random.pick([.year, .month, .day]) }
        mutating func party() -> PartyID {
            random.chance(70) ? random.pick(Self.members) : random.pick(Self.others)
        }
        mutating func observer() -> PartyID {
            random.chance(90) ? random.pick(["COL", "ECU", "JAM", "ACNUR", "OIM", "CEPAL"]) : party()
        }
        mutating func day(_ today: Day) -> Day { today.adding(days: random.below(1200) - 600) }
        mutating func year(_ today: Day) -> Int {
            random.chance(3)
                ? random.pick([0, -7, 9999, 10_000, Int.max, Int.min]) : today.year + random.below(5) - 1
        }
        mutating func decisionID(_ state: ConferenceState) -> DecisionID? {
            guard random.chance(90) else { return random.chance(50) ? nil : "CRM/NONE" }
            return decisions(state, .viceMinisterial)
        }
        mutating func decisions(_ state: ConferenceState, _ role: OrganRole) -> DecisionID? {
            let all = state.deliberation.decisions.map(\.value).filter {
                state.organ(of: $0)?.role == role
            }.map(\.id).sorted()
            return all.isEmpty ? nil : random.pick(all.suffix(6))
        }
        mutating func meeting(_ state: ConferenceState) -> MeetingID {
            let all = state.meetings.meetings.map(\.value).sorted { $0.entry < $1.entry }.map(\.id)
            return all.isEmpty || random.chance(5) ? "M-NONE" : random.pick(all.suffix(8))
        }
        mutating func document(_ state: ConferenceState) -> DocumentID? {
            random.chance(80) ? "informe" : random.chance(50) ? nil : "none"
        }
        func text(_ word: String) -> Localized { Localized(es: "\(word) \(made)", en: "\(word) no. \(made)") }
        func code(_ word: String) -> String { "\(word)-\(made)" }
    }
}

extension ConferenceState {
    fileprivate func organ(of decision: DecisionRecord) -> BodiesState.Organ? {
        bodies.organs.first { $0.key == decision.act.organ }?.value
    }
}
