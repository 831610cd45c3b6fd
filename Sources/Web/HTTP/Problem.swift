import Charter
import HTML
import HTTPTypes
import Hummingbird
import NIOCore

/// What can be wrong with a request, each with its status and one sentence for the reader.
enum Problem: Sendable {
    case notFound([LinkModel])
    case unreadable(String)
    case closed(String)
    case unavailable(String)
    case unreadableQuery
    case methodNotAllowed
    case notAcceptable
    case tooLongAddress(limit: Int)
    case tooLargeBody(limit: Int)
    case failed

    var status: HTTPResponse.Status {
        switch self {
        case .notFound: .notFound
        case .unreadable, .unreadableQuery: .badRequest
        case .closed: .forbidden
        case .unavailable: .serviceUnavailable
        case .methodNotAllowed: .methodNotAllowed
        case .notAcceptable: .notAcceptable
        case .tooLongAddress: .uriTooLong
        case .tooLargeBody: .contentTooLarge
        case .failed: .internalServerError
        }
    }

    /// A word for programs; stays the same whatever the sentence becomes.
    var code: String {
        switch self {
        case .notFound: "not-found"
        case .unreadable: "unreadable"
        case .closed: "closed"
        case .unavailable: "unavailable"
        case .unreadableQuery: "unreadable-query"
        case .methodNotAllowed: "method-not-allowed"
        case .notAcceptable: "not-acceptable"
        case .tooLongAddress: "address-too-long"
        case .tooLargeBody: "body-too-large"
        case .failed: "failed"
        }
    }

    var title: Phrase {
        switch self {
        case .notFound: Phrase("Esta página no existe", "There is no such page")
        case .unreadable, .unreadableQuery:
            Phrase("No se entiende la pregunta", "The question can't be read")
        case .closed: Phrase("Esta página es para otros", "This page is for others")
        case .unavailable: Phrase("Esta forma no está disponible", "This form isn't available")
        case .methodNotAllowed: Phrase("Aquí solo se lee", "This is for reading only")
        case .notAcceptable: Phrase("No existe en ese formato", "Not available in that format")
        case .tooLongAddress: Phrase("La dirección es demasiado larga", "The address is too long")
        case .tooLargeBody: Phrase("Lo enviado es demasiado grande", "What was sent is too large")
        case .failed: Phrase("Algo falló de nuestro lado", "Something failed on our side")
        }
    }

    func sentence(_ language: Language) -> String {
        switch self {
        case .notFound:
            Phrase(
                "Nada del registro está en esta dirección; revísela o parta de una de estas páginas.",
                "Nothing of the register stands at this address; check it or start from one of these pages."
            )[language]
        case .unreadable(let sentence), .closed(let sentence), .unavailable(let sentence): sentence
        case .unreadableQuery:
            Phrase(
                "La parte de la dirección que sigue a «?» está mal escrita; quítela o vuelva a llenar el formulario.",
                "The part of the address after “?” is malformed; remove it or fill in the form again."
            )[language]
        case .methodNotAllowed:
            Phrase(
                "Esta dirección solo contesta lecturas (GET y HEAD); ábrala en el navegador.",
                "This address only answers reading (GET and HEAD); open it in a browser.")[language]
        case .notAcceptable:
            Phrase(
                "La página se ofrece como HTML y JSON, con gzip o sin comprimir; pida uno de ellos en «Accept».",
                "The page is offered as HTML and JSON, gzipped or plain; ask for one of them in “Accept”."
            )[language]
        case .tooLongAddress(let limit):
            Phrase(
                "Una dirección puede tener hasta \(Written.number(limit)) bytes; acorte la búsqueda o los filtros.",
                "An address may have up to \(Written.number(limit)) bytes; shorten the search or the filters."
            )[language]
        case .tooLargeBody(let limit):
            Phrase(
                "Se reciben hasta \(Written.number(limit)) bytes por envío; divídalo en partes más pequeñas.",
                "Up to \(Written.number(limit)) bytes are received at once; split it into smaller parts."
            )[language]
        case .failed:
            Phrase(
                "No se guardó nada. Vuelva a intentarlo; si persiste, comunique el número de abajo a la secretaría.",
                "Nothing was stored. Try again; if it persists, give the number below to the secretariat."
            )[language]
        }
    }
}

/// Where an error is shown: the conference and language that the request seems to want, and its form.
struct ErrorPlace: Sendable {
    let conference: HostedConference?
    let language: Language
    let representation: Representation
    let twin: String
    let id: String
    let coding: ContentCoding

