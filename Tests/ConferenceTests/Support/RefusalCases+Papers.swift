import Charter
import Conference
import Testing

/// Meetings, decisions, plans, money, papers, figures.
extension RefusalCase {
    private static func convened(
        _ id: MeetingID = "M", _ organ: OrganID = "VM", _ kind: MeetingKind = .activity,
        from: String = "2026-05-01", to: String? = nil, decision: DecisionID? = nil, chair: PartyID? = nil
    ) -> MeetingConvened {
        MeetingConvened(
            meeting: id, organ: organ, kind: kind, from: about(from), to: to.map(about), decision: decision,
            chair: chair)
    }
    @Sendable private static func withMeeting(_ scenario: inout Scenario) {
        scenario.given(convened(), by: ppt)
    }
    private static func agenda(_ start: String, _ end: String, zone: String = "America/Guatemala")
        -> MeetingAgenda
    {
        MeetingAgenda(
            meeting: "M", zone: zone, items: [AgendaItem(start: start, end: end, title: words("x"))])
    }
    private static func decision(
        _ id: DecisionID = "N", _ organ: OrganID = "VM", meeting: MeetingID? = nil, session: Session = .open,
        departs: [ClauseID]? = nil
    ) -> DecisionRecorded {
        DecisionRecorded(
            decision: id, organ: organ, meeting: meeting, title: words("x"), session: session,
            departs: departs)
    }

    static let meetings: [RefusalCase] = [
        .init("meetings.organ-unknown", convened("M", "NO"), by: ppt),
        .init("meetings.meeting-known", convened("VM-0"), by: ppt),
        .init("meetings.ends-before", convened(to: "2026-04-30"), by: ppt),
        .init("meetings.chair-unknown", convened(chair: "XXX"), by: ppt),
        .init("meetings.decision-unknown", convened(decision: "D.none"), by: ppt),
        .init("bodies.term-over", convened("M", "GT", from: "2028-01-01"), by: ppt, given: withGroup),
        .init("meetings.one-ordinary", convened("M2", "VM", .ordinary), by: ppt) {
            $0.given(convened("M1", "VM", .ordinary), by: ppt)
        },
        .init("meetings.extraordinary-undecided", convened("M", "VM", .extraordinary), by: ppt),
        .init("meetings.ministers-undecided", convened("M", "MIN", decision: "C.group"), by: ppt),
        .init("meetings.meeting-unknown", MeetingSubjects(meeting: "M", subjects: [words("x")])),
        .init("meetings.subjects-empty", MeetingSubjects(meeting: "VM-0", subjects: [])),
        .init("meetings.meeting-unknown", agenda("09:00", "10:00"), by: ppt),
        .init("meetings.zone-unknown", agenda("09:00", "10:00", zone: "Puebla"), by: ppt, given: withMeeting),
        .init("meetings.agenda-times", agenda("10:00", "09:00"), by: ppt, given: withMeeting),
        .init("meetings.meeting-unknown", AttendanceRecorded(meeting: "M", present: [])),
        .init("meetings.party-unknown", AttendanceRecorded(meeting: "VM-0", present: ["XXX"])),
        .init("meetings.attendance-already", AttendanceRecorded(meeting: "VM-0", present: ["MEX"])) {
            $0.given(AttendanceRecorded(meeting: "VM-0", present: ["MEX"]))
        },
        .init(
            "meetings.before-meeting", AttendanceRecorded(meeting: "M", present: ["MEX"]), given: withMeeting),
        .init("meetings.meeting-unknown", MeetingCancelled(meeting: "M"), by: ppt),
        .init("meetings.held-already", MeetingCancelled(meeting: "M"), by: ppt) {
            withMeeting(&$0)
            $0.given(MeetingCancelled(meeting: "M"), by: ppt)
        },
        .init("deliberation.organ-unknown", decision("N", "NO")),
        .init("deliberation.meeting-unknown", decision(meeting: "M")),
        .init("deliberation.decision-known", decision("D.open")),
        .init("deliberation.clause-unknown", decision(departs: ["carta.nada"])),
        .init("deliberation.closed-by-presidency", decision(session: .closed)),
        .init("authority.not-registrant", decision(session: .open), by: ppt),
        .init("deliberation.before-meeting", decision(meeting: "M"), given: withMeeting),
        .init("bodies.term-over", decision("N", "GT"), on: "2028-01-01", given: withGroup),
    ]

    private static func budget(
        year: Int = 2027, _ amount: Money = usd("100000"), decision: DecisionID? = "D.open",
        recommendation: DecisionID? = "C.group", headings: [HeadingAmount]? = nil
    ) -> BudgetApproved {
        BudgetApproved(
            year: year, amount: amount, decision: decision, recommendation: recommendation, headings: headings
        )
    }
    @Sendable private static func withBudget(_ scenario: inout Scenario) { scenario.given(budget()) }
    private static func foreseen(
        _ party: PartyID = "CRI", _ amount: Money = usd("1562.50"), year: Int = 2027
    ) -> ContributionForeseen {
        ContributionForeseen(party: party, year: year, amount: amount, due: day("2027-01-31"))
    }
    private static let peso = Money(cents: 100, currency: "MXN")
    private static func part(_ heading: HeadingID, _ amount: String) -> HeadingAmount {
        HeadingAmount(heading: heading, amount: usd(amount))
    }

