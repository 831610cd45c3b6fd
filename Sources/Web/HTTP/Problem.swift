import Charter
import Exchange
import HTML
import HTTPTypes
import Hummingbird
import NIOCore

/// What can be wrong with a request, each with its status and one sentence for the reader.
enum Problem: Sendable {
    case notFound([LinkModel])
    case unreadable(String)
    case closed(ClosedDoor)
    case noSeat(NoSeat)
    case unavailable(String)
    case unreadableQuery
    case methodNotAllowed
    case notAcceptable
    case tooLongAddress(limit: Int)
    case tooLargeBody(limit: Int)
    case unreadableBody
    case failed

    /// Why a body of at most `limit` bytes didn't come whole.
    init(bodyError error: any Error, limit: Int) {
        self = error is NIOTooManyBytesError ? .tooLargeBody(limit: limit) : .unreadableBody
    }

    var status: HTTPResponse.Status {
        switch self {
        case .notFound, .noSeat: .notFound
        case .unreadable, .unreadableQuery, .unreadableBody: .badRequest
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
        case .noSeat: "no-such-seat"
        case .unavailable: "unavailable"
        case .unreadableQuery: "unreadable-query"
        case .methodNotAllowed: "method-not-allowed"
        case .notAcceptable: "not-acceptable"
        case .tooLongAddress: "address-too-long"
        case .tooLargeBody: "body-too-large"
        case .unreadableBody: "unreadable-body"
        case .failed: "failed"
        }
    }

    var title: Phrase {
        switch self {
        case .notFound: Phrase("Esta página no existe", "There is no such page")
        case .unreadable, .unreadableQuery, .unreadableBody:
            Phrase("No se entiende la pregunta", "The question can't be read")
        case .closed: Phrase("Esta página es para otros", "This page is for others")
        case .noSeat(let seat): Phrase(same: seat.title)
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
        case .unreadable(let sentence), .unavailable(let sentence): sentence
        case .closed(let door): door.sentence
        case .noSeat(let seat): seat.sentence
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
        case .unreadableBody:
            Phrase(
                "Lo enviado no llegó entero o no está escrito como pide HTTP; envíelo otra vez.",
                "What was sent didn't come whole or isn't written as HTTP asks; send it again.")[language]
        case .failed:
            Phrase(
                "No se guardó nada. Vuelva a intentarlo; si persiste, comunique el número de abajo a la secretaría.",
                "Nothing was stored. Try again; if it persists, give the number below to the secretariat."
            )[language]
        }
    }
}

extension Problem {
    /// Where the reader may have wanted to go, for programs; `nil` for a problem that leads nowhere.
    var suggestions: [LinkModel]? {
        switch self {
        case .notFound(let found): found
        case .closed(let door): door.instead
        case .noSeat(let seat):
            seat.facts.flatMap(\.links).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        default: nil
        }
    }

    /// What is said besides the sentence, each with its name.
    func facts(_ language: Language) -> [ErrorFact] {
        switch self {
        case .closed(let door):
            [
                ErrorFact(name: Phrase("Abierta a", "Open to")[language], links: door.openTo),
                ErrorFact(name: Phrase("Por la cláusula", "By the clause")[language], links: door.clauses),
                ErrorFact(
                    name: Phrase("Lo que sí puede leer", "What you can read")[language], links: door.instead),
            ].filter { !$0.links.isEmpty }
        case .noSeat(let seat): seat.facts
        default: []
        }
    }
}

/// Where an error is shown: the conference and language that the request seems to want, and its form.
struct ErrorPlace: Sendable {
    let conference: HostedConference?
    let language: Language
    let representation: Representation
    /// The frame's place: with the reader's seat where it may be taken.
    let shell: ShellPlace
    let id: String
    let coding: ContentCoding
    /// What the address may have meant.
    let reader: LostReader

