// What kind, registrants, title, example and the other parts of an act are is said at `ActBody`.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import Charter
import HashTreeCollections

/// Documents with their texts, thematic spaces and the glossary.
public struct LibraryState: Sendable {
    /// A document.
    public struct Document: Sendable, Hashable {
        /// What the act says.
        public let act: DocumentRecorded
        /// When it was made or published.
        public let on: PartialDay
        /// The act.
        public let entry: Int

        /// When it was made or published, as far as that is recorded: `on` may be the day of the source that
        /// names it, which the year then shows.
        public var dated: PartialDay? {
            guard let year = act.year else { return nil }
            return on.first.year == year ? on : PartialDay(String(year))
        }
        /// Its texts, as recorded.
        public internal(set) var texts: [Text] = []
    }
    /// A term of the glossary.
    public struct Term: Sendable, Hashable {
        /// What the act says.
        public let act: TermDefined
        /// The act.
        public let entry: Int
    }

    /// Documents by code.
    public internal(set) var documents = TreeDictionary<DocumentID, Document>()
    /// Thematic spaces by code.
    public internal(set) var spaces = TreeDictionary<SpaceID, Space>()
    /// Codes of the spaces in the order opened.
    public internal(set) var spaceOrder: [SpaceID] = []
    /// Terms by code.
    public internal(set) var terms = TreeDictionary<TermID, Term>()
}

// What each member means is said by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension DocumentRecorded: ActBody {
    public static let kind = "library.documentRecorded"
    public static let registrants = Registrants.secretariat
    public static let title = Localized(es: "Documento", en: "Document")
    public static let example = DocumentRecorded(
        document: "carta", title: Localized(es: "Carta Estatutaria", en: "Statutory Charter", original: .es),
        kind: .charter,
        year: 2020, languages: [.es], access: .public)
    public static let refusals = [
        "library.document-known", "library.meeting-unknown", "library.organ-unknown", "library.link-unfit",
        "library.file-unfit", "library.decision-unknown", "library.decision-closed",
    ]

    public var act: Act { .library(.documentRecorded(self)) }
    public var topics: [String] {
        ["document/\(document)"] + (meeting.map { ["meeting/\($0)"] } ?? [])
            + (decision.map { ["decision/\($0)"] } ?? [])
            + (kind == .evaluation ? ["evaluations"] : [])
    }

    public func line(_ state: ConferenceState) -> Localized { title }

    public func admit(_ admission: Admission) throws(Refusal) {
        let state = admission.state
        let known = state.library.documents[document]
        try admission.require(
            known == nil,
            .duplicate(
                "library.document-known", field: "document", document.text,
                entries: known.map { [$0.entry] } ?? []))
        if let meeting {
            try admission.require(
                state.meetings.meetings[meeting] != nil,
                .unknown("meeting", meeting.text, code: "library.meeting-unknown"))
        }
        if let organ { try admission.requireOrgan(organ, code: "library.organ-unknown") }
        try checkDecision(admission)
        if let link {
            try admission.require(
                link.utf8.count <= 2000 && (link.hasPrefix("https://") || link.hasPrefix("http://")),
                Refusal(
                    "library.link-unfit", field: "link",
                    message: Localized(
                        es: "El enlace no empieza por https://.", en: "The link doesn't begin with https://."),
                    remedy: Localized(es: "Corríjalo.", en: "Correct it.")))
        }
        if let file {
            try admission.require(Refusal.isHash(file), .unfit(file: file))
        }
    }

    /// The decision is known, and no more closed than the paper that names it.
    private func checkDecision(_ admission: Admission) throws(Refusal) {
        guard let decision else { return }
        guard let record = admission.state.decision(decision) else {
            throw .unknown("decision", decision.text, code: "library.decision-unknown")
        }
        try admission.require(
            record.session == .open || access == .session,
            Refusal(
                "library.decision-closed", field: "decision",
                message: Localized(
                    es: "“\(decision)” es de una sesión cerrada, y este documento lo leen otros.",
                    en: "“\(decision)” is of a closed session, and others read this document."),
                remedy: Localized(
                    es: "Quite la decisión o dé al documento el acceso de la sesión.",
                    en: "Leave the decision out or give the document the session's access."),
                entries: [record.entry]))
    }

    public func apply(to state: inout ConferenceState, _ fact: Fact) {
        state.library.documents[document] = .init(act: self, on: fact.on, entry: fact.sequence)
    }
}

// What each member means is said by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension TermDefined: ActBody {
    public static let kind = "library.termDefined"
    public static let registrants = Registrants.secretariat
    public static let title = Localized(es: "Término del glosario", en: "Term of the glossary")
    public static let example = TermDefined(
        term: "GRCM", abbreviation: Localized(es: "GRCM", en: "RCGM"),
        name: Localized(
            es: "Grupo Regional de Consulta sobre Migración", en: "Regional Consultation Group on Migration"))
    public static let refusals = ["library.term-known"]

    public var act: Act { .library(.termDefined(self)) }
    public var topics: [String] { ["term/\(term)"] }

    public func line(_ state: ConferenceState) -> Localized {
        guard let abbreviation else { return name }
        return Localized(es: "\(abbreviation.es): \(name.es)", en: "\(abbreviation.en): \(name.en)")
    }

    public func admit(_ admission: Admission) throws(Refusal) {
        let known = admission.state.library.terms[term]
        try admission.require(
            known == nil,
            .duplicate(
                "library.term-known", field: "term", term.text, entries: known.map { [$0.entry] } ?? []))
    }

    public func apply(to state: inout ConferenceState, _ fact: Fact) {
        state.library.terms[term] = .init(act: self, entry: fact.sequence)
    }
}
