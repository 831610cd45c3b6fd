import Charter
import HTML
import HTTPTypes
import NIOHTTP1

/// What can't be read as a request, so that neither its address nor its language is known: answered in both.
enum RefusedHead: Sendable, Equatable {
    /// It isn't HTTP as it is written.
    case malformed
    /// Its first lines are larger than they may be, in bytes.
    case tooLarge(limit: Int)
    /// It doesn't say once for which server it is meant (RFC 9112, 3.2).
    case host

    var status: HTTPResponseStatus {
        switch self {
        case .malformed, .host: .badRequest
        case .tooLarge: .requestHeaderFieldsTooLarge
        }
    }

    private var title: Phrase {
        switch self {
        case .malformed, .host: Phrase("No se entiende la petición", "The request can't be read")
        case .tooLarge: Phrase("La petición es demasiado larga", "The request is too long")
        }
    }

    private var sentence: Phrase {
        switch self {
        case .malformed:
            Phrase(
                "Lo que se envió no está escrito como pide HTTP/1.1; abra la dirección en un navegador o revise el programa que la pide.",
                "What was sent isn't written as HTTP/1.1 asks; open the address in a browser, or check the program that asks for it."
            )
        case .tooLarge(let limit):
            Phrase(
                "La dirección y los encabezados pueden sumar hasta \(Written.number(limit)) bytes; acorte la dirección o borre las cookies de este sitio, que no usa ninguna.",
                "The address and the header fields may have up to \(Written.number(limit)) bytes; shorten the address, or delete the cookies of this site, which uses none."
            )
        case .host:
            Phrase(
                "La petición debe decir una vez, en «Host», para qué servidor es.",
                "The request must say once, in “Host”, which server it is for.")
        }
    }

    func headers(length: Int) -> HTTPHeaders {
        var headers = HTTPHeaders(AnswerHeaders.common.map { ($0.name.rawName, $0.value) })
        headers.add(name: "Content-Type", value: Representation.html.mediaType)
        headers.add(name: "Content-Language", value: "es, en")
        headers.add(name: "Cache-Control", value: AnswerHeaders.notKept)
        headers.add(name: "Content-Length", value: String(length))
        headers.add(name: "Connection", value: "close")
        return headers
    }

    /// A page in both languages; `style` is the sheet's version.
    func page(style: String) -> [UInt8] {
        var html = HTMLWriter(capacity: 2_048)
        html.document(language: Language.es.rawValue) { html in
            html(.head) { html in
                html(.meta, .attribute("charset", "utf-8"))
                html(.meta, .name("viewport"), .content("width=device-width, initial-scale=1"))
                html(.title, title[.es] + " · " + title[.en])
                html(.link, .rel("stylesheet"), .href(Destination.stylePath(version: style)))
            }
            html(.body) { html in
                html(.main, .id("main")) { html in
                    html(.div, .class("wrap")) { html in
                        html(.p, String(status.code), .class("eyebrow"))
                        for language in Language.allCases { part(&html, language) }
                    }
                }
            }
        }
        return html.bytes
    }

    private func part(_ html: inout HTMLWriter, _ language: Language) {
        html(.section, .lang(language.rawValue)) { html in
            html(language == .es ? .h1 : .h2, title[language])
            html(.p, sentence[language])
            html(.p) { html in
                html(
                    .a, Phrase("Inicio", "Home")[language],
                    .href(ConferencePath.root.path(.home, language)))
            }
        }
    }
}
