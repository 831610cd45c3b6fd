public import Charter
public import HTML

/// Why something computed is so: what the "why?" beside it opens.
public struct WhyModel: Sendable {
    /// A clause that the answer rests on.
    public struct Clause: Sendable {
        /// What it says, in our words.
        public let summary: String
        /// Where it stands: "Carta Estatutaria, Estructura institucional, Troika".
        public let label: String
        /// The clause's page; `nil` if it has none.
        public let href: String?

        /// A clause.
        public init(summary: String, label: String, href: String?) {
            self.summary = summary
            self.label = label
            self.href = href
        }
    }

    /// An act that the answer rests on.
    public struct Entry: Sendable {
        /// Its number.
        public let sequence: Int
        /// What it says.
        public let summary: String
        /// Its page.
        public let href: String

        /// An act.
        public init(sequence: Int, summary: String, href: String) {
            self.sequence = sequence
            self.summary = summary
            self.href = href
        }
    }

    /// A part of the answer that is this product's reading, not the clause's text.
    public struct Interpretation: Sendable {
        /// How it is read.
        public let reading: String
        /// Why it is read so; `nil` where the reading says it itself.
        public let reason: String?

        /// A reading.
        public init(reading: String, reason: String? = nil) {
            self.reading = reading
            self.reason = reason
        }
    }

    /// What was concluded and from what, a sentence each; stands first.
    public var conclusions: [String]
    /// The clauses.
    public var clauses: [Clause]
    /// What went into it: name and value, ready to be read.
    public var inputs: [(name: String, value: String)]
    /// The acts.
    public var entries: [Entry]
    /// How many more acts it rests on than are listed.
    public var furtherEntries: LinkModel?
    /// What is interpretation.
    public var interpretations: [Interpretation]
    /// What would change it.
    public var wouldChange: [String]
    /// What the answer is about, for readers that hear the link out of its place.
    public var about: String?

    /// A basis.
    public init(
        conclusions: [String] = [], clauses: [Clause] = [], inputs: [(name: String, value: String)] = [],
        entries: [Entry] = [],
        furtherEntries: LinkModel? = nil, interpretations: [Interpretation] = [],
        wouldChange: [String] = [], about: String? = nil
    ) {
        self.conclusions = conclusions
        self.clauses = clauses
        self.inputs = inputs
        self.entries = entries
        self.furtherEntries = furtherEntries
        self.interpretations = interpretations
        self.wouldChange = wouldChange
        self.about = about
    }
}

/// The words of the disclosure.
private enum WhyPhrases {
    static let why = Phrase("¿Por qué?", "Why?")
    static let rule = Phrase("La regla", "The rule")
    static let inputs = Phrase("Con qué se calculó", "What it was computed from")
    static let acts = Phrase("Los actos", "The acts")
    static let reading = Phrase("Interpretación", "Interpretation")
    static let reason = Phrase("Porque: ", "Because: ")
    static let change = Phrase("Qué lo cambiaría", "What would change it")
    static let entry = Phrase("Acto ", "Act ")
}

extension HTMLWriter {
    /// Writes the disclosure, closed. It is native: it opens without a script.
    public mutating func why(_ model: WhyModel, _ language: Language) {
        self(.details, .class("why")) { html in
            html(.summary) { html in
                html.text(WhyPhrases.why[language])
                if let about = model.about { html(.span, " " + about, .class("unseen")) }
            }
            html(.div) { html in
                for conclusion in model.conclusions { html(.p, conclusion) }
                html.whyClauses(model.clauses, language)
                html.whyInputs(model.inputs, language)
                html.whyEntries(model, language)
                for item in model.interpretations {
                    html(.div, .class("ours")) { html in
                        html(.p) { html in
                            html.tag(WhyPhrases.reading[language], .gold)
                            html.text(" " + item.reading)
                        }
                        if let reason = item.reason {
                            html(.p, WhyPhrases.reason[language] + reason, .class("soft"))
                        }
                    }
                }
                html.whyList(WhyPhrases.change, model.wouldChange, language)
            }
        }
    }

    private mutating func whyClauses(_ clauses: [WhyModel.Clause], _ language: Language) {
        if clauses.isEmpty { return }
        self(.p, WhyPhrases.rule[language], .class("part"))
        for clause in clauses {
            self(.p) { html in
                html.text(clause.summary + " ")
                if let href = clause.href {
                    html(.a, clause.label, .href(href))
                } else {
                    html(.b, clause.label)
                }
            }
        }
    }

    private mutating func whyInputs(_ inputs: [(name: String, value: String)], _ language: Language) {
        if inputs.isEmpty { return }
        self(.p, WhyPhrases.inputs[language], .class("part"))
        self(.dl) { html in
            for input in inputs {
                html(.dt, input.name)
                html(.dd, input.value, .class("num"))
            }
        }
    }

    private mutating func whyEntries(_ model: WhyModel, _ language: Language) {
        if model.entries.isEmpty { return }
        self(.p, WhyPhrases.acts[language], .class("part"))
        self(.ul) { html in
            for entry in model.entries {
                html(.li) { html in
                    html.text(WhyPhrases.entry[language])
                    html(
                        .a, Written.entry(entry.sequence, language), .class("num"), .href(entry.href))
                    html.text(": " + entry.summary)
                }
            }
            if let further = model.furtherEntries {
                html(.li) { html in html(.a, further.text, .href(further.href)) }
            }
        }
    }

    private mutating func whyList(_ title: Phrase, _ items: [String], _ language: Language) {
        if items.isEmpty { return }
        self(.p, title[language], .class("part"))
        self(.ul) { html in
            for item in items { html(.li, item) }
        }
    }
}
