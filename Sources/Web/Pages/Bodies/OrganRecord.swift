import Charter
import Conference
import Exchange
import HTML
import HashTreeCollections

/// What is recorded of an organ on a day, ready to be shown.
struct OrganRecord {
    /// A competence or other line with the clause that says it, where one does.
    struct Line {
        let text: String
        let clause: LinkModel?
    }

    private let context: PageContext
    private let organ: BodiesState.Organ
    private let described: BodiesState.Description?
    private let basis: [Basis]
    let competences: [Line]
    let otherClauses: [Line]
    /// The edition whose clauses are shown.
    let edition: String?
    let meetings: [MeetingRecord]
    let decisions: [DecisionRecord]
    let papers: PaperRows

    init(_ organ: BodiesState.Organ, _ sorting: Sorting, _ context: PageContext) {
        self.context = context
        self.organ = organ
        let state = context.state
        let day = context.day
        let described = organ.description(on: day)
        self.described = described
        let clauses = state.clauses(about: organ, on: day)
        edition = clauses.isEmpty ? nil : state.edition(on: day).map { context($0.edition.title) }
        func line(_ clause: Clause) -> Line {
            Line(
                text: context(clause.summary),
                clause: LinkModel(
                    text: OrganRecord.short(clause, among: clauses, context),
                    href: context.path(.clause(clause.id.text))))
        }
        var said: Set<ClauseID> = []
        competences = (described?.act.competences ?? []).map { text in
            guard let clause = clauses.first(where: { $0.summary.es == text.es }) else {
                return Line(text: context(text), clause: nil)
            }
            said.insert(clause.id)
            return line(clause)
        }
        otherClauses = clauses.filter {
            !said.contains($0.id) && $0.summary.es != described?.act.composition?.es
        }.map(line)
        // The latest first, as every list of what was held; those of other organs in which it met too.
        meetings = sorting.sorted(
            (state.meetingsByOrgan[organ.id] ?? []).reversed(), by: MeetingRows(context).sortColumns)
        decisions = sorting.sorted(
            state.decisions(through: .distantFuture, for: context.viewer).filter {
                $0.act.organ == organ.id && $0.on.first <= max(day, context.today)
            }, by: DecisionRows(context).sortColumns)
        papers = PaperRows(context) { $0.act.organ == organ.id }
        basis = OrganRecord.basis(organ, context)
    }

    /// A clause's label without the document and section, which the heading says; with its place where several
    /// are called alike.
    private static func short(_ clause: Clause, among clauses: [Clause], _ context: PageContext) -> String {
        let label = context(clause.label)
        let name = label.split(separator: ", ").last.map(String.init) ?? label
        guard clauses.filter({ $0.label == clause.label }).count > 1 else { return name }
        return name + ", " + (clause.id.text.split(separator: ".").last.map(String.init) ?? "")
    }

    private static func basis(_ organ: BodiesState.Organ, _ context: PageContext) -> [Basis] {
        let state = context.state
        let exists = organ.exists(on: context.day)
        let entries = [organ.entry] + [organ.ended?.entry].compactMap { $0 } + organ.terms.map(\.entry)
        let reason =
            exists
            ? Localized(
                es: "Ese día existía: consta establecido y ni terminó ni venció su plazo.",
                en:
                    "It existed on that day: it is recorded as established, and neither did it end nor its term."
            )
            : organ.on.first > context.day
                ? Localized(
                    es: "Ese día no consta todavía: el acto que lo establece es posterior.",
                    en: "On that day it isn't recorded yet: the act that established it is later.")
                : Localized(
                    es: "Ese día ya no existía: había terminado o vencido su plazo.",
                    en: "It no longer existed on that day: it had ended, or its term had run out.")
        var basis = [Basis(clause: nil, entries: entries, reason: reason)]
        if organ.role == .workingGroup || organ.role == .adHocGroup, organ.termEnd != nil,
            let rule = state.edition(on: context.day)?.edition.rule(.O3)
        {
            basis.insert(rule.basis(entries: organ.terms.map(\.entry)), at: 0)
        }
        basis.append(state.describedBasis(organ, on: context.day))
        if let corrected = state.correctionBasis(["organ/\(organ.id)"]) { basis.append(corrected) }
        return basis
    }

