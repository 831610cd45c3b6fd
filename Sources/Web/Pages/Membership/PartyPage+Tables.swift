import Charter
import Conference
import Exchange
import HTML
import HashTreeCollections

extension PartyPage {
    /// The party's terms, latest first, with their themes.
    static func table(
        _ terms: [PresidencyState.Term], _ context: PageContext, _ sources: [Int: Source]
    ) -> DataTable {
        DataTable(
            caption: context("Presidencias con su tema", "Presidencies with their theme"), hidesCaption: true,
            columns: [
                .init(context("Período", "Term"), isNumeric: true),
                .init(context("Tema central", "Central theme")),
                .init(context("Fuente", "Source")), .init(context("Acto", "Act"), isNumeric: true),
            ],
            rows: terms.reversed().map { term in
                let theme = context.state.presidency.themes[term.year]
                return [
                    .link(
                        String(term.year),
                        href: context.plainPath(
                            .presidencies, query: [("on", term.days.lowerBound.description)])),
                    theme.map { .text(context($0.title)) } ?? .none(context.notRecorded),
                    context.cell(sources: [term.entry, theme?.entry].compactMap { $0 }, sources),
                    .link(
                        Written.entry(term.entry, context.language),
                        href: context.plainPath(.entry(term.entry))),
                ]
            })
    }

    /// The meetings that record the party as present.
    static func table(
        _ meetings: [MeetingRecord], _ context: PageContext, _ sources: [Int: Source], order: TableOrder?
    ) -> DataTable {
        DataTable(
            caption: context("Reuniones en que consta su presencia", "Meetings that record it as present"),
            hidesCaption: true,
            columns: [
                .init(context("Cuándo", "When"), sort: "when"),
                .init(context("Reunión", "Meeting"), sort: "meeting"),
                .init(context("Dónde", "Where"), sort: "where"), .init(context("Fuente", "Source")),
                .init(context("Acto", "Act"), isNumeric: true),
            ],
            rows: meetings.map { meeting in
                let entry = meeting.attendance?.entry ?? meeting.entry
                return [
                    .day(meeting.act.from, context.language),
                    .link(
                        context.name(meeting), href: context.path(.meeting(meeting.id.text))),
                    context.place(meeting).map { .text($0) } ?? .none(context.notRecorded),
                    context.cell(sources: [entry], sources),
                    .link(Written.entry(entry, context.language), href: context.plainPath(.entry(entry))),
                ]
            }, order: order)
    }

    /// The page for programs.
    static func json(
        _ record: MembershipState.Party, _ terms: [PresidencyState.Term], _ meetings: [MeetingRecord],
        _ share: ScaleShare?, _ context: PageContext, _ sources: [Int: Source]
    ) -> JSONValue {
        let state = context.state
        func cited(_ entries: [Int]) -> JSONValue {
            .list(entries.compactMap { sources[$0] }.map { context.json($0) })
        }
        return [
            "party": .text(record.id.text), "kind": .text(record.kind.rawValue),
            "name": JSONValue(record.name),
            "abbreviation": record.abbreviation.map { JSONValue($0) } ?? .null,
            "statuses": .list(
                state.statuses(of: record.id, on: context.day).map { span in
                    [
                        "status": .text("\(span.status)"),
                        "since": JSONValue(span.beginningRecorded ? span.from : nil),
                        "until": JSONValue(span.end),
                        "entries": .list(span.entries.map { .number($0) }), "sources": cited(span.entries),
                    ]
                }),
            "sharePercent": JSONValue(share?.percent),
            "presidencies": .list(
                terms.map { term in
                    let theme = state.presidency.themes[term.year]
                    return [
                        "year": .number(term.year), "from": JSONValue(term.days.lowerBound),
                        "to": JSONValue(term.days.upperBound),
                        "theme": theme.map { JSONValue($0.title) } ?? .null,
                        "entry": .number(term.entry), "sources": cited([term.entry]),
                    ]
                }),
            "meetings": .list(
                meetings.map { meeting in
                    [
                        "meeting": .text(meeting.id.text), "title": JSONValue(state.title(of: meeting)),
                        "from": JSONValue(meeting.act.from), "to": JSONValue(meeting.act.to),
                        "place": meeting.act.place.map { JSONValue($0) } ?? .null,
                        "entry": .number(meeting.attendance?.entry ?? meeting.entry),
                        "sources": cited([meeting.attendance?.entry ?? meeting.entry]),
                    ]
                }), "basis": context.json(state.statusBasis(of: record.id, on: context.day)),
        ]
    }
}
