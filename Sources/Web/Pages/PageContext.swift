import Charter
import Conference
import Exchange
import HashTreeCollections
import Register
import Secretariat

/// What every page function is given: a snapshot, the question, the day asked about, now.
struct PageContext {
    /// The state with its root.
    let published: Registrar.Published
    /// The question.
    let request: PageRequest
    /// Now, by the conference's clock.
    let now: Instant
    /// Today in the conference's zone.
    let today: Day
    /// The day that the page shows: `?on=`, else today.
    let day: Day
    /// What is wrong with `?on=`, if something is.
    let dayProblem: String?
    /// Whom to write to, as the installation gives it: a URI.
    var contact: String?
    /// Under which address the server is known.
    var origin = SiteOrigin()
    /// Who reads, to the charter's rules.
    var viewer: Viewer { request.viewer }

    init(published: Registrar.Published, request: PageRequest, now: Instant) {
        self.published = published
        self.request = request
        self.now = now
        today = published.state.day(at: now)
        let typed = request.query["on"] ?? ""
        if typed.isEmpty {
            day = today
            dayProblem = nil
        } else if let asked = Day(typed) {
            day = asked
            dayProblem = nil
        } else {
            day = today
            dayProblem =
                Phrase(
                    "“\(typed.prefix(40))” no es un día; escríbalo como AAAA-MM-DD, por ejemplo 2014-06-01.",
                    "“\(typed.prefix(40))” isn't a day; write it as YYYY-MM-DD, such as 2014-06-01.")[
                    request.language]
        }
    }

    var state: ConferenceState { _read { yield published.state } }
    var language: Language { request.language }
    var version: PageVersion { PageVersion(sequence: state.sequence, day: today) }
    /// True if the page shows another day than today.
    var isAnotherDay: Bool { day != today }

    /// The text in the reader's language.
    func callAsFunction(_ text: Localized) -> String { text[language] }
    /// The phrase in the reader's language.
    func callAsFunction(_ es: String, _ en: String) -> String { language == .es ? es : en }

    /// A page of the conference in the reader's language, on the day that is shown.
    func path(_ route: Route, query: [(String, String)] = []) -> String {
        isAnotherDay
            ? request.path(route, query: [("on", day.description)] + query)
            : request.path(route, query: query)
    }

    /// A page of the conference as of today.
    func plainPath(_ route: Route, query: [(String, String)] = []) -> String {
        request.path(route, query: query)
    }

    /// The party's name.
    func name(_ party: PartyID) -> String { self(state.name(party)) }

    // MARK: The frame

    func shell(current: Route?) -> ShellModel {
        let opened = state.registry.opened?.act
        let members = state.memberIDs(on: today).count
        var shell = ShellModel(
            conferenceName: opened.map { self($0.name) } ?? "Puebla",
            tagline: [opened?.subtitle.map { self($0) }, self("registro público", "public register")]
                .compactMap { $0 }
                .joined(separator: " · "),
            petals: members == 0 ? 11 : members, homeHref: plainPath(.home),
            navigation: chapters(current), language: language, twinHref: request.twin, foot: foot)
        shell.local = localPages(current)
        shell.search = SearchBox(
            action: plainPath(.search), text: request.route == .search ? request.query["q"] ?? "" : "")
        if opened?.invented == true { shell.invented = inventedBar(here: here) }
        return shell
    }

    /// The frame of a page: with its day and its forms.
    func shell(of model: any PageModel) -> ShellModel {
        var shell = shell(current: request.route)
        if model.hasPast { shell.day = dayBar }
        // Of a list's orders search engines keep the usual one.
        shell.isListed = model.isListed && model.sorting?.column == nil
        shell.foot.address = address(showsDay: model.hasPast)
        let asked = request.query.items.map { ($0.name, $0.value) }
        shell.formats = model.formats.map {
            LinkModel(
                text: $0.label,
                href: request.base.path(request.route, language, $0, query: asked))
        }
        return shell
    }

    /// The page's whole address; that of a page with a past names the day that it shows.
    private func address(showsDay: Bool) -> String {
        let question = request.query.items.map { ($0.name, $0.value) }
        let day = showsDay && !isAnotherDay ? [("on", day.description)] : []
        return origin.text
            + request.path(request.route, query: day + question.filter { $0.0 != "on" || day.isEmpty })
    }

    private var foot: FootModel {
        let zone = state.zone(on: today)
        let local = zone.local(state.recordedAt)
        return FootModel(
            notice: notice, sequence: state.sequence,
            recordedAt: Written.time(
                local.day, secondOfDay: local.secondOfDay, offset: zone.offset(at: state.recordedAt), language
            ),
            root: published.root.hex, entryHref: plainPath(.entry(max(1, state.sequence))),
            links: [
                LinkModel(text: self("Cómo verificar", "How to verify"), href: plainPath(.verify)),
                LinkModel(text: self("Qué cambió", "What changed"), href: plainPath(.changes)),
                LinkModel(text: self("Accesibilidad", "Accessibility"), href: plainPath(.accessibility)),
                LinkModel(text: self("Acerca de este sitio", "About this site"), href: plainPath(.about)),
            ])
    }

