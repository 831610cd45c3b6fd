import Charter
import Conference
import Testing

/// Who registers what, and who reads it.
struct AuthorityTests {
    private static let secretariat = [
        "registry.completeFrom", "registry.completeUntil", "membership.partyNamed",
        "membership.networkRecognised", "membership.lapseNoticed", "membership.left", "presidency.handedOver",
        "bodies.established", "bodies.described", "bodies.renamed", "bodies.ended", "meetings.subjects",
        "meetings.attendance", "plan.lineStated", "plan.statusReported", "finance.headingNamed",
        "finance.contributionForeseen", "finance.contributionReceived", "finance.fundDescribed",
        "library.documentRecorded", "library.textRecorded", "library.spaceOpened", "library.placed",
        "library.termDefined", "statistics.figureRecorded",
    ]
    private static let effects = [
        "membership.memberAdmitted", "membership.observerAdmitted", "membership.reinstated",
        "presidency.designated", "bodies.termExtended", "bodies.secretaryAppointed", "plan.adopted",
        "finance.budgetApproved", "editions.reading",
    ]
    private static let presidency = [
        "membership.lapseAnnounced", "presidency.themeSet", "meetings.convened", "meetings.agenda",
        "meetings.cancelled", "plan.activityPlanned", "plan.activityConvened", "plan.conceptNoteFiled",
    ]
    private static let member = [
        "presidency.interestAnnounced", "presidency.accepted", "bodies.joined", "bodies.leftGroup",
    ]
    private static let installation = [
        "registry.opened", "registry.declaredOfficial", "registry.keyRecorded", "editions.inForce",
        "editions.holidays",
    ]

    /// The table of the rules: which capacities may register a kind.
    static let table: [String: [Capacity]] = {
        var table: [String: [Capacity]] = [
            "registry.corrected": Capacity.allCases,
            "deliberation.decisionRecorded": [.secretariat, .presidency],
        ]
        for (kinds, capacities): ([String], [Capacity]) in [
            (secretariat, [.secretariat]), (effects, [.presidency, .secretariat]),
            (presidency, [.presidency]),
            (member, [.member]), (installation, [.installation]),
        ] { for kind in kinds { table[kind] = capacities } }
        return table
    }()

    @Test func `Every kind has its line in the table, each line its kind`() {
        #expect(Set(ActKind.all.map(\.name)) == Set(AuthorityTests.table.keys))
    }

    @Test(arguments: ActKind.all.map(\.name), Capacity.allCases)
    func `A kind is registered by the capacities of its line and no other`(name: String, capacity: Capacity)
        throws
    {
        let kind = try #require(ActKind.named(name))
        let expected = try #require(AuthorityTests.table[name])
        var at = name == "registry.opened" ? Scenario() : Scenario.founded()
        if at.last > 0 { at.observer("COL", since: "2003") }
        let body = kind.type.example
        let party: PartyID? =
            capacity == .observer ? "COL" : capacity == .member ? body.registeredFor ?? "MEX" : nil
        let code = at.refusal(of: body, by: ActingParty(capacity, party: party))?.code
        let allowed = code != "authority.not-registrant" && code != "authority.instruction-missing"
        // A correction is judged again by whose act it corrects; the example's is a figure's.
        if name != "registry.corrected" {
            #expect(allowed == expected.contains(capacity), "\(code ?? "admitted")")
        }
        if AuthorityTests.presidency.contains(name), capacity == .secretariat {
            #expect(code == "authority.instruction-missing")
            let instructed = at.refusal(of: body, by: .secretariat, instruction: "Nota 12/2026")?.code
            #expect(instructed.map { !$0.hasPrefix("authority") } ?? true)
        }
    }

    @Test func `A member registers for itself alone, and only while it is one`() {
        var at = Scenario.founded()
        let act = InterestAnnounced(party: "GTM", term: 2028)
        #expect(at.refusal(of: act, by: .member("MEX"))?.code == "authority.not-registrant")
        #expect(at.refusal(of: act, by: .member("COL"))?.code == "authority.not-registrant")
        #expect(at.refusal(of: act, by: .member("GTM")) == nil)
        at.given(PartyLeft(party: "GTM"), on: "2026-02-01")
        #expect(at.refusal(of: act, by: .member("GTM"))?.code == "authority.not-registrant")
    }

    @Test func `The installation founds, and after the opening registers its own kinds alone`() {
        let at = Scenario.founded()
        let act = TermDefined.example
        #expect(at.refusal(of: act, on: "2025-12-31", by: .installation) == nil)
        #expect(at.refusal(of: act, on: "2026-01-01", by: .installation) == nil)
        #expect(
            at.refusal(of: act, on: "2026-01-01", by: .installation, source: nil)?.code
                == "authority.not-registrant")
        #expect(at.refusal(of: act, on: "2026-01-02", by: .installation)?.code == "authority.not-registrant")
        #expect(
            at.refusal(of: act, on: "2025-12-31", by: .installation, source: nil)?.code
                == "history.source-missing")
        #expect(at.refusal(of: KeyRecorded.example, on: "2026-05-01", by: .installation) == nil)
    }

    @Test func `Decisions of a closed session are the presidency's, even on instruction`() {
        let at = Scenario.founded()
        let closed = DecisionRecorded(decision: "N", organ: "VM", title: words("x"), session: .closed)
        #expect(at.refusal(of: closed, by: .presidency) == nil)
        #expect(
            at.refusal(of: closed, by: .secretariat, instruction: "x")?.code
                == "deliberation.closed-by-presidency")
    }

    /// Classes by kind, of what isn't public.
    private static let closed: [String: AccessClass] = [
        "membership.lapseNoticed": .members, "finance.contributionForeseen": .members,
        "finance.contributionReceived": .members,
    ]

    @Test func `Each kind declares its class: contributions and notices are the members'`() {
        for kind in ActKind.all {
            #expect(kind.type.example.access == AuthorityTests.closed[kind.name] ?? .public, "\(kind.name)")
        }
        let closed = DecisionRecorded(decision: "N", organ: "VM", title: words("x"), session: .closed)
        #expect(closed.access == .session)
        for access in AccessClass.allCases {
            #expect(
                DocumentRecorded(document: "d", title: words("x"), kind: .other, access: access).access
                    == access)
        }
    }

    @Test(arguments: [
        (Viewer.public, [true, false, false, false]), (.observer("COL"), [true, true, false, false]),
        (.network, [true, true, false, false]), (.administrator, [true, true, false, false]),
        (.secretariat, [true, true, true, false]), (.member("MEX"), [true, true, true, true]),
        (.presidency, [true, true, true, true]),
    ]) func `Who reads which class`(viewer: Viewer, may: [Bool]) {
        #expect(AccessClass.allCases.map(viewer.mayRead) == may)
    }

    @Test func `An observer reads the notice that is its own`() {
        let notice = LapseNoticed(party: "COL")
        #expect(Viewer.observer("COL").mayRead(notice))
        #expect(!Viewer.observer("ARG").mayRead(notice))
        #expect(!Viewer.public.mayRead(notice))
        #expect(Viewer.secretariat.mayRead(notice))
    }
}
