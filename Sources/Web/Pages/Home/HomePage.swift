import Charter
import Conference
import Exchange
import HTML

/// The first page: who this is, where it stands today, where to go on.
struct HomePage: PageModel {
    let title: String
    let summary: String?
    let hasPast = true
    private let context: PageContext
    private let seat: HomeSeat?
    private let hero: HomeHero
    private let answers: HomeAnswers
    private let ribbon: RibbonModel?
    private let recorded: Int
    private let plan: HomePlan?
    private let figures: HomeFigures?

    init(_ context: PageContext) {
        self.context = context
        let state = context.state
        let opened = state.registry.opened?.act
        title = opened.map { context($0.name) } ?? "Puebla"
        seat = HomeSeat(context)
        hero = HomeHero(context)
        summary = hero.lead
        answers = HomeAnswers(context)
        let slots = state.termLine(through: max(context.day, context.today))
        recorded = slots.count { $0.term != nil }
        ribbon = PresidencyRibbon.model(context, slots: slots, troika: state.troika(on: context.day).value)
        plan = HomePlan(context)
        figures = HomeFigures(context)
    }

    var json: JSONValue {
        let opened = context.state.registry.opened?.act
        let meetings = HomeMeetings(context)
        return [
            "name": opened.map { JSONValue($0.name) } ?? .null,
            "members": .list(hero.members.map { .text($0.text) }), "presidency": answers.presidencyJSON,
            "decision": answers.decisionJSON, "contributions": answers.contributionsJSON,
            "deadline": answers.deadlineJSON, "plan": plan?.json ?? .null, "figures": figures?.json ?? .null,
            "nextMeeting": meetings.nextJSON, "lastMeeting": meetings.lastJSON,
            "seat": seat?.json ?? .null,
        ]
    }

    func write(_ html: inout HTMLWriter) {
        seat?.write(&html, context.language)
        hero.write(&html, context)
        html.section(
            context.isAnotherDay
                ? Written.capitalised(context("El \(date)", "On \(date)"))
                : context("Hoy, \(date)", "Today, \(date)"),
            id: "today"
        ) { html in
            for row in answers.cards { html.cards(row, context.language) }
        }
        presidencies(&html)
        plan?.write(&html)
        figures?.write(&html)
        missing(&html)
        neighbours(&html)
    }

    /// The other conferences of the server; of an invented one it is said that it is, and what it is for.
    private func neighbours(_ html: inout HTMLWriter) {
        let others = context.request.surroundings.others
        guard !others.isEmpty else { return }
        html.section(context("También en este servidor", "Also on this server"), id: "others") { html in
            html(.ul) { html in
                for other in others {
                    html(.li) { html in
                        html(.a, context(other.name), .href(other.base.path(.home, context.language)))
                        if other.isInvented {
                            html.text(
                                context(
                                    ". Es inventada: una demostración con estados que no existen, para ver este trabajo en plena marcha. Nada de ella toca el registro de esta Conferencia.",
                                    ". It is invented: a demonstration with states that don't exist, to see this work in full life. Nothing of it touches the register of this Conference."
                                ))
                        }
                    }
                }
            }
        }
    }

    /// What would stand on this page and isn't recorded: said, not passed over.
    private func missing(_ html: inout HTMLWriter) {
        let lines = [
            plan == nil
                ? context(
                    "Un plan estratégico: estará aquí cuando se registre su aprobación.",
                    "A strategic plan: it will stand here once its adoption is registered.") : nil,
            figures == nil
                ? context(
                    "Cifras de actividades con su total: las registra la secretaría con su fuente.",
                    "Figures of activities with their total: the secretariat registers them with their source."
                )
                : nil,
        ].compactMap { $0 }
        guard !lines.isEmpty else { return }
        html.section(
            context.isAnotherDay
                ? context("Lo que no consta para ese día", "What isn't recorded for that day")
                : context("Lo que aún no consta", "What isn't recorded yet"), id: "missing"
        ) { html in
            html(.ul) { html in
                for line in lines { html(.li, line) }
            }
        }
    }

    private var date: String { Written.long(context.day, context.language) }

    private func presidencies(_ html: inout HTMLWriter) {
        let count = Counted(
            one: Phrase("presidencia", "presidency"), other: Phrase("presidencias", "presidencies"))
        html.section(
            Written.capitalised(count.text(recorded, context.language)), id: "presidencies",
            links: [
                LinkModel(
                    text: context("Temas y Troikas", "Themes and Troikas"), href: context.path(.presidencies))
            ]
        ) { html in
            if let ribbon {
                html.ribbon(ribbon)
            } else {
                html(
                    .p, context("No consta ninguna presidencia.", "No presidency is recorded."),
                    .class("soft"))
            }
        }
    }
}
