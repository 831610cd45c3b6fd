import Charter
import Conference
import HTML
import Register
import Secretariat

/// The text of a document as the register's store holds it, byte for byte.
enum HeldText {
    /// The bytes of the text that stood on the day shown; not found for what isn't held, and for whoever may
    /// not read the document, in the same words as for a document that doesn't exist.
    static func make(
        _ document: DocumentID, in language: Language, _ context: PageContext, _ registrar: Registrar
    ) async throws -> PageOutcome {
        guard let record = context.document(document) else {
            return .other(.notFound(context.suggestions(document: document)))
        }
        let texts = context.state.texts(of: document, on: context.day)
        // A text has no other forms than the one that it is held in.
        guard let text = texts.first(where: { $0.language == language }),
            context.request.representation == .html
        else {
            return .other(
                .notFound([
                    LinkModel(
                        text: context(record.act.title), href: context.path(.document(document.text)))
                ]))
        }
        guard let bytes = try await registrar.bytes(of: text.file) else {
            return .other(
                .unavailable(
                    context(
                        "El texto consta en el registro, pero su archivo no está en este almacén; pídalo a quien administra la instalación.",
                        "The text is on record, but its file isn't in this store; ask whoever runs the installation."
                    )))
        }
        return .other(
            .file(
                FileAnswer(
                    bytes: bytes, mediaType: mediaType(text.mediaType),
                    fileName: fileName(document, language, text.mediaType), sha256: text.file)))
    }

    /// A text's bytes are UTF-8; without a recorded type they are offered as bytes.
    private static func mediaType(_ type: String?) -> String {
        guard let type, !type.isEmpty else { return "application/octet-stream" }
        return type.hasPrefix("text/") ? type + "; charset=utf-8" : type
    }

    /// `carta-es.pdf`: only letters, digits and hyphens.
    static func fileName(_ document: DocumentID, _ language: Language, _ type: String?) -> String {
        let name = String(
            document.text.map { letter in
                letter.isASCII && (letter.isLetter || letter.isNumber) ? letter : "-"
            })
        let endings = [
            "application/pdf": "pdf", "text/plain": "txt", "text/markdown": "md", "text/html": "html",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
        ]
        return "\(name)-\(language.rawValue).\(type.flatMap { endings[$0] } ?? "bin")"
    }
}

extension Registrar {
    /// The bytes of that SHA-256, if the store has them.
    nonisolated func bytes(of sha256: String) async throws(StoreError) -> [UInt8]? {
        let store = store
        return try await Blocking.run { () throws(StoreError) in try store.blob(sha256) }
    }
}
