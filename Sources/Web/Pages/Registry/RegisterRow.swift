import Charter
import Conference
import Exchange
import HTML
import Register
import Secretariat

/// One act in the register's list. Of one that is closed to the reader only its number, day and hash are there.
struct RegisterRow {
    /// What a reader may know of an act that is open to them.
    struct Open {
        let act: RegisteredAct
        let line: Localized
        let actor: Localized
    }

    let sequence: Int
    let recordedAt: Instant
    let leaf: Hash
    /// `nil` for an act that the reader may not read.
    let open: Open?
    /// The correction's sequence; 0 for none, or one that the reader may not read.
    let correctedBy: Int
    let isCorrected: Bool
    let corrects: Int
    private let context: PageContext

    /// - Throws: `FileProblem` for an act of a later program.
    init(_ entry: Entry, _ context: PageContext) throws {
        let state = context.state
        let line = state.lines[entry.sequence - 1]
        self.context = context
        sequence = entry.sequence
        recordedAt = Instant(microseconds: entry.recordedAt)
        leaf = entry.leaf
        let mayRead = context.isOpen(entry.sequence)
        if mayRead {
            let act = try Transcript.act(entry)
            open = Open(
                act: act, line: act.proposal.act.body.line(state), actor: act.actor.title(state))
        } else {
            open = nil
        }
        correctedBy = mayRead && context.isOpen(Int(line.correctedBy)) ? Int(line.correctedBy) : 0
        isCorrected = mayRead && line.correctedBy > 0
        corrects = mayRead ? Int(line.corrects) : 0
    }

    /// The acts as a table.
    static func table(_ rows: [RegisterRow], _ sorting: Sorting, _ context: PageContext) -> DataTable {
        DataTable(
            caption: sorting.column == nil
                ? context("Actos, del más reciente al más antiguo", "Acts, newest first")
                : context("Actos", "Acts"),
            hidesCaption: true,
            columns: [
                .init(context("N.º", "No."), isNumeric: true, sort: "number"),
                .init(context("Qué", "What"), sort: "kind"),
                .init(context("Cuándo ocurrió", "When it happened"), sort: "happened"),
                .init(context("Registrado", "Recorded"), sort: "recorded"),
                .init(context("Por", "By"), sort: "by"),
            ], rows: rows.map(\.cells), order: sorting.order(at: "acts"))
    }

    /// What acts are sorted by, all of it from the register's fixed lines; of a closed act only what its row
    /// shows, so that its place tells nothing more.
    static func sortColumns(_ context: PageContext) -> [SortColumn<Int>] {
        let state = context.state
        // Few kinds and actors stand behind many acts: each is read once.
        let kinds = ActKind.all.map { context.sorts(context($0.type.title)) }
        let actors = state.registry.actors.map { context.sorts(context($0.title(state))) }
        func open(_ value: @escaping (RegisterLine) -> SortValue?) -> (Int) -> SortValue? {
            { context.isOpen($0) ? value(state.lines[$0 - 1]) : nil }
        }
        return [
            SortColumn("number") { .count($0) },
            SortColumn("kind", open { kinds[Int($0.kindIndex)] }),
            SortColumn("happened", open { .day($0.on) }),
            SortColumn("recorded") { .number(state.lines[$0 - 1].recordedAt) },
            SortColumn("by", open { actors[Int($0.actorIndex)] }),
        ]
    }

    private var cells: [DataTable.Cell] {
        let href = context.plainPath(.entry(sequence))
        let number = DataTable.Cell.link(Written.number(sequence), href: href)
        let recorded = context.moment(recordedAt)
        guard let open else {
            let words = context("Acto reservado", "Closed act")
            let hash = leaf.hex
            return [
                number,
                .made(
                    TrustedHTML { html in
                        html.tag(words)
                        html.text(" ")
                        html(.small) { html in html(.code, String(hash.prefix(16)) + "…", .title(hash)) }
                    }), .none(context("reservado", "closed")),
                .day(PartialDay(context.localDay(recordedAt)), context.language),
                .none(context("reservado", "closed")),
            ]
        }
        let what = context(open.line)
        let kind = context(type(of: open.act.proposal.act.body).title)
        let corrected =
            correctedBy == 0
            ? nil
            : (
                context("corregido por el ", "corrected by ") + Written.entry(correctedBy, context.language),
                context.plainPath(.entry(correctedBy))
            )
        let correction =
            corrects == 0
            ? nil
            : (
                context("corrige el ", "corrects ") + Written.entry(corrects, context.language),
                context.plainPath(.entry(corrects))
            )
        let replaced =
            isCorrected && correctedBy == 0
            ? context(" · corregido por un acto reservado", " · corrected by a closed act") : ""
        return [
            number,
            .made(
                TrustedHTML { html in
                    html(.a, what, .href(href))
                    html(.br)
                    html(.small, kind + replaced, .class("soft"))
                    for link in [corrected, correction].compactMap({ $0 }) {
                        html.text(" · ")
                        html(.small) { html in html(.a, link.0, .href(link.1)) }
                    }
                }), .day(open.act.proposal.on, context.language), .text(recorded),
            .text(context(open.actor)),
        ]
    }

    /// The row for programs.
    var json: JSONValue {
        guard let open else {
            return [
                "sequence": .number(sequence), "recordedAt": .text(recordedAt.description),
                "leaf": .text(leaf.hex),
                "closed": true,
            ]
        }
        return [
            "sequence": .number(sequence), "recordedAt": .text(recordedAt.description),
            "leaf": .text(leaf.hex),
            "closed": false, "id": .text(open.act.proposal.id), "kind": .text(open.act.proposal.act.kind),
            "on": JSONValue(open.act.proposal.on), "actor": .text(open.act.actor.description),
            "line": JSONValue(open.line), "source": context.json(open.act.source),
            "corrects": corrects == 0 ? .null : .number(corrects),
            "isCorrected": .flag(isCorrected), "correctedBy": correctedBy == 0 ? .null : .number(correctedBy),
        ]
    }
}

extension RegisteredAct {
    /// Where it is said: of a correction, what its replacement says, or else itself.
    var source: Source? {
        if case .registry(.corrected(let correction)) = proposal.act {
            return correction.replacement?.source ?? proposal.source
        }
        return proposal.source
    }
}

extension PageContext {
    /// An instant in the conference's zone, in words with its zone.
    func moment(_ instant: Instant) -> String {
        let zone = state.zone(on: today)
        let local = zone.local(instant)
        return Written.time(
            local.day, secondOfDay: local.secondOfDay, offset: zone.offset(at: instant), language)
    }

    /// The day on which an instant falls in the conference's zone.
    func localDay(_ instant: Instant) -> Day { state.zone(on: today).day(instant) }
}
