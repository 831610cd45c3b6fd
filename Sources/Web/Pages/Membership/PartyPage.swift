import Charter
import Conference
import Exchange
import HTML
import HashTreeCollections
import Secretariat

/// One party: what it is to the conference on a day, its presidencies, the meetings that record it present.
struct PartyPage: PageModel {
    /// One fact about the party, with why it is so where it was computed.
    struct Fact {
        let name: String
        let value: DataTable.Cell
        var why: WhyModel?
    }

    let title: String
    let summary: String?
    let hasPast = true
    let formats: [Representation] = [.csv, .xlsx, .ics, .atom, .json, .pdf]
    private let record: MembershipState.Party
    private let terms: [PresidencyState.Term]
    private let attended: [MeetingRecord]
    private let share: ScaleShare?
    private let sources: [Int: Source]
    private let entries: [Int]
    private let context: PageContext
    private let language: Language
    private let crumbs: [LinkModel]
    private let eyebrow: String
    private let name: String
    private let code: String
    private let otherName: String?
    private let facts: [Fact]
    private let presidencies: DataTable?
    private let noPresidency: String?
    private let meetingTable: DataTable?
    private let meetingsNote: String
    private let register: LinkModel
    private let standing: PartyStanding?
    let sorting: Sorting?

    /// The party's page; for a code that isn't known, not found with the nearest ones.
    static func make(_ party: PartyID, _ context: PageContext, _ registrar: Registrar) async throws
        -> PageOutcome
    {
        let state = context.state
        guard let record = state.membership.parties[party] else {
            return .other(.notFound(suggestions(party, context)))
        }
        let terms = state.presidencies(of: party, until: context.day)
        let columns = MeetingRows(context).sortColumns.filter {
            ["when", "meeting", "where"].contains($0.name)
        }
        let sorting = Sorting(context, columns.map(\.name))
        let meetings = sorting.sorted(
            state.meetings(attendedBy: party, until: context.day), by: columns)
        var entries = [record.entry] + record.spans.flatMap(\.entries)
        entries += terms.flatMap { [$0.entry] + (state.presidency.themes[$0.year].map { [$0.entry] } ?? []) }
        entries += meetings.compactMap { $0.attendance?.entry }
        let sources = try await registrar.sources(of: entries, in: state)
        return .model(PartyPage(record, terms, meetings, sorting, context, sources))
    }

    private static func suggestions(_ party: PartyID, _ context: PageContext) -> [LinkModel] {
        context.state.parties(near: party.text).map {
            LinkModel(text: "\(context.name($0)) (\($0))", href: context.path(.party($0.text)))
        } + [
            LinkModel(
                text: context("Miembros y observadores", "Members and observers"),
                href: context.path(.parties))
        ]
    }

    private init(
        _ record: MembershipState.Party, _ terms: [PresidencyState.Term], _ attended: [MeetingRecord],
        _ sorting: Sorting, _ context: PageContext, _ sources: [Int: Source]
    ) {
        let state = context.state
        let day = context.day
        let party = record.id
        let spans = state.statuses(of: party, on: day)
        share = state.scaleShare(of: party, on: day)
        self.record = record
        self.terms = terms
        self.attended = attended
        self.sorting = sorting
        self.sources = sources
        self.context = context
        entries = Set(
            [record.entry] + spans.flatMap(\.entries) + terms.map(\.entry)
                + attended.compactMap { $0.attendance?.entry }
        ).sorted(by: >)
        language = context.language
        name = context.name(party)
        code = party.text
        title = name
        let other = record.name[language.other]
        otherName = other == name ? nil : context("En inglés: ", "In Spanish: ") + other
        eyebrow = PartyPage.kind(record, spans, context)
        summary = context("\(eyebrow): \(name).", "\(eyebrow): \(name).")
        crumbs = [
            LinkModel(
                text: context("Miembros y observadores", "Members and observers"),
                href: context.path(.parties))
        ]
        let standing = PartyStanding(party, context)
        self.standing = standing
        facts = PartyPage.facts(record, spans, share, context, sources) + (standing?.facts ?? [])
        let isMember = spans.contains { $0.status == .member }
        presidencies = terms.isEmpty ? nil : PartyPage.table(terms, context, sources)
        noPresidency =
            isMember && terms.isEmpty
            ? context(
                "No consta ninguna presidencia hasta ese día.", "No presidency is recorded up to that day.")
            : nil
        meetingTable =
            attended.isEmpty
            ? nil : PartyPage.table(attended, context, sources, order: sorting.order(at: "meetings"))
        meetingsNote =
            standing?.tellsAbsences == true
            ? context(
                "Solo las reuniones en que consta su presencia. Qué se sabe y qué se cuenta de las demás se dice más abajo.",
                "Only the meetings that record it as present. What is known and what counts of the others is said below."
            )
            : context(
                "Solo las reuniones en que consta su presencia. La lista no dice nada de las demás: de muchas no consta quién asistió.",
                "Only the meetings that record it as present. The list says nothing of the others: for many, who attended isn't recorded."
            )
        register = LinkModel(
            text: context("Los actos del registro sobre \(name)", "The register's acts about \(name)"),
            href: context.plainPath(.register, query: [("about", "party/" + party.text)]))
    }

    var json: JSONValue {
        PartyPage.json(record, terms, attended, share, context, sources).adding(
            "standing", standing?.json)
    }

