/// What is wrong with a file or a line from outside: where, and in one sentence of each language.
public struct FileProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// The place in it, such as `rules[3].parameters.years`; `/` is the whole.
    public let place: String
    /// What is wrong there and what to do.
    public let message: Localized

    /// A problem at a place.
    public init(_ place: String, es: String, en: String) {
        self.place = place
        message = Localized(es: es, en: en)
    }

    /// Place and sentence.
    public func sentence(_ language: Language) -> String { "\(place): \(message[language])" }
    /// The English sentence.
    public var description: String { sentence(.en) }

    /// The place and the sentence of an error that decoding gave.
    public init(decoding error: any Error) {
        switch error {
        case let problem as FileProblem:
            self = problem
        case DecodingError.keyNotFound(let key, let context):
            self.init(
                FileProblem.path(context.codingPath + [key]), es: "Falta este campo; añádalo.",
                en: "This field is missing; add it.")
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
            DecodingError.dataCorrupted(let context):
            let place = FileProblem.path(context.codingPath)
            if let own = context.underlyingError as? FileProblem {
                self.init(own.place.isEmpty ? place : own.place, es: own.message.es, en: own.message.en)
            } else if context.codingPath.isEmpty {
                self.init(
                    place, es: "No es JSON legible; corríjalo.", en: "This isn't readable JSON; correct it.")
            } else {
                self.init(
                    place, es: "El valor no es de la clase que se espera aquí; corríjalo.",
                    en: "The value isn't of the kind expected here; correct it.")
            }
        default:
            self.init("/", es: "No es JSON legible; corríjalo.", en: "This isn't readable JSON; correct it.")
        }
    }

    static func path(_ path: [any CodingKey]) -> String {
        var text = ""
        for key in path {
            if let index = key.intValue {
                text += "[\(index)]"
            } else {
                text += (text.isEmpty ? "" : ".") + key.stringValue
            }
        }
        return text.isEmpty ? "/" : text
    }
}

extension DecodingError {
    /// A value that can be read but doesn't fit: the sentence is ours, in both languages.
    public static func unfit(_ path: [any CodingKey], es: String, en: String) -> DecodingError {
        .dataCorrupted(
            Context(
                codingPath: path, debugDescription: en, underlyingError: FileProblem("", es: es, en: en)))
    }
}
