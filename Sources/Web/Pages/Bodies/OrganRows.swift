import Charter
import Conference
import Exchange
import HTML
import HashTreeCollections

/// Organs as rows: what pages and spreadsheets list.
struct OrganRows {
    let context: PageContext
    /// How many meetings each organ held by the day, as recorded.
    private let held: [OrganID: Int]

    init(_ context: PageContext) {
        self.context = context
        held = context.state.meetingsByOrgan.mapValues { meetings in
            meetings.count { context.state.standing(of: $0, on: context.day).value == .held }
        }
    }

    /// What organs are sorted by.
    var sortColumns: [SortColumn<BodiesState.Organ>] {
        let (context, held) = (context, held)
        return [
            SortColumn("organ") { context.sorts(context.name($0.id)) },
            SortColumn("role") { context.sorts(context.word($0.role.rawValue)) },
            SortColumn("since") { $0.act.beginning == .notRecorded ? nil : .day($0.on) },
            SortColumn("until") { context.state.lastDay(of: $0, on: context.day).map { .day($0) } },
            SortColumn("meetings") { .count(held[$0.id]) },
        ]
    }

    func current(_ organs: [BodiesState.Organ], order: TableOrder?) -> DataTable {
        let hasTerms = organs.contains { context.state.termEnd(of: $0, on: context.day) != nil }
        return DataTable(
            caption: context("Los órganos del día", "The organs of the day"), hidesCaption: true,
            columns: [
                .init(context("Órgano", "Organ"), sort: "organ"),
                .init(context("Qué es", "What it is"), sort: "role"),
                .init(context("Desde", "Since"), sort: "since"),
            ] + (hasTerms ? [.init(context("Plazo", "Term"))] : []) + [
                .init(
                    context("Reuniones que constan", "Meetings recorded"), isNumeric: true, sort: "meetings")
            ],
            rows: organs.map { organ in
                [name(organ), .text(context.word(organ.role.rawValue)), .text(since(organ))]
                    + (hasTerms ? [until(organ)] : []) + [meetings(organ)]
            }, order: order)
    }

    func former(_ organs: [BodiesState.Organ], order: TableOrder?) -> DataTable {
        DataTable(
            caption: context("Órganos que ya no existen", "Organs that no longer exist"), hidesCaption: true,
            columns: [
                .init(context("Órgano", "Organ"), sort: "organ"),
                .init(context("Desde", "Since"), sort: "since"),
                .init(context("Hasta", "Until"), sort: "until"),
                .init(context("Le sucede", "Succeeded by")),
                .init(
                    context("Reuniones que constan", "Meetings recorded"), isNumeric: true, sort: "meetings"),
            ],
            rows: organs.map { organ in
                let successor = organ.ended?.successor.map { context.link($0) }
                return [
                    name(organ), .text(since(organ)), until(organ),
                    successor.map { .link($0.text, href: $0.href) } ?? .none(context.notRecorded),
                    meetings(organ),
                ]
            }, order: order)
    }

    private func name(_ organ: BodiesState.Organ) -> DataTable.Cell {
        .link(context.name(organ.id), href: context.path(.organ(organ.id.text)))
    }

    /// Since when; where only a source's day is known, that.
    func since(_ organ: BodiesState.Organ) -> String {
        let day = Written.partial(organ.on, context.language)
        guard organ.act.beginning == .notRecorded else { return day }
        let article = organ.on.precision == .day ? "del" : "de"
        return context("no consta; la fuente es \(article) \(day)", "not recorded; the source is of \(day)")
    }

    private func until(_ organ: BodiesState.Organ) -> DataTable.Cell {
        let last =
            context.state.lastDay(of: organ, on: context.day)
            ?? context.state.termEnd(of: organ, on: context.day)?.until
        guard let last else { return .none(context("sin plazo registrado", "no term recorded")) }
        return .day(last, context.language)
    }

    private func meetings(_ organ: BodiesState.Organ) -> DataTable.Cell {
        let count = held[organ.id] ?? 0
        guard count > 0 else { return .none(context("ninguna consta", "none recorded")) }
        return .link(
            Written.number(count), href: context.path(.meetings, query: [("organ", organ.id.text)]))
    }

    func sheet(_ organs: [BodiesState.Organ]) -> DataTable {
        DataTable(
            caption: context("Órganos", "Organs"),
            columns: [
                .init(context("Código", "Code")), .init(context("Nombre", "Name")),
                .init(context("Sigla", "Abbreviation")), .init(context("Qué es", "What it is")),
                .init(context("Desde", "Since")), .init(context("Hasta", "Until")),
                .init(context("Reuniones que constan", "Meetings recorded"), isNumeric: true),
                .init(context("Acto", "Act"), isNumeric: true),
            ],
            rows: organs.map { organ in
                let last = context.state.lastDay(of: organ, on: context.day)
                return [
                    .text(organ.id.text), .text(context.name(organ.id)),
                    .text(organ.name(on: context.day).abbreviation.map { context($0) } ?? ""),
                    .text(context.word(organ.role.rawValue)), .text(since(organ)),
                    .text(last?.description ?? ""), .text(String(held[organ.id] ?? 0)),
                    .text(String(organ.entry)),
                ]
            })
    }

    func json(_ organ: BodiesState.Organ) -> JSONValue {
        let name = organ.name(on: context.day)
        return [
            "organ": .text(organ.id.text), "role": .text(organ.role.rawValue),
            "name": JSONValue(name.name), "abbreviation": name.abbreviation.map { JSONValue($0) } ?? .null,
            "since": organ.act.beginning == .notRecorded ? .null : JSONValue(organ.on),
            "until": JSONValue(context.state.lastDay(of: organ, on: context.day)),
            "termEnds": JSONValue(context.state.termEnd(of: organ, on: context.day)?.until),
            "successor": JSONValue(organ.ended?.successor?.text),
            "meetingsHeld": .number(held[organ.id] ?? 0), "entry": .number(organ.entry),
        ]
    }
}

extension PageContext {
    /// An organ's name among those of others: one that has ended says until when, for its successor may bear the
    /// same name.
    func nameInTime(_ organ: OrganID) -> String {
        let name = self(state.name(organ, on: day))
        guard let known = state.bodies.organs[organ], !known.exists(on: day),
            let end = known.ended?.last ?? known.termEnd?.until, end.last < day
        else { return name }
        return name + self(" (hasta \(end.last.year))", " (until \(end.last.year))")
    }
}
