// What kind, registrants, title, example and the other parts of an act are is said at `ActBody`.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import Charter
import HashTreeCollections

extension LibraryState {
    /// The text of a document in one language, as recorded.
    public struct Text: Sendable, Hashable {
        /// What the act says.
        public let act: TextRecorded
        /// The text's date.
        public let on: PartialDay
        /// The act.
        public let entry: Int
    }
}

/// The latest text of a document in one language, and how it stands to the original.
public struct DocumentText: Sendable, Hashable {
    /// In which language.
    public let language: Language
    /// Its title in that language.
    public let title: String
    /// SHA-256 of its bytes in the store.
    public let file: String
    /// The bytes' media type, if recorded.
    public let mediaType: String?
    /// Its date.
    public let on: PartialDay
    /// True if the document was written in this language.
    public let isOriginal: Bool
    /// True for a translation older than the original's latest text.
    public let isStale: Bool
    /// The act that recorded it.
    public let entry: Int
}

extension ConferenceState {
    /// A document's latest text in each language that has one, the original first; each translation says
    /// whether it is up to date.
    ///
    /// A translation is out of date when the original's latest text is dated later, which is only said where
    /// it is sure: of two known for the same month or year none is the later one. A file that the document
    /// itself names is a text where the document is in one language alone. Who may read a text is who may
    /// read its document. Empty for a document that the register doesn't know.
    /// - Parameter day: texts dated later aren't there yet.
    public func texts(of document: DocumentID, on day: Day = .distantFuture) -> [DocumentText] {
        guard let record = library.documents[document] else { return [] }
        var latest: [Language: LibraryState.Text] = [:]
        for text in record.allTexts where text.on.first <= day {
            if let other = latest[text.act.language], (text.on, text.entry) < (other.on, other.entry) {
                continue
            }
            latest[text.act.language] = text
        }
        let original = record.act.title.original
        let master = original.flatMap { latest[$0] }
        return Language.allCases.sorted { $0 == original && $1 != original }.compactMap { language in
            latest[language].map { text in
                DocumentText(
                    language: language, title: text.act.title ?? record.act.title[language],
                    file: text.act.file, mediaType: text.act.mediaType.isEmpty ? nil : text.act.mediaType,
                    on: text.on, isOriginal: language == original,
                    isStale: language != original && (master.map { $0.on.first > text.on.last } ?? false),
                    entry: text.entry)
            }
        }
    }
}

extension LibraryState.Document {
    /// Every text on record, with the file that the document itself names where its language is certain.
    var allTexts: [LibraryState.Text] {
        guard let file = act.file, let languages = act.languages, languages.count == 1 else { return texts }
        let own = TextRecorded(
            document: act.document, language: languages[0], file: file, mediaType: act.mediaType ?? "",
            access: act.access)
        return [.init(act: own, on: on, entry: entry)] + texts
    }
}

// What each member means is said by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension TextRecorded: ActBody {
    public static let kind = "library.textRecorded"
    public static let registrants = Registrants.secretariat
    public static let title = Localized(es: "Texto de un documento", en: "Text of a document")
    public static let example = TextRecorded(
        document: "carta", language: .en,
        file: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        mediaType: "application/pdf", title: "Statutory Charter", access: .public)
    public static let refusals = [
        "library.document-unknown", "library.access-differs", "library.file-unfit",
        "library.media-type-unfit", "library.title-empty", "library.text-known",
    ]

    public var act: Act { .library(.textRecorded(self)) }
    public var topics: [String] { ["document/\(document)"] }

    public func line(_ state: ConferenceState) -> Localized {
        let name = state.library.documents[document]?.act.title ?? Localized(same: document.text)
        return Localized(
            es: "Texto en \(language == .es ? "español" : "inglés"): \(name.es)",
            en: "Text in \(language == .es ? "Spanish" : "English"): \(name.en)")
    }

    public func admit(_ admission: Admission) throws(Refusal) {
        try admission.requireDocument(document)
        guard let record = admission.state.library.documents[document] else { return }
        try admission.require(
            access == record.act.access,
            Refusal(
                "library.access-differs", field: "access",
                message: Localized(
                    es: "El texto es para otros lectores que su documento.",
                    en: "The text is for other readers than its document."),
                remedy: Localized(
                    es: "Escriba “\(record.act.access.rawValue)”, o corrija el documento.",
                    en: "Write “\(record.act.access.rawValue)”, or correct the document."),
                entries: [record.entry]))
        try admission.require(Refusal.isHash(file), .unfit(file: file))
        try admission.require(
            TextRecorded.isMediaType(mediaType),
            Refusal(
                "library.media-type-unfit", field: "mediaType",
                message: Localized(
                    es: "“\(mediaType.prefix(60))” no es un tipo de medio.",
                    en: "“\(mediaType.prefix(60))” isn't a media type."),
                remedy: Localized(
                    es: "Escriba uno como application/pdf.", en: "Write one such as application/pdf.")))
        if let title {
            try admission.require(
                !title.allSatisfy(\.isWhitespace), .empty("library.title-empty", field: "title"))
        }
        let same = record.texts.filter { $0.act.language == language && $0.act.file == file }
        try admission.require(
            same.isEmpty,
            .duplicate("library.text-known", field: "file", file, entries: same.map(\.entry)))
    }

    /// True for `type/subtype` in lower-case letters, digits and `.+-`, as RFC 6838 restricts names.
    static func isMediaType(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: 0x2F, omittingEmptySubsequences: false)
        return parts.count == 2
            && parts.allSatisfy { part in
                (1...127).contains(part.count)
                    && part.allSatisfy {
                        switch $0 {
                        case 0x30...0x39, 0x61...0x7A, 0x2B, 0x2D, 0x2E: true
                        default: false
                        }
                    }
            }
    }

    public func apply(to state: inout ConferenceState, _ fact: Fact) {
        state.library.documents[document]?.texts.append(
            .init(act: self, on: fact.on, entry: fact.sequence))
    }
}

extension Refusal {
    /// True for a SHA-256 as 64 lower-case hexadecimal digits.
    static func isHash(_ text: String) -> Bool {
        text.utf8.count == 64
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }

    /// A file that isn't named by its SHA-256.
    static func unfit(file: String) -> Refusal {
        Refusal(
            "library.file-unfit", field: "file",
            message: Localized(es: "“file” no es un SHA-256.", en: "“file” isn't a SHA-256."),
            remedy: Localized(
                es: "Escriba 64 cifras hexadecimales en minúscula.",
                en: "Write 64 lower-case hexadecimal digits."))
    }
}

extension Admission {
    /// Contradiction: the document is on record. Only public ones are suggested.
    func requireDocument(_ document: DocumentID, field: String = "document") throws(Refusal) {
        let documents = state.library.documents
        try require(
            documents[document] != nil,
            .unknown(
                "document", document.text, code: "library.document-unknown", field: field,
                near: documents.values.filter { $0.act.access == .public }.map(\.act.document.text)))
    }
}
