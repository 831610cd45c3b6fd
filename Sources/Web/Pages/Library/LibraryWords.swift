import Charter
import Conference
import HashTreeCollections

/// The library's words: kinds of documents, who may read them, and the address of what a document names.
enum LibraryWords {
    /// What kind of document, as a noun without its article.
    static func kind(_ kind: DocumentKind) -> Localized {
        ActWords.values[kind.rawValue] ?? Localized(same: kind.rawValue)
    }

    /// For whom a class is (rules.md, Access).
    static func readers(_ access: AccessClass) -> Localized {
        switch access {
        case .public: Localized(es: "para todas las personas", en: "for everybody")
        case .participants:
            Localized(
                es: "para miembros, presidencia, secretaría, observadores y red de la sociedad civil",
                en: "for members, presidency, secretariat, observers and the civil society network")
        case .members:
            Localized(
                es: "para miembros, presidencia y secretaría", en: "for members, presidency and secretariat")
        case .session:
            Localized(
                es: "para miembros y presidencia: es papel de una sesión cerrada",
                en: "for members and presidency: it is a paper of a closed session")
        }
    }

    /// The language, as a reader of another one calls it.
    static func language(_ language: Language) -> Localized {
        language == .es
            ? Localized(es: "español", en: "Spanish") : Localized(es: "inglés", en: "English")
    }
}

extension PageContext {
    /// The document, if the register has it, it is there on the day shown, and this reader may know of it.
    func document(_ id: DocumentID) -> LibraryState.Document? {
        guard let document = state.library.documents[id], viewer.mayRead(document.act.access) else {
            return nil
        }
        return document
    }

    /// Documents that this reader may know of, dated no later than the day shown.
    var documents: [LibraryState.Document] {
        state.library.documents.values.filter { viewer.mayRead($0.act.access) && $0.on.first <= day }
    }

    /// Where a reader who asked for an unknown document may have wanted to go: only to what they may read.
    func suggestions(document id: DocumentID) -> [LinkModel] {
        let near = Nearest.find(
            id.text,
            among: state.library.documents.values.filter { viewer.mayRead($0.act.access) }
                .sorted { $0.entry < $1.entry }
                .map { ($0.act, [$0.act.document.text, $0.act.title.es, $0.act.title.en]) })
        return near.map {
            LinkModel(text: self($0.title), href: path(.document($0.document.text)))
        } + [LinkModel(text: self("La biblioteca", "The library"), href: path(.library))]
    }

    /// The plan's line of that id, of the latest plan that has it.
    func theme(_ id: ElementID) -> (line: PlanState.Line, plan: PlanID)? {
        for plan in state.plan.order.reversed() {
            if let line = state.plan.plans[plan]?.lines[id] { return (line, plan) }
        }
        return nil
    }

    /// A theme's title: its number as printed may be another pillar's too.
    func themeName(_ id: ElementID) -> String { theme(id).map { self($0.line.act.title) } ?? id.text }
}
