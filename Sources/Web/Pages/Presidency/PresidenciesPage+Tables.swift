import Charter
import Conference
import Exchange
import HTML
import HashTreeCollections

extension PresidenciesPage {
    /// What terms are sorted by.
    static func sortColumns(_ context: PageContext) -> [SortColumn<PresidencyState.Slot>] {
        let themes = context.state.presidency.themes
        return [
            SortColumn("term") { .count($0.year) },
            SortColumn("presidency") { slot in
                slot.term.flatMap { context.sorts(context.name($0.party)) }
            },
            SortColumn("theme") { slot in
                slot.term.flatMap { themes[$0.year] }.flatMap { context.sorts(context($0.title)) }
            },
        ]
    }

    /// What handovers are sorted by.
    static func handoverSorts(_ context: PageContext) -> [SortColumn<PresidencyState.Handover>] {
        let meetings = context.state.meetings.meetings
        return [
            SortColumn("when") { .day($0.on) },
            SortColumn("from") { context.sorts(context.name($0.act.from)) },
            SortColumn("to") { context.sorts(context.name($0.act.to)) },
            SortColumn("meeting") { handover in
                handover.act.meeting.flatMap { meetings[$0] }.flatMap { context.sorts(context.name($0)) }
            },
        ]
    }

    /// The terms recorded, each with its theme and where both are said.
    static func table(
        _ slots: [PresidencyState.Slot], _ sorting: Sorting, _ context: PageContext,
        _ sources: [Int: Source]
    ) -> DataTable {
        let rows = slots.compactMap { slot -> [DataTable.Cell]? in
            guard let term = slot.term else { return nil }
            let theme = context.state.presidency.themes[term.year]
            return [
                .link(
                    period(term, context),
                    href: context.plainPath(.presidencies, query: [("on", slot.first.description)])),
                .party(
                    code: term.party.text, name: context.name(term.party),
                    href: context.path(.party(term.party.text))),
                theme.map { .text(context($0.title)) } ?? .none(context.notRecorded),
                context.cell(sources: [term.entry, theme?.entry].compactMap { $0 }, sources),
                .link(
                    Written.entry(term.entry, context.language), href: context.plainPath(.entry(term.entry))),
            ]
        }
        return DataTable(
            caption: context(
                "Presidencias con su tema y su fuente", "Presidencies with their theme and source"),
            hidesCaption: true,
            columns: [
                .init(context("Período", "Term"), isNumeric: true, sort: "term"),
                .init(context("Presidencia", "Presidency"), sort: "presidency"),
                .init(context("Tema central", "Central theme"), sort: "theme"),
                .init(context("Fuente", "Source")), .init(context("Acto", "Act"), isNumeric: true),
            ], rows: rows, order: sorting.order(at: "terms"))
    }

    /// Every term recorded, in cells of their own.
    static func sheet(_ terms: [PresidencyState.Term], _ context: PageContext) -> DataTable {
        DataTable(
            caption: context("Presidencias", "Presidencies"),
            columns: [
                .init(context("Período", "Term"), isNumeric: true), .init(context("Código", "Code")),
                .init(context("Presidencia", "Presidency")), .init(context("Desde", "From")),
                .init(context("Hasta", "Until")), .init(context("Tema central", "Central theme")),
                .init(context("Acto", "Act"), isNumeric: true),
            ],
            rows: terms.map { term in
                let theme = context.state.presidency.themes[term.year]
                return [
                    .text(String(term.year)), .text(term.party.text), .text(context.name(term.party)),
                    .text(term.days.lowerBound.description), .text(term.days.upperBound.description),
                    .text(theme.map { context($0.title) } ?? ""), .text(String(term.entry)),
                ]
            })
    }

    /// The handovers recorded.
    static func table(
        _ handovers: [PresidencyState.Handover], _ sorting: Sorting, _ context: PageContext,
        _ sources: [Int: Source]
    ) -> DataTable {
        let state = context.state
        let rows = handovers.map { handover -> [DataTable.Cell] in
            let meeting = handover.act.meeting.flatMap { state.meetings.meetings[$0] }
            return [
                .day(handover.on, context.language), party(handover.act.from, context),
                party(handover.act.to, context),
                meeting.map {
                    .link(context.name($0), href: context.path(.meeting($0.id.text)))
                } ?? .none(context.notRecorded),
                context.cell(sources: [handover.entry], sources),
                .link(
                    Written.entry(handover.entry, context.language),
                    href: context.plainPath(.entry(handover.entry))),
            ]
        }
        return DataTable(
            caption: context(
                "El traspaso es un hecho aparte: no mueve el período.",
                "A handover is a fact of its own: it doesn't move the term."),
            columns: [
                .init(context("Cuándo", "When"), sort: "when"),
                .init(context("Entrega", "From"), sort: "from"), .init(context("Recibe", "To"), sort: "to"),
                .init(context("Reunión", "Meeting"), sort: "meeting"),
                .init(context("Fuente", "Source")), .init(context("Acto", "Act"), isNumeric: true),
            ], rows: rows, order: sorting.order(at: "handovers"))
    }

    private static func party(_ party: PartyID, _ context: PageContext) -> DataTable.Cell {
        .party(code: party.text, name: context.name(party), href: context.path(.party(party.text)))
    }

    /// The page for programs.
    static func json(
        _ troika: Answer<Troika>, _ slots: [PresidencyState.Slot], _ handovers: [PresidencyState.Handover],
        _ context: PageContext, _ sources: [Int: Source]
    ) -> JSONValue {
        func seat(_ term: PresidencyState.Term?) -> JSONValue {
            guard let term else { return .null }
            return [
                "party": .text(term.party.text), "term": .number(term.year), "entry": .number(term.entry),
            ]
        }
        return [
            "troika": [
                "outgoing": seat(troika.value.outgoing), "current": seat(troika.value.current),
                "incoming": seat(troika.value.incoming), "basis": context.json(troika.basis),
                "change": context.json(troika.change),
            ],
            "terms": .list(
                slots.map { slot in
                    let theme = context.state.presidency.themes[slot.year]
                    return [
                        "term": .number(slot.year), "party": JSONValue(slot.term?.party.text),
                        "from": JSONValue(slot.term?.days.lowerBound),
                        "until": JSONValue(slot.term?.days.upperBound),
                        "decision": JSONValue(slot.term?.decision?.text),
                        "theme": theme.map { JSONValue($0.title) } ?? .null,
                        "entry": JSONValue(slot.term?.entry), "themeEntry": JSONValue(theme?.entry),
                        "source": context.json(slot.term.flatMap { sources[$0.entry] }),
                        "themeSource": context.json(theme.flatMap { sources[$0.entry] }),
                    ]
                }),
            "handovers": .list(
                handovers.map { handover in
                    [
                        "on": JSONValue(handover.on), "from": .text(handover.act.from.text),
                        "to": .text(handover.act.to.text), "meeting": JSONValue(handover.act.meeting?.text),
                        "entry": .number(handover.entry), "source": context.json(sources[handover.entry]),
                    ]
                }),
        ]
    }
}
