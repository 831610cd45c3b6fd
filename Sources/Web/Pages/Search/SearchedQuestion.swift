import Charter
import Conference
import HashTreeCollections
import Secretariat

/// What is asked of the search page: read from the address.
struct SearchedQuestion {
    /// How many hits stand on a page.
    static let pageLength = 20
    /// The last page that is asked for, so that a number can't make the search count without end.
    static let lastPage = 10_000

    private(set) var question: SearchQuestion
    /// The page of the hits, from 1.
    private(set) var page = 1
    /// What can't be read, in sentences.
    private(set) var problems: [String] = []

    init(_ context: PageContext) {
        let query = context.request.query
        question = SearchQuestion(
            query["q"] ?? "", language: context.language, limit: SearchedQuestion.pageLength)
        if let text = query["kind"] {
            if let kind = SearchItem.Kind(rawValue: text) {
                question.kinds = [kind]
            } else {
                problem(text, context, "no es una clase de resultado", "is no kind of result")
            }
        }
        if let text = query["year"] {
            if let year = Int(text), (1...9999).contains(year) {
                question.year = year
            } else {
                problem(text, context, "no es un año", "isn't a year")
            }
        }
        if let text = query["organ"] {
            if context.state.bodies.organs[OrganID(text)] != nil {
                question.organ = OrganID(text)
            } else {
                problem(text, context, "no es un órgano", "is no organ")
            }
        }
        if let text = query["page"] {
            if let number = Int(text), (1...SearchedQuestion.lastPage).contains(number) {
                page = number
                question.offset = (number - 1) * SearchedQuestion.pageLength
            } else {
                problem(text, context, "no es una página", "isn't a page")
            }
        }
    }

    private mutating func problem(_ text: String, _ context: PageContext, _ es: String, _ en: String) {
        problems.append(
            context(
                "“\(text.prefix(40))” \(es); se busca sin ello.",
                "“\(text.prefix(40))” \(en); searched without it."
            ))
    }

    /// What was typed.
    var text: String { question.text }

    /// The question as it stands in an address, without the page and with one field given, or taken away.
    func pairs(_ name: String? = nil, _ value: String? = nil) -> [(String, String)] {
        var pairs = [("q", text)]
        if let kind = question.kinds.first { pairs.append(("kind", kind.rawValue)) }
        if let year = question.year { pairs.append(("year", String(year))) }
        if let organ = question.organ { pairs.append(("organ", organ.text)) }
        if let name {
            pairs.removeAll { $0.0 == name }
            if let value { pairs.append((name, value)) }
        }
        return pairs
    }
}
