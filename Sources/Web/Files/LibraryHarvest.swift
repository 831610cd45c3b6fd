import Charter
import Conference
public import Exchange
import HashTreeCollections
import Secretariat

extension ConferencePages {
    /// Every public page with an address of its own, in both languages.
    public func sitemap() async -> [Sitemap.Page] {
        let state = registrar.state
        let organs = state.bodies.organs.keys.map { Route.organ($0.text) }
        let meetings = state.meetings.meetings.keys.map { Route.meeting($0.text) }
        let decisions = state.deliberation.decisions.values.filter { $0.session == .open }.map {
            Route.decision($0.id.text)
        }
        let documents = state.library.documents.values.filter { $0.act.access == .public }.map {
            Route.document($0.act.document.text)
        }
        let plans = state.plan.plans.keys.map { Route.plan($0.text) }
        let lines = state.plan.plans.values.flatMap { plan in
            plan.lines.keys.map { Route.planLine(plan.act.plan.text, $0.text) }
        }
        let spaces = state.library.spaces.keys.map { Route.space($0.text) }
        let parties = state.membership.parties.keys.map { Route.party($0.text) }
        let clauses = state.editions.inForce.flatMap { $0.edition.clauses.map { Route.clause($0.id.text) } }
        // What is asked for by a question, and what is for members alone, isn't listed.
        let singles = Route.singles.filter { $0 != .search && $0 != .standing }
        let named = [organs, meetings, decisions, documents, plans, lines, spaces, parties, clauses]
            .map { Array(Set($0)).sorted { $0.segments.lexicographicallyPrecedes($1.segments) } }
        return (singles + named.joined()).map { route in
            Sitemap.Page(
                es: origin.text + base.path(route, .es), en: origin.text + base.path(route, .en))
        }
    }

    /// The library for harvesters: public documents in Dublin Core, in sets by kind.
    public func harvest(_ arguments: [(name: String, value: String)]) async throws -> [UInt8] {
        let context = PageContext(
            published: registrar.published,
            request: PageRequest(base: base, route: .library, language: .en), now: registrar.now)
        let state = context.state
        let documents = state.library.documents.values.filter { $0.act.access == .public }
        let kinds = Set(documents.map(\.act.kind)).sorted { $0.rawValue < $1.rawValue }
        let notice = OAIRepository.Text.both(
            Localized(
                es: Self.notice(registrar, base, .es), en: Self.notice(registrar, base, .en)))
        let repository = OAIRepository(
            name: context.conferenceName + (context.isInventedConference ? " [invented]" : ""),
            baseURL: origin.text + base.harvest,
            administrators: ["library@" + origin.authority], notice: notice,
            sets: kinds.map { .init($0.rawValue, name: context($0.name)) },
            sequence: state.sequence, records: documents.map { record($0, context, notice) })
        return OAIPMH.answer(arguments, repository, at: registrar.now)
    }

    private func record(
        _ document: LibraryState.Document, _ context: PageContext, _ notice: [OAIRepository.Text]
    ) -> OAIRepository.Record {
        let state = context.state
        let act = document.act
        let registered =
            state.lines.indices.contains(document.entry - 1)
            ? state.lines[document.entry - 1].instant : state.recordedAt
        var elements: [OAIRepository.Element: [OAIRepository.Text]] = [
            .title: OAIRepository.Text.both(act.title), .type: OAIRepository.Text.both(act.kind.name),
            .publisher: state.registry.opened.map { OAIRepository.Text.both($0.act.name) } ?? [],
            .identifier: [OAIRepository.Text(origin.text + base.path(.document(act.document.text), .es))]
                + (act.link.map { [OAIRepository.Text($0)] } ?? []),
            .language: (act.languages ?? []).map { OAIRepository.Text($0.rawValue) },
            .rights: notice,
        ]
        if let organ = act.organ { elements[.creator] = OAIRepository.Text.both(state.organName(organ)) }
        if let dated = document.dated { elements[.date] = [OAIRepository.Text(dated.description)] }
        return OAIRepository.Record(
            identifier: "oai:\(origin.authority):\(registrar.conference)/\(act.document.text)",
            datestamp: Zone.utc.day(registered), sets: [act.kind.rawValue], elements: elements)
    }

    private static func notice(_ registrar: Registrar, _ base: ConferencePath, _ language: Language) -> String
    {
        PageContext(
            published: registrar.published,
            request: PageRequest(base: base, route: .home, language: language), now: registrar.now
        ).notice
    }
}

extension PageContext {
    /// True for a conference whose first act says that it is invented.
    var isInventedConference: Bool { state.registry.opened?.act.invented ?? false }
}