    init(_ exchange: Exchange, _ responder: SiteResponder) {
        var base = ConferencePath.root
        var language: Language?
        var front: String?
        var wantsJSON = exchange.path.hasSuffix(".json")
        // A path that is itself beyond the limit isn't read; its beginning says enough.
        switch Destination(path: String(exchange.path.prefix(256))) {
        case .page(let path, _, let spoken, let representation):
            (base, language) = (path, spoken)
            wantsJSON = wantsJSON || representation == .json
        case .languageChoice(let path), .clock(let path): base = path
        case .unknown(let path, let spoken): (base, language) = (path, spoken)
        case .noSeat(let path, let spoken, let typed):
            (base, language) = (path, spoken)
            front = (path.prefix.isEmpty ? "/~" : path.prefix + "~") + typed
        default: break
        }
        conference = responder.conference(at: base) ?? responder.site.conferences.first
        let spoken = language ?? Negotiation.language(exchange.header(.acceptLanguage))
        self.language = spoken
        let accepted = Negotiation.representation(exchange.header(.accept))
        representation = wantsJSON || accepted == .json ? .json : .html
        let isOpen = conference.map { responder.isSeatOpen($0, exchange) } ?? false
        // A seat that may not be taken is no seat: the error is the public's.
        let seen = base.open == conference?.base && isOpen ? base : conference?.base ?? .root
        shell = ShellPlace(
            base: seen, language: spoken,
            here: ErrorPlace.here(exchange, front ?? base.prefix, language),
            surroundings: conference.map { responder.surroundings(of: $0, isTriedOut: isOpen) } ?? .init(),
            front: front)
        id = exchange.id
        reader = LostReader(path: exchange.path.prefix(1024))
        coding = Negotiation.coding(exchange.header(.acceptEncoding)) ?? .identity
    }

    /// The address without the conference's place, where it names a language and is short enough to repeat.
    private static func here(_ exchange: Exchange, _ front: String, _ language: Language?) -> String? {
        guard let language, exchange.path.utf8.count + exchange.rawQuery.utf8.count <= 512,
            exchange.path.hasPrefix(front + "/" + language.rawValue + "/")
        else { return nil }
        let query = exchange.rawQuery.isEmpty ? "" : "?" + exchange.rawQuery
        return exchange.path.dropFirst(front.count) + query
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

    /// Where the reader of an address that leads nowhere may have wanted to go.
    private func suggestions(_ problem: Problem, _ place: ErrorPlace) -> [LinkModel] {
        guard case .notFound(let found) = problem else { return [] }
        return found
            + place.reader.suggestions(at: place.shell.base, place.language, beside: found)
    }

    private func page(_ problem: Problem, _ place: ErrorPlace) -> [UInt8] {
        guard let conference = place.conference else {
            return Array((problem.title[place.language] + "\n").utf8)
        }
        var suggestions = suggestions(problem, place)
        suggestions.append(
            LinkModel(
                text: Phrase("Inicio", "Home")[place.language],
                href: place.shell.base.path(.home, place.language)))
        var isFailure = false
        if case .failed = problem { isFailure = true }
        let model = ErrorModel(
            status: problem.status.code, title: problem.title[place.language],
            sentence: problem.sentence(place.language), id: isFailure ? place.id : nil,
            facts: problem.facts(place.language), suggestions: suggestions)
        return Page.render(
            shell: conference.source.shell(place.shell), title: model.title, style: look.version
        ) { html in
            html.errorPage(model, place.language)
        }
    }

    private func json(_ problem: Problem, _ place: ErrorPlace) -> [UInt8] {
        var fields: [JSONValue.Field] = [
            ("status", .number(problem.status.code)), ("code", .text(problem.code)),
            ("message", .text(problem.sentence(place.language))), ("id", .text(place.id)),
        ]
        if let found = problem.suggestions {
            let further = suggestions(problem, place)
            fields.append(
                (
                    "suggestions",
                    .list(
                        (further.isEmpty ? found : further).map {
                            ["text": .text($0.text), "href": .text($0.href)]
                        })
                ))
        }
        let answer: JSONValue = [
            "schema": .text(Destination.schema(of: "error")), "error": .object(fields),
        ]
        return answer.bytes
    }
}