    static let money: [RefusalCase] = [
        .init("finance.heading-known", HeadingNamed(heading: "h", title: words("x"))) {
            $0.given(HeadingNamed(heading: "h", title: words("x")))
        },
        .init("finance.budget-already", budget(), given: withBudget),
        .init("finance.currency", budget(peso)),
        .init("finance.heading-unknown", budget(headings: [part("h", "100000")])),
        .init("finance.headings-sum", budget(headings: [part("h", "99999.99")])) {
            $0.given(HeadingNamed(heading: "h", title: words("x")))
        },
        .init("finance.decision-unknown", budget(decision: "D.none")),
        .init("finance.recommendation-missing", budget(recommendation: nil)),
        .init("finance.decision-missing", budget(decision: nil)),
        .init(
            "finance.session-open", budget(), on: "2026-03-01",
            given: {
                $0.given(
                    ReadingRegistered(
                        edition: "charter-2020", rule: .F2, parameter: "closedSession", value: .flag(true),
                        reason: words("r"), decision: "D.open"))
            }),
        .init("finance.member-unknown", foreseen("COL")),
        .init("finance.no-contributions", foreseen()) {
            $0.given(
                EditionInForce(edition: "practice-2000", file: "southern"), on: "2026-02-01", by: install)
        },
        .init("finance.foreseen-already", foreseen()) {
            withBudget(&$0)
            $0.given(foreseen())
        },
        .init("finance.currency", foreseen("CRI", peso), given: withBudget),
        .init("finance.budget-missing", foreseen()),
        .init("finance.not-by-scale", foreseen("CRI", usd("1562.51")), given: withBudget),
        .init("finance.member-unknown", ContributionReceived(party: "COL", amount: usd("1"))),
        .init("finance.currency", ContributionReceived(party: "CRI", amount: peso)),
        .init("finance.amount-zero", ContributionReceived(party: "CRI", amount: usd("0"))),
        .init("finance.fund-known", FundDescribed.example) { $0.given(FundDescribed.example) },
    ]

    private static func plan(
        _ kind: PlanKind = .strategic, until: String = "2029", decision: DecisionID? = "D.open",
        document: DocumentID? = nil
    ) -> PlanAdopted {
        PlanAdopted(
            plan: "PE", kind: kind, title: words("x"), from: about("2027"), until: about(until),
            decision: decision, document: document)
    }
    private static let line = PlanLineStated(plan: "PE", line: "l", kind: .theme, title: words("x"))
    @Sendable private static func withPlan(_ scenario: inout Scenario) { scenario.given(plan()) }
    private static func document(
        _ id: DocumentID = "d", link: String? = nil, file: String? = nil, meeting: MeetingID? = nil,
        organ: OrganID? = nil, decision: DecisionID? = nil
    ) -> DocumentRecorded {
        DocumentRecorded(
            document: id, title: words("x"), kind: .other, access: .public, link: link, file: file,
            meeting: meeting, organ: organ, decision: decision)
    }
    private static func figure(_ value: Int) -> FigureRecorded {
        FigureRecorded(figure: "a/b", series: words("a"), label: words("b"), value: value)
    }

    static let papers: [RefusalCase] = [
        .init("plan.plan-known", plan(), given: withPlan),
        .init("plan.ends-before", plan(until: "2026")),
        .init("plan.document-unknown", plan(document: "nada")),
        .init("plan.decision-unknown", plan(decision: "D.none")),
        .init("plan.decision-missing", plan(decision: nil)),
        .init("plan.plan-unknown", line),
        .init("plan.line-known", line) {
            withPlan(&$0)
            $0.given(line)
        },
        .init("plan.plan-unknown", PlanStatusReported(plan: "PE", line: "l", status: .done)),
        .init("plan.line-unknown", PlanStatusReported(plan: "PE", line: "l", status: .done), given: withPlan),
        .init("plan.reason-missing", PlanStatusReported(plan: "PE", line: "l", status: .notAchieved)) {
            withPlan(&$0)
            $0.given(line)
        },
        .init("library.document-known", document("nota")),
        .init("library.meeting-unknown", document(meeting: "M")),
        .init("library.organ-unknown", document(organ: "NO")),
        .init("library.decision-unknown", document(decision: "D.none")),
        .init("library.decision-closed", document(decision: "D.closed")),
        .init("library.link-unfit", document(link: "ftp://x")),
        .init("library.file-unfit", document(file: "ABC")),
        .init("library.term-known", TermDefined.example) { $0.given(TermDefined.example) },
        .init("statistics.figure-known", figure(1)) { $0.given(figure(1)) },
        .init("statistics.figure-negative", figure(-1)),
    ]
}
