import Charter
import HTML

extension HTMLWriter {
    /// On top of every page of an invented conference: the mark, which also stands on paper, and the controls of
    /// whoever tries it out, folded.
    mutating func inventedBar(_ bar: InventedBar, _ language: Language) {
        self(.aside, .class("demo"), .aria("label", bar.sentences.first)) { html in
            html(.div, .class("wrap")) { html in
                html(.p) { html in
                    for (index, sentence) in bar.sentences.enumerated() {
                        if index > 0 { html.text(" ") }
                        html(index == 0 ? .b : .span, sentence)
                    }
                }
                if let seenAs = bar.seenAs { html.seats(bar.seats, seenAs, language) }
                if let clock = bar.clock { html.clock(clock, language) }
                for link in bar.others { html(.a, link.text, .href(link.href)) }
            }
        }
    }

    private mutating func seats(_ seats: [InventedBar.Seat], _ seenAs: String, _ language: Language) {
        self(.details, .class("seats")) { html in
            html(.summary) { html in
                html.text(Phrases.lookAs[language] + ": ")
                html(.b, seenAs)
            }
            html(.ul) { html in
                for seat in seats {
                    html(.li) { html in
                        html(.a, seat.link.text, .href(seat.link.href), .current("true", seat.link.isCurrent))
                        if !seat.more.isEmpty { html.further(seat, language) }
                    }
                }
            }
        }
    }

    /// All of a kind: members, observer countries, observer organisations.
    private mutating func further(_ seat: InventedBar.Seat, _ language: Language) {
        self(.details) { html in
            html(.summary) { html in
                html.text(Phrases.others[language] + " ")
                html(.span, "(" + seat.link.text + ")", .class("unseen"))
            }
            html(.ul) { html in
                for link in seat.more {
                    html(.li) { html in
                        html(.a, link.text, .href(link.href), .current("true", link.isCurrent))
                    }
                }
            }
        }
    }

    /// The first button is the one that the keyboard's Enter presses: the day typed.
    private mutating func clock(_ form: InventedBar.ClockForm, _ language: Language) {
        self(.details, .class("clock"), .flag("open", form.problem != nil)) { html in
            html(.summary) { html in
                html.text(Phrases.clockDay[language] + " ")
                html(.b, Written.long(form.day, language), .class("num"))
            }
            html(
                .form, .class("form"), .method("post"), .action(form.action),
                .aria("label", Phrases.moveClock[language])
            ) { html in
                html(.input, .type("hidden"), .name("back"), .value(form.back))
                html.field(
                    FieldModel(
                        name: "day", label: Phrases.clockField[language], kind: .day,
                        value: form.typed ?? form.day.description, problem: form.problem, range: form.range),
                    "clock")
                html(.button, Phrases.setClock[language], .type("submit"))
                for step in ClockStep.all {
                    let target = step.day(form.day)
                    let isOut = target < form.range.first || form.range.last < target
                    html(
                        .button, step.name[language], .type("submit"), .name("step"), .value(step.value),
                        .class("quiet"), .flag("disabled", isOut))
                }
                if form.day != form.home {
                    html(
                        .button, Phrases.clockBack[language] + " " + Written.long(form.home, language),
                        .type("submit"), .name("step"), .value(ClockStep.home), .class("quiet"))
                }
                html(.p, Phrases.clockNote[language], .classes("small", "soft"))
            }
        }
    }
}

/// A step of the clock: a day or a month earlier or later.
struct ClockStep: Sendable {
    /// As it is sent: `-1m`.
    let value: String
    let name: Phrase
    private let days: Int
    private let months: Int

    /// What is sent to go back to the day at which it stands unless it is moved.
    static let home = "home"

    static let all = [
        ClockStep(value: "-1m", name: Phrase("Un mes antes", "A month earlier"), days: 0, months: -1),
        ClockStep(value: "-1d", name: Phrase("Un día antes", "A day earlier"), days: -1, months: 0),
        ClockStep(value: "+1d", name: Phrase("Un día después", "A day later"), days: 1, months: 0),
        ClockStep(value: "+1m", name: Phrase("Un mes después", "A month later"), days: 0, months: 1),
    ]

    /// Where it leads from a day.
    func day(_ day: Day) -> Day { day.adding(months: months).adding(days: days) }
}
