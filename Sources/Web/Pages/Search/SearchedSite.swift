import Charter
import Conference
import HashTreeCollections
import Register
import Secretariat

extension Finder {
    /// A finder that also finds the pages of the site itself, and the words of the texts that the library
    /// holds.
    static func ofSite(_ registrar: Registrar) -> Finder {
        let store = registrar.store
        return Finder(
            registrar, pages: SearchedSite.pages,
            texts: DocumentTexts(
                stamp: { state, document in
                    let files = SearchedSite.texts(state, document).map(\.file)
                    return files.isEmpty ? nil : files.joined(separator: " ")
                },
                read: { state, document in
                    try SearchedSite.texts(state, document).compactMap { text in
                        guard let bytes = try store.blob(text.file),
                            let words = DocumentTextsView.words(bytes, text.mediaType)?.plain
                        else { return nil }
                        return Localized(
                            es: text.language == .es ? words : "", en: text.language == .en ? words : "")
                    }
                }))
    }
}

/// What is found besides the record: the pages of the site, and texts that are words.
enum SearchedSite {
    static func texts(_ state: ConferenceState, _ document: DocumentID) -> [DocumentText] {
        state.texts(of: document).filter { $0.mediaType?.hasPrefix("text/") ?? false }
    }

    /// The pages that are found by their own name and a few words; those of lists and tools.
    static let pages: [SearchItem] = {
        let chapters = Chapter.all.flatMap { chapter in
            chapter.pages.filter { $0.route != .standing }.map { page in
                SearchItem(
                    .page, page.route.name.description,
                    title: Localized(es: page.name.es, en: page.name.en),
                    body: [Localized(es: chapter.name.es, en: chapter.name.en)] + words(page.route))
            }
        }
        let foot: [(Route, Localized)] = [
            (.about, Localized(es: "Acerca de este sitio", en: "About this site")),
            (.accessibility, Localized(es: "Declaración de accesibilidad", en: "Accessibility statement")),
        ]
        return chapters
            + foot.map { SearchItem(.page, $0.0.name.description, title: $0.1, body: words($0.0)) }
    }()

    /// Words under which a page is looked for, besides its name.
    private static func words(_ route: Route) -> [Localized] {
        switch route {
        case .contributions:
            [
                Localized(
                    es: "calculadora de contribuciones, escala, presupuesto, cuotas",
                    en: "contribution calculator, scale, budget, dues")
            ]
        case .workingDays:
            [
                Localized(
                    es: "calculadora de plazos, feriados, vencimiento",
                    en: "deadline calculator, holidays, due date")
            ]
        case .verify:
            [
                Localized(
                    es: "raíz, huella, punto de control, prueba, llave",
                    en: "root, hash, checkpoint, proof, key")
            ]
        case .about: [Localized(es: "privacidad, cookies, contacto", en: "privacy, cookies, contact")]
        case .meetings: [Localized(es: "calendario, agenda", en: "calendar, agenda")]
        case .presidencies: [Localized(es: "Troika, presidencia pro témpore", en: "Troika, pro tempore")]
        default: []
        }
    }
}

extension PageContext {
    /// Where something found has its page.
    func address(of hit: SearchHit) -> String {
        switch hit.kind {
        case .party: return path(.party(hit.code))
        case .organ: return path(.organ(hit.code))
        case .presidency:
            let day = Int(hit.code).flatMap { state.presidency.terms[$0] }.map { state.judged($0.days) }
            return plainPath(.presidencies, query: day.map { [("on", $0.description)] } ?? [])
        case .meeting: return path(.meeting(hit.code))
        case .decision: return path(.decision(hit.code))
        case .plan: return path(.plan(hit.code))
        case .planLine:
            let halves = hit.code.split(separator: "/", maxSplits: 1).map(String.init)
            return halves.count == 2 ? path(.planLine(halves[0], halves[1])) : path(.plans)
        case .document: return path(.document(hit.code))
        case .space: return path(.space(hit.code))
        case .term:
            return request.path(.glossary, fragment: GlossaryPage.anchor(TermID(hit.code)))
        case .clause: return path(.clause(hit.code))
        case .rule: return path(.charter, query: [("q", hit.code)])
        case .figure: return path(.figures)
        case .page: return path(Route(segments: [hit.code]) ?? .home)
        }
    }
}
