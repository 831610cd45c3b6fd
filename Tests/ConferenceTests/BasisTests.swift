import Charter
import Conference
import Testing

/// What held on a past day changes only through acts in the new answer's basis.
struct BasisTests {
    struct Seeded: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    static let days = [
        "2015-06-01", "2026-06-01", "2027-12-01", "2028-11-20", "2029-06-01", "2031-01-01", "2033-07-01",
    ].map(day)

    /// Every answer asked here, as text that changes with its value, and the acts it rests on.
    private func answers(_ state: ConferenceState) -> [String: (value: String, entries: [Int])] {
        var all: [String: (value: String, entries: [Int])] = [:]
        func add<Value>(_ name: String, _ answer: Answer<Value>, _ text: (Value) -> String) {
            all[name] = (text(answer.value), answer.entries)
        }
        for on in BasisTests.days {
            for party: PartyID in ["COL", "OIM"] {
                add("observer \(party) \(on)", state.observerStanding(party, on: on)) { "\($0)" }
            }
            for party: PartyID in ["CRI", "MEX"] {
                add("standing \(party) \(on)", state.standing(party, on: on)) { "\($0)" }
            }
            add("members \(on)", state.members(on: on)) {
                $0.map { "\($0.party) \($0.until as Any)" }.joined()
            }
            add("observers \(on)", state.observers(on: on)) {
                $0.map { "\($0.party) \($0.until as Any)" }.joined()
            }
            add("troika \(on)", state.troika(on: on)) {
                [$0.outgoing, $0.current, $0.incoming].map { $0?.party.text ?? "-" }.joined(separator: " ")
            }
            for duty in state.duties(of: on.year, on: on) {
                let name = "\(duty.value.rule) \(duty.value.concerns ?? "") \(duty.value.title.en)"
                add("duty \(on) \(name)", duty) {
                    "\($0.status) \($0.due) \($0.metBy as Any)"
                }
            }
        }
        return all
    }

    private func act(_ number: Int, _ random: inout Seeded, _ last: Int) -> (
        any ActBody, on: String, ActingParty
    ) {
        let year = Int.random(in: 2026...2032, using: &random)
        let on = Day(year, Int.random(in: 1...12, using: &random), Int.random(in: 1...28, using: &random))
        let when = on?.description ?? "2026-01-01"
        let observer = (["COL", "OIM"] as [PartyID]).randomElement(using: &random) ?? "COL"
        let member = (["CRI", "MEX"] as [PartyID]).randomElement(using: &random) ?? "CRI"
        switch Int.random(in: 0..<16, using: &random) {
        case 0, 1, 2:
            let organ = (["VM", "GRCM", "GT"] as [OrganID]).randomElement(using: &random) ?? "VM"
            return (
                MeetingConvened(
                    meeting: MeetingID("M\(number)"), organ: organ, kind: .ordinary, from: about(when)), when,
                .presidency
            )
        case 3, 4, 5:
            let present: [PartyID] = Bool.random(using: &random) ? [observer, "MEX"] : ["MEX"]
            let meeting = MeetingID("M\(Int.random(in: 0..<max(1, number), using: &random))")
            return (AttendanceRecorded(meeting: meeting, present: present), "2034-01-01", .secretariat)
        case 6: return (LapseNoticed(party: observer), when, .secretariat)
        case 7: return (LapseAnnounced(party: observer), when, .presidency)
        case 8:
            return (
                ObserverReinstated(party: observer, interest: "nota", decision: "D.open"), when, .secretariat
            )
        case 9:
            return (ContributionReceived(party: member, amount: usd("1500.00")), when, .secretariat)
        case 10:
            let due = Day(year, 1, 31) ?? .distantPast
            return (
                ContributionForeseen(
                    party: member, year: year, amount: usd(member == "CRI" ? "1562.50" : "12500.00"),
                    due: due), when, .secretariat
            )
        case 11:
            let matter = Matter.allCases.randomElement(using: &random) ?? .attendance
            return Bool.random(using: &random)
                ? (MatterComplete(matter: matter, from: on ?? .distantPast), "2034-01-01", .secretariat)
                : (MatterIncomplete(matter: matter, until: on ?? .distantPast), "2034-01-01", .secretariat)
        case 12:
            return (PresidencyDesignated(party: member, term: year, decision: "D.open"), when, .secretariat)
        case 13:
            let meeting = MeetingID("M\(Int.random(in: 0..<max(1, number), using: &random))")
            return (MeetingCancelled(meeting: meeting), when, .presidency)
        case 14:
            return (PartyLeft(party: Bool.random(using: &random) ? member : observer), when, .secretariat)
        default:
            let target = Int.random(in: max(2, last - 40)...last, using: &random)
            return (Corrected(corrects: target, reason: words("r")), "2034-01-01", .secretariat)
        }
    }

    @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
    func `Whatever an act changes about a day, it is among the new answer's grounds`(seed: UInt64) {
        var random = Seeded(state: seed)
        var at = Scenario.founded()
        at.observer("COL", since: "2003")
        at.observer("OIM", since: "2003")
        at.given(RefusalCase.group(until: "2040"), on: "2026-02-01")
        at.given(MatterComplete(matter: .attendance, from: day("2026-01-01")))
        at.given(MatterComplete(matter: .contributions, from: day("2026-01-01")))
        for year in 2026...2032 {
            at.given(
                BudgetApproved(
                    year: year, amount: usd("100000"), decision: "D.open", recommendation: "C.group"))
            for member: PartyID in ["CRI", "MEX"] {
                at.given(PresidencyAccepted(party: member, term: year), by: .member(member))
            }
        }
        var before = answers(at.state)
        var taken = 0
        for number in 0..<160 {
            let (body, on, actor) = act(number, &random, at.last)
            guard at.refusal(of: body, on: on, by: actor, at: "2034-06-01") == nil else { continue }
            let sequence = at.given(body, on: on, by: actor, at: "2034-06-01")
            taken += 1
            let after = answers(at.state)
            for (name, answer) in after {
                guard let old = before[name], old.value != answer.value else { continue }
                if !answer.entries.contains(sequence) {
                    Issue.record(
                        "\(type(of: body).kind) \(body) changed \(name): \(old.value) → \(answer.value), grounds \(answer.entries) without \(sequence)"
                    )
                    return
                }
            }
            before = after
        }
        #expect(taken > 40)
    }
}
