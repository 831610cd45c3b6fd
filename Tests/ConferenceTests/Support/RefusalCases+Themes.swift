import Charter
import Conference
import Testing

/// Texts, thematic spaces, activities and their concept notes.
extension RefusalCase {
    static let hash = String(repeating: "0f", count: 32)

    private static func text(
        _ document: DocumentID = "nota", file: String = hash, mediaType: String = "application/pdf",
        title: String? = nil, access: AccessClass = .members
    ) -> TextRecorded {
        TextRecorded(
            document: document, language: .es, file: file, mediaType: mediaType, title: title, access: access)
    }
    private static func space(
        organs: [OrganID]? = nil, line: PlanPlace? = nil, terms: [TermID]? = nil
    ) -> SpaceOpened {
        SpaceOpened(
            space: "e", name: words("x"), summary: words("x"), organs: organs, lines: line.map { [$0] },
            terms: terms)
    }
    private static func placed(
        _ documents: [DocumentID]? = nil, meetings: [MeetingID]? = nil, organs: [OrganID]? = nil,
        access: AccessClass = .public
    ) -> Placed {
        Placed(space: "e", documents: documents, meetings: meetings, organs: organs, access: access)
    }
    @Sendable private static func withSpace(_ scenario: inout Scenario) { scenario.given(space()) }

    static let themes: [RefusalCase] = [
        .init("library.document-unknown", text("d")),
        .init("library.access-differs", text(access: .public)),
        .init("library.file-unfit", text(file: "texto.pdf")),
        .init("library.media-type-unfit", text(mediaType: "PDF")),
        .init("library.title-empty", text(title: " ")),
        .init("library.text-known", text()) { $0.given(text()) },
        .init("library.space-known", space(), given: withSpace),
        .init("library.organ-unknown", space(organs: ["NO"])),
        .init("library.plan-unknown", space(line: PlanPlace(plan: "NO", line: "l"))),
        .init("library.line-unknown", space(line: PlanPlace(plan: "PE", line: "m")), given: withLine),
        .init("library.term-unknown", space(terms: ["NO"])),
        .init("library.space-unknown", placed(organs: ["VM"])),
        .init("library.nothing-placed", placed([], organs: []), given: withSpace),
        .init("library.document-unknown", placed(["d"]), given: withSpace),
        .init("library.meeting-unknown", placed(meetings: ["M"]), given: withSpace),
        .init("library.organ-unknown", placed(organs: ["NO"]), given: withSpace),
        .init("library.access-differs", placed(["nota"], access: .participants), given: withSpace),
        .init("library.placed-already", placed(["nota"], organs: ["VM"], access: .members)) {
            withSpace(&$0)
            $0.given(placed(organs: ["GRCM", "VM"]))
        },
    ]

    static func planned(
        lines: [ElementID] = ["l"], plan: PlanID = "PE", from: String = "2026-06-10", to: String? = nil,
        host: PartyID? = nil, organ: OrganID? = nil, meeting: MeetingID? = nil
    ) -> ActivityPlanned {
        ActivityPlanned(
            activity: "a", title: words("x"), plan: plan, lines: lines, from: about(from),
            to: to.map(about), host: host, organ: organ, meeting: meeting)
    }
    @Sendable static func withLine(_ scenario: inout Scenario) {
        scenario.given(
            PlanAdopted(
                plan: "PE", kind: .action, title: words("x"), from: about("2026"), until: about("2029")))
        scenario.given(PlanLineStated(plan: "PE", line: "l", kind: .theme, title: words("x")))
    }
    @Sendable static func withActivity(_ scenario: inout Scenario) {
        withLine(&scenario)
        scenario.given(planned(), by: ppt)
    }
    @Sendable private static func withMeetings(_ scenario: inout Scenario) {
        withActivity(&scenario)
        for (meeting, kind): (MeetingID, MeetingKind) in [("M", .activity), ("E", .event)] {
            scenario.given(
                MeetingConvened(meeting: meeting, organ: "VM", kind: kind, from: about("2026-06-12")),
                by: ppt)
        }
    }

