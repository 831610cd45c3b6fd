import Charter
import Conference

/// The chapters of the site, each with its pages: what the head and the bar below it offer.
struct Chapter {
    let name: Phrase
    /// Its pages, the first one being where the chapter's link leads.
    let pages: [(route: Route, name: Phrase)]

    static let all: [Chapter] = [
        Chapter(
            name: Phrase("La Conferencia", "The Conference"),
            pages: [
                (.conference, Phrase("Órganos", "Organs")),
                (.parties, Phrase("Miembros y observadores", "Members and observers")),
                (.presidencies, Phrase("Presidencias", "Presidencies")),
                (.duties, Phrase("Deberes del año", "Duties of the year")),
            ]),
        Chapter(
            name: Phrase("Reuniones", "Meetings"),
            pages: [(.meetings, Phrase("Reuniones y calendario", "Meetings and calendar"))]),
        Chapter(
            name: Phrase("Decisiones", "Decisions"),
            pages: [(.decisions, Phrase("Decisiones y declaraciones", "Decisions and declarations"))]),
        Chapter(
            name: Phrase("Planes", "Plans"),
            pages: [
                (.plans, Phrase("Planes", "Plans")),
                (.spaces, Phrase("Espacios temáticos", "Thematic spaces")),
                (.figures, Phrase("En cifras", "In figures")),
            ]),
        Chapter(
            name: Phrase("Biblioteca", "Library"),
            pages: [
                (.library, Phrase("Documentos", "Documents")), (.glossary, Phrase("Glosario", "Glossary")),
            ]),
        Chapter(
            name: Phrase("Carta", "Charter"),
            pages: [
                (.charter, Phrase("Carta y reglas", "Charter and rules")),
                (.contributions, Phrase("Contribuciones", "Contributions")),
                (.standing, Phrase("Previstas y recibidas", "Foreseen and received")),
                (.workingDays, Phrase("Días hábiles", "Working days")),
            ]),
        Chapter(
            name: Phrase("Registro", "Register"),
            pages: [
                (.register, Phrase("Actos", "Acts")), (.changes, Phrase("Qué cambió", "What changed")),
                (.verify, Phrase("Cómo verificar", "How to verify")),
            ]),
    ]
}

extension PageContext {
    /// The chapters, the one being read marked.
    func chapters(_ current: Route?) -> [LinkModel] {
        let list = current?.list
        return Chapter.all.compactMap { chapter in
            let offered = chapter.pages.filter { isOffered($0.route) }
            guard let first = offered.first else { return nil }
            return LinkModel(
                text: offered.contains { $0.route == .charter } ? rulesName : chapter.name[language],
                href: plainPath(first.route),
                isCurrent: offered.contains { $0.route == list })
        }
    }

    /// What the document of the rules in force is called in a word: the charter, unless its edition says otherwise.
    var rulesName: String {
        state.edition(on: today)?.edition.shortTitle.map { self($0) } ?? self("Carta", "Charter")
    }

    /// The title of the page of the rules in force.
    var rulesTitle: String {
        guard let short = state.edition(on: today)?.edition.shortTitle.map({ self($0) }) else {
            return self("La Carta y sus reglas", "The Charter and its rules")
        }
        return self("\(short) y reglas", "\(short) and rules")
    }

    /// The pages of the chapter being read; none where it has but one.
    func localPages(_ current: Route?) -> [LinkModel] {
        guard let list = current?.list,
            let chapter = Chapter.all.first(where: { $0.pages.contains { $0.route == list } })
        else { return [] }
        let offered = chapter.pages.filter { isOffered($0.route) }
        guard offered.count > 1 else { return [] }
        return offered.map { page in
            LinkModel(
                text: page.route == .charter
                    ? self("\(rulesName) y reglas", "\(rulesName) and rules") : page.name[language],
                href: plainPath(page.route), isCurrent: page.route == list)
        }
    }

    /// What no edition of this conference has, or this reader may not open, isn't offered; its address still says
    /// so.
    func isOffered(_ route: Route) -> Bool {
        let editions = state.editions
        switch route {
        case .contributions: return editions.inForce.contains { $0.edition.scale != nil }
        case .standing: return seesContributions && editions.inForce.contains { $0.edition.rule(.F3) != nil }
        case .workingDays: return editions.inForce.contains { $0.edition.rule(.D3) != nil }
        default: return true
        }
    }

    /// False for a seat that nobody has on the conference's day: a party that is no member, no observer.
    var isSeated: Bool {
        switch viewer {
        case .member(let party): state.memberIDs(on: today).contains(party)
        case .observer(let party): state.observers(on: today).value.contains { $0.party == party }
        case .public, .presidency, .secretariat, .network, .administrator: true
        }
    }

    /// The day that is shown, and the way to another.
    var dayBar: DayBar {
        let date = Written.long(day, language)
        var bar = DayBar(
            summary: isAnotherDay
                ? self("Elegir otro día", "Choose another day") : self("Ver otro día", "See another day"),
            question: .day(
                action: plainPath(request.route), on: day, language, problem: dayProblem,
                typed: dayProblem == nil ? nil : request.query["on"],
                kept: request.query.items.filter { !["on", "page"].contains($0.name) }.map {
                    (name: $0.name, value: $0.value)
                }, id: "bar"),
            isOpen: dayProblem != nil)
        guard isAnotherDay else { return bar }
        bar.otherDay =
            day > today
            ? self(
                "Esta página muestra el \(date), un día que aún no llega: lo que consta hoy para ese día.",
                "This page shows \(date), a day still to come: what is recorded today for that day.")
            : self(
                "Esta página muestra el \(date), según lo que consta hoy.",
                "This page shows \(date), as recorded today.")
        bar.back = LinkModel(text: self("Volver a hoy", "Back to today"), href: plainPath(request.route))
        bar.changes = LinkModel(
            text: self("Qué cambió desde entonces", "What changed since"),
            href: plainPath(
                .changes,
                query: [
                    ("from", min(day, today).description), ("to", max(day, today).description),
                ]))
        return bar
    }
}

extension Route {
    /// The list that a page belongs to, for the navigation.
    var list: Route {
        switch self {
        case .organ: .conference
        case .party: .parties
        case .meeting: .meetings
        case .decision: .decisions
        case .plan, .planLine: .plans
        case .document, .documentText: .library
        case .space: .spaces
        case .clause: .charter
        case .entry: .register
        default: self
        }
    }
}
