public import Charter

extension WhyModel {
    /// How many acts are listed; the rest are counted.
    public static let listedEntries = 12

    /// The grounds of an answer, ready to be read.
    ///
    /// - Parameters:
    ///   - answer: the answer as the conference gave it.
    ///   - request: the page that shows it; its base and language make the links.
    ///   - clause: finds a clause in the edition that the answer was given under. One that isn't found is
    ///     named by its id, without a link, rather than left out.
    ///   - summary: says in a few words what an entry records.
    ///   - about: what the answer is about, for readers that hear the link out of its place.
    public init<Value>(
        _ answer: Answer<Value>, _ request: PageRequest, about: String? = nil,
        inputs: [(name: String, value: String)] = [], clause: (ClauseID) -> Charter.Clause?,
        summary: (Int) -> String
    ) {
        let language = request.language
        var seen: Set<ClauseID> = []
        let clauses = answer.basis.compactMap(\.clause).filter { seen.insert($0).inserted }
        let entries = answer.entries
        let further = entries.count - WhyModel.listedEntries
        let furtherText = Counted(
            one: Phrase("acto más en el registro", "further act in the register"),
            other: Phrase("actos más en el registro", "further acts in the register"))
        self.init(
            conclusions: WhyModel.distinct(answer.basis.compactMap { $0.reason?[language] }),
            clauses: clauses.map { id in
                guard let found = clause(id) else {
                    return Clause(summary: "", label: id.text, href: nil)
                }
                return Clause(
                    summary: found.summary[language], label: found.label[language],
                    href: request.path(.clause(id.text)))
            },
            inputs: inputs,
            entries: entries.prefix(WhyModel.listedEntries).map {
                Entry(sequence: $0, summary: summary($0), href: request.path(.entry($0)))
            },
            furtherEntries: further > 0
                ? LinkModel(
                    text: furtherText.text(further, language), href: request.path(.register)) : nil,
            interpretations: WhyModel.distinct(
                answer.basis.compactMap { $0.interpretation?[language] }
            ).map { Interpretation(reading: $0) },
            wouldChange: [answer.change?[language]].compactMap { $0 }, about: about)
    }

    private static func distinct(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }
    }
}