    func lists() -> [ListModel] { [ListModel(id: "meetings", table: MeetingRows(context).sheet(attended))] }
    func meetings() -> [MeetingID] { attended.map(\.id) }
    func acts() -> [Int] { entries }

    /// What the party is on the day, in words.
    private static func kind(
        _ record: MembershipState.Party, _ spans: [MembershipState.Span], _ context: PageContext
    ) -> String {
        let words = spans.map { span in
            switch (span.status, record.kind) {
            case (.member, _): context("País miembro", "Member country")
            case (.observer, .state): context("País observador", "Observer country")
            case (.observer, _): context("Organismo observador", "Observer organization")
            case (.network, _): context("Red de la sociedad civil", "Civil society network")
            }
        }
        if !words.isEmpty { return Written.list(words, context.language) }
        switch record.kind {
        case .state: return context("País nombrado en el registro", "Country named in the register")
        case .organization:
            return context("Organismo nombrado en el registro", "Organization named in the register")
        case .network: return context("Red nombrada en el registro", "Network named in the register")
        case .process: return context("Otro proceso consultivo", "Another consultative process")
        }
    }

    private static func facts(
        _ record: MembershipState.Party, _ spans: [MembershipState.Span], _ share: ScaleShare?,
        _ context: PageContext, _ sources: [Int: Source]
    ) -> [Fact] {
        let state = context.state
        let why = context.why(
            state.statusBasis(of: record.id, on: context.day),
            about: context("su condición", "its status"))
        var facts: [Fact] = []
        if spans.isEmpty {
            let words = context(
                "Ese día no consta como miembro ni como observador.",
                "On that day it is recorded neither as a member nor as an observer.")
            facts.append(Fact(name: context("Condición", "Status"), value: .text(words), why: why))
        }
        for span in spans { facts += Self.facts(span, why, context, sources) }
        if let short = record.abbreviation {
            let words = context(
                "\(short.es) (en inglés, \(short.en))", "\(short.en) (in Spanish, \(short.es))")
            facts.append(Fact(name: context("Sigla", "Abbreviation"), value: .text(words)))
        }
        if let share {
            facts.append(
                Fact(
                    name: context("Parte de la escala", "Share of the scale"),
                    value: .link(share.percent + "%", href: context.path(.contributions)),
                    why: context.why(
                        state.scaleBasis(on: context.day),
                        about: context("su parte de la escala", "its share of the scale"))))
        }
        if let role = role(record.id, context) {
            facts.append(
                Fact(
                    name: context("En la Troika", "In the Troika"),
                    value: .link(role, href: context.path(.presidencies))))
        }
        let ahead = state.presidency.all.filter {
            $0.party == record.id && $0.on.first <= context.day && context.day < $0.days.lowerBound
        }
        if !ahead.isEmpty {
            facts.append(
                Fact(
                    name: context("Presidencia designada", "Presidency designated"),
                    value: .link(
                        Written.list(ahead.map { PresidenciesPage.period($0, context) }, context.language),
                        href: context.path(.presidencies))))
        }
        return facts
    }

    private static func facts(
        _ span: MembershipState.Span, _ why: WhyModel, _ context: PageContext, _ sources: [Int: Source]
    ) -> [Fact] {
        let reported = Written.partial(span.from, context.language)
        let since =
            span.beginningRecorded
            ? reported
            : context(
                "no consta; la fuente que lo dice es de \(reported)",
                "not recorded; the source that says so is of \(reported)")
        var facts = [
            Fact(name: context("Desde", "Since"), value: .text(since), why: why),
            Fact(name: context("Fuente", "Source"), value: context.cell(sources: span.entries, sources)),
        ]
        if let entry = span.entries.first {
            facts.append(
                Fact(
                    name: context("Acto", "Act"),
                    value: .link(
                        Written.entry(entry, context.language), href: context.plainPath(.entry(entry)))))
        }
        return facts
    }

    private static func role(_ party: PartyID, _ context: PageContext) -> String? {
        let troika = context.state.troika(on: context.day).value
        if troika.current?.party == party { return context("presidencia actual", "current presidency") }
        if troika.outgoing?.party == party { return context("presidencia saliente", "outgoing presidency") }
        if troika.incoming?.party == party { return context("presidencia entrante", "incoming presidency") }
        return nil
    }

    func write(_ html: inout HTMLWriter) {
        html.breadcrumb(crumbs, language)
        html.eyebrow(eyebrow)
        html(.h1) { html in
            html.text(name + " ")
            html.code(code)
        }
        if let otherName { html(.p, otherName, .class("lead")) }
        html.facts(
            facts.map { fact in
                (
                    fact.name,
                    { html in
                        html.cell(fact.value)
                        if let why = fact.why { html.why(why, language) }
                    }
                )
            })
        if let presidencies {
            html.section(Phrase("Presidencias", "Presidencies")[language], id: "presidencies") {
                $0.table(presidencies)
            }
        } else if let noPresidency {
            html.section(Phrase("Presidencias", "Presidencies")[language], id: "presidencies") { html in
                html(.p, noPresidency)
            }
        }
        if let meetingTable {
            html.section(
                Phrase("Reuniones en que consta su presencia", "Meetings that record it as present")[
                    language],
                id: "meetings"
            ) { html in
                html(.p, meetingsNote, .classes("soft", "small"))
                html.table(meetingTable)
            }
        }
        standing?.write(&html, language)
        html(.p) { html in html(.a, register.text, .href(register.href)) }
    }
}