    /// A whole note but for one part.
    static func note(
        without part: ConceptNoteFiled.Part? = nil, document: DocumentID? = nil, decision: DecisionID? = nil,
        line: PlanPlace? = PlanPlace(plan: "PE", line: "l")
    ) -> ConceptNoteFiled {
        func have(_ one: ConceptNoteFiled.Part) -> Localized? { part == one ? nil : words("x") }
        let result = ExpectedResult(
            result: words("x"), indicators: part == .indicators ? [] : [words("x")])
        return ConceptNoteFiled(
            activity: "a", document: document, background: have(.background),
            justification: have(.justification),
            mandate: part == .mandate ? ActivityMandate() : ActivityMandate(decision: decision, line: line),
            generalObjective: have(.generalObjective),
            specificObjectives: have(.specificObjectives).map { [$0] } ?? [],
            participants: have(.participants), method: have(.method),
            agenda: have(.agenda).map { [$0] } ?? [], results: part == .results ? [] : [result])
    }

    static let activities: [RefusalCase] =
        [
            .init("plan.activity-known", planned(), by: ppt, given: withActivity),
            .init("plan.lines-empty", planned(lines: []), by: ppt, given: withLine),
            .init("plan.plan-unknown", planned(), by: ppt),
            .init("plan.line-unknown", planned(lines: ["m"]), by: ppt, given: withLine),
            .init("plan.ends-before", planned(to: "2026-06-09"), by: ppt, given: withLine),
            .init("plan.host-unknown", planned(host: "NO"), by: ppt, given: withLine),
            .init("plan.organ-unknown", planned(organ: "NO"), by: ppt, given: withLine),
            .init("plan.meeting-unknown", planned(meeting: "M"), by: ppt, given: withLine),
            .init("plan.meeting-unfit", planned(meeting: "VM-0"), by: ppt, given: withLine),
            .init("bodies.term-over", planned(from: "2028-01-01", organ: "GT"), by: ppt) {
                withLine(&$0)
                withGroup(&$0)
            },
            .init("plan.activity-unknown", ActivityConvened(activity: "a", meeting: "M"), by: ppt),
            .init(
                "plan.meeting-unknown", ActivityConvened(activity: "a", meeting: "N"), by: ppt,
                given: withMeetings),
            .init(
                "plan.meeting-unfit", ActivityConvened(activity: "a", meeting: "E"), by: ppt,
                given: withMeetings),
            .init("plan.convened-already", ActivityConvened(activity: "a", meeting: "M"), by: ppt) {
                withMeetings(&$0)
                $0.given(ActivityConvened(activity: "a", meeting: "M"), by: ppt)
            },
            .init("plan.activity-unknown", note(), by: ppt),
            .init("plan.document-unknown", note(document: "d"), by: ppt, given: withActivity),
            .init("plan.decision-unknown", note(decision: "D.none"), by: ppt, given: withActivity),
            .init(
                "plan.plan-unknown", note(line: PlanPlace(plan: "NO", line: "l")), by: ppt,
                given: withActivity),
            .init(
                "plan.line-unknown", note(line: PlanPlace(plan: "PE", line: "m")), by: ppt,
                given: withActivity),
            .init("plan.note-known", note(), by: ppt) {
                withActivity(&$0)
                $0.given(note(), by: ppt)
            },
            .init("plan.note-late", note(), on: "2026-06-11", by: ppt, given: withActivity),
        ]
        + zip(
            ConceptNoteFiled.Part.allCases,
            [
                "background", "justification", "mandate", "general-objective", "specific-objectives",
                "participants", "method", "agenda", "results", "indicators",
            ]
        ).map { part, name in
            .init("plan.note-\(name)", note(without: part), by: ppt, given: withActivity)
        }
}
