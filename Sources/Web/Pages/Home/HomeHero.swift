import Charter
import Conference
import HTML
import HashTreeCollections

/// The head of the first page: what this conference is, and its members as petals.
struct HomeHero {
    let members: [PartyID]
    let lead: String
    private let eyebrow: String?
    private let title: String
    private let rosette: RosetteModel?
    private let actions: [LinkModel]

    init(_ context: PageContext) {
        let state = context.state
        members = state.memberIDs(on: context.day)
        let areStates = members.allSatisfy { state.membership.parties[$0]?.kind == .state }
        title = HomeHero.title(members.count, areStates: areStates, context)
        let since = state.members(on: context.day).value.compactMap(\.since).min()
        eyebrow = since.map { Written.since(PartialDay($0.first, precision: .year), context.language) }
        lead = context(
            "Quién preside, qué se decidió, qué plan se sigue y qué dicen las reglas: cada respuesta se calcula del registro de actos y muestra su fundamento.",
            "Who presides, what was decided, which plan is followed and what the rules say: each answer is computed from the register of acts and shows its grounds."
        )
        rosette = HomeHero.rosette(members, context)
        actions = [
            LinkModel(text: context("Qué se decidió", "What was decided"), href: context.path(.decisions)),
            LinkModel(text: context("Qué viene", "What comes next"), href: context.path(.meetings)),
            LinkModel(text: context("Los órganos", "The organs"), href: context.path(.conference)),
        ]
    }

    private static func title(_ count: Int, areStates: Bool, _ context: PageContext) -> String {
        guard count > 0 else {
            return context("Todavía no constan miembros", "No members are recorded yet")
        }
        let noun = Counted(
            one: areStates ? Phrase("país", "country") : Phrase("miembro", "member"),
            other: areStates ? Phrase("países", "countries") : Phrase("miembros", "members")
        ).noun(count, context.language)
        let number = Written.capitalised(Written.word(count, context.language))
        return context("\(number) \(noun), un solo registro", "\(number) \(noun), one record")
    }

    private static func rosette(_ members: [PartyID], _ context: PageContext) -> RosetteModel? {
        guard !members.isEmpty else { return nil }
        let names = Written.list(members.map { context.name($0) }, context.language)
        return RosetteModel(
            petals: members.map { .init(label: $0.text, name: context.name($0)) },
            summary: context("Los miembros: \(names)", "The members: \(names)"),
            caption: context(
                "Un pétalo por miembro, en el orden en que las reglas los nombran.",
                "One petal per member, in the order in which the rules name them."))
    }

    func write(_ html: inout HTMLWriter, _ context: PageContext) {
        html(.div, .class("hero")) { html in
            html(.div) { html in
                if let eyebrow { html.eyebrow(eyebrow) }
                html(.h1, title)
                html(.p, lead, .class("lead"))
                html(.div, .class("actions")) { html in
                    for (index, action) in actions.enumerated() {
                        html(
                            .a, action.text, .classes("button", index == 0 ? nil : "quiet"),
                            .href(action.href))
                    }
                }
            }
            if let rosette { html.rosette(rosette) }
        }
    }
}

extension Written {
    /// A number in words up to twenty, else in figures: `once`, `eleven`.
    static func word(_ number: Int, _ language: Language) -> String {
        let words =
            language == .es
            ? [
                "cero", "un", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez",
                "once",
                "doce", "trece", "catorce", "quince", "dieciséis", "diecisiete", "dieciocho", "diecinueve",
                "veinte",
            ]
            : [
                "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
                "eleven",
                "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
                "twenty",
            ]
        return words.indices.contains(number) ? words[number] : self.number(number)
    }
}