    /// The conference's name in both languages.
    var bothNames: Localized { state.registry.opened?.act.name ?? Localized(same: "Puebla") }

    /// What every page says until the installation is declared official, and what it says from then on.
    var notice: String { self(bothNotices) }

    /// The same in both languages.
    var bothNotices: Localized {
        if let official = state.registry.official { return official.statement }
        if state.registry.opened?.act.invented == true {
            return Localized(
                es: "Conferencia inventada para una demostración: nada de lo que muestra ocurrió.",
                en: "A conference invented for a demonstration: nothing that it shows happened.")
        }
        return Localized(
            es: "Compilado de fuentes públicas. No es una publicación de la Conferencia ni de sus miembros.",
            en: "Compiled from public sources. Not a publication of the Conference or its members.")
    }

    // MARK: Why

    /// What a "why?" opens, from an answer's grounds.
    func why(_ basis: [Basis], change: Localized? = nil, about: String? = nil) -> WhyModel {
        var clauses: [WhyModel.Clause] = []
        var interpretations: [WhyModel.Interpretation] = []
        var inputs: [(name: String, value: String)] = []
        let basis = told(basis)
        for ground in basis {
            // Items of one section share its label: it is the address that tells them apart.
            if let id = ground.clause, let clause = state.clause(id),
                !clauses.contains(where: { $0.href == plainPath(.clause(id.text)) })
            {
                clauses.append(
                    .init(
                        summary: self(clause.summary), label: self(clause.label),
                        href: plainPath(.clause(id.text))))
            }
            if let interpretation = ground.interpretation {
                let reason = interpretationReason(interpretation)
                if !interpretations.contains(where: { $0.reading == self(interpretation) }) {
                    interpretations.append(.init(reading: self(interpretation), reason: reason))
                }
            }
            if let reason = ground.reason {
                inputs.append(
                    (
                        name: self("Conclusión", "Conclusion"),
                        value: Written.spelled(self(reason), language)
                    ))
            }
        }
        let sequences = Array(Set(basis.flatMap(\.entries))).sorted()
        let shown = sequences.prefix(12).map { sequence in
            WhyModel.Entry(
                sequence: sequence, summary: lineSummary(sequence), href: plainPath(.entry(sequence)))
        }
        return WhyModel(
            clauses: clauses, inputs: inputs, entries: Array(shown),
            furtherEntries: sequences.count > shown.count
                ? LinkModel(
                    text: self(
                        "y \(sequences.count - shown.count) más en el registro",
                        "and \(sequences.count - shown.count) more in the register"),
                    href: plainPath(.register)) : nil,
            interpretations: interpretations,
            wouldChange: change.map { [Written.spelled(self($0), language)] } ?? [], about: about)
    }

    private func interpretationReason(_ interpretation: Localized) -> String {
        for edition in state.editions.inForce {
            for rule in edition.edition.rules.values where rule.interpretation == interpretation {
                if let reason = rule.interpretationReason { return self(reason) }
            }
        }
        return self("la cláusula no lo dice.", "the clause doesn't say.")
    }

    /// What an act is, from the state alone: kind and day, of a meeting whether that is the day on which it was
    /// convened; closed acts say only that.
    func lineSummary(_ sequence: Int) -> String {
        guard state.lines.indices.contains(sequence - 1) else { return "" }
        let line = state.lines[sequence - 1]
        guard isOpen(sequence) else { return self("acto reservado", "closed act") }
        let isMeeting = line.kind.name == MeetingConvened.kind
        let words = isMeeting ? state.words(ofMeetingIn: sequence) : line.kind.type.title
        return self(words) + ", " + Written.partial(line.on, language)
    }

    // MARK: JSON

    /// The answer with the frame that every JSON answer has.
    func json(_ model: any PageModel) -> JSONValue {
        var fields: [JSONValue.Field] = [
            ("schema", .text(Destination.schema(of: request.route.name.description))),
            ("conference", JSONValue(state.registry.opened?.act.conference)), ("on", JSONValue(day)),
            ("problem", JSONValue(dayProblem)), ("notice", .text(notice)),
            (
                "register",
                [
                    "sequence": .number(state.sequence), "recordedAt": .text(state.recordedAt.description),
                    "root": .text(published.root.hex),
                ]
            ),
        ]
        if case .object(let own) = model.json { fields += own } else { fields.append(("value", model.json)) }
        return .object(fields)
    }

    /// What would change an answer, as JSON.
    func json(_ change: Localized?) -> JSONValue { JSONValue(change.map { self($0) }) }

    /// Grounds as JSON, as far as this reader is told them.
    func json(_ basis: [Basis]) -> JSONValue { JSONValue(told(basis), language) }
}
