import Charter
import Conference

/// Where somebody may have wanted to go whose address leads nowhere: the pages whose names are nearest to its
/// last word, and the search for that word.
struct LostReader: Sendable {
    /// The last word of the address, as it may be searched for; `nil` where it holds none.
    let word: String?

    /// The longest word that is looked for, in letters.
    static let limit = 60

    /// Reads a path as it was sent, percent-encoding included.
    init(path: Substring) {
        let last = path.split(separator: "/").last.map(String.init) ?? ""
        let bare = Representation(suffixOf: last).map { String(last.dropLast($0.rawValue.count + 1)) } ?? last
        let decoded = PercentEncoding.decode(bare[...]) ?? ""
        let kept = decoded.prefix(LostReader.limit).map { character in
            character.isLetter || character.isNumber || "-.()".contains(character) ? character : " "
        }
        let words = String(kept).split(separator: " ").joined(separator: " ")
        // Two letters are a language, or nobody's word.
        word = words.count > 2 ? words : nil
    }

    /// The ways on: pages only where nothing nearer is known, the search always.
    func suggestions(
        at base: ConferencePath, _ language: Language, beside found: [LinkModel]
    ) -> [LinkModel] {
        guard let word else { return [] }
        let pages = found.isEmpty ? Nearest.find(word, among: LostReader.pages) : []
        return pages.map { page in
            LinkModel(text: page.name[language], href: base.path(page.route, language))
        } + [
            LinkModel(
                text: Phrase("Buscar “\(word)”", "Search for “\(word)”")[language],
                href: base.path(.search, language, query: [("q", word)]))
        ]
    }

    /// Every page that is offered to everybody, by its names in both languages and in its address.
    private static let pages: [(id: (route: Route, name: Phrase), names: [String])] =
        Chapter.all.flatMap { chapter in
            chapter.pages.filter { $0.route != .standing }.map { page in
                let isFirst = page.route == chapter.pages.first?.route
                return (
                    (page.route, page.name),
                    [page.route.name.description, page.name[.es], page.name[.en]]
                        + (isFirst ? [chapter.name[.es], chapter.name[.en]] : [])
                )
            }
        }
}
