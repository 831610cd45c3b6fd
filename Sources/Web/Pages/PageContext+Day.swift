import Charter
import HTML

extension PageContext {
    /// Says that the page shows another day than today, and leads back; `nil` where it shows today.
    func otherDay(_ route: Route) -> OtherDay? {
        guard isAnotherDay else { return nil }
        let date = Written.long(day, language)
        return OtherDay(
            sentence: day > today
                ? self(
                    "Esta página muestra el \(date), un día que aún no llega: lo que consta hoy para ese día.",
                    "This page shows \(date), a day still to come: what is recorded today for that day.")
                : self(
                    "Esta página muestra el \(date), según lo que consta hoy.",
                    "This page shows \(date), as recorded today."),
            back: LinkModel(text: self("Volver a hoy", "Back to today"), href: plainPath(route)))
    }

    /// The words for what the record doesn't say.
    var notRecorded: String { self("no consta", "not recorded") }
}

/// The notice of a page that shows another day.
struct OtherDay: Sendable {
    let sentence: String
    let back: LinkModel
}

extension HTMLWriter {
    /// Writes that the page shows another day; nothing where it shows today.
    mutating func otherDay(_ model: OtherDay?) {
        guard let model else { return }
        notice(.gold) { html in
            html(.p) { html in
                html.text(model.sentence + " ")
                html(.a, model.back.text, .href(model.back.href))
            }
        }
    }
}
