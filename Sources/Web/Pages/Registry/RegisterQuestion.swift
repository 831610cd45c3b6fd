import Charter
import Conference

/// What is asked of the register's list: read from the address, what was typed kept, each problem at its field.
struct RegisterQuestion {
    /// A field with what was typed and what is wrong with it.
    struct Field {
        var typed = ""
        var problem: String?
    }

    /// How many acts stand on a page.
    static let pageLength = 50
    /// How many acts a search in what they say reads at most.
    static let searchLimit = 20_000
    /// The longest text that is searched for, in letters.
    static let textLimit = 80

    private(set) var filter = RegisterFilter()
    /// The topic asked for, such as `party/COL`.
    private(set) var topic: String?
    /// The text asked for.
    private(set) var text: String?
    /// The page of the list, from 1.
    private(set) var page = 1
    private(set) var kind = Field()
    private(set) var about = Field()
    private(set) var words = Field()
    private(set) var from = Field()
    private(set) var to = Field()
    private(set) var by = Field()
    private(set) var pageField = Field()

    init(_ context: PageContext) {
        readKind(context)
        readActor(context)
        readDays(context)
        readTopic(context)
        readText(context)
        readPage(context)
    }

    /// True if a field can't be read.
    var isUnfit: Bool { isFilterUnfit || pageField.problem != nil }
    /// True if a filter can't be read: then nothing is listed, rather than what wasn't asked for.
    var isFilterUnfit: Bool { [kind, about, words, from, to, by].contains { $0.problem != nil } }
    /// True if what acts say must be looked into.
    var isSearch: Bool { topic != nil || text != nil }
    /// True if everything is shown.
    var isOpen: Bool { filter.isOpen && !isSearch }

    /// The question as it stands in an address, without the page.
    var pairs: [(String, String)] {
        [
            ("kind", kind.typed), ("about", about.typed), ("q", words.typed), ("from", from.typed),
            ("to", to.typed), ("by", by.typed),
        ].filter { !$0.1.isEmpty }
    }

    private mutating func readKind(_ context: PageContext) {
        kind.typed = String((context.request.query["kind"] ?? "").prefix(80))
        guard !kind.typed.isEmpty else { return }
        if ActKind.named(kind.typed) != nil || ActKind.chapters.contains(where: { $0.name == kind.typed }) {
            filter.kind = kind.typed
        } else {
            kind.problem = context(
                "“\(kind.typed)” no es una clase de acto; elija una de la lista.",
                "“\(kind.typed)” is no kind of act; choose one of the list.")
        }
    }

    private mutating func readActor(_ context: PageContext) {
        by.typed = String((context.request.query["by"] ?? "").prefix(80))
        guard !by.typed.isEmpty else { return }
        if let actor = ActingParty(text: by.typed) {
            filter.actor = actor
        } else {
            by.problem = context(
                "“\(by.typed)” no es una calidad; elija una de la lista.",
                "“\(by.typed)” is no capacity; choose one of the list.")
        }
    }

    private mutating func readDays(_ context: PageContext) {
        func read(_ name: String) -> (field: Field, day: Day?) {
            var field = Field(typed: String((context.request.query[name] ?? "").prefix(40)))
            guard !field.typed.isEmpty else { return (field, nil) }
            let day = Day(field.typed)
            if day == nil {
                field.problem = context(
                    "“\(field.typed)” no es un día; escríbalo como AAAA-MM-DD, por ejemplo 2014-06-01.",
                    "“\(field.typed)” isn't a day; write it as YYYY-MM-DD, such as 2014-06-01.")
            }
            return (field, day)
        }
        (from, filter.from) = read("from")
        (to, filter.to) = read("to")
        if let first = filter.from, let last = filter.to, last < first {
            to.problem = context(
                "El último día es anterior al primero; cambie uno de los dos.",
                "The last day lies before the first; change one of the two.")
        }
    }

    private mutating func readTopic(_ context: PageContext) {
        about.typed = String((context.request.query["about"] ?? "").prefix(100))
        guard !about.typed.isEmpty else { return }
        // A bare code means the party.
        let asked = about.typed.contains("/") ? about.typed : "party/" + about.typed.uppercased()
        guard IdentifierText.isValid(asked) else {
            let code = RegisterQuestion.example(context)
            about.problem = context(
                "“\(about.typed)” no sirve; escriba un código, como \(code), o materia/código, como party/\(code).",
                "“\(about.typed)” won't do; write a code, such as \(code), or subject/code, such as party/\(code)."
            )
            return
        }
        if asked.hasPrefix("party/"),
            !context.state.membership.order.contains(PartyID(String(asked.dropFirst(6))))
        {
            let near = context.state.parties(near: String(asked.dropFirst(6))).map(\.text)
            let hint =
                near.isEmpty
                ? "" : context(" ¿Será ", " Perhaps ") + near.joined(separator: ", ") + context("?", "?")
            about.problem = context(
                "El registro no conoce la parte “\(asked.dropFirst(6))”.\(hint)",
                "The register doesn't know the party “\(asked.dropFirst(6))”.\(hint)")
            return
        }
        topic = asked
    }

    private mutating func readText(_ context: PageContext) {
        words.typed = String((context.request.query["q"] ?? "").prefix(RegisterQuestion.textLimit + 1))
        guard !words.typed.isEmpty else { return }
        if words.typed.count > RegisterQuestion.textLimit {
            words.problem = context(
                "Se busca un texto de hasta \(RegisterQuestion.textLimit) letras; acórtelo.",
                "A text of up to \(RegisterQuestion.textLimit) letters is searched for; shorten it.")
        } else {
            text = words.typed
        }
    }

    private mutating func readPage(_ context: PageContext) {
        pageField.typed = String((context.request.query["page"] ?? "").prefix(20))
        guard !pageField.typed.isEmpty else { return }
        if let number = Int(pageField.typed), number >= 1 {
            page = number
        } else {
            pageField.problem = context(
                "“\(pageField.typed)” no es una página; se muestra la primera.",
                "“\(pageField.typed)” isn't a page; the first is shown.")
        }
    }
}
