import Charter

/// Why a page couldn't be made into PDF.
public enum PDFError: Error, Sendable, Hashable {
    /// WeasyPrint isn't where it was looked for; `place` is the path or command.
    case missing(place: String)
    /// WeasyPrint is there, but a library that it needs isn't.
    case librariesMissing(detail: String)
    /// WeasyPrint before version 70 writes no valid PDF/UA.
    case tooOld(found: String)
    /// It took longer than it may.
    case timeout(seconds: Int)
    /// The document is larger than it may be.
    case tooLarge(megabytes: Int)
    /// As many as may wait are waiting already: try again later.
    case busy
    /// Whoever asked went away.
    case cancelled
    /// WeasyPrint ended with an error, said in its own words.
    case failed(detail: String)
}

extension PDFError {
    /// What happened and what to do, in both languages.
    public var sentence: Localized {
        switch self {
        case .missing(let place):
            Localized(
                es: "Para el PDF falta WeasyPrint (se buscó \(place)): instálelo con "
                    + "`pip install 'weasyprint>=70'` y, en Debian, `apt install \(Self.packages)`, o indique "
                    + "dónde está en PUEBLA_WEASYPRINT.",
                en: "WeasyPrint, which makes the PDF, is missing (looked for \(place)): install it with "
                    + "`pip install 'weasyprint>=70'` and, on Debian, `apt install \(Self.packages)`, or say "
                    + "where it is in PUEBLA_WEASYPRINT.")
        case .librariesMissing(let detail):
            Localized(
                es: "A WeasyPrint le falta una biblioteca del sistema (\(detail)): en Debian, "
                    + "`apt install \(Self.packages)`.",
                en: "WeasyPrint lacks a library of the system (\(detail)): on Debian, "
                    + "`apt install \(Self.packages)`.")
        case .tooOld(let found):
            Localized(
                es: "WeasyPrint \(found) es demasiado antiguo para un PDF accesible: instale la versión 70 o "
                    + "posterior con `pip install 'weasyprint>=70'`; la de Debian no basta.",
                en: "WeasyPrint \(found) is too old for an accessible PDF: install version 70 or later with "
                    + "`pip install 'weasyprint>=70'`; Debian's own isn't enough.")
        case .timeout(let seconds):
            Localized(
                es: "El PDF no estuvo listo en \(seconds) segundos: pida una página más corta o imprima esta "
                    + "desde el navegador.",
                en:
                    "The PDF wasn't ready within \(seconds) seconds: ask for a shorter page, or print this one "
                    + "from the browser.")
        case .tooLarge(let megabytes):
            Localized(
                es: "El PDF tendría más de \(megabytes) MB: pida una página más corta.",
                en: "The PDF would have more than \(megabytes) MB: ask for a shorter page.")
        case .busy:
            Localized(
                es: "Hay demasiados PDF en preparación: inténtelo de nuevo en un minuto.",
                en: "Too many PDFs are being made: try again in a minute.")
        case .cancelled:
            Localized(es: "La petición del PDF se canceló.", en: "The request for the PDF was cancelled.")
        case .failed:
            Localized(
                es: "WeasyPrint no pudo hacer el PDF: imprima la página desde el navegador y avise a quien "
                    + "administra el servidor.",
                en: "WeasyPrint couldn't make the PDF: print the page from the browser and tell who runs the "
                    + "server.")
        }
    }

    /// The tool's own words, for whoever runs the server: they may name its folders.
    public var detail: String? {
        switch self {
        case .failed(let detail), .librariesMissing(let detail): detail
        case .missing, .tooOld, .timeout, .tooLarge, .busy, .cancelled: nil
        }
    }

    /// Debian's packages that WeasyPrint needs.
    static let packages = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
}