    var why: WhyModel {
        context.why(
            basis,
            change: Localized(
                es: "Cambiaría con otro acto sobre este órgano.",
                en: "It would change with another act about this organ."),
            about: context("de este órgano", "this organ"))
    }

    var mandate: String? { organ.act.mandate.map { context($0) } }

    /// What a reader must know first: that it doesn't exist on the day.
    var notice: String? {
        if organ.exists(on: context.day) { return nil }
        if organ.on.first > context.day {
            return context("Ese día todavía no consta.", "On that day it isn't recorded yet.")
        }
        guard let last = context.state.lastDay(of: organ, on: context.day) else { return nil }
        let day = Written.partial(last, context.language)
        return context("Ya no existe; su último día: \(day).", "It no longer exists; its last day: \(day).")
    }

    /// Every act about the organ itself.
    var ownEntries: [Int] {
        [organ.entry] + organ.names.map(\.entry) + organ.descriptions.map(\.entry)
            + organ.terms.map(\.entry) + [organ.ended?.entry].compactMap { $0 }
            + organ.participations.flatMap(\.entries)
            + (organ.role == .secretariat ? context.state.bodies.appointments.map(\.entry) : [])
    }

    // MARK: Facts

    func facts(_ sources: [Int: Source]) -> [(name: String, value: (inout HTMLWriter) -> Void)] {
        var facts: [(name: String, value: (inout HTMLWriter) -> Void)] = []
        func add(_ name: String, _ cell: DataTable.Cell) { facts.append((name, { $0.cell(cell) })) }
        func add(_ name: String, _ links: [LinkModel]) {
            facts.append(
                (
                    name,
                    { html in
                        for (index, link) in links.enumerated() {
                            if index > 0 { html.text(" · ") }
                            html(.a, link.text, .href(link.href))
                        }
                    }
                ))
        }
        add(context("Desde", "Since"), .text(OrganRows(context).since(organ)))
        if let last = context.state.lastDay(of: organ, on: context.day) {
            add(context("Hasta", "Until"), .day(last, context.language))
            if let successor = organ.ended?.successor {
                add(context("Le sucede", "Succeeded by"), [context.link(successor)])
            }
        } else if let term {
            add(context("Plazo", "Term"), .text(term))
        }
        if let composition = described?.act.composition {
            add(context("Composición", "Composition"), .text(context(composition)))
        } else {
            add(context("Composición", "Composition"), .text(context.notRecorded))
        }
        if let parts = organ.act.parts, !parts.isEmpty {
            add(
                context("Con", "With"),
                .text(Written.list(parts.map { context.partName($0) }, context.language)))
        }
        let sitting = seats
        if !sitting.isEmpty { add(context("Quién lo ejerce", "Who holds it"), sitting) }
        let members = context.state.participants(in: organ, on: context.day)
        if !members.isEmpty {
            add(
                context("Participan", "Taking part"),
                members.map {
                    LinkModel(text: context.name($0.party), href: context.path(.party($0.party.text)))
                })
        }
        if organ.role == .secretariat, let holder { add(context("Titular", "Head"), .text(holder)) }
        let earlier = organ.names.filter { $0.on.first <= context.day }
        if earlier.count > 1 {
            let names = earlier.dropLast().map {
                context($0.name) + " (" + Written.since($0.on, context.language) + ")"
            }
            add(
                context("Nombres anteriores", "Earlier names"),
                .text(names.joined(separator: "; ")))
        }
        let other = organ.name(on: context.day)
        add(
            context("En inglés", "In Spanish"),
            .text(
                other.name[context.language.other]
                    + (other.abbreviation.map { " (" + $0[context.language.other] + ")" } ?? "")))
        // The names of officials are records of another kind, and none is public.
        add(context("Contactos", "Contacts"), .text(context.notRecorded))
        for (name, decision) in [
            (context("Propuesto en", "Proposed in"), organ.act.proposal),
            (context("Aprobado en", "Approved in"), organ.act.decision),
        ] {
            guard let id = decision, let record = context.state.decision(id),
                context.viewer.mayRead(record.act.access)
            else { continue }
            add(name, [LinkModel(text: id.text, href: context.path(.decision(id.text)))])
        }
        add(
            context("Fuente", "Source"),
            context.cell(sources: [organ.entry] + [described?.entry].compactMap { $0 }, sources))
        return facts
    }