    init(_ exchange: Exchange, _ responder: SiteResponder) {
        var base = ConferencePath.root
        var language: Language?
        var wantsJSON = exchange.path.hasSuffix(".json")
        // A path that is itself beyond the limit isn't read; its beginning says enough.
        switch Destination(path: String(exchange.path.prefix(256))) {
        case .page(let path, _, let spoken, let representation):
            (base, language) = (path, spoken)
            wantsJSON = wantsJSON || representation == .json
        case .languageChoice(let path): base = path
        case .unknown(let path, let spoken): (base, language) = (path, spoken)
        default: break
        }
        conference = responder.conference(at: base) ?? responder.site.conferences.first
        self.language = language ?? Negotiation.language(exchange.header(.acceptLanguage))
        let accepted = Negotiation.representation(exchange.header(.accept))
        representation = wantsJSON || accepted == .json ? .json : .html
        twin =
            ErrorPlace.twin(exchange, base, language)
            ?? (conference?.base ?? .root).path(.home, self.language.other)
        id = exchange.id
        coding = Negotiation.coding(exchange.header(.acceptEncoding)) ?? .identity
    }

    /// The same address in the other language, where the path names one and is short enough to repeat.
    private static func twin(_ exchange: Exchange, _ base: ConferencePath, _ language: Language?) -> String? {
        guard let language, exchange.path.utf8.count + exchange.rawQuery.utf8.count <= 512 else { return nil }
        let before = base.prefix + "/" + language.rawValue + "/"
        guard exchange.path.hasPrefix(before) else { return nil }
        let query = exchange.rawQuery.isEmpty ? "" : "?" + exchange.rawQuery
        return base.prefix + "/" + language.other.rawValue + "/" + exchange.path.dropFirst(before.count)
            + query
    }
}

extension SiteResponder {
    /// The problem as a page or as JSON, in the reader's language. Only a failure shows its number.
    func problem(_ problem: Problem, _ place: ErrorPlace) -> Response {
        var headers = AnswerHeaders.common
        headers[.contentType] = place.representation.mediaType
        headers[.contentLanguage] = place.language.rawValue
        headers[.cacheControl] = AnswerHeaders.notKept
        headers[.requestID] = place.id
        if case .methodNotAllowed = problem { headers[.allow] = "GET, HEAD" }
        var body = place.representation == .json ? json(problem, place) : page(problem, place)
        if place.coding == .gzip, body.count > 512, let packed = Gzip.pack(body, effort: .fast) {
            body = packed
            headers[.contentEncoding] = "gzip"
        }
        return Response(
            status: problem.status, headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
    }

    private func page(_ problem: Problem, _ place: ErrorPlace) -> [UInt8] {
        guard let conference = place.conference else {
            return Array((problem.title[place.language] + "\n").utf8)
        }
        var suggestions: [LinkModel] = []
        if case .notFound(let found) = problem { suggestions = found }
        suggestions.append(
            LinkModel(
                text: Phrase("Inicio", "Home")[place.language],
                href: conference.base.path(.home, place.language)))
        var isFailure = false
        if case .failed = problem { isFailure = true }
        let model = ErrorModel(
            status: problem.status.code, title: problem.title[place.language],
            sentence: problem.sentence(place.language), id: isFailure ? place.id : nil,
            suggestions: suggestions)
        return Page.render(
            shell: conference.source.shell(place.language, twin: place.twin), title: model.title,
            style: look.version
        ) { html in
            html.errorPage(model, place.language)
        }
    }

    private func json(_ problem: Problem, _ place: ErrorPlace) -> [UInt8] {
        let fields = [
            ("code", problem.code), ("message", problem.sentence(place.language)), ("id", place.id),
        ]
        var text = fields.map { "\"\($0.0)\":\(JSONText.quoted($0.1))" }.joined(separator: ",")
        if case .notFound(let found) = problem {
            let links = found.map {
                "{\"text\":\(JSONText.quoted($0.text)),\"href\":\(JSONText.quoted($0.href))}"
            }
            text += ",\"suggestions\":[\(links.joined(separator: ","))]"
        }
        return Array("{\"error\":{\"status\":\(problem.status.code),\(text)}}\n".utf8)
    }
}

/// Text as a JSON string, for the few answers that are written by hand.
enum JSONText {
    static func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out + "\""
    }
}
