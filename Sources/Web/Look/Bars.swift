import Charter
import HTML

extension HTMLWriter {
    /// The box that searches everything: a plain form.
    mutating func searchBox(_ box: SearchBox, _ language: Language) {
        self(.form, .class("search"), .role("search"), .method("get"), .action(box.action)) { html in
            html(
                .input, .type("search"), .name("q"), .value(box.text),
                .aria("label", Phrases.searchAll[language]),
                .attribute("placeholder", Phrases.search[language]), .attribute("maxlength", "256"))
            html(.button, Phrases.search[language], .type("submit"))
        }
    }

    /// Below the head: the pages of the chapter, and the day that is shown.
    mutating func localBar(_ shell: ShellModel) {
        guard !shell.local.isEmpty || shell.day != nil else { return }
        let language = shell.language
        self(.div, .classes("local", shell.day?.otherDay == nil ? nil : "other-day")) { html in
            html(.div, .class("wrap")) { html in
                if !shell.local.isEmpty {
                    html(.nav, .aria("label", Phrases.inThisChapter[language])) { html in
                        html(.ul) { html in
                            for link in shell.local {
                                html(.li) { html in
                                    html(.a, link.text, .href(link.href), .current("page", link.isCurrent))
                                }
                            }
                        }
                    }
                }
                if let day = shell.day { html.dayBar(day) }
            }
        }
    }

    private mutating func dayBar(_ day: DayBar) {
        if let sentence = day.otherDay {
            self(.p, .class("day-said"), .role("status")) { html in
                html(.b, sentence)
                for link in [day.back, day.changes].compactMap({ $0 }) {
                    html.text(" ")
                    html(.a, link.text, .href(link.href))
                }
            }
        }
        self(.details, .class("day"), .flag("open", day.isOpen)) { html in
            html(.summary, day.summary)
            html.question(day.question)
        }
    }

    /// At the end of a page: the same page in other forms.
    mutating func formats(_ links: [LinkModel], _ language: Language) {
        if links.isEmpty { return }
        self(.p, .class("formats")) { html in
            html.text(Phrases.otherForms[language] + " ")
            for link in links { html(.a, link.text, .href(link.href)) }
        }
    }
}