    /// The end of the term, and how long it still runs on the day.
    private var term: String? {
        guard let end = context.state.termEnd(of: organ, on: context.day) else { return nil }
        let day = Written.partial(end.until, context.language)
        let left = context.day.days(until: end.until.last)
        guard left >= 0 else { return day }
        let count = Counted(one: Phrase("día", "day"), other: Phrase("días", "days"))
            .text(left, context.language)
        let article = end.until.precision == .day ? "el " : ""
        return context("hasta \(article)\(day); quedan \(count)", "until \(day); \(count) left")
    }

    /// Who holds a seat that the terms of the presidency fill.
    private var seats: [LinkModel] {
        let troika = context.state.troika(on: context.day).value
        let terms: [PresidencyState.Term?]
        switch organ.role {
        case .presidency: terms = [troika.current]
        case .troika: terms = [troika.outgoing, troika.current, troika.incoming]
        default: return []
        }
        return terms.compactMap { $0 }.map {
            LinkModel(text: context.name($0.party), href: context.path(.party($0.party.text)))
        }
    }

    /// The executive secretary's nationality and dates; the name is no act.
    private var holder: String? {
        guard
            let appointment = context.state.bodies.appointments.last(where: {
                $0.act.from <= context.day && context.day <= $0.act.until
            })
        else { return nil }
        let from = Written.long(appointment.act.from, context.language)
        let until = Written.long(appointment.act.until, context.language)
        let country = context.name(appointment.act.nationality)
        return context(
            "de \(country), del \(from) al \(until); el registro no lleva el nombre",
            "of \(country), from \(from) to \(until); the register doesn't hold the name")
    }

    // MARK: JSON

    func json(_ sources: [Int: Source]) -> JSONValue {
        let rows = MeetingRows(context)
        let decisionRows = DecisionRows(context)
        guard case .object(let own) = OrganRows(context).json(organ) else { return .null }
        func lines(_ lines: [Line]) -> JSONValue {
            .list(lines.map { ["text": .text($0.text), "clause": JSONValue($0.clause?.text)] })
        }
        return .object(
            own + [
                ("exists", .flag(organ.exists(on: context.day))),
                ("mandate", organ.act.mandate.map { JSONValue($0) } ?? .null),
                ("objectives", .list((organ.act.objectives ?? []).map { JSONValue($0) })),
                ("composition", described?.act.composition.map { JSONValue($0) } ?? .null),
                ("competences", lines(competences)), ("clauses", lines(otherClauses)),
                (
                    "names",
                    .list(
                        organ.names.map { ["from": JSONValue($0.on), "name": JSONValue($0.name)] })
                ), ("parts", .list((organ.act.parts ?? []).map { .text($0) })),
                ("contacts", .null), ("meetings", .list(meetings.map(rows.json))),
                ("decisions", .list(decisions.map(decisionRows.json))), ("papers", papers.json),
                (
                    "sources",
                    .list(([organ.entry] + organ.descriptions.map(\.entry)).map { context.json(sources[$0]) })
                ), ("basis", context.json(basis)),
            ])
    }
}
